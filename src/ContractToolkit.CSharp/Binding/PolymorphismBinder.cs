using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Records that others derive from.</summary>
internal sealed class PolymorphismBinder(TypeResolver resolver, PlanEntries plan)
{
    private readonly FormTable forms = resolver.Forms;

    /// <summary>How values of derived records are recognised; null where none derives.</summary>
    public Polymorphism? Bind(RecordForm form)
    {
        if (form.Variants.Count > 0) return OfVariants(form);
        if (!forms.Hierarchy.IsPolymorphic(form.Schema.Id)) return null;
        List<RecordForm> derived = [.. Descendants(form.Schema.Id, 0)];
        return forms.Hierarchy.DiscriminatorOf(form.Schema) is { } discriminator ? ByDiscriminator(form, discriminator, derived) : BySchema(derived);
    }

    private Polymorphism ByDiscriminator(RecordForm form, Discriminator discriminator, List<RecordForm> derived)
    {
        var tags = new List<UnionTag>();
        var types = new List<DerivedType>();
        var seen = new HashSet<string>(
            discriminator.Mapping.Where(mapping => mapping.Target == form.Schema.Id).Select(mapping => mapping.Value), StringComparer.Ordinal);
        foreach (RecordForm record in derived)
        {
            // A value that the document maps to the base itself means the base, whatever the derived schemas are called.
            List<string> values = [.. Discriminators.ValuesFor(record.Schema, discriminator, forms).Where(seen.Add)];
            if (values.Count == 0) continue;
            tags.AddRange(values.Select(value => new UnionTag(value, types.Count)));
            types.Add(new DerivedType(resolver.NameOf(record), null));
        }

        return new Polymorphism(discriminator.Property, tags.ToEquatableArray(), types.ToEquatableArray());
    }

    private Polymorphism BySchema(List<RecordForm> derived)
    {
        if (!forms.HasValidation) return new Polymorphism(null, default, default);
        return new Polymorphism(null, default, derived.Select(record => new DerivedType(resolver.NameOf(record), plan.OfType(resolver.NameOf(record), record.Schema))).ToEquatableArray());
    }

    private Polymorphism OfVariants(RecordForm form)
    {
        List<CaseDraft> drafts = [.. form.Variants.Select(variant => new CaseDraft(resolver.Reference(variant.Schema), "o", [variant.Branch]))];
        var union = new UnionForm(form.Schema, [.. form.Variants.Select(variant => variant.Branch)], form.VariantDiscriminator, false);
        (string? property, IReadOnlyList<UnionTag> tags, int defaultCase) = Discriminators.Of(union, drafts, resolver);
        bool decided = property is not null && tags.All(tag => tag.Case != Discriminators.Ambiguous);
        return new Polymorphism(property, tags.ToEquatableArray(), form.Variants.Select(variant => new DerivedType(
            resolver.NameOf((RecordForm)forms.Of(variant.Schema)), decided ? null : plan.OfPlace(variant.Branch))).ToEquatableArray(), defaultCase);
    }

    private IEnumerable<RecordForm> Descendants(SchemaId id, int depth)
    {
        if (depth > 32) yield break;
        foreach (Schema schema in forms.Hierarchy.DerivedFrom(id))
        {
            if (forms.Of(schema) is not RecordForm form || form.Schema.Id == id) continue;
            yield return form;
            foreach (RecordForm descendant in Descendants(schema.Id, depth + 1)) yield return descendant;
        }
    }
}
