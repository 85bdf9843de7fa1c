namespace ContractToolkit.Validation;

/// <content>Arrays and objects.</content>
internal ref partial struct Evaluator
{
    private bool EvaluateArray(ArrayRules rules, int at, int marks)
    {
        int count = tape[at].Count;
        if (count < rules.MinItems || count > rules.MaxItems) return false;
        if (!rules.IgnoresItems && !EvaluateItems(rules, at, marks)) return false;
        if (rules.Contains is not null && !EvaluateContains(rules, at, marks)) return false;
        return !rules.Plan.UniqueItems || UniqueItems.FirstRepeated(ValueAt(at)) < 0;
    }

    private bool EvaluateItems(ArrayRules rules, int at, int marks)
    {
        if (!MayGoOn(at)) return false;
        int end = tape[at].Next;
        int item = at + 1;
        int index = 0;
        for (; index < rules.PrefixItems.Length && item < end; index++, item = tape[item].Next)
        {
            if (!Evaluate(rules.PrefixItems[index], item, NoMarks)) return false;
            if (marks != NoMarks) scratch.SetBit(marks, index);
        }

        if (rules.Items is null) return true;
        for (; item < end; item = tape[item].Next)
        {
            if (!Evaluate(rules.Items, item, NoMarks)) return false;
        }

        if (marks != NoMarks) scratch.SetAllBits(marks, tape[at].Count);
        return true;
    }

    private bool EvaluateContains(ArrayRules rules, int at, int marks)
    {
        if (!MayGoOn(at)) return false;
        long found = 0;
        bool marksItems = marks != NoMarks && rules.Plan.ContainsEvaluates;
        int index = 0;
        for (int item = at + 1; item < tape[at].Next; item = tape[item].Next, index++)
        {
            if (!Evaluate(rules.Contains!, item, NoMarks)) continue;
            found++;
            if (marksItems) scratch.SetBit(marks, index);
            else if (found > rules.MaxContains || (found >= rules.MinContains && rules.MaxContains == long.MaxValue)) break;
        }

        return found >= rules.MinContains && found <= rules.MaxContains;
    }

    private bool EvaluateObject(ObjectRules rules, int at, int marks)
    {
        int count = tape[at].Count;
        if (count < rules.MinProperties || count > rules.MaxProperties || !MayGoOn(at)) return false;
        int place = rules.Names.Length <= 64 ? NoMarks : scratch.PushBits(rules.Names.Length);
        ulong seen = 0;
        bool passes = EvaluateMembers(rules, at, marks, place, ref seen)
            && (seen & rules.RequiredBits(direction)) == rules.RequiredBits(direction)
            && (place == NoMarks || HasRequiredBeyond(rules, place))
            && (rules.DependentRequired.Length == 0 || HasDependentRequired(rules, place, seen));
        if (place != NoMarks) scratch.PopBits(place);
        return passes;
    }

    private bool EvaluateMembers(ObjectRules rules, int at, int marks, int place, ref ulong seen)
    {
        int end = tape[at].Next;
        int ordinal = 0;
        for (int name = at + 1; name < end; name = tape[name + 1].Next, ordinal++)
        {
            int index = rules.Place(PlainText(name));
            bool declared = false;
            if (index >= 0)
            {
                if (!See(index, place, ref seen)) return false;
                ref Member member = ref rules.Members[index];
                declared = member.Schema is not null;
                if (declared && (member.IsBarred(direction) || !Evaluate(member.Schema!, name + 1, NoMarks))) return false;
            }

            if (rules.Patterns.Length > 0 && !EvaluatePatterns(rules, name, ref declared)) return false;
            if (!declared && rules.Additional is not null)
            {
                if (!Evaluate(rules.Additional, name + 1, NoMarks)) return false;
                declared = true;
            }

            if (rules.PropertyNames is not null && !Evaluate(rules.PropertyNames, name, NoMarks)) return false;
            if (declared && marks != NoMarks) scratch.SetBit(marks, ordinal);
        }

        return true;
    }

    private bool EvaluatePatterns(ObjectRules rules, int name, ref bool declared)
    {
        foreach ((PatternMatcher pattern, Node schema) in rules.Patterns)
        {
            if (!Matches(pattern, name)) continue;
            declared = true;
            if (!Evaluate(schema, name + 1, NoMarks)) return false;
        }

        return true;
    }

    /// <summary>Notes a name as seen; false where it had been seen before.</summary>
    private readonly bool See(int index, int place, ref ulong seen)
    {
        if (index < 64)
        {
            ulong bit = 1UL << index;
            bool fresh = (seen & bit) == 0;
            seen |= bit;
            return fresh;
        }

        bool first = !scratch.HasBit(place, index);
        scratch.SetBit(place, index);
        return first;
    }

    private readonly bool HasSeen(int index, int place, ulong seen) =>
        index < 64 ? (seen & (1UL << index)) != 0 : scratch.HasBit(place, index);

    private readonly bool HasRequiredBeyond(ObjectRules rules, int place)
    {
        foreach ((int index, PlanAccess access) in rules.Required)
        {
            if (index >= 64 && !Travel.IsBarred(access, direction) && !scratch.HasBit(place, index)) return false;
        }

        return true;
    }

    private readonly bool HasDependentRequired(ObjectRules rules, int place, ulong seen)
    {
        foreach ((int trigger, int[] required) in rules.DependentRequired)
        {
            if (!HasSeen(trigger, place, seen)) continue;
            foreach (int index in required)
            {
                if (!HasSeen(index, place, seen)) return false;
            }
        }

        return true;
    }
}
