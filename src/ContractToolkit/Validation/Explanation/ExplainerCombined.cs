using System.Globalization;

namespace ContractToolkit.Validation;

/// <content>References, compositions, and what is left unevaluated.</content>
internal ref partial struct Explainer
{
    private void ExplainCombined(Node node, int at, InstancePath path, string pointer, int marks)
    {
        if (node.Target is { } target) ExplainInPlace(target, at, path, node.Schema.Reference!.Pointer, marks);
        if (node.Schema.DynamicReference is not null)
        {
            (Node dynamic, string dynamicPointer) = evaluator.ResolveDynamic(node);
            ExplainInPlace(dynamic, at, path, dynamicPointer, marks);
        }

        if (node.Composition is { } composition) ExplainComposition(composition, at, path, pointer, marks);
        if (node.Object is not { } rules || evaluator.Tape[at].Kind != ValueKind.Object) return;
        foreach ((byte[] name, Node schema) in rules.DependentSchemas)
        {
            if (!evaluator.HasMember(at, name)) continue;
            string place = JsonPointer.Append(JsonPointer.Append(pointer, "dependentSchemas"), System.Text.Encoding.UTF8.GetString(name));
            ExplainInPlace(schema, at, path, place, marks);
        }
    }

    /// <summary>Goes into a schema that applies to the same value; if it passes, only its marks count.</summary>
    private void ExplainInPlace(Node node, int at, InstancePath path, string pointer, int marks)
    {
        if (!IsFull && !evaluator.EvaluateMarking(node, at, marks)) Explain(node, at, path, pointer, marks);
    }

    private void ExplainComposition(CompositionRules rules, int at, InstancePath path, string pointer, int marks)
    {
        for (int i = 0; i < rules.AllOf.Length; i++) ExplainInPlace(rules.AllOf[i], at, path, Branch(pointer, "allOf", i), marks);
        if (rules.AnyOf.Length > 0) ExplainBranches(rules.AnyOf, "anyOf", at, path, pointer, marks);
        if (rules.OneOf.Length > 0) ExplainBranches(rules.OneOf, "oneOf", at, path, pointer, marks);
        if (rules.Not is not null && !IsFull && evaluator.Evaluate(rules.Not, at, Evaluator.NoMarks))
        {
            Report(at, path, pointer, "not", "expected a value that does not pass \"not\", found " + Found(at));
        }

        if (rules.If is null || IsFull) return;
        bool holds = evaluator.EvaluateMarking(rules.If, at, marks);
        Node? branch = holds ? rules.Then : rules.Else;
        if (branch is not null) ExplainInPlace(branch, at, path, JsonPointer.Append(pointer, holds ? "then" : "else"), marks);
    }

    private void ExplainBranches(Node[] branches, string keyword, int at, InstancePath path, string pointer, int marks)
    {
        if (IsFull) return;
        List<int> passing = [];
        for (int i = 0; i < branches.Length; i++)
        {
            if (evaluator.EvaluateMarking(branches[i], at, marks)) passing.Add(i);
        }

        if (IsFull || passing.Count == 1 || (passing.Count > 1 && keyword == "anyOf")) return;
        if (passing.Count > 1)
        {
            List<string> places = passing.Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();
            Report(at, path, pointer, keyword, "expected a value that passes exactly one branch of oneOf; it passes branches " + Wording.And(places));
            return;
        }

        ClosestBranch closest = new(branches, i => Branch(pointer, keyword, i));
        int types = closest.AcceptedTypes();
        if (!evaluator.HasTypeIn(types, at))
        {
            Report(at, path, pointer, keyword, "expected " + Wording.Types(types) + ", found " + Found(at));
            return;
        }

        ReportClosest(closest, keyword, at, path, pointer);
    }

    private void ReportClosest(ClosestBranch closest, string keyword, int at, InstancePath path, string pointer)
    {
        for (int i = 0; i < closest.Branches.Length; i++)
        {
            Node branch = closest.Branches[i];
            if (!evaluator.HasTypeIn(ClosestBranch.TypesOf(branch), at)) continue;
            Explainer trial = new(evaluator, Math.Min(limit, ClosestBranch.MostCauses));
            trial.Explain(branch, at, path, closest.PointerOf(i), Evaluator.NoMarks);
            evaluator = trial.evaluator;
            closest.Offer(i, trial.violations, path.ToString());
        }

        if (closest.Causes.Count == 0)
        {
            Report(at, path, pointer, keyword, "expected a value that passes a branch of " + keyword + ", found " + Found(at));
            return;
        }

        Violation first = closest.Causes[0];
        string where = first.InstancePointer == path.ToString() ? "" : first.InstancePointer.Substring(path.ToString().Length) + ": ";
        string message = closest.Branches.Length == 1 ? first.Message : "passes no branch of " + keyword + "; by the closest, " + where + first.Message;
        Report(at, path, pointer, keyword, message, closest.Causes.ToEquatableArray());
    }

    private static string Branch(string pointer, string keyword, int index) =>
        JsonPointer.Append(JsonPointer.Append(pointer, keyword), index.ToString(CultureInfo.InvariantCulture));

    private void ExplainUnevaluated(Node node, int at, InstancePath path, string pointer, int marks)
    {
        TapeEntry entry = evaluator.Tape[at];
        Node? schema = entry.Kind switch
        {
            ValueKind.Array => node.Array?.UnevaluatedItems,
            ValueKind.Object => node.Object?.UnevaluatedProperties,
            _ => null,
        };
        if (schema is null) return;
        bool inObject = entry.Kind == ValueKind.Object;
        string keyword = inObject ? "unevaluatedProperties" : "unevaluatedItems";
        int ordinal = 0;
        for (int child = at + 1; child < entry.Next && !IsFull; ordinal++)
        {
            int value = inObject ? child + 1 : child;
            if (!evaluator.Scratch.HasBit(marks, ordinal) && !evaluator.Evaluate(schema, value, Evaluator.NoMarks))
            {
                InstancePath place = inObject ? path.Member(TapePath.NameOf(evaluator, child)) : path.Item(ordinal);
                if (schema.Schema.Always == false) Report(value, place, pointer, keyword, "no schema declares this " + (inObject ? "member" : "item") + ", and no others are allowed");
                else Explain(schema, value, place, JsonPointer.Append(pointer, keyword), Evaluator.NoMarks);
            }

            child = evaluator.Tape[value].Next;
        }

        evaluator.Scratch.SetAllBits(marks, entry.Count);
    }
}
