namespace ContractToolkit.Validation;

/// <summary>
/// The schemas of a plan as the readers of records use them: what can be decided about a value on the way is, and what cannot is left to the
/// interpreter. Made when first needed.
/// </summary>
internal sealed class ReadingChecks
{
    private readonly NodeStore nodes;
    private readonly SchemaTests? tests;
    private readonly SchemaMerger merger;
    private readonly BranchFacts facts;
    private readonly ValueCheck?[] checks;

    public ReadingChecks(NodeStore nodes, SchemaTests? tests)
    {
        this.nodes = nodes;
        this.tests = tests;
        merger = new(nodes.Plan);
        facts = new(merger);
        checks = new ValueCheck?[nodes.Plan.Count];
    }

    /// <summary>The check of one schema.</summary>
    public ValueCheck For(int schema) => Volatile.Read(ref checks[schema]) ?? Make(schema);

    /// <summary>The check of an index that may stand for none.</summary>
    public ValueCheck? Find(int schema) => schema == PlanSchema.None ? null : For(schema);

    /// <summary>The check of several schemas that all hold for one value; null for none.</summary>
    public ValueCheck? All(IReadOnlyList<int> schemas)
    {
        int[] distinct;
        lock (facts) distinct = schemas.Select(merger.Follow).Distinct().ToArray();
        return distinct.Length switch
        {
            0 => null,
            1 => For(distinct[0]),
            _ => new ValueCheck(distinct.Select(schema => nodes[schema]).ToArray(), nodes) { Tests = TestsOf(distinct) },
        };
    }

    private ValueCheck Make(int schema)
    {
        lock (facts)
        {
            int at = merger.Follow(schema);
            bool interpreted = nodes.TracksResources || merger.IsInterpreted(at);
            ValueCheck made = new(nodes[at], merger.Merge(at), interpreted, this, nodes) 
            {
                Choice = interpreted ? null : ChoiceOf(merger.Merge(at)), Tests = TestsOf(at),
            };
            return Interlocked.CompareExchange(ref checks[schema], made, null) ?? made;
        }
    }

    /// <summary>The emitted code of schemas; null where one of them has none.</summary>
    private SchemaTest[]? TestsOf(params int[] schemas)
    {
        if (tests is null) return null;
        SchemaTest[] found = new SchemaTest[schemas.Length];
        for (int i = 0; i < found.Length; i++)
        {
            if (tests[schemas[i]] is not { } test) return null;
            found[i] = test;
        }

        return found;
    }

    /// <summary>The choice that a schema consists of, where the type of a value or a member's constant tells which branch counts.</summary>
    private ChoiceCheck? ChoiceOf(MergedSchema merged)
    {
        bool alone = merged.Choices.Count == 1 && !merged.HasOwnKeywords && !merged.WantsWholeNumbers && merged.Apart.Count == 0 && merged.Negated.Count == 0
            && merged.Conditions.Count == 0 && merged.Dependent.Count == 0;
        if (!alone) return null;
        EquatableArray<int> branches = merged.Choices[0].Branches;
        return new ChoiceCheck(branches.Select(branch => (facts.Types(branch), branch)).ToArray(), facts.Tag(branches), this);
    }
}
