using System.Text.Json;

namespace ContractToolkit.Drift.Import.Calls;

/// <summary>Reads the calls of a HAR 1.2 recording as samples.</summary>
public static class HarCalls
{
    /// <summary>Whether the JSON is a HAR recording.</summary>
    public static bool Recognises(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("log", out JsonElement log) && log.ValueKind == JsonValueKind.Object
        && log.TryGetProperty("entries", out JsonElement entries) && entries.ValueKind == JsonValueKind.Array;

    /// <summary>The calls, in order.</summary>
    public static IEnumerable<SampleCall> Read(JsonElement root)
    {
        foreach (JsonElement entry in root.GetProperty("log").GetProperty("entries").EnumerateArray())
        {
            if (Member(entry, "request") is not { } request || Text(request, "url") is not { } url) continue;
            JsonElement? post = Member(request, "postData"), response = Member(entry, "response");
            yield return new SampleCall(null, (Text(request, "method") ?? "GET").ToUpperInvariant(), url)
            {
                RequestType = post is { } data ? Text(data, "mimeType") : null,
                RequestBody = post is { } body ? Text(body, "text") : null,
                Answers = response is { } answer ? [Answer(answer)] : default,
            };
        }
    }

    private static SampleAnswer Answer(JsonElement response)
    {
        int status = Member(response, "status") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out int code) ? code : 0;
        JsonElement? content = Member(response, "content");
        bool encoded = content is { } data && Text(data, "encoding") == "base64";
        return new SampleAnswer(status, content is { } type ? Text(type, "mimeType") : null, content is { } text && !encoded ? Text(text, "text") : null);
    }

    private static JsonElement? Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? Text(JsonElement parent, string name) => Member(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
