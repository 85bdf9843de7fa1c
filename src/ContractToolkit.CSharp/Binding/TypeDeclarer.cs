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
    private readonly FormTable forms;
    private readonly ChosenNames chosen;
    private readonly Dictionary<SchemaId, string> components = [];
    private readonly HashSet<SchemaId> visited = [];
    private readonly HashSet<string> reserved = new(
        ["Ct", "Sys", "TResult", "WriteTo", "Wire", "IsKnown", "Known", "Of", "SchemaCheck", "Equals", "GetHashCode", "ToString", "PrintMembers", "EqualityContract", "Deconstruct"],
        StringComparer.Ordinal);
    private readonly List<(string Key, string Name, NamePriority Priority, string WireName)> wishes = [];
    private readonly List<DeclaredType> declared = [];

    /// <summary>Makes a declarer; without operation filters all components are declared at once.</summary>
    public TypeDeclarer(Contract contract, CSharpOptions options, FormTable forms, ChosenNames chosen)
    {
        this.forms = forms;
        this.chosen = chosen;
        foreach (NamedSchema component in contract.Components) components[component.Schema.Id] = component.Name;
        if (!options.Include.IsEmpty || !options.Exclude.IsEmpty) return;
        foreach (NamedSchema component in contract.Components) Visit(component.Schema, Identifiers.Pascal(component.Name), component.Schema.Id.Value);
    }

    /// <summary>The types found so far.</summary>
    public IReadOnlyList<DeclaredType> Declared => declared;

    /// <summary>Declares a schema that an operation uses.</summary>
    public void Use(Schema schema, string suggestedName)
    {
        string name = PointerName.OfSharedElement(schema.Id) ?? suggestedName;
        Visit(schema, name, name);
    }

    /// <summary>Keeps a name.</summary>
    public void Reserve(string name) => reserved.Add(name);

    /// <summary>Decides about the names, by schema.</summary>
    public IReadOnlyDictionary<string, string> Allocate()
    {
        var scope = new NameScope(reserved);
        foreach ((string key, string name, NamePriority priority, string wireName) in wishes) scope.Wish(key, name, priority, wireName);
        return scope.Allocate();
    }

    private void Visit(Schema schema, string name, string owner)
    {
        Form form = forms.Of(schema);
        if (form is DeclaredForm type)
        {
            Declare(type, name, owner);
            return;
        }

        if (!visited.Add(schema.Id)) return;
        if (form is ListForm { Item: { } item }) Visit(item, name + "Item", owner);
        if (form is MapForm { Value: { } value }) Visit(value, name + "Value", owner);
    }

    private void Declare(DeclaredForm type, string suggested, string owner)
    {
        SchemaId id = type.Schema.Id;
        (string name, NamePriority priority, string wireName) = NameOf(type.Schema, suggested);
        if (type is EnumForm && name == "Value") name = "ValueEnum";
        wishes.Add((id.Value, name, priority, wireName));
        if (!visited.Add(id)) return;
        string home = components.ContainsKey(id) ? id.Value : owner;
        declared.Add(new DeclaredType(type, home));
        VisitParts(type, name, home);
        foreach (Schema derived in forms.Hierarchy.DerivedFrom(id)) Visit(derived, name + "Derived", home);
    }

    private void VisitParts(DeclaredForm type, string name, string owner)
    {
        switch (type)
        {
            case RecordForm record:
                foreach (Member member in record.Members)
                {
                    if (member.Schema is not null) Visit(member.Schema, name + Identifiers.Pascal(member.Name), owner);
                }

                if (record.Bag is not null) Visit(record.Bag, name + "Additional", owner);
                if (record.Base is not null) Visit(record.Base, name + "Base", owner);
                break;
            case UnionForm union:
                for (int i = 0; i < union.Cases.Count; i++) Visit(union.Cases[i], name + CaseNames.Label(union.Cases[i], i, forms), owner);
                break;
        }
    }

    private (string Name, NamePriority Priority, string WireName) NameOf(Schema schema, string suggested)
    {
        if (chosen.Of(schema) is { } name) return (name, NamePriority.Chosen, name);
        if (components.TryGetValue(schema.Id, out string? component)) return (Identifiers.Pascal(component), NamePriority.Own, component);
        bool shared = forms.Schemas.TryGet(schema.Id, out _);
        return shared && PointerName.Of(schema.Id) is { } pointerName
            ? (pointerName, NamePriority.Own, schema.Id.Value)
            : (suggested, NamePriority.Derived, schema.Id.Value);
    }
}
