using System.Text.Json.Nodes;

namespace ContractToolkit.CSharp.Tests.Generative;

/// <summary>Schemas that belong together: a base and what derives from it, unions with a discriminator, names that differ by case, and keywords that say the same
/// thing twice.</summary>
internal static class RandomFamilies
{
    private static readonly string[] Clashing = ["a-b", "a_b", "a b", "A B", "aB", "+", "-", "", "1", "-1", "１", "class", "Value", "Known", "ToString", "a\u202eb", "\"", "ab"];

    /// <summary>Adds them to the components.</summary>
    public static void Add(Random random, RandomNames names, RandomSchemas schemas, JsonObject declared)
    {
        Derived(random, schemas, declared);
        Told(random, schemas, declared);
        declared["task"] = schemas.Object(1);
        declared["Task"] = schemas.Any(1);
        declared["Enumeration"] = Enumeration(random);
        declared["Twice"] = Twice(random, schemas);
        declared["Conditional"] = Conditional(random, names, schemas);
        declared["Flags"] = Flags(random);
        declared["Pointed"] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject
        {
            ["one"] = new JsonObject { ["$ref"] = "#/components/schemas/Flags/properties/nullable" }, ["two"] = new JsonObject { ["$ref"] = "#/components/schemas/Twice/allOf/1" },
            ["local"] = new JsonObject { ["$ref"] = "#/components/schemas/Pointed/$defs/Inner" },
        }, ["$defs"] = new JsonObject { ["Inner"] = schemas.Any(1) } };
    }

    private static JsonObject Reference(string name) => new() { ["$ref"] = "#/components/schemas/" + name };

    private static void Derived(Random random, RandomSchemas schemas, JsonObject declared)
    {
        JsonObject parent = schemas.Object(1);
        ((JsonObject)parent["properties"]!)["petType"] = new JsonObject { ["type"] = "string" };
        parent["required"] = new JsonArray("petType");
        parent["discriminator"] = new JsonObject { ["propertyName"] = "petType", ["mapping"] = new JsonObject { ["the cat"] = "#/components/schemas/Cat", ["Dog"] = "Dog" } };
        declared["Animal"] = parent;
        foreach (string name in new[] { "Cat", "Dog", "Puppy" })
        {
            var parts = new JsonArray(Reference(name == "Puppy" ? "Dog" : "Animal"));
            if (random.Next(3) > 0) parts.Add(schemas.Object(2));
            declared[name] = new JsonObject { ["allOf"] = parts, ["description"] = name };
        }

        declared["Zoo"] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["first"] = Reference("Animal"), ["pets"] = new JsonObject { ["type"] = "array", ["items"] = Reference(random.Next(2) == 0 ? "Animal" : "Dog") } } };
    }

    private static void Told(Random random, RandomSchemas schemas, JsonObject declared)
    {
        foreach (string name in new[] { "Card", "Bank" })
        {
            JsonObject option = schemas.Object(1);
            ((JsonObject)option["properties"]!)["method"] = random.Next(2) == 0 ? new JsonObject { ["const"] = name.ToLowerInvariant() } : new JsonObject { ["type"] = "string" };
            option["required"] = new JsonArray("method");
            declared[name] = option;
        }

        declared["Payment"] = new JsonObject
        {
            [random.Next(2) == 0 ? "oneOf" : "anyOf"] = new JsonArray(Reference("Card"), Reference("Bank")),
            ["discriminator"] = new JsonObject { ["propertyName"] = "method", ["mapping"] = new JsonObject { ["card"] = "#/components/schemas/Card", ["bank"] = "#/components/schemas/Bank", ["old-card"] = "Card" } },
        };
        declared["MaybePayment"] = new JsonObject { ["anyOf"] = new JsonArray(Reference("Payment"), new JsonObject { ["type"] = "null" }) };
    }

    private static JsonObject Enumeration(Random random)
    {
        string[] values = [.. Clashing];
        random.Shuffle(values);
        var schema = new JsonObject { ["type"] = new JsonArray("string", "null"), ["enum"] = new JsonArray([.. values.Select(value => (JsonNode?)value), null]) };
        if (random.Next(2) == 0) schema["x-enum-varnames"] = new JsonArray([.. values.Select((_, i) => (JsonNode?)("Name" + (i / 2))), "Nothing"]);
        return schema;
    }

    /// <summary>One member in both parts.</summary>
    private static JsonObject Twice(Random random, RandomSchemas schemas)
    {
        JsonObject[] parts = [schemas.Object(1), schemas.Object(1)];
        foreach (JsonObject part in parts) ((JsonObject)part["properties"]!)["both"] = random.Next(2) == 0 ? schemas.Object(2) : schemas.Any(2);
        foreach (JsonObject part in parts) part.Remove("additionalProperties");
        return new JsonObject { ["allOf"] = new JsonArray([.. parts]) };
    }

    private static JsonObject Conditional(Random random, RandomNames names, RandomSchemas schemas)
    {
        JsonObject schema = schemas.Object(1);
        string name = names.One();
        schema["if"] = new JsonObject { ["required"] = new JsonArray(name) };
        schema["then"] = new JsonObject { ["properties"] = new JsonObject { [name] = schemas.Any(2), ["then"] = schemas.Any(2) } };
        if (random.Next(2) == 0) schema["else"] = new JsonObject { ["properties"] = new JsonObject { ["then"] = schemas.Any(2) } };
        if (random.Next(2) == 0) schema["dependentSchemas"] = new JsonObject { ["then"] = new JsonObject { ["properties"] = new JsonObject { ["depends"] = schemas.Any(2) } } };
        if (random.Next(3) == 0) schema["unevaluatedProperties"] = random.Next(2) == 0 ? false : schemas.Any(3);
        if (random.Next(3) == 0) schema["not"] = new JsonObject { ["required"] = new JsonArray("never") };
        return schema;
    }

    private static JsonObject Flags(Random random) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("shown", "secret", "nullable", "bound"),
        ["properties"] = new JsonObject
        {
            ["shown"] = new JsonObject { ["type"] = "string", ["readOnly"] = true },
            ["secret"] = new JsonObject { ["type"] = "string", ["writeOnly"] = true },
            ["nullable"] = new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("x", null) }, new JsonObject { ["type"] = "null" }) },
            ["bound"] = new JsonObject { ["type"] = "integer", ["maximum"] = random.Next(2) == 0 ? 18446744073709551615m : 5 },
            ["list"] = new JsonObject { ["type"] = new JsonArray("array", "null"), ["items"] = new JsonObject { ["type"] = new JsonArray("integer", "null") }, ["default"] = new JsonArray(1, null), ["contains"] = new JsonObject { ["type"] = "integer" }, ["minContains"] = 0 },
            ["embedded"] = new JsonObject { ["type"] = "string", ["contentMediaType"] = "application/json", ["contentSchema"] = Reference("Card") },
            ["bytes"] = new JsonObject { ["type"] = "string", ["contentEncoding"] = "base64" },
            ["constant"] = new JsonObject { ["const"] = random.Next(3) switch { 0 => JsonValue.Create(1.5m), 1 => JsonValue.Create(true), _ => new JsonArray(1) } },
            ["both"] = new JsonObject { ["type"] = new JsonArray("object", "string"), ["properties"] = new JsonObject { ["x"] = new JsonObject { ["type"] = "integer" } }, ["default"] = new JsonObject { ["x"] = 1 } },
        },
    };
}
