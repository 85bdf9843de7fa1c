using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas;

/// <summary>The schemas inside a schema and the references in it.</summary>
internal static class SubSchemas
{
    /// <summary>The schemas one step inside.</summary>
    public static IEnumerable<Schema> Of(Schema schema)
    {
        if (schema.Array is { } array)
        {
            foreach (Schema each in array.PrefixItems) yield return each;
            if (array.Items is { } items) yield return items;
            if (array.Contains is { } contains) yield return contains;
            if (array.UnevaluatedItems is { } rest) yield return rest;
        }

        if (schema.Object is { } members)
        {
            foreach (NamedSchema each in members.Properties.Concat(members.PatternProperties).Concat(members.DependentSchemas)) yield return each.Schema;
            if (members.AdditionalProperties is { } additional) yield return additional;
            if (members.PropertyNames is { } names) yield return names;
            if (members.UnevaluatedProperties is { } rest) yield return rest;
        }

        if (schema.String?.ContentSchema is { } content) yield return content;
        foreach (Schema each in Composed(schema)) yield return each;
    }

    /// <summary>The schemas that a schema's keywords apply to the same value.</summary>
    public static IEnumerable<Schema> Composed(Schema schema)
    {
        if (schema.Composition is not { } composition) yield break;
        foreach (Schema each in composition.AllOf.Concat(composition.AnyOf).Concat(composition.OneOf)) yield return each;
        if (composition.Not is { } not) yield return not;
        if (composition.If is { } condition) yield return condition;
        if (composition.Then is { } then) yield return then;
        if (composition.Else is { } otherwise) yield return otherwise;
    }

    /// <summary>The ids that the schema and whatever stands inside it refer to.</summary>
    public static IEnumerable<SchemaId> References(Schema schema)
    {
        Stack<Schema> open = new([schema]);
        while (open.Count > 0)
        {
            Schema next = open.Pop();
            if (next.Reference is { } reference) yield return reference;
            if (next.DynamicReference is { } dynamic) yield return dynamic.Initial;
            foreach (DiscriminatorMapping mapping in next.Discriminator?.Mapping ?? default) yield return mapping.Target;
            foreach (Schema inner in Of(next)) open.Push(inner);
        }
    }
}
