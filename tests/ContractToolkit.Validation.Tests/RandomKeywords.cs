using System.Text.Json.Nodes;
using ContractToolkit.OpenApi;
using Scalar = System.Text.Json.Nodes.JsonValue;

namespace ContractToolkit.Validation.Tests;

/// <summary>Random keywords of one draft.</summary>
internal sealed class RandomKeywords(Random random, SchemaDialect draft, RandomDraft schemas)
{
    private const int OldKeywords = 22;
    private const int AllKeywords = 38;

    private static readonly string[] Patterns = ["^a", "[0-9]$", "^[a-c]+$", "(?=x)x", "^.$", "b"];
    private static readonly string[] Types = ["object", "array", "string", "number", "integer", "boolean", "null"];

    private readonly bool isModern = draft is SchemaDialect.Draft201909 or SchemaDialect.Draft202012;

    /// <summary>A schema of one to four keywords.</summary>
    public JsonObject Some(int depth)
    {
        JsonObject schema = [];
        if (random.Next(5) < 2) AddType(schema);
        for (int count = random.Next(1, 4); count > 0; count--)
        {
            int choice = random.Next(AllKeywords);
            if (choice < OldKeywords) AddOld(schema, choice, depth);
            else if (choice < OldKeywords + 6) AddNewer(schema, choice - OldKeywords, depth);
            else if (isModern) AddModern(schema, choice - OldKeywords - 6, depth);
            else AddReference(schema);
        }

        // OpenAPI 3.0 lets nothing stand beside a reference.
        return draft == SchemaDialect.OpenApi30 && schema["$ref"] is { } reference ? new() { ["$ref"] = reference.DeepClone() } : schema;
    }

    /// <summary>A type or two; in OpenAPI 3.0 one, and null by a word of its own.</summary>
    private void AddType(JsonObject schema)
    {
        bool isOpenApi = draft == SchemaDialect.OpenApi30;
        if (isOpenApi || random.Next(3) > 0) schema["type"] = schemas.One(isOpenApi ? Types[..6] : Types);
        else schema["type"] = new JsonArray(Types[random.Next(3)], Types[random.Next(4, 7)]);
        if (isOpenApi && random.Next(2) == 0) schema["nullable"] = true;
    }

    private JsonNode Inner(int depth) => depth <= 0 ? new JsonObject { ["type"] = schemas.One(Types[..6]) } : schemas.Schema(depth - 1);

    private JsonArray List(int depth) => new([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Inner(depth))]);

    private JsonObject Map(IEnumerable<string> names, int depth) => new(names.Select(name => KeyValuePair.Create<string, JsonNode?>(name, Inner(depth))));

    private void AddOld(JsonObject schema, int choice, int depth)
    {
        switch (choice)
        {
            case 0 or 1: schema["properties"] = Map(schemas.Some(4), depth); break;
            case 2: schema["required"] = new JsonArray([.. schemas.Some(3).DefaultIfEmpty("a").Select(name => Scalar.Create(name))]); break;
            case 3: schema["additionalProperties"] = random.Next(2) == 0 ? false : Inner(depth); break;
            case 4: schema["items"] = Inner(depth); break;
            case 5: AddBound(schema, "minimum", "exclusiveMinimum"); break;
            case 6: AddBound(schema, "maximum", "exclusiveMaximum"); break;
            case 7 or 8: schema[schemas.One(["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"])] = random.Next(4); break;
            case 9: schema["anyOf"] = List(depth); break;
            case 10: schema["allOf"] = List(depth); break;
            case 11: schema["oneOf"] = List(depth); break;
            case 12: schema["not"] = Inner(depth); break;
            case 13: schema["pattern"] = schemas.One(Patterns); break;
            case 14 when draft != SchemaDialect.OpenApi30: schema["patternProperties"] = Map([schemas.One(Patterns)], depth); break;
            case 15: schema["multipleOf"] = JsonNode.Parse(schemas.One(["1", "2", "0.5", "0.25", "3"])); break;
            case 16: schema["enum"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => schemas.Instance(1)).DistinctBy(value => value?.ToJsonString())]); break;
            case 17: schema["uniqueItems"] = true; break;
            case 18 when !isModern && draft != SchemaDialect.OpenApi30: schema["dependencies"] = new JsonObject { ["a"] = random.Next(2) == 0 ? new JsonArray("b") : Inner(depth) }; break;
            case 19 when draft is not (SchemaDialect.Draft202012 or SchemaDialect.OpenApi30): schema["items"] = List(depth); schema["additionalItems"] = Inner(depth); break;
            default: AddReference(schema); break;
        }
    }

    /// <summary>A bound, which draft 4 and OpenAPI 3.0 make exclusive by a flag.</summary>
    private void AddBound(JsonObject schema, string inclusive, string exclusive)
    {
        schema[inclusive] = schemas.Number();
        if (random.Next(3) == 0) schema[exclusive] = draft is SchemaDialect.Draft4 or SchemaDialect.OpenApi30 ? Scalar.Create(true) : schemas.Number();
    }

    /// <summary>A reference; before 2019-09 it hides what stands beside it.</summary>
    private void AddReference(JsonObject schema)
    {
        if (schemas.Target() is not { } target) return;
        if (!isModern && random.Next(3) > 0) schema.Clear();
        schema["$ref"] = target;
    }

    private void AddNewer(JsonObject schema, int choice, int depth)
    {
        if (draft is SchemaDialect.Draft4 or SchemaDialect.OpenApi30) return;
        switch (choice)
        {
            case 0: schema["const"] = schemas.Instance(1); break;
            case 1 or 2: schema["contains"] = Inner(depth); break;
            case 3: schema["propertyNames"] = random.Next(3) == 0 ? Inner(depth) : new JsonObject { ["maxLength"] = random.Next(1, 4) }; break;
            default:
                if (draft == SchemaDialect.Draft6) break;
                schema["if"] = Inner(depth);
                if (random.Next(3) > 0) schema["then"] = Inner(depth);
                if (random.Next(3) > 0) schema["else"] = Inner(depth);
                break;
        }
    }

    private void AddModern(JsonObject schema, int choice, int depth)
    {
        switch (choice)
        {
            case 0: schema["contains"] = Inner(depth); schema["minContains"] = random.Next(3); break;
            case 1: schema["contains"] = Inner(depth); schema["maxContains"] = random.Next(3); break;
            case 2 or 3 or 4: schema["unevaluatedProperties"] = random.Next(3) > 0 ? false : Inner(depth); break;
            case 5 or 6: schema["unevaluatedItems"] = random.Next(3) > 0 ? false : Inner(depth); break;
            case 7: schema["dependentSchemas"] = Map(["b"], depth); break;
            case 8: schema["dependentRequired"] = new JsonObject { ["a"] = new JsonArray("b") }; break;
            case 9: schema[draft == SchemaDialect.Draft202012 ? "prefixItems" : "items"] = List(depth); break;
        }
    }
}
