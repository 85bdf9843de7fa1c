using System.Text.Json.Nodes;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Breaks <c>type</c>, <c>enum</c>, <c>const</c> and the combinations.</summary>
internal static class TypeMutations
{
    private static readonly (SchemaTypes Type, string Json)[] Others =
    [
        (SchemaTypes.String, "\"not of this type\""), (SchemaTypes.Number, "12345"), (SchemaTypes.Boolean, "true"),
        (SchemaTypes.Object, "{\"not\":\"expected\"}"), (SchemaTypes.Array, "[\"not expected\"]"),
    ];

    public static IEnumerable<Mutation> Of(Schema schema, JsonNode? node)
    {
        if (schema.Types != SchemaTypes.None)
        {
            yield return new Mutation("type", schema, "a value of another type", Wrong(schema.Types));
            if (schema.Types.HasFlag(SchemaTypes.Integer) && !schema.Types.HasFlag(SchemaTypes.Number))
            {
                yield return new Mutation("type", schema, "a number with a fraction", ["1.5"]);
            }

            if (!schema.Types.HasFlag(SchemaTypes.Null) && node is not null) yield return new Mutation("type", schema, "null", ["null"]);
        }

        if (schema.Enum is { } values) yield return new Mutation("enum", schema, "a value that is not listed", Unlisted(values));
        if (schema.Const is { } only) yield return new Mutation("const", schema, "another value", Unlisted([only]));
        if (schema.Composition is not { } composition) yield break;
        string[] strangers = [.. Others.Select(other => other.Json), "null", "{}", "[]"];
        if (!composition.AnyOf.IsEmpty) yield return new Mutation("anyOf", schema, "a value that fits no branch", strangers);
        if (!composition.OneOf.IsEmpty) yield return new Mutation("oneOf", schema, "a value that fits no branch", strangers);
    }

    private static IEnumerable<string> Wrong(SchemaTypes types) => Others
        .Where(other => !types.HasFlag(other.Type) && !(other.Type == SchemaTypes.Number && types.HasFlag(SchemaTypes.Integer)))
        .Select(other => other.Json).Append("null");

    private static IEnumerable<string> Unlisted(EquatableArray<JsonLiteral> values)
    {
        JsonKind kind = values.IsEmpty ? JsonKind.String : values[0].Kind;
        if (kind == JsonKind.Number) return ["987654321", "-1", "0", "0.5"];
        if (kind == JsonKind.Boolean) return ["true", "false"];
        string? first = values.FirstOrDefault(value => value.Kind == JsonKind.String)?.Text;
        return first is null ? ["\"not listed\"", "null"] : [first[..^1] + "x\"", "\"not listed\""];
    }
}
