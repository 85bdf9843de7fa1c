using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>The members of an object as properties of a record.</summary>
internal static class PropertyBinder
{
    /// <summary>The names that records have for purposes of their own.</summary>
    public static readonly HashSet<string> Reserved = new(
    [
        "Parse", "Validate", "WriteTo", "ToUtf8Json", "Extras", "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize",
        "ReferenceEquals", "EqualityContract", "PrintMembers", "Clone", "AdditionalProperties", "SchemaCheck", "_shape", "_cases", "j", "m", "w",
    ], StringComparer.Ordinal);

    /// <summary>The properties, those of the base record first.</summary>
    public static EquatableArray<RecordProperty> Bind(RecordForm form, TypeResolver resolver)
    {
        EquatableArray<RecordProperty> inherited = Inherited(form, resolver);
        IReadOnlyList<Member> own = inherited.IsEmpty ? form.Members : Added(form.Members, inherited);
        IReadOnlyDictionary<string, string> names = Names(form, own, inherited, resolver);
        var properties = new RecordProperty[inherited.Count + own.Count];
        inherited.AsSpan().CopyTo(properties);
        for (int i = 0; i < own.Count; i++)
        {
            RecordProperty property = Property(form, own[i], names[own[i].Name], resolver);
            if (DiscriminatorPresets.Covers(form, property, resolver)) property = property with { IsPreset = true };
            if (property.Content is not null) property = property with { ContentReader = names[ReaderKey(own[i])] };
            properties[inherited.Count + i] = property;
        }

        return EquatableArray.Wrap(properties);
    }

    private static List<Member> Added(IReadOnlyList<Member> members, EquatableArray<RecordProperty> inherited)
    {
        var known = new HashSet<string>(inherited.Select(property => property.WireName), StringComparer.Ordinal);
        return [.. members.Where(member => !known.Contains(member.Name))];
    }

    /// <summary>The properties that the base record declares.</summary>
    public static EquatableArray<RecordProperty> Inherited(RecordForm form, TypeResolver resolver) =>
        form.Base is not null && resolver.Forms.Of(form.Base) is RecordForm parent ? resolver.Properties(parent) : default;

    private static IReadOnlyDictionary<string, string> Names(
        RecordForm form, IReadOnlyList<Member> members, EquatableArray<RecordProperty> inherited, TypeResolver resolver)
    {
        var scope = new NameScope(Reserved, resolver.NameOf(form), inherited.IsEmpty ? [] : [.. inherited.Select(property => property.Name)], members.Count);
        foreach (Member member in members)
        {
            string? chosen = member.Schema is null ? null : resolver.ChosenName(member.Schema);
            if (chosen is not null) scope.Wish(member.Name, chosen, NamePriority.Chosen, member.Name);
            else scope.Wish(member.Name, Identifiers.Pascal(member.Name), NamePriority.Own, member.Name);
            if (EmbeddedContent.Of(member.Schema, resolver.Forms) is not null)
            {
                scope.Wish(ReaderKey(member), "Read" + (chosen ?? Identifiers.Pascal(member.Name)), NamePriority.Derived, member.Name);
            }
        }

        return scope.Allocate();
    }

    private static string ReaderKey(Member member) => "read\n" + member.Name;

    /// <summary>The property of a member.</summary>
    public static RecordProperty Property(DeclaredForm owner, Member member, string name, TypeResolver resolver)
    {
        TypeReference type = member.Schema is null ? ScalarTypes.Raw : resolver.Reference(member.Schema);
        Form? form = member.Schema is null ? null : resolver.Forms.Of(member.Schema);
        SchemaNotes? notes = member.Schema?.Notes;
        return new RecordProperty
        {
            WireName = member.Name, Name = name, Type = type, Required = member.Required && !IsLeftOut(owner, member, resolver),
            Constant = form is ScalarForm { Constant: { } constant, Nullable: false } scalar ? ConstantExpression.Of(scalar.Type, constant) : null,
            Content = EmbeddedContent.Of(member.Schema, resolver.Forms) is { } content && type.Name == "string" ? resolver.Reference(content) : null,
            Summary = Summary(notes), Deprecated = notes?.Deprecated == true,
            ReadOnly = member.Schema?.ReadOnly == true, WriteOnly = member.Schema?.WriteOnly == true,
        };
    }

    /// <summary>Whether a required member is left out one way: a read-only one of a record that is sent, a write-only one of a record that is received.</summary>
    private static bool IsLeftOut(DeclaredForm owner, Member member, TypeResolver resolver) =>
        (member.Schema is { ReadOnly: true } && resolver.Directions.IsSent(owner.Schema.Id))
        || (member.Schema is { WriteOnly: true } && resolver.Directions.IsReceived(owner.Schema.Id));

    private static string? Summary(SchemaNotes? notes)
    {
        string? text = notes?.Description ?? notes?.Title;
        return notes?.Default is not { Kind: not JsonKind.Null, Text.Length: < 100 } value ? text : (text is null ? "" : text + "\n") + "Default: " + value.Text;
    }
}
