namespace ContractToolkit.Validation;

/// <summary>
/// Chooses among the failed branches of <c>anyOf</c> or <c>oneOf</c> the one whose findings help most: not one that wants another type, or
/// another constant in a member that tells the branches apart; then the one with the fewest findings, and the deepest.
/// </summary>
internal sealed class ClosestBranch(Node[] branches, Func<int, string> pointerOf)
{
    /// <summary>The greatest number of findings that are gathered of one branch.</summary>
    public const int MostCauses = 10;

    private const int MostHops = 16;

    private (int Misfit, int Count, int Depth) best = (int.MaxValue, 0, 0);

    public Node[] Branches { get; } = branches;

    /// <summary>The findings of the closest branch so far.</summary>
    public IReadOnlyList<Violation> Causes { get; private set; } = [];

    public string PointerOf(int branch) => pointerOf(branch);

    /// <summary>The types that some branch accepts, as <see cref="PlanTypes"/> bits.</summary>
    public int AcceptedTypes()
    {
        int types = 0;
        foreach (Node branch in Branches) types |= TypesOf(branch);
        return types;
    }

    /// <summary>The types that a schema accepts, references followed.</summary>
    public static int TypesOf(Node node)
    {
        int types = node.Accepts;
        Node? next = node.Target;
        for (int hops = 0; hops < MostHops && next is not null; hops++)
        {
            types &= next.Accepts;
            next = next.Target;
        }

        return types;
    }

    /// <summary>Considers the findings of a branch.</summary>
    public void Offer(int branch, IReadOnlyList<Violation> found, string place)
    {
        if (found.Count == 0) return;
        int misfit = found.Max(violation => Misfit(violation, place));
        (int Misfit, int Count, int Depth) score = (misfit, found.Count, -found.Max(Depth));
        if (score.CompareTo(best) >= 0 && Causes.Count > 0) return;
        best = score;
        Causes = found;
    }

    private static int Depth(Violation violation) => violation.InstancePointer.Count(c => c == '/');

    private static int Misfit(Violation violation, string place)
    {
        if (violation.InstancePointer == place && violation.Keyword is "type") return 2;
        bool isNear = violation.InstancePointer == place || violation.InstancePointer.LastIndexOf('/') == place.Length;
        return isNear && violation.Keyword is "const" or "enum" or "not" ? 1 : 0;
    }
}
