using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>The discriminator's value that a derived record has from the start, so that nobody has to say what its type says already.</summary>
internal static class DiscriminatorPresets
{
    private const int MaxDepth = 32;

    /// <summary>Whether a required property is the discriminator, and every record that derives has one value for it.</summary>
    public static bool Covers(RecordForm declaring, RecordProperty property, TypeResolver resolver)
    {
        Hierarchy hierarchy = resolver.Forms.Hierarchy;
        if (!property.Required || property.Constant is not null || !hierarchy.IsPolymorphic(declaring.Schema.Id)) return false;
        if (!IsText(property.Type) || hierarchy.DiscriminatorOf(declaring.Schema) is not { } discriminator || discriminator.Property != property.WireName) return false;
        return Descendants(declaring.Schema.Id, hierarchy, 0).All(schema => resolver.Forms.Of(schema) is RecordForm form && Value(form, discriminator, resolver) is not null);
    }

    /// <summary>The statement of the record's constructor that sets the property; null where there is none.</summary>
    public static string? Statement(RecordForm form, EquatableArray<RecordProperty> properties, TypeResolver resolver)
    {
        if (properties.FirstOrDefault(candidate => candidate.IsPreset) is not { } property) return null;
        if (resolver.Forms.Hierarchy.DiscriminatorOf(form.Schema) is not { } discriminator || Value(form, discriminator, resolver) is not { } value) return null;
        string text = Literal.String(value);
        return Identifiers.Escape(property.Name) + " = " + (property.Type.Kind == TypeKind.Enum ? property.Type.Name + ".Of(" + text + ")" : text) + ";";
    }

    private static bool IsText(TypeReference type) =>
        !type.IsNullable && (type is { Name: "string", Format.Length: 0 } || type is { Kind: TypeKind.Enum, Element.Name: "string" });

    // What the document maps, else the one value that the schema allows, else the name of the schema, if the listed values have it.
    private static string? Value(RecordForm form, Discriminator discriminator, TypeResolver resolver)
    {
        List<string> mapped = [.. discriminator.Mapping.Where(mapping => mapping.Target == form.Schema.Id).Select(mapping => mapping.Value).Distinct(StringComparer.Ordinal)];
        if (mapped.Count > 0) return mapped.Count == 1 ? mapped[0] : null;
        if (form.Members.FirstOrDefault(member => member.Name == discriminator.Property)?.Schema is not { } schema) return null;
        bool isBase = form.Base is null;
        return resolver.Forms.Of(schema) switch
        {
            ScalarForm { Constant: { } constant } => LiteralReader.Text(constant),
            EnumForm listed => listed.Values.Select(value => LiteralReader.Text(value.Value)).FirstOrDefault(value => value == form.Schema.Id.Name),
            _ => isBase && !discriminator.Mapping.IsEmpty ? null : form.Schema.Id.Name,
        };
    }

    private static IEnumerable<Schema> Descendants(SchemaId id, Hierarchy hierarchy, int depth) => depth > MaxDepth ? []
        : hierarchy.DerivedFrom(id).SelectMany(schema => Descendants(schema.Id, hierarchy, depth + 1).Prepend(schema));
}
