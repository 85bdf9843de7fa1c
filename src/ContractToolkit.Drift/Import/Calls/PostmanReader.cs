using System.Text.Json;

namespace ContractToolkit.Drift.Import.Calls;

/// <summary>Reads the calls of a Postman collection, version 2.0 and 2.1.</summary>
public static class PostmanReader
{
    private const int MaxDepth = 64;

    /// <summary>Whether the JSON is a Postman collection.</summary>
    public static bool Recognises(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("info", out JsonElement info) && info.ValueKind == JsonValueKind.Object
        && info.TryGetProperty("schema", out JsonElement schema) && schema.ValueKind == JsonValueKind.String
        && schema.GetString()!.Contains("collection", StringComparison.Ordinal);

    /// <summary>The calls, folders flattened, in order.</summary>
    /// <param name="root">The collection.</param>
    /// <param name="environment">The variables of environments, which win over the collection's own.</param>
    public static IEnumerable<SampleCall> Read(JsonElement root, PostmanVariables environment) => Items(root, environment.Beside(root), 0);

    private static IEnumerable<SampleCall> Items(JsonElement parent, PostmanVariables variables, int depth)
    {
        if (depth > MaxDepth) yield break;
        foreach (JsonElement item in PostmanJson.Array(parent, "item"))
        {
            foreach (SampleCall nested in Items(item, variables, depth + 1)) yield return nested;
            if (PostmanJson.Member(item, "request") is { } request && Call(item, request, variables) is { } call) yield return call with { Url = variables.Address(call.Url) };
        }
    }

    private static SampleCall? Call(JsonElement item, JsonElement request, PostmanVariables variables)
    {
        if (request.ValueKind == JsonValueKind.String) return new SampleCall(PostmanJson.Text(item, "name"), "GET", request.GetString()!);
        if (Address(request) is not { } url) return null;
        PostmanBody? body = PostmanBody.Read(request, variables);
        return new SampleCall(PostmanJson.Text(item, "name"), (PostmanJson.Text(request, "method") ?? "GET").ToUpperInvariant(), url)
        {
            RequestBody = body?.Text,
            RequestType = body?.MediaType,
            Form = body?.Form ?? default,
            Headers = PostmanBody.Fields(request, "header"),
            Answers = PostmanJson.Array(item, "response").Select(Answer).ToEquatableArray(),
        };
    }

    private static string? Address(JsonElement request) =>
        PostmanJson.Member(request, "url") is not { } url ? null : url.ValueKind == JsonValueKind.String ? url.GetString() : PostmanJson.Text(url, "raw");

    private static SampleAnswer Answer(JsonElement response)
    {
        int status = PostmanJson.Member(response, "code") is { ValueKind: JsonValueKind.Number } code && code.TryGetInt32(out int number) ? number : 200;
        string? type = PostmanBody.Fields(response, "header").Where(header => header.Name.Equals("content-type", StringComparison.OrdinalIgnoreCase))
            .Select(header => header.Value).FirstOrDefault(value => value.Contains('/'));
        return new SampleAnswer(status, type, PostmanJson.Text(response, "body"));
    }
}
