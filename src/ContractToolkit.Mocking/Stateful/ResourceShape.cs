using System.Text.Json.Nodes;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Mocking;

/// <summary>Finds the thing itself, or the list of things, inside an answer that may wrap it.</summary>
internal sealed class ResourceShape(SchemaShapes shapes)
{
    private const int MaxDepth = 3;

    /// <summary>The names that an id may have: the parameter's own, <c>id</c>, and the parameter's ending.</summary>
    public static IEnumerable<string> IdNames(string? parameter)
    {
        if (parameter is not null)
        {
            yield return parameter;
            if (Ending(parameter) is { } ending) yield return ending;
        }

        yield return "id";
        yield return "_id";
        yield return "uuid";
        yield return "key";
        yield return "name";
    }

    // "milestone_number" and "milestoneNumber" are the "number" of a milestone.
    private static string? Ending(string parameter)
    {
        int at = parameter.LastIndexOfAny(['_', '-']) + 1;
        if (at == 0) at = Math.Max(0, parameter.AsSpan().LastIndexOfAnyInRange('A', 'Z'));
        return at == 0 || at == parameter.Length ? null : char.ToLowerInvariant(parameter[at]) + parameter[(at + 1)..];
    }

    /// <summary>The id of a thing as text, by the first name that it has.</summary>
    public static (string Member, string Text)? IdOf(JsonObject thing, string? parameter)
    {
        foreach (string name in IdNames(parameter))
        {
            if (thing.TryGetPropertyValue(name, out JsonNode? value) && value is JsonValue scalar) return (name, scalar.ToString());
        }

        return null;
    }

    /// <summary>The thing in an answer, with its schema; null where there is none.</summary>
    public (JsonObject Thing, Schema? Schema)? Thing(JsonNode? root, Schema? schema, string? parameter, int depth = 0)
    {
        if (root is not JsonObject members) return null;
        if (IdOf(members, parameter) is not null || depth == MaxDepth) return (members, schema);
        foreach ((string name, JsonNode? value) in members)
        {
            if (value is JsonObject && Thing(value, shapes.Property(schema, name), parameter, depth + 1) is { } inner && IdOf(inner.Thing, parameter) is not null) return inner;
        }

        return depth == 0 ? (members, schema) : null;
    }

    /// <summary>The first list in an answer, with the schema of its items; null where there is none.</summary>
    public (JsonArray List, Schema? Item)? List(JsonNode? root, Schema? schema, int depth = 0)
    {
        if (root is JsonArray array) return (array, shapes.Item(schema, 0));
        if (root is not JsonObject members || depth == MaxDepth) return null;
        foreach ((string name, JsonNode? value) in members)
        {
            if (value is JsonArray list && shapes.Item(shapes.Property(schema, name), 0) is { } item && shapes.Types(item).HasFlag(SchemaTypes.Object)) return (list, item);
        }

        return members.Select(member => List(member.Value, shapes.Property(schema, member.Key), depth + 1)).FirstOrDefault(found => found is not null);
    }

    /// <summary>Whether a member of this name is declared.</summary>
    public Func<string, bool> Declared(Schema? schema)
    {
        IReadOnlyList<string> names = shapes.PropertyNames(schema);
        return names.Contains;
    }
}
