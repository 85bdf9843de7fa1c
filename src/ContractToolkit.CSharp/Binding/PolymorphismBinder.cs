using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Records that others derive from.</summary>
internal static class PolymorphismBinder
{
    /// <summary>How values of derived records are recognised; null where none derives.</summary>
    public static Polymorphism? Bind(RecordForm form, TypeResolver resolver)
    {
        FormTable forms = resolver.Forms;
        if (!forms.Hierarchy.IsPolymorphic(form.Schema.Id)) return null;
        if (forms.Hierarchy.DiscriminatorOf(form.Schema) is not { } discriminator) return null;
        var cases = new List<PolymorphicCase>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var own = new HashSet<string>(
            discriminator.Mapping.Where(mapping => mapping.Target == form.Schema.Id).Select(mapping => mapping.Value), StringComparer.Ordinal);
        foreach (RecordForm derived in Descendants(form.Schema.Id, forms, 0))
        {
            string name = resolver.NameOf(derived);
            foreach (string value in Discriminators.ValuesFor(derived.Schema, discriminator, forms))
            {
                // A value that the document maps to the base itself means the base, whatever the derived schemas are called.
                if (!own.Contains(value) && seen.Add(value)) cases.Add(new PolymorphicCase(value, name));
            }
        }

        return cases.Count == 0 ? new Polymorphism(discriminator.Property, default) : new Polymorphism(discriminator.Property, cases.ToEquatableArray());
    }

    private static IEnumerable<RecordForm> Descendants(SchemaId id, FormTable forms, int depth)
    {
        if (depth > 32) yield break;
        foreach (Schema schema in forms.Hierarchy.DerivedFrom(id))
        {
            if (forms.Of(schema) is not RecordForm form || form.Schema.Id == id) continue;
            yield return form;
            foreach (RecordForm descendant in Descendants(schema.Id, forms, depth + 1)) yield return descendant;
        }
    }
}
