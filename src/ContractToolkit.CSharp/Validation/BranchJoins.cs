using ContractToolkit.Validation;

namespace ContractToolkit.CSharp.Validation;

/// <summary>
/// Finds the objects whose own keywords are looked at together with the branch that counts, so that one pass serves both: where a look ahead chooses
/// the branch, and the keywords are few enough to be written once for each.
/// </summary>
internal sealed class BranchJoins(SchemaMerger merger, BranchFacts facts, MemberFacts members)
{
    // Names of the schema itself, once for each branch.
    private const int MostNames = 300;
    private const int FewNames = 4;

    private readonly Dictionary<int, IReadOnlyList<int>?> known = [];

    /// <summary>The schemas that take the value in place of the branches of the one choice, or of the condition's <c>then</c> and <c>else</c>; null where none do.</summary>
    public IReadOnlyList<int>? Of(int schema)
    {
        if (!known.TryGetValue(schema, out IReadOnlyList<int>? joined)) known.Add(schema, joined = Find(schema));
        return joined;
    }

    private List<int>? Find(int schema)
    {
        MergedSchema merged = merger.Merge(schema);
        bool alone = merged.Objects.Count > 0 && merged.Apart.Count + merged.Negated.Count + merged.Dependent.Count == 0
            && merged.Choices.Count + merged.Conditions.Count == 1;
        if (!alone || Branches(merged) is not { } branches) return null;
        if (branches.Length * merged.Objects.Sum(part => part.Rules.Properties.Count + part.Rules.Required.Count) > MostNames) return null;
        List<int> joined = [];
        foreach (int branch in branches)
        {
            int index = merger.WithBranch(schema, branch);
            if (index == PlanSchema.None || merger.Merge(index).Apart.Count > 0) return null;
            joined.Add(index);
        }

        return joined;
    }

    /// <summary>The branches, where a look ahead leaves few of them.</summary>
    private int[]? Branches(MergedSchema merged)
    {
        if (merged.Conditions.Count > 0)
        {
            (int condition, int then, int otherwise) = merged.Conditions[0];
            return facts.OnlyTag(condition) is null ? null : [then, otherwise];
        }

        (bool exactlyOne, EquatableArray<int> branches) = merged.Choices[0];
        bool told = facts.Tag(branches) is not null || members.TellsApart(branches) || (!exactlyOne && branches.All(IsLight));
        return told ? branches.ToArray() : null;
    }

    /// <summary>Whether a branch names few members and asks for nothing else, so that it is likely to pass when tried.</summary>
    private bool IsLight(int branch)
    {
        int at = merger.Follow(branch);
        if (merger.IsInterpreted(at)) return false;
        MergedSchema merged = merger.Merge(at);
        return !merged.HasOthers && merged.Objects.Sum(part => part.Rules.Properties.Count + part.Rules.Required.Count) <= FewNames;
    }
}
