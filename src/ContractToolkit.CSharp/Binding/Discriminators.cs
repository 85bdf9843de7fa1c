using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Finds the member that tells the cases of a union apart: the declared discriminator, or a member with a fixed value in each case.</summary>
internal static class Discriminators
{
    /// <summary>In place of a case: several cases share the value, and a closer look must tell them apart.</summary>
    public const int Ambiguous = -2;

    /// <summary>The member's wire name (null where there is none), its values, and the case for others (-1 where there is none).</summary>
    public static (string? Property, IReadOnlyList<UnionTag> Tags, int DefaultCase) Of(UnionForm form, List<CaseDraft> drafts, TypeResolver resolver)
    {
        if (form.Discriminator is { } declared) return Declared(declared, drafts, resolver);
        return Inferred(drafts, resolver) is { } inferred ? (inferred.Property, inferred.Tags, -1) : (null, [], -1);
    }

    /// <summary>The values that lead to a schema by a discriminator: explicit ones, else the name of the component.</summary>
    public static IEnumerable<string> ValuesFor(Schema schema, Discriminator discriminator, FormTable forms)
    {
        SchemaId id = forms.Schemas.Follow(schema).Id;
        foreach (DiscriminatorMapping mapping in discriminator.Mapping)
        {
            if (mapping.Target == id || (schema.Reference is { } reference && mapping.Target == reference)) yield return mapping.Value;
        }

        if (forms.Of(schema) is RecordForm record && FixedValues(record, discriminator.Property, forms, required: false) is { } values)
        {
            foreach (string value in values) yield return value;
        }

        yield return (schema.Reference ?? id).Name;
    }

    private static (string Property, IReadOnlyList<UnionTag> Tags, int DefaultCase) Declared(
        Discriminator discriminator, List<CaseDraft> drafts, TypeResolver resolver)
    {
        FormTable forms = resolver.Forms;
        var tags = new Dictionary<string, int>(StringComparer.Ordinal);
        int defaultCase = -1;
        for (int i = 0; i < drafts.Count; i++)
        {
            foreach (Schema schema in drafts[i].Schemas.SelectMany(schema => WithDescendants(schema, forms)))
            {
                foreach (string value in ValuesFor(schema, discriminator, forms))
                {
                    tags[value] = tags.TryGetValue(value, out int other) && other != i ? Ambiguous : i;
                }

                if (discriminator.DefaultMapping is { } target && forms.Schemas.Follow(schema).Id == target) defaultCase = i;
            }
        }

        foreach (DiscriminatorMapping mapping in discriminator.Mapping)
        {
            int explicitCase = drafts.FindIndex(draft => draft.Schemas.Any(schema => schema.Reference == mapping.Target || forms.Schemas.Follow(schema).Id == mapping.Target));
            if (explicitCase >= 0) tags[mapping.Value] = explicitCase;
        }

        return (discriminator.Property, [.. tags.Select(tag => new UnionTag(tag.Key, tag.Value))], defaultCase);
    }

    /// <summary>The schema, the cases of the union that it may be, and those that derive from it.</summary>
    private static IEnumerable<Schema> WithDescendants(Schema schema, FormTable forms, int depth = 0)
    {
        yield return schema;
        if (depth > 8 || forms.Of(schema) is not DeclaredForm form) yield break;
        IEnumerable<Schema> below = form is UnionForm union ? union.Cases : forms.Hierarchy.DerivedFrom(form.Schema.Id);
        foreach (Schema descendant in below.SelectMany(next => WithDescendants(next, forms, depth + 1))) yield return descendant;
    }

    private static (string Property, IReadOnlyList<UnionTag> Tags)? Inferred(List<CaseDraft> drafts, TypeResolver resolver)
    {
        FormTable forms = resolver.Forms;
        List<RecordForm> records = [.. drafts.Select(draft => draft.Schemas.Count == 1 ? forms.Of(draft.Schemas[0]) : null).OfType<RecordForm>()];
        if (records.Count != drafts.Count) return null;
        foreach (Member member in records[0].Members.Where(member => member.Required))
        {
            var tags = new List<UnionTag>();
            for (int i = 0; i < records.Count; i++)
            {
                IReadOnlyList<string>? values = FixedValues(records[i], member.Name, forms, required: true);
                if (values is null) break;
                tags.AddRange(values.Select(value => new UnionTag(value, i)));
            }

            bool complete = tags.Select(tag => tag.Case).Distinct().Count() == records.Count;
            if (complete && tags.Select(tag => tag.Value).Distinct(StringComparer.Ordinal).Count() == tags.Count) return (member.Name, tags);
        }

        return null;
    }

    /// <summary>The texts that a member can have; null where it can have any, or may be absent although it is to be <paramref name="required"/>.</summary>
    private static IReadOnlyList<string>? FixedValues(RecordForm record, string member, FormTable forms, bool required)
    {
        Member? found = record.Members.FirstOrDefault(candidate => candidate.Name == member);
        if (found is not { Schema: { } schema } || (required && !found.Required)) return null;
        return forms.Of(schema) switch
        {
            ScalarForm { Constant: { Kind: JsonKind.String } constant } => [LiteralReader.Text(constant) ?? ""],
            EnumForm { Underlying.Name: "string" } form => [.. form.Values.Select(value => LiteralReader.Text(value.Value) ?? "")],
            _ => null,
        };
    }
}
