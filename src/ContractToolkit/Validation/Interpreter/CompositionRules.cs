using System.Text;

namespace ContractToolkit.Validation;

/// <summary>The keywords that combine schemas.</summary>
internal sealed class CompositionRules(PlanComposition plan, NodeStore store)
{
    public Node[] AllOf { get; } = store.All(plan.AllOf);

    public Node[] AnyOf { get; } = store.All(plan.AnyOf);

    public Node[] OneOf { get; } = store.All(plan.OneOf);

    /// <summary>What tells the branches of <c>anyOf</c> apart that accept objects.</summary>
    public TagTable? AnyOfTag { get; } = TagTable.Find(plan.AnyOf, store);

    /// <summary>What tells the branches of <c>oneOf</c> apart that accept objects.</summary>
    public TagTable? OneOfTag { get; } = TagTable.Find(plan.OneOf, store);

    public Node? Not { get; } = store.Find(plan.Not);

    public Node? If { get; } = store.Find(plan.If);

    public Node? Then { get; } = store.Find(plan.Then);

    public Node? Else { get; } = store.Find(plan.Else);
}

/// <summary>A member whose string constants tell the branches of a choice apart, so that only one need be tried.</summary>
internal sealed class TagTable
{
    private readonly NameTable constants;
    private readonly Node[] branches;

    private TagTable(string member, Dictionary<string, int> branchOf, NodeStore store)
    {
        Member = Encoding.UTF8.GetBytes(member);
        constants = new(branchOf.Keys.Select(Encoding.UTF8.GetBytes));
        branches = branchOf.Values.Select(index => store[index]).ToArray();
    }

    public byte[] Member { get; }

    /// <summary>The table; null where nothing tells the branches apart.</summary>
    public static TagTable? Find(EquatableArray<int> branches, NodeStore store)
    {
        if (branches.Count < 2 || store.TagOf(branches) is not { } tag) return null;
        return new(tag.Member, tag.Branches, store);
    }

    /// <summary>The branch that a constant selects; null where none does.</summary>
    public Node? Branch(ReadOnlySpan<byte> constant) => constants.Find(constant) is >= 0 and var place ? branches[place] : null;
}

/// <summary><c>discriminator</c>: the value of one member selects the schema.</summary>
internal sealed class DiscriminatorRules
{
    private readonly NameTable values;
    private readonly Node?[] schemas;
    private readonly NodeStore store;

    public DiscriminatorRules(PlanDiscriminator plan, NodeStore store)
    {
        this.store = store;
        Plan = plan;
        Property = Encoding.UTF8.GetBytes(plan.Property);
        values = new(plan.Mapping.Select(entry => Encoding.UTF8.GetBytes(entry.Value)));
        schemas = new Node?[plan.Mapping.Count];
    }

    public PlanDiscriminator Plan { get; }

    public byte[] Property { get; }

    /// <summary>The place of a value in the mapping; negative where it is not there.</summary>
    public int Place(ReadOnlySpan<byte> value) => values.Find(value);

    /// <summary>The schema at a place of the mapping. Made late: it mostly refers back to where the discriminator stands.</summary>
    public Node Schema(int place) => schemas[place] ??= store[Plan.Mapping[place].Schema];
}
