using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>
/// Gives the C# type of any schema where it is used. It works in two steps, so that no name depends on the order of the document:
/// first every use is declared (<see cref="Declare"/>, <see cref="Reserve"/>), then all names are decided, then types are asked for
/// (<see cref="Reference"/>, <see cref="Properties"/>).
/// </summary>
public sealed class TypeBinder
{
    private readonly TypeDeclarer declarer;
    private readonly ChosenNames chosen;
    private readonly Lazy<UseDirections> directions;
    private readonly List<Finding> findings = [];
    private TypeResolver? resolver;

    internal TypeBinder(Contract contract, CSharpOptions options, string prefix)
    {
        string planHolder = prefix + "Schemas";
        string zoneHolder = prefix + "Zones";
        Plan = new PlanEntries(planHolder, options.Validation);
        Forms = new FormTable(contract.Schemas, options, new Hierarchy(contract), new Zones(contract, options, zoneHolder));
        chosen = new ChosenNames(options);
        directions = new Lazy<UseDirections>(() => new UseDirections(contract, Forms));
        declarer = new TypeDeclarer(contract, options, Forms, chosen);
        declarer.Reserve(planHolder);
        declarer.Reserve(Plan.CodeNamespace);
        declarer.Reserve(zoneHolder);
    }

    /// <summary>The type of any JSON value, for places without a schema.</summary>
    public static TypeReference Raw => ScalarTypes.Raw;

    /// <summary>What has been reported.</summary>
    internal IEnumerable<Finding> Findings => Forms.Findings.Concat(findings);

    /// <summary>The forms of all schemas.</summary>
    internal FormTable Forms { get; }

    /// <summary>The schemas that generated code checks against.</summary>
    internal PlanEntries Plan { get; }

    /// <summary>First step: says that <paramref name="schema"/> is used, and what its type shall be called if it needs a type of its own
    /// and is no component. The sub-schemas are declared with it.</summary>
    /// <param name="schema">The schema where it is used.</param>
    /// <param name="suggestedName">An identifier in Pascal case, such as <c>LeadDetailsRequest</c>.</param>
    public void Declare(Schema schema, string suggestedName) => declarer.Use(schema, suggestedName);

    /// <summary>First step: keeps a name of the namespace for other generated types, such as clients. It goes before names of schemas.</summary>
    public void Reserve(string typeName) => declarer.Reserve(typeName);

    /// <summary>Second step: the type of a schema that was declared (or is part of one that was).</summary>
    public TypeReference Reference(Schema schema) => Resolver.Reference(schema);

    /// <summary>Second step: the properties of the record that <paramref name="schema"/> has as its type; empty where its type is no record.</summary>
    public EquatableArray<RecordProperty> Properties(Schema schema) =>
        Forms.Of(schema) is RecordForm form ? Resolver.Properties(form) : default;

    /// <summary>Second step: an expression of type <c>Js::SchemaCheck</c> that checks JSON against the schema; null where the options want
    /// no validation.</summary>
    public string? Check(Schema schema)
    {
        // An envelope is checked as a whole, and only what stands in it has a type where the operations are filtered.
        return Forms.Of(schema) is DeclaredForm form and not EnumForm && Forms.Schemas.Follow(schema).Id == form.Schema.Id && Resolver.IsNamed(form)
            ? Plan.OfType(Resolver.NameOf(form), form.Schema)
            : Plan.OfPlace(schema);
    }

    /// <summary>Reports what could not be expressed.</summary>
    public void Report(Finding finding) => findings.Add(finding);

    /// <summary>Between the steps: decides about all names.</summary>
    internal void Complete() => resolver = new TypeResolver(Forms, chosen, declarer.Allocate(), directions);

    /// <summary>Second step: all types, each with the element that it belongs to.</summary>
    internal IReadOnlyList<OwnedType> Declarations(CancellationToken cancellation)
    {
        var binder = new DeclarationBinder(Resolver, Plan);
        var types = new List<OwnedType>(declarer.Declared.Count);
        foreach (DeclaredType type in declarer.Declared)
        {
            cancellation.ThrowIfCancellationRequested();
            types.Add(new OwnedType(type.Owner, binder.Bind(type.Form)));
        }

        return types;
    }

    /// <summary>Second step: what becomes a type.</summary>
    internal IEnumerable<DeclaredForm> DeclaredForms => declarer.Declared.Select(type => type.Form);

    /// <summary>Second step: resolves names.</summary>
    internal TypeResolver Resolver => resolver ?? throw new InvalidOperationException("The names have not been decided yet.");
}
