namespace ContractToolkit.Validation;

/// <summary>
/// The nodes of a plan, made when they are first needed. Two threads may make the same node at once; both are equal and one is kept,
/// so nothing needs a lock.
/// </summary>
internal sealed class NodeStore(PlanData plan)
{
    private readonly Node?[] nodes = new Node?[plan.Count];
    private readonly BranchFacts facts = new(new SchemaMerger(plan));

    public PlanData Plan { get; } = plan;

    /// <summary>Whether some schema resource has a dynamic anchor, so that the dynamic scope matters.</summary>
    public bool TracksResources { get; } = !plan.Resources.IsEmpty;

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

    private Node Make(int index)
    {
        Node node = new(Plan.Schema(index), this);
        return Interlocked.CompareExchange(ref nodes[index], node, null) ?? node;
    }
}
