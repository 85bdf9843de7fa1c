using ContractToolkit.Drift.Import.Documents;

namespace ContractToolkit.Drift.Tests.Mending;

/// <summary>Changes a document as a server's next version would: its traffic then drifts from the document before.</summary>
internal sealed class DocumentDrift(Random random)
{
    private static readonly string[] Types = ["string", "integer", "number", "boolean", "object", "array"];

    /// <summary>Makes some changes anywhere below the root.</summary>
    public void Change(DraftMap root, int changes)
    {
        List<DraftMap> schemas = [], operations = [];
        Gather(root, "", schemas, operations);
        for (int i = 0; i < changes; i++)
        {
            if (operations.Count > 0 && (random.Next(3) == 0 || schemas.Count == 0)) Operation(operations[random.Next(operations.Count)]);
            else if (schemas.Count > 0) Schema(schemas[random.Next(schemas.Count)]);
        }

        if (random.Next(4) == 0 && root["paths"] is DraftMap { Count: > 0 } paths) Rename(paths, name => name.TrimEnd('/') + "/next");
    }

    private static void Gather(DraftNode node, string name, List<DraftMap> schemas, List<DraftMap> operations)
    {
        if (name is "example" or "examples" or "default" or "enum" or "const") return;
        if (node is DraftList list) list.Items.ForEach(item => Gather(item, "", schemas, operations));
        if (node is not DraftMap map) return;
        if (map["responses"] is DraftMap) operations.Add(map);
        else if (map["type"] is DraftText && map["in"] is null && (map["properties"] is DraftMap || map["items"] is DraftMap || Types.Contains(((DraftText)map["type"]!).Text)) && map["flows"] is null) schemas.Add(map);
        foreach ((string member, DraftNode value) in map.Members.ToList()) Gather(value, member, schemas, operations);
    }

    private void Operation(DraftMap operation)
    {
        DraftMap responses = (DraftMap)operation["responses"]!;
        switch (random.Next(5))
        {
            case 0 when responses.Count > 0:
                Rename(responses, _ => random.Next(2) == 0 ? "202" : "409");
                break;
            case 1 when operation["parameters"] is DraftList { Items: [DraftMap parameter, ..] } && parameter["name"] is DraftText named && parameter["in"] is not DraftText { Text: "path" }:
                parameter["name"] = new DraftText(named.Text + "2");
                break;
            case 2 when operation["parameters"] is DraftList parameters:
                foreach (DraftMap each in parameters.Items.OfType<DraftMap>().Where(each => each["in"] is DraftText { Text: "query" or "header" })) each["required"] = new DraftRaw(random.Next(2) == 0 ? "true" : "false");
                break;
            case 3 when responses.Members.FirstOrDefault().Value is DraftMap response && response["content"] is DraftMap { Count: > 0 } content:
                Rename(content, name => name.Contains("json", StringComparison.Ordinal) ? "application/vnd.next+json" : "application/json");
                break;
            default:
                if (operation["requestBody"] is DraftMap body && body["$ref"] is null) body["required"] = new DraftRaw("false");
                break;
        }
    }

    private void Schema(DraftMap schema)
    {
        DraftMap? properties = schema["properties"] as DraftMap;
        switch (random.Next(8))
        {
            case 0 when properties is { Count: > 0 }: Rename(properties, name => name + "2"); schema.Remove("required"); break;
            case 1 when properties is not null: properties["added"] = new DraftMap().With("type", Types[random.Next(4)]); break;
            case 2: schema.Remove("required"); break;
            case 3 when schema["enum"] is DraftList values: values.Items.Clear(); values.Items.Add(new DraftText("fresh")); break;
            case 4: schema.Remove("format"); break;
            case 5 when properties is null && schema["items"] is null: schema["type"] = new DraftText(Types[random.Next(4)]); schema.Remove("enum"); schema.Remove("default"); schema.Remove("example"); break;
            case 6:
                foreach (string bound in new[] { "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern", "multipleOf", "exclusiveMinimum", "exclusiveMaximum", "uniqueItems" }) schema.Remove(bound);
                break;
            default:
                if (schema["type"] is DraftText type) schema["oneOf"] = new DraftList { Items = { new DraftMap().With("type", type.Text), new DraftMap().With("type", "boolean") } };
                schema.Remove("type");
                break;
        }
    }

    private void Rename(DraftMap map, Func<string, string> name)
    {
        (string old, DraftNode value) = map.Members.ElementAt(random.Next(map.Count));
        string fresh = name(old);
        if (map[fresh] is not null) return;
        map.Remove(old);
        map[fresh] = value;
    }
}
