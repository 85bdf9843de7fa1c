using System.Text.Json;

namespace ContractToolkit.Reporting.Tests;

/// <summary>Checks an instance against the few keywords that the report's schema uses.</summary>
internal static class SchemaMisfits
{
    public static IEnumerable<string> Of(JsonElement instance, JsonElement schema, JsonElement root, string at = "")
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference)) schema = root.GetProperty("$defs").GetProperty(reference.GetString()!.Split('/')[^1]);
        if (schema.TryGetProperty("type", out JsonElement type) && !Fits(instance, type.GetString()!)) yield return $"{at}: no {type}";
        if (schema.TryGetProperty("const", out JsonElement constant) && constant.ToString() != instance.ToString()) yield return $"{at}: not {constant}";
        if (schema.TryGetProperty("enum", out JsonElement values) && values.EnumerateArray().All(value => value.ToString() != instance.ToString())) yield return $"{at}: {instance} is not listed";
        if (instance.ValueKind == JsonValueKind.Object)
        {
            foreach (string misfit in Members(instance, schema, root, at)) yield return misfit;
        }
        else if (instance.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out JsonElement items))
        {
            foreach (JsonElement item in instance.EnumerateArray())
            {
                foreach (string misfit in Of(item, items, root, at + "/*")) yield return misfit;
            }
        }
    }

    private static IEnumerable<string> Members(JsonElement instance, JsonElement schema, JsonElement root, string at)
    {
        foreach (JsonElement required in schema.TryGetProperty("required", out JsonElement list) ? list.EnumerateArray() : default)
        {
            if (!instance.TryGetProperty(required.GetString()!, out _)) yield return $"{at}: {required} is missing";
        }

        foreach (JsonProperty member in instance.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty(member.Name, out JsonElement declared))
            {
                foreach (string misfit in Of(member.Value, declared, root, at + "/" + member.Name)) yield return misfit;
            }
            else if (schema.TryGetProperty("additionalProperties", out JsonElement others) && others.ValueKind == JsonValueKind.False)
            {
                yield return $"{at}: {member.Name} is not declared";
            }
        }
    }

    private static bool Fits(JsonElement instance, string type) => type switch
    {
        "object" => instance.ValueKind == JsonValueKind.Object,
        "array" => instance.ValueKind == JsonValueKind.Array,
        "string" => instance.ValueKind == JsonValueKind.String,
        "boolean" => instance.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => instance.ValueKind == JsonValueKind.Number && instance.TryGetInt64(out _),
        _ => instance.ValueKind == JsonValueKind.Number,
    };
}
