using System.Text.Json;

namespace ContractToolkit.Drift.Import.Calls;

/// <summary>Reads the calls of a Postman collection, version 2.0 and 2.1.</summary>
public static class PostmanReader
{
    private const int MaxDepth = 64;
    private const int MaxNesting = 8;

    /// <summary>Whether the JSON is a Postman collection.</summary>
    public static bool Recognises(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("info", out JsonElement info) && info.ValueKind == JsonValueKind.Object
        && info.TryGetProperty("schema", out JsonElement schema) && schema.ValueKind == JsonValueKind.String
        && schema.GetString()!.Contains("collection", StringComparison.Ordinal);

    /// <summary>The calls, folders flattened, in order.</summary>
    public static IEnumerable<SampleCall> Read(JsonElement root)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (JsonElement variable in Array(root, "variable"))
        {
            if (Text(variable, "key") is { } name && Text(variable, "value") is { Length: > 0 } value && Member(variable, "disabled") is not { ValueKind: JsonValueKind.True }) values[name] = value;
        }

        return Items(root, 0).Select(call => call with { Url = Filled(call.Url, values) });
    }

    /// <summary>The address with the variables of its host filled in. One in the path is a parameter: its value is one of many.</summary>
    private static string Filled(string url, Dictionary<string, string> values)
    {
        for (int round = 0; round < MaxNesting; round++)
        {
            int scheme = url.IndexOf("://", StringComparison.Ordinal), slash = url.IndexOf('/', scheme < 0 ? 0 : scheme + 3);
            int open = url.IndexOf("{{", StringComparison.Ordinal), close = url.IndexOf("}}", Math.Max(open, 0), StringComparison.Ordinal);
            if (open < 0 || close < 0 || (slash >= 0 && open > slash) || !values.TryGetValue(url[(open + 2)..close].Trim(), out string? value)) break;
            url = url[..open] + (url[(close + 2)..].StartsWith('/') ? value.TrimEnd('/') : value) + url[(close + 2)..];
        }

        return url;
    }

    private static IEnumerable<SampleCall> Items(JsonElement parent, int depth)
    {
        if (depth > MaxDepth) yield break;
        foreach (JsonElement item in Array(parent, "item"))
        {
            foreach (SampleCall nested in Items(item, depth + 1)) yield return nested;
            if (Member(item, "request") is { } request && Call(item, request) is { } call) yield return call;
        }
    }

    private static SampleCall? Call(JsonElement item, JsonElement request)
    {
        if (request.ValueKind == JsonValueKind.String) return new SampleCall(Text(item, "name"), "GET", request.GetString()!);
        if (Address(request) is not { } url) return null;
        JsonElement? body = Member(request, "body");
        string? mode = body is { } present ? Text(present, "mode") : null;
        return new SampleCall(Text(item, "name"), (Text(request, "method") ?? "GET").ToUpperInvariant(), url)
        {
            RequestBody = mode == "raw" ? Text(body!.Value, "raw") : null,
            RequestType = mode switch { "raw" => "application/json", "formdata" => "multipart/form-data", "urlencoded" => "application/x-www-form-urlencoded", _ => null },
            Form = mode is "formdata" or "urlencoded" ? Fields(body!.Value, mode) : default,
            Headers = Fields(request, "header"),
            Answers = Array(item, "response").Select(Answer).ToEquatableArray(),
        };
    }

    private static string? Address(JsonElement request) =>
        Member(request, "url") is not { } url ? null : url.ValueKind == JsonValueKind.String ? url.GetString() : Text(url, "raw");

    private static EquatableArray<FormField> Fields(JsonElement parent, string name) =>
        Array(parent, name).Where(field => Text(field, "key") is not null)
            .Select(field => new FormField(Text(field, "key")!, Text(field, "value") ?? "", Text(field, "type") == "file")).ToEquatableArray();

    private static SampleAnswer Answer(JsonElement response)
    {
        int status = Member(response, "code") is { ValueKind: JsonValueKind.Number } code && code.TryGetInt32(out int number) ? number : 200;
        string? type = Array(response, "header").Where(header => string.Equals(Text(header, "key"), "content-type", StringComparison.OrdinalIgnoreCase))
            .Select(header => Text(header, "value")).FirstOrDefault();
        return new SampleAnswer(status, type, Text(response, "body"));
    }

    private static JsonElement? Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? Text(JsonElement parent, string name) => Member(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static IEnumerable<JsonElement> Array(JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];
}
