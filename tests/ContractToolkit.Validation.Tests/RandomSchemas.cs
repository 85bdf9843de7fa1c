using System.Text.Json.Nodes;

namespace ContractToolkit.Validation.Tests;

/// <summary>Random schemas and instances over few names and values, so that they meet often.</summary>
/// <param name="random">Where the choices come from.</param>
/// <param name="plain">Whether to keep to what older validators know too.</param>
internal sealed class RandomSchemas(Random random, bool plain)
{
    private const int PlainKeywords = 20;
    private const int AllKeywords = 37;

    private static readonly string[] Names = ["a", "b", "c", "kind"];
    private static readonly string[] Texts = ["", "x", "xy", "abc", "é", "😀😀", "2024-02-30", "2024-02-29", "a1"];
    private static readonly string[] Fractions = ["0.5", "1.0", "2.25", "1e3", "-0.0", "10E-1", "9007199254740993"];
    private static readonly string[] Patterns = ["^a", "[0-9]$", "^[a-c]+$", "(?=x)x"];
    private static readonly string[] Types = ["object", "object", "array", "string", "number", "integer", "boolean", "null"];

    private string[] targets = [];

    /// <summary>
    /// A schema with definitions that it may refer to, and itself in its items. No chain of references leads back to the same value: what that
    /// means JSON Schema leaves open.
    /// </summary>
    public JsonObject Document(int depth = 3)
    {
        targets = ["#/$defs/one", "#/$defs/two"];
        JsonObject schema = Schema(depth);
        if (plain) return schema;
        targets = ["#/$defs/two"];
        JsonObject one = Schema(2);
        targets = [];
        schema["$defs"] = new JsonObject { ["one"] = one, ["two"] = Schema(2) };
        return schema;
    }

    /// <summary>Any value.</summary>
    public JsonNode? Instance(int depth = 3) => random.Next(depth > 0 ? 8 : 6) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(-2, 6),
        3 => JsonNode.Parse(One(Fractions)),
        4 or 5 => One(Texts),
        6 => new JsonArray(Enumerable.Range(0, random.Next(4)).Select(_ => Instance(depth - 1)).ToArray()),
        _ => Members(depth),
    };

    private T One<T>(T[] choices) => choices[random.Next(choices.Length)];

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
        if (plain || random.Next(3) > 0) schema["type"] = One(Types);
        for (int keywords = random.Next(1, 4); keywords > 0; keywords--) Add(schema, depth);
        return schema;
    }

    private JsonObject Inner(int depth) => depth <= 0 ? new() { ["type"] = random.Next(2) == 0 ? "string" : "integer" } : Schema(depth - 1);

    private void Add(JsonObject schema, int depth)
    {
        switch (random.Next(plain ? PlainKeywords : AllKeywords))
        {
            case 0: schema["properties"] = Map(depth); break;
            case 1: schema["required"] = new JsonArray(One(Names)); break;
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
            case 14: schema["pattern"] = Patterns[random.Next(3)]; break;
            case 15: schema["patternProperties"] = new JsonObject { [Patterns[random.Next(3)]] = Inner(depth) }; break;
            case 16: schema["minProperties"] = random.Next(3); break;
            case 17: schema["maxProperties"] = random.Next(1, 4); break;
            case 18: schema["multipleOf"] = JsonNode.Parse(One(["1", "2", "0.5", "0.25"])); break;
            case 19: schema["enum"] = new JsonArray(Texts[1], Texts[3], Texts[8]); break;
            default: AddModern(schema, depth); break;
        }
    }

    private void AddModern(JsonObject schema, int depth)
    {
        switch (random.Next(AllKeywords - PlainKeywords))
        {
            case 0: schema["if"] = Inner(depth); schema["then"] = Inner(depth); break;
            case 1: schema["if"] = Inner(depth); schema["else"] = Inner(depth); break;
            case 2 or 3: if (targets.Length > 0) schema["$ref"] = One(targets); break;
            case 4: schema["items"] = new JsonObject { ["$ref"] = "#" }; break;
            case 5: schema["enum"] = new JsonArray(Instance(1), Instance(0), Texts[1]); break;
            case 6: schema["const"] = Instance(1); break;
            case 7: schema["pattern"] = One(Patterns); break;
            case 8: schema["propertyNames"] = new JsonObject { ["maxLength"] = random.Next(1, 4) }; break;
            case 9: schema["contains"] = Inner(depth); schema["minContains"] = random.Next(3); break;
            case 10: schema["prefixItems"] = new JsonArray(Inner(depth), Inner(depth)); break;
            case 11: schema["uniqueItems"] = true; break;
            case 12: schema["dependentRequired"] = new JsonObject { ["a"] = new JsonArray("b") }; break;
            case 13: schema["dependentSchemas"] = new JsonObject { ["b"] = Inner(depth) }; break;
            case 14: schema[random.Next(2) == 0 ? "unevaluatedProperties" : "unevaluatedItems"] = false; break;
            case 15: schema["if"] = Tagged("x", 0); schema["then"] = Inner(depth); schema["else"] = Inner(depth); break;
            default: schema[random.Next(2) == 0 ? "oneOf" : "anyOf"] = new JsonArray(Tagged("x", depth), Tagged("xy", depth), Tagged("abc", depth)); break;
        }
    }

    private JsonObject Map(int depth)
    {
        JsonObject map = [];
        foreach (string name in Names.Take(random.Next(1, 4))) map[name] = Inner(depth);
        return map;
    }

    private JsonObject Tagged(string tag, int depth)
    {
        JsonObject members = new() { ["kind"] = new JsonObject { ["const"] = tag } };
        if (depth > 0) members["a"] = Inner(depth);
        JsonObject schema = new() { ["properties"] = members };
        if (random.Next(4) > 0) schema["required"] = new JsonArray("kind");
        if (random.Next(3) == 0) schema["type"] = "object";
        return schema;
    }
}
