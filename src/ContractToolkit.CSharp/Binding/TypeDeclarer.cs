using ContractToolkit.CSharp.Naming;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>A type that needs a declaration.</summary>
/// <param name="Form">What it is.</param>
/// <param name="Owner">The element at the top that it stands in: types of one owner share a file.</param>
internal sealed record DeclaredType(DeclaredForm Form, string Owner);

/// <summary>First step of binding: walks all schemas that are used, finds which need a type, and wishes for their names.</summary>
internal sealed class TypeDeclarer
{
    private const int MaxLists = 16;
    private readonly FormTable forms;
    private readonly ChosenNames chosen;
    private readonly Dictionary<SchemaId, string> components = [];
    private readonly HashSet<SchemaId> visited = [];
    private readonly HashSet<string> reserved = new(
        ["Ct", "Js", "Sys", "_Model", "_Sets", "TResult", "WriteTo", "Wire", "IsKnown", "Known", "Of", "SchemaCheck", "Equals", "GetHashCode", "ToString", "PrintMembers", "EqualityContract", "Deconstruct"],
        StringComparer.Ordinal);
    private readonly List<(string Key, string Name, NamePriority Priority, string WireName)> wishes = [];
    private readonly InlineNames inline = new();
    private readonly List<DeclaredType> declared = [];

    /// <summary>Makes a declarer; without operation filters all components are declared at once.</summary>
    public TypeDeclarer(Contract contract, CSharpOptions options, FormTable forms, ChosenNames chosen)
    {
        this.forms = forms;
        this.chosen = chosen;
        foreach (NamedSchema component in contract.Components) components[component.Schema.Id] = component.Name;
        if (!options.Include.IsEmpty || !options.Exclude.IsEmpty) return;
        foreach (NamedSchema component in contract.Components) Visit(component.Schema, InlinePlace.Of(Identifiers.Pascal(component.Name)), component.Schema.Id.Value);
    }

    /// <summary>The types that need a declaration; only after <see cref="Allocate"/>.</summary>
    public IReadOnlyList<DeclaredType> Declared => declared;

    /// <summary>Declares a schema that an operation uses.</summary>
    public void Use(Schema schema, string suggestedName)
    {
        string name = PointerName.OfSharedElement(schema.Id) ?? suggestedName;
        Visit(schema, InlinePlace.Of(name), name);
    }

    /// <summary>Keeps a name.</summary>
    public void Reserve(string name) => reserved.Add(name);

    /// <summary>Decides about the names, by schema.</summary>
    public IReadOnlyDictionary<string, string> Allocate()
    {
        var scope = new NameScope(reserved);
        foreach ((string key, string name, NamePriority priority, string wireName) in wishes) scope.Wish(key, name, priority, wireName);
        foreach ((DeclaredType type, string name) in inline.Decide())
        {
            declared.Add(type);
            string id = type.Form.Schema.Id.Value;
            scope.Wish(id, Fitting(type.Form, Identifiers.Limited(name)), NamePriority.Derived, id);
        }

        Dictionary<string, string> names = scope.Allocate();
        foreach (KeyValuePair<SchemaId, SchemaId> twin in inline.Shared) names[twin.Key.Value] = names[twin.Value.Value];
        return names;
    }

    private void Visit(Schema schema, InlinePlace place, string owner, int lists = 0, bool astray = false)
    {
        Form form = forms.Of(schema);
        if (form is DeclaredForm type)
        {
            Declare(type, place, owner, astray);
            return;
        }

        // A list of itself, without a type between, has no end.
        if (lists > MaxLists) return;
        if (form is ListForm { Item: { } item }) Visit(item, place.Part("Item"), owner, lists + 1, astray);
        if (form is MapForm { Value: { } value }) Visit(value, place.Part("Value"), owner, lists + 1, astray);
    }

    private void Declare(DeclaredForm type, InlinePlace place, string owner, bool astray)
    {
        SchemaId id = type.Schema.Id;
        bool news;
        if (OwnName(type.Schema) is { } own)
        {
            news = visited.Add(id);
            wishes.Add((id.Value, Fitting(type, own.Name), own.Priority, own.WireName));
            place = InlinePlace.Of(own.Name);
            if (components.ContainsKey(id)) owner = id.Value;
            if (news) declared.Add(new DeclaredType(type, owner));
            astray = false;
        }
        else
        {
            var home = HomePlace.Of(id, owner, components);
            if (home is { } written) (place, owner) = (written.Place, written.Component.Value);

            // What stands below such a place is no better placed.
            astray |= home is not null;
            news = inline.Add(new InlineType(type, place, owner, astray));
        }

        if (!news) return;
        VisitParts(type, place, owner, astray);
        foreach (Schema derived in forms.Hierarchy.DerivedFrom(id)) Visit(derived, place.Part("Derived"), owner, astray: astray);
    }

    private void VisitParts(DeclaredForm type, InlinePlace place, string owner, bool astray)
    {
        switch (type)
        {
            case RecordForm record:
                foreach (Member member in record.Members)
                {
                    if (EmbeddedContent.Of(member.Schema, forms) is { } content) Visit(content, place.Member(Identifiers.Pascal(member.Name)), owner, astray: astray);
                    if (member.Schema is not null && forms.Of(member.Schema) is not ScalarForm) Visit(member.Schema, place.Member(Identifiers.Pascal(member.Name)), owner, astray: astray);
                }

                for (int i = 0; i < record.Variants.Count; i++)
                {
                    Visit(record.Variants[i].Schema, place.Part(CaseNames.Label(record.Variants[i].Schema, i, forms)), owner, astray: astray);
                }

                if (record.Bag is not null) Visit(record.Bag, place.Part("Additional"), owner, astray: astray);
                if (record.Base is not null) Visit(record.Base, place.Part("Base"), owner, astray: astray);
                break;
            case TupleForm tuple:
                for (int i = 0; i < tuple.Items.Count; i++) Visit(tuple.Items[i].Schema!, place.Member(TupleBinder.Wish(tuple.Items[i], i)), owner, astray: astray);
                if (tuple.Rest is not null) Visit(tuple.Rest, place.Part("Rest"), owner, astray: astray);
                break;
            case UnionForm union:
                for (int i = 0; i < union.Cases.Count; i++) Visit(union.Cases[i], place.Part(CaseNames.Label(union.Cases[i], i, forms)), owner, astray: astray);
                break;
        }
    }

    /// <summary>The name that a schema has of its own; null for one that is named after its place.</summary>
    private (string Name, NamePriority Priority, string WireName)? OwnName(Schema schema)
    {
        if (chosen.Of(schema) is { } name) return (name, NamePriority.Chosen, name);
        if (components.TryGetValue(schema.Id, out string? component)) return (Identifiers.Pascal(component), NamePriority.Own, component);
        bool shared = forms.Schemas.TryGet(schema.Id, out _);
        return shared && PointerName.Of(schema.Id) is { } pointerName ? (pointerName, NamePriority.Own, schema.Id.Value) : null;
    }

    // An enumeration has a member Value.
    private static string Fitting(DeclaredForm type, string name) => type is EnumForm && name == "Value" ? "ValueEnum" : name;
}
