using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>A schema taken together with everything that holds along with it: what it refers to and its <c>allOf</c>.</summary>
internal sealed class SchemaParts
{
    private readonly SchemaTable table;
    private readonly List<Schema> parts = new(1);
    private HashSet<SchemaId>? visited;

    private SchemaParts(SchemaTable table) => this.table = table;

    /// <summary>The schemas, those that are referred to before those that refer.</summary>
    public IReadOnlyList<Schema> All => parts;

    /// <summary>Collects the parts of a schema.</summary>
    public static SchemaParts Of(Schema schema, SchemaTable table)
    {
        var parts = new SchemaParts(table);
        parts.Collect(schema);
        return parts;
    }

    /// <summary>The schema's own references: those of <c>$ref</c>, <c>$dynamicRef</c> and <c>allOf</c>.</summary>
    public static IEnumerable<Schema> Targets(Schema schema, SchemaTable table)
    {
        if (schema.Reference is { } reference && table.TryGet(reference, out Schema? target)) yield return target;
        if (schema.DynamicReference is { } dynamic && table.TryGet(dynamic.Initial, out Schema? initial)) yield return initial;
        if (schema.Composition is null) yield break;
        foreach (Schema part in schema.Composition.AllOf) yield return part;
    }

    /// <summary>The types that all parts allow, with null if any part that names types allows it explicitly and none forbids it for good.</summary>
    public SchemaTypes Types()
    {
        if (Named() is { } types) return (types & SchemaTypes.Number) != 0 ? types & ~SchemaTypes.Integer : types;
        SchemaTypes implied = SchemaTypes.None;
        foreach (Schema part in parts) implied |= SchemaFacts.ImpliedTypes(part);
        return implied;
    }

    /// <summary>Whether the parts name types that have nothing in common.</summary>
    public bool Contradict() => Named() == SchemaTypes.None;

    /// <summary>The types but null that all parts allow which name any; null where none does.</summary>
    private SchemaTypes? Named()
    {
        const SchemaTypes Any = SchemaTypes.Boolean | SchemaTypes.Integer | SchemaTypes.Number | SchemaTypes.String | SchemaTypes.Array | SchemaTypes.Object;
        SchemaTypes types = Any;
        bool named = false;
        foreach (Schema part in parts)
        {
            SchemaTypes own = part.Types & Any;
            if (own == SchemaTypes.None) continue;
            if ((own & SchemaTypes.Number) != 0) own |= SchemaTypes.Integer;
            types &= own;
            named = true;
        }

        return named ? types : null;
    }

    /// <summary>Whether null is accepted, as far as types and values say, or at least meant to be.</summary>
    public bool AllowsNull()
    {
        bool named = parts[parts.Count - 1].NullableWithoutType;
        if (named) return true;
        foreach (Schema part in parts)
        {
            if (part.Const is { Kind: not JsonKind.Null }) return false;
            if (part.Enum is { } values && values.All(value => value.Kind != JsonKind.Null)) return false;
            named |= (part.Types & SchemaTypes.Null) != 0 || part.Const is not null || (part.Enum is not null && part.Types == SchemaTypes.None);
        }

        return named;
    }

    private void Collect(Schema schema)
    {
        // Most schemas stand alone; for those nothing needs to be remembered.
        bool alone = schema is { Reference: null, DynamicReference: null } and ({ Composition: null } or { Composition.AllOf.IsEmpty: true });
        if (visited is null && alone)
        {
            parts.Add(schema);
            return;
        }

        visited ??= [];
        if (!visited.Add(schema.Id)) return;
        foreach (Schema target in Targets(schema, table)) Collect(target);
        parts.Add(schema);
    }
}
