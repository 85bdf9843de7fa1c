using System.Text.Json.Nodes;

namespace ContractToolkit.Mocking;

/// <summary>Collects requests as the operations of a document. Requests of one method and path are samples of one operation.</summary>
internal sealed class PostmanOperations(Dictionary<string, string> variables)
{
    private static readonly string[] Methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

    /// <summary>The path items.</summary>
    public JsonObject Paths { get; } = [];

    /// <summary>The security schemes that are in use.</summary>
    public JsonObject Schemes { get; } = [];

    /// <summary>Adds a request with its saved responses.</summary>
    public void Add(JsonObject item, JsonNode request, PostmanSecurity? security)
    {
        string method = (PostmanJson.Text(request, "method") ?? "GET").ToUpperInvariant();
        if (!Methods.Contains(method) || PostmanPath.Of(request, variables) is not { } path) return;
        JsonObject operations = Child(Paths, path.Template);
        JsonObject operation = Child(operations, method.ToLowerInvariant());
        if (!operation.ContainsKey("summary") && PostmanJson.Text(item, "name") is { } name) operation["summary"] = name;
        AddParameters(operation, path, request);
        if (security is { Name: { } scheme })
        {
            Schemes[scheme] ??= security.Scheme!.DeepClone();
            operation["security"] ??= new JsonArray(new JsonObject { [scheme] = new JsonArray() });
        }

        if ((request as JsonObject)?["body"] is { } body) AddRequestBody(operation, request, body);
        JsonObject responses = Child(operation, "responses");
        foreach (JsonObject response in PostmanJson.Objects(item, "response")) AddResponse(responses, response);
    }

    private static void AddParameters(JsonObject operation, PostmanPath path, JsonNode request)
    {
        foreach (string name in path.Names) AddParameter(operation, "path", name, null, required: true);
        foreach ((string name, string? value) in path.Query) AddParameter(operation, "query", name, value, required: false);
        foreach ((string name, JsonObject field) in PostmanJson.Fields(request, "header"))
        {
            if (name.ToLowerInvariant() is not ("accept" or "content-type" or "authorization" or "content-length" or "host")) AddParameter(operation, "header", name, PostmanJson.Text(field, "value"), required: false);
        }
    }

    private static void AddParameter(JsonObject operation, string place, string name, string? value, bool required)
    {
        if (operation["parameters"] is not JsonArray list) operation["parameters"] = list = [];
        if (list.OfType<JsonObject>().Any(known => (string?)known["in"] == place && (string?)known["name"] == name)) return;
        JsonObject parameter = new() { ["name"] = name, ["in"] = place, ["schema"] = new JsonObject { ["type"] = "string" } };
        if (required) parameter["required"] = true;
        if (!string.IsNullOrEmpty(value)) parameter["example"] = value;
        list.Add((JsonNode)parameter);
    }

    private static void AddRequestBody(JsonObject operation, JsonNode request, JsonNode body)
    {
        string? mode = PostmanJson.Text(body, "mode");
        string? raw = body is JsonValue text ? text.ToString() : PostmanJson.Text(body, "raw");
        JsonObject content = Child(Child(operation, "requestBody"), "content");
        if (mode is "urlencoded" or "formdata")
        {
            JsonObject properties = [];
            foreach ((string name, JsonObject field) in PostmanJson.Fields(body, mode)) properties[name] = new JsonObject { ["type"] = "string", ["examples"] = new JsonArray(PostmanJson.Text(field, "value") ?? "") };
            AddSample(content, mode == "urlencoded" ? "application/x-www-form-urlencoded" : "multipart/form-data", new JsonObject { ["type"] = "object", ["properties"] = properties }, null, null);
        }
        else if (mode == "graphql") AddSample(content, "application/json", new JsonObject { ["type"] = "object" }, null, null);
        else if (!string.IsNullOrEmpty(raw)) AddText(content, PostmanJson.Header(request, "Content-Type"), raw, null);
        if (content.Count == 0) operation.Remove("requestBody");
    }

    private static void AddResponse(JsonObject responses, JsonObject response)
    {
        string status = PostmanJson.Text(response, "code") is { Length: 3 } code && code.All(char.IsAsciiDigit) ? code : "200";
        JsonObject declared = Child(responses, status);
        declared["description"] ??= PostmanJson.Text(response, "status") ?? PostmanJson.Text(response, "name") ?? "";
        foreach ((string name, JsonObject field) in PostmanJson.Fields(response, "header"))
        {
            if (name.ToLowerInvariant() is "content-type" or "content-length" or "content-encoding" or "transfer-encoding" or "connection" or "date" or "keep-alive" or "etag") continue;
            JsonObject header = new() { ["schema"] = new JsonObject { ["type"] = "string" } };
            if (PostmanJson.Text(field, "value") is { } value) header["example"] = value;
            Child(declared, "headers")[name] ??= header;
        }

        if (PostmanJson.Text(response, "body") is { Length: > 0 } body) AddText(Child(declared, "content"), PostmanJson.Header(response, "Content-Type"), body, PostmanJson.Text(response, "name"));
    }

    private static void AddText(JsonObject content, string? type, string text, string? name)
    {
        using System.Text.Json.JsonDocument? json = PostmanJson.Parse(text);
        string media = type?.Split(';')[0].Trim() is { Length: > 0 } given ? given : json is null ? "text/plain" : "application/json";
        bool isJson = json is not null && Exchange.MediaTypeName.Parse(media) is { IsJson: true };
        JsonObject? schema = isJson ? SampleSchema.Of(json!.RootElement) : media.StartsWith("text/", StringComparison.Ordinal) ? new JsonObject { ["type"] = "string" } : null;
        AddSample(content, media, schema, isJson ? JsonNode.Parse(text) : text, name);
    }

    // What several samples show holds for any of them.
    private static void AddSample(JsonObject content, string media, JsonObject? schema, JsonNode? example, string? name)
    {
        bool isFirst = !content.ContainsKey(media);
        JsonObject declared = Child(content, media);
        if (isFirst && schema is not null) declared["schema"] = schema;
        else if (!isFirst && declared["schema"] is JsonObject known && schema is not null) declared["schema"] = SampleSchema.Either(known, schema);
        JsonObject examples = Child(declared, "examples");
        string key = name is { Length: > 0 } && !examples.ContainsKey(name) ? name : FormattableString.Invariant($"sample{examples.Count + 1}");
        if (example is not null) examples[key] = new JsonObject { ["value"] = example };
        if (examples.Count == 0) declared.Remove("examples");
    }

    private static JsonObject Child(JsonObject parent, string name)
    {
        if (parent[name] is JsonObject known) return known;
        JsonObject child = [];
        parent[name] = child;
        return child;
    }
}
