namespace ContractToolkit.Validation;

/// <summary>What tells the branches of <c>anyOf</c> and <c>oneOf</c> apart that accept objects, where one look at each member is enough to tell.</summary>
public sealed class MemberFacts(SchemaMerger merger, BranchFacts facts)
{
    /// <summary>The most branches that are told apart.</summary>
    public const int MostBranches = 64;

    private const int DeepestLook = 4;

    // Alternatives that lead back to themselves would be looked at more often than there is time for.
    private readonly Dictionary<(int Schema, int Depth), AdmittedMembers> members = [];
    private readonly Dictionary<(int Schema, int Depth), Admitted> values = [];

    /// <summary>Whether a look at the members leaves fewer branches to be tried with an object.</summary>
    public bool TellsApart(EquatableArray<int> branches)
    {
        if (branches.Count > MostBranches) return false;
        List<AdmittedMembers> objects = branches.Where(AcceptsObjects).Select(branch => Members(branch, 0)).ToList();
        for (int i = 1; i < objects.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (objects[i].DiffersFrom(objects[j])) return true;
            }
        }

        return false;
    }

    /// <summary>Whether the value of some member, where it is there, leaves one of several branches that accept objects.</summary>
    public bool IsToldByOneMember(EquatableArray<int> branches)
    {
        List<AdmittedMembers> objects = branches.Where(AcceptsObjects).Select(branch => Members(branch, 0)).ToList();
        return objects.Count > 1 && objects[0].Names.Any(name => AllDiffer(objects, name));
    }

    /// <summary>What each branch admits of the members of an object; null for a branch that accepts no object.</summary>
    internal AdmittedMembers?[] Members(EquatableArray<int> branches) =>
        branches.Select(branch => AcceptsObjects(branch) ? Members(branch, 0) : null).ToArray();

    private static bool AllDiffer(List<AdmittedMembers> objects, string name)
    {
        Admitted seen = Admitted.None;
        foreach (Admitted admitted in objects.Select(branch => branch[name]))
        {
            if (seen.Meets(admitted)) return false;
            seen = seen.Or(admitted);
        }

        return true;
    }

    private bool AcceptsObjects(int branch) => (facts.Types(branch) & (int)PlanTypes.Object) != 0;

    private AdmittedMembers Members(int schema, int depth)
    {
        int at = merger.Follow(schema);
        if (depth > DeepestLook || merger.IsInterpreted(at)) return AdmittedMembers.All;
        if (!members.TryGetValue((at, depth), out AdmittedMembers? known)) members.Add((at, depth), known = FindMembers(merger.Merge(at), depth));
        return known;
    }

    private AdmittedMembers FindMembers(MergedSchema merged, int depth)
    {
        AdmittedMembers admitted = AdmittedMembers.All;
        foreach ((int _, PlanObject rules) in merged.Objects) admitted = admitted.And(Members(rules, depth));
        foreach (int part in merged.Apart) admitted = admitted.And(Members(part, depth + 1));
        foreach ((bool _, EquatableArray<int> choice) in merged.Choices)
        {
            List<AdmittedMembers> options = choice.Where(AcceptsObjects).Select(option => Members(option, depth + 1)).ToList();
            if (options.Count > 0) admitted = admitted.And(options.Skip(1).Aggregate(options[0], (any, option) => any.Or(option)));
        }

        return admitted;
    }

    private AdmittedMembers Members(PlanObject rules, int depth)
    {
        Dictionary<string, Admitted> named = new(StringComparer.Ordinal);
        foreach (PlanProperty property in rules.Properties) named[property.Name] = Value(property.Schema, depth + 1);
        bool isOpen = rules.AdditionalProperties == PlanSchema.None || !rules.PatternProperties.IsEmpty;

        // What binds one way only is left to the branch.
        HashSet<string> required = new(rules.Required.Where(name => name.Access == PlanAccess.Both).Select(name => name.Name), StringComparer.Ordinal);
        return new(named, isOpen ? Admitted.All : Value(rules.AdditionalProperties, depth + 1), required);
    }

    private Admitted Value(int schema, int depth)
    {
        int at = merger.Follow(schema);
        if (depth > DeepestLook || merger.IsInterpreted(at)) return Admitted.All;
        if (!values.TryGetValue((at, depth), out Admitted? known)) values.Add((at, depth), known = FindValue(merger.Merge(at), depth));
        return known;
    }

    private Admitted FindValue(MergedSchema merged, int depth)
    {
        Admitted admitted = merged.Types == MergedSchema.AllTypes ? Admitted.All : Admitted.OfTypes(merged.Types);
        foreach (PlanSchema schema in merged.Constants.Select(merger.Schema))
        {
            if (schema.Const is { } constant) admitted = admitted.And(Admitted.OfConstants([constant]));
            if (schema.Enum is { } constants) admitted = admitted.And(Admitted.OfConstants(constants));
        }

        foreach (int part in merged.Apart) admitted = admitted.And(Value(part, depth + 1));
        foreach ((bool _, EquatableArray<int> choice) in merged.Choices)
        {
            admitted = admitted.And(choice.Aggregate(Admitted.None, (any, option) => any.Or(Value(option, depth + 1))));
        }

        return admitted;
    }
}
