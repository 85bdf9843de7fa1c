using ContractToolkit.Validation;

namespace ContractToolkit.CSharp.Validation;

/// <summary>
/// Chooses how an emitted validator reads. One pass over the text is the fastest where every value is looked at once; where objects or arrays near
/// the root, which hold most of an instance, are looked at again, a tape costs less than reading them again. Of alternatives that a member tells apart
/// an instance meets one, so that half of them must look again.
/// </summary>
internal sealed class ReadingChoice
{
    // How many objects and arrays deep a second look still concerns much of the instance.
    private const int NearRoot = 1;
    private const int Containers = (int)(PlanTypes.Object | PlanTypes.Array);

    private readonly SchemaMerger merger;
    private readonly BranchFacts facts;
    private readonly MemberFacts members;
    private readonly BranchJoins joins;
    private readonly Dictionary<(int Schema, int Depth), bool> known = [];

    private ReadingChoice(PlanData plan)
    {
        merger = new(plan, joins: true);
        facts = new(merger);
        members = new(merger, facts);
        joins = new(merger, facts, members);
    }

    /// <summary>Whether a tape is worth its cost.</summary>
    public static bool Of(PlanData plan)
    {
        ReadingChoice choice = new(plan);
        return !plan.Resources.IsEmpty || plan.Entries.Any(entry => choice.LooksTwice(entry.Schema, 0));
    }

    private bool LooksTwice(int index, int depth)
    {
        int schema = merger.Follow(index);
        if (depth > NearRoot) return false;
        if (known.TryGetValue((schema, depth), out bool looks)) return looks;
        known[(schema, depth)] = false;
        return known[(schema, depth)] = Looks(schema, depth);
    }

    private bool Looks(int schema, int depth)
    {
        if (merger.IsInterpreted(schema)) return true;
        MergedSchema merged = merger.Merge(schema);
        if ((merged.Types & facts.ConstantTypes(merged) & Containers) == 0) return false;
        if (joins.Of(schema) is { } joined) return merged.Choices.Exists(choice => Overlaps(choice.Branches)) || LooksTwice(merged, joined, depth);
        return LooksTwiceItself(merged) || merged.Apart.Any(part => LooksTwice(part, depth)) || merged.Choices.Any(choice => LooksTwice(choice.Branches, depth))
            || Inside(merged).Any(part => LooksTwice(part, depth + 1));
    }

    /// <summary>Whether what takes a value together with the branch that counts looks twice.</summary>
    private bool LooksTwice(MergedSchema merged, IReadOnlyList<int> joined, int depth)
    {
        int again = joined.Count(index => LooksTwice(index, depth));
        bool told = merged.Conditions.Count > 0 || members.IsToldByOneMember(merged.Choices[0].Branches);
        return told ? again * 2 >= joined.Count : again > 0;
    }

    private bool LooksTwice(EquatableArray<int> branches, int depth)
    {
        int again = branches.Count(branch => LooksTwice(branch, depth));
        return members.IsToldByOneMember(branches) ? again * 2 >= branches.Count : again > 0;
    }

    private bool LooksTwiceItself(MergedSchema merged)
    {
        if (merged.Conditions.Count + merged.Dependent.Count > 0 || ComparesContainers(merged)) return true;
        bool hasOwn = merged.Objects.Count > 0 || merged.Array is not null;
        int others = merged.Apart.Count(Holds) + merged.Negated.Count(Holds) + merged.Choices.Count(choice => choice.Branches.Any(Holds));
        return (hasOwn ? 1 : 0) + others > 1 || merged.Choices.Exists(choice => Overlaps(choice.Branches));
    }

    /// <summary>Whether all items of an array differ, and are objects or arrays: those are compared on a tape.</summary>
    private bool ComparesContainers(MergedSchema merged) =>
        merged.Array is { Rules: { UniqueItems: true, Items: not PlanSchema.None } rules } && (facts.Types(rules.Items) & ~Containers) == 0;

    /// <summary>Whether several branches may have to be tried with one object or array.</summary>
    private bool Overlaps(EquatableArray<int> branches) =>
        (branches.Count(branch => Admits(branch, PlanTypes.Object)) > 1 && !members.IsToldByOneMember(branches))
        || branches.Count(branch => Admits(branch, PlanTypes.Array)) > 1;

    private bool Holds(int branch) => (facts.Types(branch) & Containers) != 0;

    private bool Admits(int branch, PlanTypes type) => (facts.Types(branch) & (int)type) != 0;

    private static IEnumerable<int> Inside(MergedSchema merged)
    {
        foreach ((int _, PlanObject rules) in merged.Objects)
        {
            foreach (PlanProperty property in rules.Properties) yield return property.Schema;
            foreach (PlanNamed pattern in rules.PatternProperties) yield return pattern.Schema;
            if (rules.AdditionalProperties != PlanSchema.None) yield return rules.AdditionalProperties;
        }

        if (merged.Array is not { } array) yield break;
        foreach (int item in array.Rules.PrefixItems) yield return item;
        if (array.Rules.Items != PlanSchema.None) yield return array.Rules.Items;
    }
}
