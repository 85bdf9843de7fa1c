using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Lists the asserting keywords of a schema with the pointer by which violations name them.</summary>
internal static class RequestKeywords
{
    private const int Deepest = 6;

    public static IEnumerable<(string Pointer, string At, string Keyword)> Of(Schema schema, SchemaTable schemas) => Walk(schema, schemas, "", 0, []);

    private static IEnumerable<(string Pointer, string At, string Keyword)> Walk(Schema schema, SchemaTable schemas, string at, int depth, HashSet<SchemaId> above)
    {
        Schema resolved = schemas.Follow(schema);
        if (depth > Deepest || !above.Add(resolved.Id)) yield break;
        foreach (string keyword in Own(resolved)) yield return ($"{resolved.Id}/{keyword}", at, keyword);
        foreach ((Schema part, string below) in Parts(resolved, schemas))
        {
            foreach ((string Pointer, string At, string Keyword) found in Walk(part, schemas, at + below, depth + 1, above)) yield return found;
        }

        above.Remove(resolved.Id);
    }

    private static IEnumerable<(Schema Part, string Below)> Parts(Schema schema, SchemaTable schemas)
    {
        foreach (NamedSchema property in schema.Object?.Properties ?? []) yield return (property.Schema, "/" + JsonPointer.Escape(property.Name));
        if (schema.Array?.Items is { } items) yield return (items, "/*");
        if (schema.Composition is { } composition)
        {
            foreach (Schema part in composition.AllOf.Concat(composition.AnyOf).Concat(composition.OneOf)) yield return (part, "");
        }

        if (schema.Reference is { } reference && schemas.TryGet(reference, out Schema? target)) yield return (target, "");
    }

    private static IEnumerable<string> Own(Schema schema)
    {
        if (schema.Types != SchemaTypes.None) yield return "type";
        if (schema.Enum is not null) yield return "enum";
        if (schema.Const is not null) yield return "const";
        if (schema.Format is not null) yield return "format";
        if (schema.Number is { } number)
        {
            foreach (NumberBound bound in number.Minimum) yield return bound.Exclusive ? "exclusiveMinimum" : "minimum";
            foreach (NumberBound bound in number.Maximum) yield return bound.Exclusive ? "exclusiveMaximum" : "maximum";
            if (number.MultipleOf is not null) yield return "multipleOf";
        }

        if (schema.String is { MinLength: not null }) yield return "minLength";
        if (schema.String is { MaxLength: not null }) yield return "maxLength";
        if (schema.String is { Pattern: not null }) yield return "pattern";
        if (schema.Array is { MinItems: not null }) yield return "minItems";
        if (schema.Array is { MaxItems: not null }) yield return "maxItems";
        if (schema.Array is { UniqueItems: true }) yield return "uniqueItems";
        if (schema.Object is { Required.IsEmpty: false }) yield return "required";
        if (schema.Object is { AdditionalProperties.Always: false }) yield return "additionalProperties";
        if (schema.Object is { MinProperties: not null }) yield return "minProperties";
        if (schema.Object is { MaxProperties: not null }) yield return "maxProperties";
    }
}
