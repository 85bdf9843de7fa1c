using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Tells whether two schemas say the same, wherever they stand.</summary>
internal static class SchemaTwins
{
    /// <summary>Whether everything but the places and the examples is equal.</summary>
    public static bool Are(Schema? left, Schema? right)
    {
        if (ReferenceEquals(left, right)) return true;
        if (left is null || right is null) return false;
        return left.Types == right.Types && left.Always == right.Always && left.Format == right.Format
            && left.NullableWithoutType == right.NullableWithoutType && left.Resource == right.Resource && left.Dialect == right.Dialect
            && left.ReadOnly == right.ReadOnly && left.WriteOnly == right.WriteOnly
            && left.Reference == right.Reference && left.DynamicReference == right.DynamicReference
            && left.Definitions.IsEmpty && right.Definitions.IsEmpty
            && left.Const == right.Const && left.Enum == right.Enum && left.Number == right.Number && left.Discriminator == right.Discriminator
            && left.Extensions == right.Extensions && Notes(left.Notes, right.Notes)
            && Strings(left.String, right.String) && Arrays(left.Array, right.Array)
            && Objects(left.Object, right.Object) && Compositions(left.Composition, right.Composition);
    }

    private static bool Notes(SchemaNotes? left, SchemaNotes? right) =>
        (left is null ? null : left with { Examples = default }) == (right is null ? null : right with { Examples = default });

    private static bool Strings(StringRules? left, StringRules? right)
    {
        if (left is null || right is null) return left is null && right is null;
        return Are(left.ContentSchema, right.ContentSchema) && left with { ContentSchema = null } == right with { ContentSchema = null };
    }

    private static bool Arrays(ArrayRules? left, ArrayRules? right)
    {
        if (left is null || right is null) return left is null && right is null;
        return Are(left.Items, right.Items) && Are(left.Contains, right.Contains) && Are(left.UnevaluatedItems, right.UnevaluatedItems)
            && All(left.PrefixItems, right.PrefixItems) && WithoutParts(left) == WithoutParts(right);
    }

    private static bool Objects(ObjectRules? left, ObjectRules? right)
    {
        if (left is null || right is null) return left is null && right is null;
        return All(left.Properties, right.Properties) && All(left.PatternProperties, right.PatternProperties) && All(left.DependentSchemas, right.DependentSchemas)
            && Are(left.AdditionalProperties, right.AdditionalProperties) && Are(left.PropertyNames, right.PropertyNames)
            && Are(left.UnevaluatedProperties, right.UnevaluatedProperties)
            && left.Required == right.Required && left.DependentRequired == right.DependentRequired
            && left.MinProperties == right.MinProperties && left.MaxProperties == right.MaxProperties;
    }

    private static bool Compositions(Composition? left, Composition? right)
    {
        if (left is null || right is null) return left is null && right is null;
        return All(left.AllOf, right.AllOf) && All(left.AnyOf, right.AnyOf) && All(left.OneOf, right.OneOf)
            && Are(left.Not, right.Not) && Are(left.If, right.If) && Are(left.Then, right.Then) && Are(left.Else, right.Else);
    }

    private static ArrayRules WithoutParts(ArrayRules rules) => rules with { PrefixItems = default, Items = null, Contains = null, UnevaluatedItems = null };

    private static bool All(EquatableArray<Schema> left, EquatableArray<Schema> right)
    {
        if (left.Count != right.Count) return false;
        for (int i = 0; i < left.Count; i++)
        {
            if (!Are(left[i], right[i])) return false;
        }

        return true;
    }

    private static bool All(EquatableArray<NamedSchema> left, EquatableArray<NamedSchema> right)
    {
        if (left.Count != right.Count) return false;
        for (int i = 0; i < left.Count; i++)
        {
            if (left[i].Name != right[i].Name || !Are(left[i].Schema, right[i].Schema)) return false;
        }

        return true;
    }
}
