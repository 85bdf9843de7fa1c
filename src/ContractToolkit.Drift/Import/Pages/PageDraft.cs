using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ContractToolkit.Drift.Import.Documents;

namespace ContractToolkit.Drift.Import.Pages;

/// <summary>Turns what a page says into an OpenAPI operation.</summary>
public static partial class PageDraft
{
    /// <summary>The operation object of a page.</summary>
    /// <param name="operation">What the page says.</param>
    /// <param name="source">The id of the page for provenance.</param>
    public static DraftMap Operation(PageOperation operation, string source)
    {
        DraftMap draft = new() { Line = operation.Line };
        draft.With("operationId", OperationNames.FromPath(operation.Method, operation.Path));
        draft.With("summary", operation.Title).With("description", operation.Description);
        if (operation.Folder is { } folder)
        {
            DraftList tags = new();
            tags.Items.Add(new DraftText(folder));
            draft["tags"] = tags;
        }

        AddParameters(draft, operation);
        if (operation.Request is { } request) draft["requestBody"] = RequestBody(request);
        draft["responses"] = Responses(operation);
        draft["x-contract-provenance"] = Provenance(source, operation);
        return draft;
    }

    private static DraftMap Provenance(string source, PageOperation operation)
    {
        DraftMap provenance = new DraftMap().With("source", source).With("confidence", "documented");
        bool cut = operation.Responses.Any(response => SampleText.Parse(response.Body.Sample, out bool truncated) is null ? false : truncated);
        return cut ? provenance.With("note", "A sample on the page is cut off; what follows it is not known.") : provenance;
    }

    private static void AddParameters(DraftMap draft, PageOperation operation)
    {
        DraftList parameters = new();
        foreach ((string location, PageMember member) in operation.Parameters)
        {
            DraftMap parameter = new DraftMap { Line = member.Line }.With("name", member.Name).With("in", location);
            if (member.Required == true || location == "path") parameter["required"] = new DraftRaw("true");
            parameter.With("description", member.Description);
            parameter["schema"] = Schema(member, described: false);
            parameters.Items.Add(parameter);
        }

        if (parameters.Items.Count > 0) draft["parameters"] = parameters;
    }

    private static DraftMap RequestBody(PageBody body)
    {
        DraftMap media = Media(body, declaredOnly: true);
        return new DraftMap()
            .With("required", new DraftRaw(body.Members.Any(member => member.Required == true) || body.Sample is not null ? "true" : "false"))
            .With("content", new DraftMap().With(body.MediaType ?? "application/json", media));
    }

    private static DraftMap Responses(PageOperation operation)
    {
        DraftMap responses = new();
        foreach ((string status, string? description, PageBody body) in operation.Responses)
        {
            DraftMap response = new DraftMap().With("description", new DraftText(description ?? status));
            if (body.Members.Count > 0 || body.Sample is not null)
            {
                response["content"] = new DraftMap().With(body.MediaType ?? "application/json", Media(body, declaredOnly: false));
            }

            responses[status] = response;
        }

        if (responses.Count == 0) responses["default"] = new DraftMap().With("description", "The page does not say what is answered.");
        return responses;
    }

    private static DraftMap Media(PageBody body, bool declaredOnly)
    {
        DraftMap media = new();
        JsonElement? sample = SampleText.Parse(body.Sample, out bool truncated);
        DraftMap schema = body.Members.Count > 0 ? ObjectSchema(body.Members) : new DraftMap();
        if (sample is { ValueKind: JsonValueKind.Object } value && (!declaredOnly || body.Members.Count == 0)) AddObserved(schema, value, truncated);
        else if (sample is { } other && body.Members.Count == 0) schema = SampleSchema.Of([other]);
        media["schema"] = schema;
        if (sample is null) return media;
        if (truncated)
        {
            media["x-contract-documented-examples"] = new DraftMap().With("page", new DraftMap()
                .With("value", DraftNode.FromJson(sample.Value)).With("truncated", new DraftRaw("true")));
        }
        else if (!Placeholder().IsMatch(body.Sample!))
        {
            media["examples"] = new DraftMap().With("page", new DraftMap().With("value", DraftNode.FromJson(sample.Value)));
        }

        return media;
    }

    /// <summary>Adds what only the sample shows: seen once, so nothing of it is required, and its types are a first guess.</summary>
    private static void AddObserved(DraftMap schema, JsonElement sample, bool truncated)
    {
        DraftMap inferred = SampleSchema.Of([sample]);
        DraftMap properties = schema.Map("properties");
        schema["type"] ??= new DraftText("object");
        foreach ((string name, DraftNode node) in inferred.Map("properties").Members)
        {
            if (properties[name] is not null || node is not DraftMap member) continue;
            Relax(member);
            member["x-contract-provenance"] = new DraftMap().With("confidence", "observed");
            properties[name] = member;
        }

        if (truncated) schema["additionalProperties"] = new DraftRaw("true");
    }

