using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContractToolkit.Testing.Tests;

/// <summary>What a request says, read by hand: nothing of the toolkit takes part in it.</summary>
internal sealed class ShopRequest
{
    private ShopRequest(HttpRequestMessage message, byte[] body)
    {
        Message = message;
        Method = message.Method.Method;
        string target = message.RequestUri!.OriginalString;
        string rest = target["http://shop.test".Length..];
        string[] halves = rest.Split('?', 2);
        Segments = [.. halves[0].Trim('/').Split('/').Select(Uri.UnescapeDataString)];
        Query = halves.Length < 2 ? [] : [.. halves[1].Split('&').Select(pair => pair.Split('=', 2)).Select(pair => (Decode(pair[0]), pair.Length > 1 ? Decode(pair[1]) : ""))];
        Body = body;
    }

    public HttpRequestMessage Message { get; }

    public string Method { get; private init; }

    public string[] Segments { get; }

    public (string Name, string Value)[] Query { get; }

    public byte[] Body { get; }

    public string? Token => Message.Headers.NonValidated.TryGetValues("Authorization", out var values) && values.ToString().StartsWith("Bearer ", StringComparison.Ordinal) ? values.ToString()[7..] : null;

    public string? MediaType => Message.Content?.Headers.ContentType?.MediaType;

    public static async Task<ShopRequest> ReadAsync(HttpRequestMessage message, CancellationToken cancellation) =>
        new(message, message.Content is null ? [] : await message.Content.ReadAsByteArrayAsync(cancellation));

    /// <summary>The same request by another method.</summary>
    public ShopRequest As(string method) => new(Message, Body) { Method = method };

    public string? Parameter(string name) => Query.Where(pair => pair.Name == name).Select(pair => pair.Value).LastOrDefault();

    public string? Header(string name) => Message.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    public bool TryJson(out JsonNode? json)
    {
        try
        {
            json = JsonNode.Parse(Body);
            return true;
        }
        catch (JsonException)
        {
            json = null;
            return false;
        }
    }

    public static decimal? Number(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    public static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>Length in code points, as JSON Schema counts.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
