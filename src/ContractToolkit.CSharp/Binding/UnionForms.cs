using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Schemas with <c>oneOf</c>, <c>anyOf</c> or several types.</summary>
internal static class UnionForms
{
    private const int MaxNesting = 4;

    /// <summary>The form of a schema with alternatives; null where it has none that matter for its type.</summary>
    public static Form? Build(Schema schema, SchemaParts parts, FormTable forms, bool nullable)
    {
        List<AlternativeGroup> groups = [.. AlternativeGroup.Of(parts, forms)];
        if (groups.Count == 0) return null;
        bool hasMembers = parts.All.Any(part => part.Object is { } rules && (!rules.Properties.IsEmpty || !rules.Required.IsEmpty));
        if (groups.Count > 1 || hasMembers)
        {
            return AreObjects(parts, groups, hasMembers, forms)
                ? VariantForms.Build(schema, parts, groups, forms, nullable)
                : CombinedForms.Build(schema, parts, groups, forms, nullable);
        }

        (_, Discriminator? discriminator, EquatableArray<Schema> branches) = groups[0];
        forms.Prepare(groups[0].Telling);
        bool acceptsNull = branches.Any(branch => SchemaFacts.IsNullOnly(branch) || (!IsNullOnlyOrTrivial(branch) && forms.Of(branch).Nullable));
        return Of(schema, [.. branches.Where(branch => !SchemaFacts.IsNullOnly(branch))], discriminator, forms, nullable || acceptsNull);
    }

    /// <summary>A union of the types of a schema that names several; null where there are too many to help anyone.</summary>
    public static Form? OfTypes(Schema schema, SchemaTypes types, FormTable forms, bool nullable)
    {
        var cases = new List<Schema>();
        foreach (SchemaTypes type in new[] { SchemaTypes.String, SchemaTypes.Integer, SchemaTypes.Number, SchemaTypes.Boolean, SchemaTypes.Array, SchemaTypes.Object })
        {
            if ((types & type) != 0) cases.Add(schema with { Id = new SchemaId(schema.Id.Value + "~" + type), Types = type, Composition = null, Reference = null });
        }

        return cases.Count > 4 || schema.Composition is not null || schema.Reference is not null ? null : Of(schema, cases, null, forms, nullable);
    }

    private static bool IsNullOnlyOrTrivial(Schema schema) => SchemaFacts.IsNullOnly(schema) || SchemaFacts.IsTrivial(schema);

    private static bool AreObjects(SchemaParts parts, List<AlternativeGroup> groups, bool hasMembers, FormTable forms)
    {
        SchemaTypes types = parts.Types();
        forms.Prepare(groups.SelectMany(group => group.Telling));
        return (types is SchemaTypes.Object or SchemaTypes.None && groups.All(group => group.Branches.All(branch => IsObject(branch, forms))))
            || (hasMembers && types == SchemaTypes.Object && (parts.All.Any(part => part.Types != SchemaTypes.None) || !groups.Any(group => group.Telling.Any(branch => IsOther(branch, forms)))));
    }

    private static bool IsOther(Schema branch, FormTable forms, int depth = 0) => forms.Of(branch) switch
    {
        ListForm or TupleForm or EnumForm or ScalarForm { Type.Kind: not TypeKind.Raw } => true,
        UnionForm union when depth < MaxNesting => union.Cases.Any(entry => IsOther(entry, forms, depth + 1)),
        _ => false,
    };

    private static bool IsObject(Schema branch, FormTable forms) =>
        SchemaFacts.IsNullOnly(branch) || SchemaFacts.IsRequiredOnly(branch) || forms.Of(branch) is RecordForm or MapForm;

    /// <summary>A union of branches; what they have in common where that is one type, any value where one of them is.</summary>
    public static Form Of(Schema schema, List<Schema> branches, Discriminator? discriminator, FormTable forms, bool nullable)
    {
        if (branches.Any(SchemaFacts.IsTrivial)) return FormTable.Raw;
        var cases = new List<Schema>();
        var others = new List<Schema>();
        var identities = new HashSet<string?>(StringComparer.Ordinal);
        int lists = branches.Count(branch => forms.Of(branch) is ListForm);
        int maps = branches.Count(branch => forms.Of(branch) is MapForm);
        foreach (Schema branch in branches)
        {
            // The only list is like none of the others, whatever its items are; those often lead back to this very union.
            bool alone = forms.Of(branch) switch { ListForm => lists == 1, MapForm => maps == 1, _ => false };
            string? identity = alone ? branch.Id.Value : FormIdentity.Of(branch, forms);
            (identities.Add(identity) ? cases : others).Add(branch);
        }

        if (cases.Count == 0 || identities.Contains(null)) return FormTable.Raw;
        if (cases.Count == 1) return WithNull(forms.Of(cases[0]), nullable);
        return OpenEnum(schema, cases, forms, nullable) ?? new UnionForm(schema, cases, discriminator, nullable) { Others = others };
    }

    private static Form WithNull(Form form, bool nullable) =>
        !nullable || form.Nullable || form is ScalarForm { Type.Kind: TypeKind.Raw } ? form : form with { Nullable = true };

    /// <summary>Enumerations of texts, and perhaps any text: one enumeration, which keeps unknown values anyway.</summary>
    private static Form? OpenEnum(Schema schema, List<Schema> cases, FormTable forms, bool nullable)
    {
        var values = new List<EnumValue>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Schema branch in cases)
        {
            switch (forms.Of(branch))
            {
                case EnumForm { Underlying.Name: "string" } form:
                    values.AddRange(form.Values.Where(value => seen.Add(value.Value.Text)));
                    break;
                case ScalarForm { Type.Name: "string", Constant: { } constant }:
                    if (seen.Add(constant.Text)) values.Add(new EnumValue(constant, null, branch.Notes?.Description));
                    break;
                case ScalarForm { Type: { Name: "string", Format.Length: 0 } }:
                    break;
                default:
                    return null;
            }
        }

        return values.Count == 0 ? null : EnumForms.Of(schema, new ScalarForm(ScalarTypes.Text, "s", false), values.ToEquatableArray(), nullable);
    }
}