    private static void Relax(DraftMap schema)
    {
        schema.Remove("required");
        foreach ((string name, DraftNode node) in schema.Members.ToList())
        {
            if (name == "properties" && node is DraftMap properties)
            {
                foreach ((_, DraftNode property) in properties.Members) Relax((DraftMap)property);
            }
            else if (name == "items" && node is DraftMap items)
            {
                Relax(items);
            }
        }
    }

    private static DraftMap ObjectSchema(List<PageMember> members)
    {
        DraftMap schema = new DraftMap().With("type", "object");
        DraftMap properties = schema.Map("properties");
        DraftList required = new();
        foreach (PageMember member in members)
        {
            properties[member.Name] = Schema(member, described: true);
            if (member.Required == true) required.Items.Add(new DraftText(member.Name));
        }

        if (required.Items.Count > 0) schema["required"] = required;
        if (NotBothEmpty.Find(members) is { } choice) schema["anyOf"] = choice;
        return schema;
    }

    private static DraftMap Schema(PageMember member, bool described)
    {
        DraftMap schema = TypeSchema(member);
        schema.Line = member.Line;
        if (described) schema.With("description", member.Description);
        AddValues(schema, member);
        if (member.Example is { } example && !Placeholder().IsMatch(example)) schema["example"] = Example(example, member.Type);
        return schema;
    }

    private static DraftMap TypeSchema(PageMember member)
    {
        string type = BaseType(member.Type);
        DraftMap schema = type is "any" ? new DraftMap() : new DraftMap().With("type", type == "file" ? "string" : type);
        if (type == "file") schema.With("format", "binary");
        if (!member.Type.StartsWith("enum", StringComparison.Ordinal) && Format().Match(member.Type) is { Success: true } format) schema.With("format", format.Groups[1].Value);
        if (type is "object" or "any" && member.Members.Count > 0) return ObjectSchema(member.Members);
        if (type != "array") return schema;
        string item = ItemType().Match(member.Type) is { Success: true } match ? match.Groups[1].Value : "";
        PageMember items = new() { Name = member.Name, Type = item.Length == 0 ? "any" : item };
        items.Members.AddRange(member.Members);
        items.Allowed.AddRange(member.Allowed);
        DraftMap below = TypeSchema(items);
        AddValues(below, items);
        return schema.With("items", below);
    }

    private static DraftNode Example(string text, string type) =>
        type.StartsWith("integer", StringComparison.Ordinal) || type.StartsWith("number", StringComparison.Ordinal)
            ? decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? new DraftRaw(text) : new DraftText(text)
            : new DraftText(text);

    /// <summary>The type that the page prints, its format, items and null aside; of <c>enum&lt;string&gt;</c> the inner one.</summary>
    private static string BaseType(string printed)
    {
        string type = printed.Split(' ', '[', '<', '(')[0];
        if (type != "enum") return type;
        string inner = printed[4..].Trim('<', '>', ' ').Split(' ', '>')[0];
        return inner is "integer" or "number" or "boolean" ? inner : "string";
    }

    private static void AddValues(DraftMap schema, PageMember member)
    {
        string type = BaseType(member.Type);
        if (member.Allowed.Count > 0 && type is "string" or "integer" or "number")
        {
            DraftList values = new();
            foreach (string value in member.Allowed) values.Items.Add(Example(value, type));
            schema["enum"] = values;
        }

        if (member.Default is { Length: > 0 } text && type is "string" or "integer" or "number" or "boolean") schema["default"] = text is "true" or "false" && type == "boolean" ? new DraftRaw(text) : Example(text, type);
        if (!NullToo().IsMatch(member.Type) || schema["type"] is not DraftText named) return;
        schema["type"] = new DraftList { Items = { named, new DraftText("null") } };
        if (schema["enum"] is DraftList known) known.Items.Add(new DraftRaw("null"));
    }

    [GeneratedRegex(@"(\||\bor) *null\b", RegexOptions.NonBacktracking)]
    private static partial Regex NullToo();

    [GeneratedRegex(@"\{\{[^}]*\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"<([\w-]+)>", RegexOptions.NonBacktracking)]
    private static partial Regex Format();

    [GeneratedRegex(@"\[ *(\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex ItemType();
}
