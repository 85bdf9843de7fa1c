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

    /// <summary>The id of a thing as text, by the first name that it has; a path's <c>{Sid}</c> may be a member's <c>sid</c>.</summary>
    public static (string Member, string Text)? IdOf(JsonObject thing, string? parameter)
    {
        foreach (string name in IdNames(parameter))
        {
            if (thing.TryGetPropertyValue(name, out JsonNode? value) && value is JsonValue scalar) return (name, scalar.ToString());
            foreach ((string member, JsonNode? like) in thing)
            {
                if (like is JsonValue found && MemberNames.AreAlike(member, name)) return (member, found.ToString());
            }
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

    /// <summary>What was sent under the names that the answer has for it: a form's <c>FriendlyName</c> is answered as <c>friendly_name</c>.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode?>> AsAnswered(JsonObject sent, Schema? schema)
    {
        IReadOnlyList<string> names = shapes.PropertyNames(schema);
        foreach ((string name, JsonNode? value) in sent)
        {
            string[] alike = names.Contains(name) ? [name] : [.. names.Where(declared => MemberNames.AreAlike(declared, name)).Take(2)];
            yield return new(alike is [var only] ? only : name, value);
        }
    }

    /// <summary>What of a thing an answer of this schema carries: a store keeps what was sent, an answer has only what it declares, at every level.</summary>
    public JsonObject Declared(JsonObject thing, Schema? schema)
    {
        var kept = new JsonObject();
        foreach (string name in shapes.PropertyNames(schema))
        {
            if (thing.TryGetPropertyValue(name, out JsonNode? value)) kept[name] = Part(value, shapes.Property(schema, name));
        }

        return kept;
    }

    private JsonNode? Part(JsonNode? value, Schema? schema) => value switch
    {
        JsonObject members when shapes.PropertyNames(schema).Count > 0 && !shapes.IsMap(schema) => Declared(members, schema),
        JsonArray items => new JsonArray([.. items.Select((item, i) => Part(item, shapes.Item(schema, i)))]),
        _ => value?.DeepClone(),
    };
}
