using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>
/// Which schemas derive from which: a schema with a discriminator, or one that lists alternatives, is polymorphic if others (or those alternatives)
/// include it by <c>allOf</c>. Values of such a schema are values of the derived ones, told apart by the discriminator or by their schemas.
/// </summary>
internal sealed class Hierarchy
{
    private readonly Dictionary<SchemaId, List<Schema>> derived = [];
    private readonly Dictionary<SchemaId, Schema> bases = [];
    private readonly SchemaTable table;

    /// <summary>Finds the hierarchy among the components of a contract.</summary>
    public Hierarchy(Contract contract)
    {
        table = contract.Schemas;
        foreach (NamedSchema component in contract.Components)
        {
            if (component.Schema.Composition is not { } composition) continue;
            foreach (Schema part in composition.AllOf) Link(component.Schema, part);
        }
    }

    /// <summary>Whether values of the schema can be values of schemas that derive from it.</summary>
    public bool IsPolymorphic(SchemaId id) => derived.ContainsKey(id);

    /// <summary>The schemas that derive directly from this one, in document order.</summary>
    public IReadOnlyList<Schema> DerivedFrom(SchemaId id) => derived.TryGetValue(id, out List<Schema>? schemas) ? schemas : [];

    /// <summary>The schema that this one derives from.</summary>
    public Schema? BaseOf(SchemaId id) => bases.TryGetValue(id, out Schema? schema) ? schema : null;

    /// <summary>The discriminator that tells the derived schemas apart: the schema's own, or that of a schema it derives from.</summary>
    public Discriminator? DiscriminatorOf(Schema schema)
    {
        Schema? current = schema;
        for (int hops = 0; current is not null && hops < 100; hops++)
        {
            if (current.Discriminator is { } discriminator) return discriminator;
            current = BaseOf(current.Id);
        }

        return null;
    }

    private void Link(Schema schema, Schema part)
    {
        if (part.Reference is not { } reference || bases.ContainsKey(schema.Id)) return;
        if (!table.TryGet(reference, out Schema? target)) return;
        target = table.Follow(target);
        if (target.Id == schema.Id || !(LeadsToDiscriminator(target) || Lists(target, schema.Id)) || DerivesFrom(target, schema.Id)) return;
        bases[schema.Id] = target;
        if (!derived.TryGetValue(target.Id, out List<Schema>? schemas)) derived[target.Id] = schemas = [];
        schemas.Add(schema);
    }

    private bool DerivesFrom(Schema schema, SchemaId ancestor)
    {
        Schema? current = schema;
        for (int hops = 0; current is not null && hops < 100; hops++)
        {
            if (current.Id == ancestor) return true;
            current = BaseOf(current.Id);
        }

        return false;
    }

    /// <summary>Whether the schema has another one among its alternatives.</summary>
    private bool Lists(Schema schema, SchemaId id) => schema.Composition is { } composition
        && composition.OneOf.Concat(composition.AnyOf).Any(branch => branch.Reference is not null && table.Follow(branch).Id == id);

    /// <summary>Whether the schema, or one that it includes by reference, has a discriminator.</summary>
    private bool LeadsToDiscriminator(Schema schema)
    {
        Schema? current = schema;
        for (int hops = 0; current is not null && hops < 100; hops++)
        {
            if (current.Discriminator is not null) return true;
            SchemaId? next = current.Composition?.AllOf.FirstOrDefault(part => part.Reference is not null)?.Reference;
            current = next is { } id && table.TryGet(id, out Schema? target) ? table.Follow(target) : null;
        }

        return false;
    }
}
