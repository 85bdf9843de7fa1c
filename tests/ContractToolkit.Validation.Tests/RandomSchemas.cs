using System.Text.Json.Nodes;

namespace ContractToolkit.Validation.Tests;

/// <summary>Random schemas and instances over few names and values, so that they meet often.</summary>
internal sealed class RandomSchemas(Random random, bool plain)
{
    private static readonly string[] Names = ["a", "b", "c", "kind"];
    private static readonly string[] Texts = ["", "x", "xy", "abc", "é", "😀😀", "2024-02-30", "2024-02-29", "a1"];
    private static readonly string[] Patterns = ["^a", "[0-9]$", "^[a-c]+$", "(?=x)x"];

    /// <summary>A schema with definitions that it may refer to, itself included.</summary>
    public JsonObject Document()
    {
        JsonObject schema = Schema(3);
        if (plain) return schema;
        schema["$defs"] = new JsonObject { ["one"] = Schema(2), ["two"] = Schema(2) };
        return schema;
    }

    public JsonNode? Instance(int depth = 3) => random.Next(depth > 0 ? 8 : 6) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(-2, 6),
        3 => new[] { 0.5, 1.0, 2.25, 1e3, -0.0 }[random.Next(5)],
        4 or 5 => Texts[random.Next(Texts.Length)],
        6 => new JsonArray(Enumerable.Range(0, random.Next(4)).Select(_ => Instance(depth - 1)).ToArray()),
        _ => Members(depth),
    };

    private JsonObject Members(int depth)
    {
        JsonObject members = [];
        foreach (string name in Names)
        {
            if (random.Next(2) == 0) members[name] = name == "kind" ? Texts[random.Next(1, 4)] : Instance(depth - 1);
        }

        return members;
    }

    private JsonObject Schema(int depth)
    {
        JsonObject schema = [];
        if (plain || random.Next(3) > 0) schema["type"] = new[] { "object", "object", "array", "string", "number", "integer", "boolean", "null" }[random.Next(8)];
        for (int keywords = random.Next(1, 4); keywords > 0; keywords--) Add(schema, depth);
        return schema;
    }

    private JsonObject Inner(int depth) => depth <= 0 ? new() { ["type"] = random.Next(2) == 0 ? "string" : "integer" } : Schema(depth - 1);

    private void Add(JsonObject schema, int depth)
    {
        switch (random.Next(plain ? 14 : 30))
        {
            case 0: schema["properties"] = Map(depth); break;
            case 1: schema["required"] = new JsonArray(Names[random.Next(4)]); break;
            case 2: schema["additionalProperties"] = random.Next(2) == 0 ? false : Inner(depth); break;
            case 3: schema["items"] = Inner(depth); break;
            case 4: schema["minItems"] = random.Next(3); break;
            case 5: schema["maxItems"] = random.Next(1, 4); break;
            case 6: schema["minimum"] = random.Next(-1, 4); break;
            case 7: schema["maximum"] = random.Next(-1, 4); break;
            case 8: schema["minLength"] = random.Next(3); break;
            case 9: schema["maxLength"] = random.Next(4); break;
            case 10: schema["anyOf"] = new JsonArray(Inner(depth), Inner(depth)); break;
            case 11: schema["allOf"] = new JsonArray(Inner(depth), Inner(depth)); break;
            case 12: schema["oneOf"] = new JsonArray(Inner(depth), Inner(depth)); break;
            case 13: schema["not"] = Inner(depth); break;
            case 14: schema["if"] = Inner(depth); schema["then"] = Inner(depth); break;
            case 15: schema["if"] = Inner(depth); schema["else"] = Inner(depth); break;
            case 16: schema["$ref"] = new[] { "#/$defs/one", "#/$defs/two" }[random.Next(2)]; break;
            case 17: schema["items"] = new JsonObject { ["$ref"] = "#" }; break;
            case 18: schema["enum"] = new JsonArray(Instance(1), Instance(0), Texts[1]); break;
            case 19: schema["const"] = Instance(1); break;
            case 20: schema["patternProperties"] = new JsonObject { [Patterns[random.Next(3)]] = Inner(depth) }; break;
            case 21: schema["propertyNames"] = new JsonObject { ["maxLength"] = random.Next(1, 4) }; break;
            case 22: schema["contains"] = Inner(depth); schema["minContains"] = random.Next(3); break;
            case 23: schema["prefixItems"] = new JsonArray(Inner(depth), Inner(depth)); break;
            case 24: schema["uniqueItems"] = true; break;
            case 25: schema["dependentRequired"] = new JsonObject { ["a"] = new JsonArray("b") }; break;
            case 26: schema["dependentSchemas"] = new JsonObject { ["b"] = Inner(depth) }; break;
            case 27: schema[random.Next(2) == 0 ? "unevaluatedProperties" : "unevaluatedItems"] = false; break;
            case 28: schema["pattern"] = Patterns[random.Next(4)]; break;
            default: schema["oneOf"] = new JsonArray(Tagged("x", depth), Tagged("xy", depth)); break;
        }
    }

    private JsonObject Map(int depth)
    {
        JsonObject map = [];
        foreach (string name in Names.Take(random.Next(1, 4))) map[name] = Inner(depth);
        return map;
    }

    private JsonObject Tagged(string tag, int depth) => new()
    {
        ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["const"] = tag }, ["a"] = Inner(depth) },
        ["required"] = new JsonArray("kind"),
    };
}
