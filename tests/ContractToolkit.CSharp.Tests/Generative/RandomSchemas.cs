using System.Text.Json.Nodes;

namespace ContractToolkit.CSharp.Tests.Generative;

/// <summary>Random schemas in which the keywords that decide about types meet one another.</summary>
internal sealed class RandomSchemas(Random random, RandomNames names, IReadOnlyList<string> components)
{
    private const int MaxDepth = 3;

    private static readonly string[] Hostile =
        ["plain", "*/ } class Evil {", "\"\"\"\n#if X", "</summary><evil/>", "// \u2028 {0} \\u0022", "a\u202eb"];

    private static readonly string[] Formats = ["date", "date-time", "uuid", "uri", "byte", "time", "duration", "decimal", "int64", "email", "unheard-of"];

    /// <summary>A schema for an object.</summary>
    public JsonObject Object(int depth)
    {
        var properties = new JsonObject();
        IReadOnlyList<string> members = names.Some(6);
        foreach (string member in members) properties[member] = Any(depth + 1);
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        JsonNode?[] required = [.. members.Where(_ => random.Next(2) == 0).Select(member => (JsonNode?)member)];
        if (required.Length > 0) schema["required"] = new JsonArray(required);
        switch (random.Next(6))
        {
            case 0: schema["additionalProperties"] = false; break;
            case 1: schema["additionalProperties"] = Any(depth + 1); break;
            case 2: schema["patternProperties"] = new JsonObject { ["^x-"] = Any(depth + 1) }; break;
        }

        return schema;
    }

    /// <summary>Any schema.</summary>
    public JsonNode Any(int depth)
    {
        JsonObject schema = depth < MaxDepth ? Structured(depth) : Scalar();
        if (random.Next(4) == 0) schema["description"] = Hostile[random.Next(Hostile.Length)];
        if (random.Next(12) == 0) schema["deprecated"] = true;
        if (random.Next(16) == 0 && !schema.ContainsKey("$ref")) schema[random.Next(2) == 0 ? "readOnly" : "writeOnly"] = true;
        return schema;
    }

    private JsonObject Structured(int depth) => random.Next(16) switch
    {
        0 => Object(depth),
        1 => new JsonObject { ["type"] = "array", ["items"] = Any(depth + 1) },
        2 => new JsonObject { ["type"] = "object", ["additionalProperties"] = Any(depth + 1) },
        3 => new JsonObject { ["oneOf"] = Alternatives(depth) },
        4 => new JsonObject { ["anyOf"] = Alternatives(depth) },
        5 => new JsonObject { ["allOf"] = new JsonArray(Reference(), Object(depth + 1)) },
        6 => Tuple(depth),
        7 => new JsonObject { ["type"] = new JsonArray("string", "integer", "null") },
        8 => new JsonObject { ["oneOf"] = new JsonArray(Reference(), new JsonObject { ["type"] = "null" }) },
        9 or 10 => Reference(),
        11 => [],
        12 => Beside(depth),
        13 => new JsonObject { ["allOf"] = new JsonArray(new JsonObject { ["oneOf"] = Alternatives(depth + 1) }, new JsonObject { ["anyOf"] = Alternatives(depth + 1) }) },
        _ => Scalar(),
    };

    private JsonObject Tuple(int depth)
    {
        JsonObject titled = Scalar();
        titled["title"] = names.One();
        var schema = new JsonObject { ["type"] = "array", ["prefixItems"] = new JsonArray(Any(depth + 1), random.Next(2) == 0 ? titled : Scalar()), ["minItems"] = random.Next(4) };
        if (random.Next(3) is var rest && rest > 0) schema["items"] = rest == 1 ? false : Any(depth + 1);
        return schema;
    }

    private JsonArray Alternatives(int depth)
    {
        var alternatives = new JsonArray();
        int count = random.Next(2, 4);
        for (int i = 0; i < count; i++)
        {
            JsonObject branch = random.Next(3) switch { 0 => Reference(), 1 => Scalar(), _ => Tagged(depth, i) };
            alternatives.Add(branch);
        }

        return alternatives;
    }

    /// <summary>Alternatives beside members.</summary>
    private JsonObject Beside(int depth)
    {
        JsonObject schema = Object(depth + 1);
        var alternatives = new JsonArray(Tagged(depth + 1, 0), random.Next(3) switch { 0 => Reference(), 1 => Scalar(), _ => Tagged(depth + 1, 1) });
        schema[random.Next(2) == 0 ? "oneOf" : "anyOf"] = alternatives;
        if (random.Next(3) == 0) schema.Remove("type");
        return schema;
    }

    private JsonObject Tagged(int depth, int number)
    {
        JsonObject branch = Object(depth + 1);
        ((JsonObject)branch["properties"]!)["kind"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("kind" + number) };
        if (random.Next(3) > 0) branch["required"] = new JsonArray("kind");
        return branch;
    }

    private JsonObject Scalar() => random.Next(10) switch
    {
        0 => new JsonObject { ["type"] = "string", ["format"] = Formats[random.Next(Formats.Length)] },
        1 => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("a", "A", "a b", "", "class", "1") },
        2 => new JsonObject { ["type"] = "integer", ["enum"] = new JsonArray(-1, 0, 1) },
        3 => new JsonObject { ["enum"] = new JsonArray("a", 1, true, null) },
        4 => new JsonObject { ["const"] = "fixed" },
        5 => new JsonObject { ["type"] = new JsonArray("string", "null"), ["default"] = null },
        6 => new JsonObject { ["type"] = "number", ["format"] = random.Next(2) == 0 ? "float" : "double" },
        7 => new JsonObject { ["type"] = "boolean" },
        8 => new JsonObject { ["type"] = "integer", ["format"] = random.Next(2) == 0 ? "int32" : "int64", ["default"] = 7 },
        _ => new JsonObject { ["type"] = "string", ["maxLength"] = 20 },
    };

    private JsonObject Reference() => new() { ["$ref"] = "#/components/schemas/" + components[random.Next(components.Count)] };
}
