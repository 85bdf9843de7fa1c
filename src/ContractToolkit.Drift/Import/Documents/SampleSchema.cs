using System.Text.Json;

namespace ContractToolkit.Drift.Import.Documents;

/// <summary>Infers a schema from sample values: what all of them have is required, what they differ in becomes a choice of types.</summary>
public static class SampleSchema
{
    private const int MaxDepth = 64;

    /// <summary>The schema of one or more samples of the same thing.</summary>
    public static DraftMap Of(IReadOnlyList<JsonElement> samples) => Of(samples, 0);

    private static DraftMap Of(IReadOnlyList<JsonElement> samples, int depth)
    {
        DraftMap schema = new();
        if (samples.Count == 0 || depth > MaxDepth) return schema;
        AddType(schema, [.. samples.Select(TypeOf).Distinct()]);
        JsonElement[] objects = [.. samples.Where(sample => sample.ValueKind == JsonValueKind.Object)];
        if (objects.Length > 0) AddMembers(schema, objects, depth);
        JsonElement[] arrays = [.. samples.Where(sample => sample.ValueKind == JsonValueKind.Array)];
        if (arrays.Length > 0) schema["items"] = Of([.. arrays.SelectMany(array => array.EnumerateArray())], depth + 1);
        return schema;
    }

    private static void AddType(DraftMap schema, List<string> types)
    {
        if (types.Contains("number")) types.Remove("integer");
        if (types.Count == 1)
        {
            schema["type"] = new DraftText(types[0]);
            return;
        }

        DraftList list = new();
        list.Items.AddRange(types.Order(StringComparer.Ordinal).Select(type => new DraftText(type)));
        schema["type"] = list;
    }

    private static void AddMembers(DraftMap schema, JsonElement[] objects, int depth)
    {
        DraftMap properties = new();
        DraftList required = new();
        foreach (string name in objects.SelectMany(each => each.EnumerateObject()).Select(member => member.Name).Distinct())
        {
            JsonElement[] values = [.. objects.Where(each => each.TryGetProperty(name, out _)).Select(each => each.GetProperty(name))];
            properties[name] = Of(values, depth + 1);
            if (values.Length == objects.Length) required.Items.Add(new DraftText(name));
        }

        if (properties.Count > 0) schema["properties"] = properties;
        if (required.Items.Count > 0) schema["required"] = required;
    }

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.Null => "null",
        _ => "boolean",
    };
}
