namespace ContractToolkit.Validation;

/// <content>Schemas that apply to the same value: references, compositions, dependent schemas, and what is left unevaluated.</content>
internal ref partial struct Evaluator
{
    /// <summary>The schema that a dynamic reference leads to in the present dynamic scope.</summary>
    public readonly (Node Node, string Pointer) ResolveDynamic(Node node)
    {
        PlanDynamicReference reference = node.Schema.DynamicReference!;
        if (reference.Anchor is { } anchor)
        {
            // The outermost resource that declares the anchor wins.
            for (int i = 0; i < scratch.ResourceCount; i++)
            {
                foreach (PlanAnchor candidate in nodes.Plan.Resources[scratch.Resource(i)])
                {
                    if (candidate.Name == anchor) return (nodes[candidate.Schema], candidate.Pointer);
                }
            }
        }

        return (node.DynamicInitial!, reference.Pointer);
    }

    private bool EvaluateCombined(Node node, int at, int marks)
    {
        if (!MayGoOn(at)) return false;
        if (node.Target is { } target && !Evaluate(target, at, marks)) return false;
        if (node.Schema.DynamicReference is not null && !Evaluate(ResolveDynamic(node).Node, at, marks)) return false;
        if (node.Composition is { } composition && !EvaluateComposition(composition, at, marks)) return false;
        return node.Object is not { DependentSchemas.Length: > 0 } || EvaluateDependentSchemas(node.Object, at, marks);
    }

    private bool EvaluateComposition(CompositionRules rules, int at, int marks)
    {
        foreach (Node part in rules.AllOf)
        {
            if (!Evaluate(part, at, marks)) return false;
        }

        if (rules.AnyOf.Length > 0 && CountPassing(rules.AnyOf, rules.AnyOfTag, at, marks, enough: 1) == 0) return false;
        if (rules.OneOf.Length > 0 && CountPassing(rules.OneOf, rules.OneOfTag, at, marks, enough: 2) != 1) return false;
        if (rules.Not is not null && Evaluate(rules.Not, at, NoMarks)) return false;
        if (rules.If is null) return true;
        Node? branch = EvaluateMarking(rules.If, at, marks) ? rules.Then : rules.Else;
        return branch is null || Evaluate(branch, at, marks);
    }

    private int CountPassing(Node[] branches, TagTable? tag, int at, int marks, int enough)
    {
        if (tag is not null && tape[at].Kind == ValueKind.Object && FindMember(at, tag.Member) is >= 0 and var member
            && tape[member + 1] is { Kind: ValueKind.String, IsEscaped: false })
        {
            Node? selected = tag.Branch(TextOf(member + 1));
            return selected is not null && EvaluateMarking(selected, at, marks) ? 1 : 0;
        }

        // With marks every branch counts, since each that passes evaluates members.
        int passing = 0;
        foreach (Node branch in branches)
        {
            if (EvaluateMarking(branch, at, marks) && ++passing >= enough && marks == NoMarks) break;
        }

        return passing;
    }

    /// <summary>Evaluates a schema that may fail without harm: its marks count only if it passes.</summary>
    public bool EvaluateMarking(Node node, int at, int marks)
    {
        if (marks == NoMarks) return Evaluate(node, at, NoMarks);
        int count = tape[at].Count;
        int own = scratch.PushBits(count);
        bool passes = Evaluate(node, at, own);
        if (passes) scratch.MergeBits(marks, own, count);
        scratch.PopBits(own);
        return passes;
    }

    private bool EvaluateDependentSchemas(ObjectRules rules, int at, int marks)
    {
        if (tape[at].Kind != ValueKind.Object) return true;
        foreach ((byte[] name, Node schema) in rules.DependentSchemas)
        {
            if (HasMember(at, name) && !Evaluate(schema, at, marks)) return false;
        }

        return true;
    }

    /// <summary>Whether an object has a member of this name.</summary>
    public readonly bool HasMember(int at, ReadOnlySpan<byte> name) => FindMember(at, name) >= 0;

    /// <summary>The entry of the first member of this name, given in UTF-8; negative where there is none.</summary>
    public readonly int FindMember(int at, ReadOnlySpan<byte> name)
    {
        for (int member = at + 1; member < tape[at].Next; member = tape[member + 1].Next)
        {
            if (PlainText(member).SequenceEqual(name)) return member;
        }

        return -1;
    }

    private bool EvaluateUnevaluated(Node node, int at, int marks)
    {
        return tape[at].Kind switch
        {
            ValueKind.Array when node.Array?.UnevaluatedItems is { } items => EvaluateUnevaluatedItems(items, at, marks),
            ValueKind.Object when node.Object?.UnevaluatedProperties is { } members => EvaluateUnevaluatedMembers(members, at, marks),
            _ => true,
        };
    }

    private bool EvaluateUnevaluatedItems(Node schema, int at, int marks)
    {
        int index = 0;
        for (int item = at + 1; item < tape[at].Next; item = tape[item].Next, index++)
        {
            if (!scratch.HasBit(marks, index) && !Evaluate(schema, item, NoMarks)) return false;
        }

        scratch.SetAllBits(marks, tape[at].Count);
        return true;
    }

    private bool EvaluateUnevaluatedMembers(Node schema, int at, int marks)
    {
        int ordinal = 0;
        for (int name = at + 1; name < tape[at].Next; name = tape[name + 1].Next, ordinal++)
        {
            if (!scratch.HasBit(marks, ordinal) && !Evaluate(schema, name + 1, NoMarks)) return false;
        }

        scratch.SetAllBits(marks, tape[at].Count);
        return true;
    }
}
