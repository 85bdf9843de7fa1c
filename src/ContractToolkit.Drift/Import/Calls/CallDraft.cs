using System.Text.Json;
using ContractToolkit.Drift.Import.Documents;

namespace ContractToolkit.Drift.Import.Calls;

/// <summary>Turns sample calls into OpenAPI operations. Values of samples never reach the document: they may hold secrets; their shapes do.</summary>
public static class CallDraft
{
    private static readonly HashSet<string> TransportHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "accept", "content-type", "authorization", "content-length", "host", "user-agent", "connection", "cookie", "accept-encoding", "accept-language", "cache-control", "origin", "referer",
    };

    /// <summary>The operations of the calls: server, path template, method (lower case) and operation object.</summary>
    /// <param name="calls">The calls.</param>
    /// <param name="source">The id of their source for provenance.</param>
    public static IEnumerable<DraftedOperation> Operations(IEnumerable<SampleCall> calls, string source)
    {
        List<(SampleCall Call, SplitUrl Url)> split = [.. calls.Select(call => (call, SplitUrl.Of(call.Url)))];
        Dictionary<string, string> templates = PathTemplates.Infer(split.Select(each => each.Url.Path));
        foreach (var group in split.GroupBy(each => (each.Url.Server, Path: templates[each.Url.Path], each.Call.Method)))
        {
            DraftMap operation = Operation(group.Key.Method, group.Key.Path, [.. group], source);
            yield return new DraftedOperation(group.Key.Server, group.Key.Path, group.Key.Method.ToLowerInvariant(), operation);
        }
    }

    private static DraftMap Operation(string method, string path, List<(SampleCall Call, SplitUrl Url)> calls, string source)
    {
        DraftMap draft = new DraftMap().With("operationId", OperationNames.FromPath(method, path));
        draft.With("summary", calls.Select(each => each.Call.Name).FirstOrDefault(name => name is not null));
        DraftList parameters = new();
        foreach (string name in PathTemplates.Parameters(path)) parameters.Items.Add(Parameter(name, "path", required: true));
        foreach (var query in calls.SelectMany(each => each.Url.Query.Select(pair => pair.Name).Distinct()).GroupBy(name => name))
        {
            parameters.Items.Add(Parameter(query.Key, "query", required: calls.Count > 1 && query.Count() == calls.Count));
        }

        foreach (string header in calls.SelectMany(each => each.Call.Headers.Select(field => field.Name)).Where(IsParameter).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            parameters.Items.Add(Parameter(header, "header", required: false));
        }

        if (parameters.Items.Count > 0) draft["parameters"] = parameters;
        if (RequestBody(calls) is { } body) draft["requestBody"] = body;
        draft["responses"] = Responses(calls);
        return draft.With("x-contract-provenance", new DraftMap().With("source", source).With("confidence", "observed"));
    }

    private static bool IsParameter(string header) => !TransportHeaders.Contains(header) && !header.StartsWith(':') && !header.StartsWith("sec-", StringComparison.OrdinalIgnoreCase);

    private static DraftMap Parameter(string name, string location, bool required)
    {
        DraftMap parameter = new DraftMap().With("name", name).With("in", location);
        if (required) parameter["required"] = new DraftRaw("true");
        return parameter.With("schema", new DraftMap().With("type", "string"));
    }

    private static DraftMap? RequestBody(List<(SampleCall Call, SplitUrl Url)> calls)
    {
        DraftMap content = new();
        foreach (var group in calls.Where(each => each.Call.RequestType is not null).GroupBy(each => MediaType(each.Call.RequestType!)))
        {
            JsonElement[] bodies = [.. group.Select(each => Json(each.Call.RequestBody)).OfType<JsonElement>()];
            FormField[] fields = [.. group.SelectMany(each => each.Call.Form)];
            DraftMap schema = fields.Length > 0 ? FormSchema(fields) : SampleSchema.Of(bodies);
            content[group.Key] = new DraftMap().With("schema", schema);
        }

        return content.Count == 0 ? null : new DraftMap().With("content", content);
    }

    private static DraftMap FormSchema(FormField[] fields)
    {
        DraftMap schema = new DraftMap().With("type", "object");
        foreach (FormField field in fields)
        {
            DraftMap property = new DraftMap().With("type", "string");
            if (field.IsFile) property.With("format", "binary");
            schema.Map("properties")[field.Name] = property;
        }

        return schema;
    }

    private static DraftMap Responses(List<(SampleCall Call, SplitUrl Url)> calls)
    {
        DraftMap responses = new();
        foreach (var status in calls.SelectMany(each => each.Call.Answers).Where(answer => answer.Status is >= 100 and < 600).GroupBy(answer => answer.Status).OrderBy(group => group.Key))
        {
            DraftMap response = new DraftMap().With("description", Enum.GetName((System.Net.HttpStatusCode)status.Key) ?? "Observed.");
            foreach (var type in status.Where(answer => answer.MediaType is not null).GroupBy(answer => MediaType(answer.MediaType!)))
            {
                JsonElement[] bodies = [.. type.Select(answer => Json(answer.Body)).OfType<JsonElement>()];
                response.Map("content")[type.Key] = new DraftMap().With("schema", SampleSchema.Of(bodies));
            }

            responses[status.Key.ToString(System.Globalization.CultureInfo.InvariantCulture)] = response;
        }

        if (responses.Count == 0) responses["default"] = new DraftMap().With("description", "No answer was recorded.");
        return responses;
    }

    private static string MediaType(string header) => header.Split(';')[0].Trim().ToLowerInvariant();

    private static JsonElement? Json(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>An operation that was drafted, and where it goes.</summary>
public sealed record DraftedOperation(ServerTemplate? Server, string Path, string Method, DraftMap Operation)
{
    /// <summary>The file that it was read from.</summary>
    public string File { get; init; } = "";
}
