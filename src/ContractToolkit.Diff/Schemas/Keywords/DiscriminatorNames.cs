using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary>The names by which a discriminator tells the branches: those of its mapping, and the branches' own as components.</summary>
internal sealed class DiscriminatorNames
{
    private readonly Dictionary<string, Schema> targets = new(StringComparer.Ordinal);
    private readonly HashSet<string> mapped = new(StringComparer.Ordinal);

    private DiscriminatorNames()
    {
    }

    /// <summary>All names.</summary>
    public IEnumerable<string> Names => targets.Keys;

    /// <summary>The branches.</summary>
    public IEnumerable<Schema> Targets => targets.Values;

    /// <summary>The branch of a name; null where there is none.</summary>
    public Schema? this[string name] => targets.TryGetValue(name, out Schema? target) ? target : null;

    /// <summary>Whether the mapping gives the name.</summary>
    public bool IsMapped(string name) => mapped.Contains(name);

    public static DiscriminatorNames Of(Schema schema, SchemaTable table)
    {
        DiscriminatorNames names = new();
        Composition composition = schema.Composition ?? new();
        foreach (Schema branch in composition.OneOf.Concat(composition.AnyOf))
        {
            if (branch.Reference is { } reference && table.TryGet(reference, out Schema? target)) names.targets[reference.Name] = target;
        }

        foreach (DiscriminatorMapping each in schema.Discriminator!.Mapping)
        {
            names.mapped.Add(each.Value);
            if (table.TryGet(each.Target, out Schema? target)) names.targets[each.Value] = target;
        }

        return names;
    }
}
