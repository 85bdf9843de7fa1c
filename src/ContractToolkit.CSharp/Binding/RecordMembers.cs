using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Merges the members that the parts of an object declare.</summary>
internal static class RecordMembers
{
    private static readonly Schema AnyText = new() { Id = new SchemaId("#/any-text"), Types = SchemaTypes.String };

    /// <summary>The members: first those of the parts, then those of variants and of what depends on other members, which are never required.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="variants">The alternatives whose members are among those of the record.</param>
    /// <param name="forms">The forms.</param>
    /// <param name="derives">Whether the record derives from another one, whose members keep their types.</param>
    public static IReadOnlyList<Member> Merge(SchemaParts parts, IReadOnlyList<Schema> variants, FormTable forms, bool derives = false)
    {
        IReadOnlyList<Schema> dependent = [.. parts.All.SelectMany(Dependent)];
        if (parts.All.Count == 1 && variants.Count == 0 && dependent.Count == 0 && parts.All[0].Object is { } alone) return Own(alone);
        var required = new HashSet<string>(parts.All.SelectMany(part => part.Object?.Required ?? default), StringComparer.Ordinal);
        var members = new Dictionary<string, Schema?>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (Schema part in parts.All) Add(part, derives, members, order, forms);
        var own = new HashSet<string>(order, StringComparer.Ordinal);
        foreach (Schema variant in variants.Concat(dependent).SelectMany(branch => SchemaParts.Of(branch, forms.Schemas).All)) AddVariant(variant, members, order, own, forms);
        foreach (string name in required.Where(name => !members.ContainsKey(name)))
        {
            members[name] = null;
            order.Add(name);
        }

        return [.. order.Select(name => new Member(name, members[name], required.Contains(name)))];
    }

    /// <summary>What holds for some values only, without being told apart by a type: <c>then</c>, <c>else</c> and <c>dependentSchemas</c>.</summary>
    private static IEnumerable<Schema> Dependent(Schema part)
    {
        if (part.Composition?.Then is { } then) yield return then;
        if (part.Composition?.Else is { } otherwise) yield return otherwise;
        foreach (NamedSchema schema in part.Object?.DependentSchemas ?? default) yield return schema.Schema;
    }

    /// <summary>The members of an object that consists of one part only, as most do.</summary>
    private static List<Member> Own(ObjectRules rules)
    {
        HashSet<string>? required = rules.Required.IsEmpty ? null : new(rules.Required, StringComparer.Ordinal);
        var members = new List<Member>(rules.Properties.Count);
        foreach (NamedSchema property in rules.Properties)
        {
            // What was declared is struck off, so that what is left is required without being declared.
            if (property.Schema.Always != false) members.Add(new Member(property.Name, property.Schema, required?.Remove(property.Name) == true));
        }

        foreach (string name in rules.Required)
        {
            if (required?.Remove(name) == true) members.Add(new Member(name, null, true));
        }

        return members;
    }

    private static void Add(Schema part, bool derives, Dictionary<string, Schema?> members, List<string> order, FormTable forms)
    {
        foreach (NamedSchema property in part.Object?.Properties ?? default)
        {
            if (property.Schema.Always == false) continue;
            if (!members.TryGetValue(property.Name, out Schema? known))
            {
                order.Add(property.Name);
                members[property.Name] = property.Schema;
            }
            else if (known is not null)
            {
                Schema? both = derives ? null : TwiceDescribed.Of(known, property.Schema, forms);
                if (both is not null || IsBetter(property.Schema, known, forms)) members[property.Name] = both ?? property.Schema;
            }
        }
    }

    /// <summary>A member of a variant; of two variants with different types for it, any value.</summary>
    private static void AddVariant(Schema variant, Dictionary<string, Schema?> members, List<string> order, HashSet<string> own, FormTable forms)
    {
        foreach (NamedSchema property in variant.Object?.Properties ?? default)
        {
            if (property.Schema.Always == false) continue;
            if (!members.TryGetValue(property.Name, out Schema? known))
            {
                order.Add(property.Name);
                members[property.Name] = property.Schema;
                continue;
            }

            if (own.Contains(property.Name) || known is null) continue;
            if (!IsText(known, forms) || !IsText(property.Schema, forms))
            {
                (string? one, string? other) = (FormIdentity.Of(known, forms), FormIdentity.Of(property.Schema, forms));
                if (one is null || one != other) members[property.Name] = null;
            }
            else
            {
                members[property.Name] = AnyText;
            }
        }
    }

    /// <summary>Whether the values are texts without a format: variants often have a fixed text each, by which they are told apart.</summary>
    private static bool IsText(Schema schema, FormTable forms) =>
        forms.Of(schema) is EnumForm { Underlying.Name: "string", Nullable: false } or ScalarForm { Type: { Name: "string", Format.Length: 0 }, Nullable: false };

    /// <summary>Whether a later declaration of a member tells more than the earlier one. A text is narrowed by an enumeration, never the other way.</summary>
    private static bool IsBetter(Schema later, Schema earlier, FormTable forms)
    {
        if (SchemaFacts.IsTrivial(later)) return false;
        Form form = forms.Of(later);
        if (form is ScalarForm { Type.Kind: Types.TypeKind.Raw }) return false;
        return form is not ScalarForm { Type.Kind: Types.TypeKind.Text, Constant: null, Type.Format.Length: 0 } || forms.Of(earlier) is not (EnumForm or ScalarForm);
    }
}
