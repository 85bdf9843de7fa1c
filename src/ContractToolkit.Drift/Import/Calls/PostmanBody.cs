using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContractToolkit.Drift.Import.Calls;

/// <summary>The request body of a Postman call: its media type, and what is known of its shape.</summary>
/// <param name="MediaType">The media type.</param>
/// <param name="Text">The body as text; null where it is a form or a file.</param>
/// <param name="Form">The fields of a form.</param>
internal sealed record PostmanBody(string MediaType, string? Text, EquatableArray<FormField> Form)
{
    /// <summary>Reads the body of a request; null where it has none.</summary>
    /// <param name="request">The request.</param>
    /// <param name="variables">What placeholders in the body stand for, where that is known.</param>
    public static PostmanBody? Read(JsonElement request, PostmanVariables variables)
    {
        if (PostmanJson.Member(request, "body") is not { } body || PostmanJson.Member(body, "disabled") is { ValueKind: JsonValueKind.True }) return null;
        string? declared = Fields(request, "header").Where(field => field.Name.Equals("content-type", StringComparison.OrdinalIgnoreCase))
            .Select(field => variables.Text(field.Value)).FirstOrDefault(value => value.Contains('/'));
        return PostmanJson.Text(body, "mode") switch
        {
            "raw" when PostmanJson.Text(body, "raw") is { Length: > 0 } raw => Raw(variables.Text(raw), declared ?? Language(body)),
            "formdata" => new PostmanBody("multipart/form-data", null, Fields(body, "formdata")),
            "urlencoded" => new PostmanBody("application/x-www-form-urlencoded", null, Fields(body, "urlencoded")),
            "graphql" => new PostmanBody("application/json", GraphQL(body), default),
            "file" => new PostmanBody(declared ?? "application/octet-stream", null, default),
            _ => null,
        };
    }

    /// <summary>The named values below a member.</summary>
    public static EquatableArray<FormField> Fields(JsonElement parent, string name) =>
        PostmanJson.Array(parent, name).Where(field => PostmanJson.Text(field, "key") is not null)
            .Select(field => new FormField(PostmanJson.Text(field, "key")!, PostmanJson.Text(field, "value") ?? "", PostmanJson.Text(field, "type") == "file")).ToEquatableArray();

    private static PostmanBody Raw(string text, string? type) =>
        new(type ?? (text.AsSpan().TrimStart() is ['{' or '[' or '"', ..] ? "application/json" : "text/plain"), text, default);

    /// <summary>The media type of the language that the editor was set to; null where it was left as it is.</summary>
    private static string? Language(JsonElement body) =>
        PostmanJson.Member(body, "options") is { } options && PostmanJson.Member(options, "raw") is { } raw
            ? PostmanJson.Text(raw, "language") switch
            {
                "json" => "application/json",
                "xml" => "application/xml",
                "html" => "text/html",
                "javascript" => "application/javascript",
                "text" => "text/plain",
                _ => null,
            }
            : null;

    private static string GraphQL(JsonElement body)
    {
        JsonObject sent = new() { ["query"] = "" };
        if (PostmanJson.Member(body, "graphql") is { } query && PostmanJson.Text(query, "variables") is { Length: > 0 }) sent["variables"] = new JsonObject();
        return sent.ToJsonString();
    }
}
