using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Sets;

/// <summary>Sees at a glance that two schemas have no value in common: other types, or a required member that tells them apart.</summary>
internal sealed class Disjointness(SchemaTable table)
{
    private const int MaxDepth = 8;
    private readonly Dictionary<Schema, Facts> known = new(ByReference<Schema>.Comparer);

    public bool AreApart(Schema left, Schema right)
    {
        Facts one = Of(left), two = Of(right);
        SchemaTypes common = one.Types & two.Types;
        if (common == 0) return true;
        if (common != SchemaTypes.Object) return false;
        foreach (KeyValuePair<string, HashSet<string>> tag in one.Tags)
        {
            if (two.Tags.TryGetValue(tag.Key, out HashSet<string>? others) && !tag.Value.Overlaps(others)) return true;
        }

        return false;
    }

    private Facts Of(Schema schema)
    {
        if (!known.TryGetValue(schema, out Facts? facts))
        {
            facts = new();
            HashSet<string> required = new(StringComparer.Ordinal);
            Gather(schema, facts, required, 0);
            foreach (string name in facts.Tags.Keys.Where(name => !required.Contains(name)).ToArray()) facts.Tags.Remove(name);
            known[schema] = facts;
        }

        return facts;
    }

    private void Gather(Schema schema, Facts facts, HashSet<string> required, int depth)
    {
        if (depth > MaxDepth) return;
        if (schema.Types != 0) facts.Types &= (schema.Types & SchemaTypes.Number) != 0 ? schema.Types | SchemaTypes.Integer : schema.Types;
        if (schema.Object is { } rules)
        {
            required.UnionWith(rules.Required);
            foreach (NamedSchema property in rules.Properties)
            {
                if (Values(property.Schema) is { } values && !facts.Tags.ContainsKey(property.Name)) facts.Tags.Add(property.Name, values);
            }
        }

        if (schema.Reference is { } reference && table.TryGet(reference, out Schema? target)) Gather(target, facts, required, depth + 1);
        foreach (Schema part in schema.Composition?.AllOf ?? default) Gather(part, facts, required, depth + 1);
    }

    private HashSet<string>? Values(Schema schema)
    {
        schema = table.Follow(schema);

        // Strings only: the same number can be written in several ways.
        if (schema.Const is { Kind: JsonKind.String } constant) return [constant.Text];
        return schema.Enum is { } values && values.All(value => value.Kind == JsonKind.String) ? [.. values.Select(value => value.Text)] : null;
    }

    private sealed class Facts
    {
        public SchemaTypes Types { get; set; } = (SchemaTypes)127;

        public Dictionary<string, HashSet<string>> Tags { get; } = new(StringComparer.Ordinal);
    }
}
