using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>
/// Generic schemas: a schema resource that leaves a place open by <c>$dynamicRef</c>, and another one that fills the place with a
/// <c>$dynamicAnchor</c> of its own and refers to the first. Seen from there, the place has the type that fills it.
/// </summary>
internal static class DynamicScope
{
    private const int MaxDepth = 32;

    /// <summary>The target of a reference as it is meant where the reference stands; the target itself where nothing is filled in.</summary>
    public static Schema Seen(Schema from, Schema target, SchemaTable table)
    {
        if (from.Resource == target.Resource || from.Resource >= table.Resources.Count) return target;
        EquatableArray<DynamicAnchor> anchors = table.Resources[from.Resource].DynamicAnchors;
        return anchors.IsEmpty ? target : new Filling(target, from.Id.Value + "/~of", anchors, table).Fill(target, 0);
    }

    private sealed class Filling(Schema root, string prefix, EquatableArray<DynamicAnchor> anchors, SchemaTable table)
    {
        public Schema Fill(Schema schema, int depth)
        {
            if (depth > MaxDepth || schema.Resource != root.Resource) return schema;
            if (schema.DynamicReference?.Anchor is { } name && anchors.FirstOrDefault(anchor => anchor.Name == name) is { } filler && table.TryGet(filler.Schema, out _))
            {
                return schema with { Id = Id(schema), DynamicReference = null, Reference = filler.Schema };
            }

            Schema filled = schema with { Object = Fill(schema.Object, depth + 1), Array = Fill(schema.Array, depth + 1), Composition = Fill(schema.Composition, depth + 1) };
            return ReferenceEquals(filled.Object, schema.Object) && ReferenceEquals(filled.Array, schema.Array) && ReferenceEquals(filled.Composition, schema.Composition)
                ? schema : filled with { Id = Id(schema) };
        }

        private SchemaId Id(Schema schema) => new(prefix + (schema.Id.Value.StartsWith(root.Id.Value, StringComparison.Ordinal)
            ? schema.Id.Value.Substring(root.Id.Value.Length) : "/" + schema.Id.Value));

        private ObjectRules? Fill(ObjectRules? rules, int depth)
        {
            if (rules is null) return null;
            ObjectRules filled = rules with
            {
                Properties = Fill(rules.Properties, depth), PatternProperties = Fill(rules.PatternProperties, depth),
                AdditionalProperties = rules.AdditionalProperties is null ? null : Fill(rules.AdditionalProperties, depth),
            };
            return filled == rules ? rules : filled;
        }

        private ArrayRules? Fill(ArrayRules? rules, int depth)
        {
            if (rules is null) return null;
            ArrayRules filled = rules with { PrefixItems = Fill(rules.PrefixItems, depth), Items = rules.Items is null ? null : Fill(rules.Items, depth) };
            return filled == rules ? rules : filled;
        }

        private Composition? Fill(Composition? rules, int depth)
        {
            if (rules is null) return null;
            Composition filled = rules with { AllOf = Fill(rules.AllOf, depth), AnyOf = Fill(rules.AnyOf, depth), OneOf = Fill(rules.OneOf, depth) };
            return filled == rules ? rules : filled;
        }

        private EquatableArray<Schema> Fill(EquatableArray<Schema> schemas, int depth) => schemas.Select(schema => Fill(schema, depth)).ToEquatableArray();

        private EquatableArray<NamedSchema> Fill(EquatableArray<NamedSchema> schemas, int depth) =>
            schemas.Select(named => named with { Schema = Fill(named.Schema, depth) }).ToEquatableArray();
    }
}
