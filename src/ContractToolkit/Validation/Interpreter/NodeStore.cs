namespace ContractToolkit.Validation;

/// <summary>
/// The nodes of a plan, made when they are first needed. Two threads may make the same node at once; both are equal and one is kept,
/// so nothing needs a lock.
/// </summary>
internal sealed class NodeStore
{
    private readonly Node?[] nodes;
    private readonly BranchFacts facts;
    private readonly MemberFacts members;

    public NodeStore(PlanData plan)
    {
        Plan = plan;
        TracksResources = !plan.Resources.IsEmpty;
        nodes = new Node?[plan.Count];
        SchemaMerger merger = new(plan);
        facts = new(merger);
        members = new(merger, facts);
    }

    public PlanData Plan { get; }

    /// <summary>Whether some schema resource has a dynamic anchor, so that the dynamic scope matters.</summary>
    public bool TracksResources { get; }

    public Node this[int index] => Volatile.Read(ref nodes[index]) ?? Make(index);

    /// <summary>The node of an index that may stand for none.</summary>
    public Node? Find(int index) => index == PlanSchema.None ? null : this[index];

    public Node[] All(EquatableArray<int> indexes)
    {
        Node[] all = new Node[indexes.Count];
        for (int i = 0; i < all.Length; i++) all[i] = this[indexes[i]];
        return all;
    }

    /// <summary>The member that tells branches apart.</summary>
    public (string Member, Dictionary<string, int> Branches)? TagOf(EquatableArray<int> branches)
    {
        lock (facts) return TracksResources ? null : facts.Tag(branches);
    }

    /// <summary>What branches admit of the members of an object.</summary>
    public AdmittedMembers?[] MembersOf(EquatableArray<int> branches)
    {
        lock (facts) return members.Members(branches);
    }

    private Node Make(int index)
    {
        Node node = new(Plan.Schema(index), this);
        return Interlocked.CompareExchange(ref nodes[index], node, null) ?? node;
    }
}
