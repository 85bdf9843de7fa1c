namespace ContractToolkit.Validation;

/// <summary>
/// Says what is wrong with a value that the evaluator has rejected: it walks only where something fails, and asks the evaluator at each turn.
/// </summary>
internal ref partial struct Explainer
{
    private readonly int limit;
    private readonly List<Violation> violations = [];
    private Evaluator evaluator;
    private LineIndex lines;

    private Explainer(Evaluator evaluator, int limit)
    {
        this.evaluator = evaluator;
        this.limit = limit;
        lines = new(evaluator.Json);
    }

    private readonly bool IsFull => violations.Count >= limit || evaluator.Obstacle != Obstacle.None;

    /// <summary>All violations, at most <paramref name="limit"/>, never none.</summary>
    public static IReadOnlyList<Violation> Explain(
        ReadOnlySpan<byte> json, Scratch scratch, NodeStore nodes, Direction direction, Node node, string pointer, int limit)
    {
        Scratch own = new(scratch.Tape);
        Explainer explainer = new(new(json, own, nodes, direction), limit);
        explainer.Explain(node, 0, InstancePath.Root, pointer, Evaluator.NoMarks);
        explainer.ReportObstacle();
        if (explainer.violations.Count == 0)
        {
            explainer.Report(0, InstancePath.Root, pointer, "", "does not conform to the schema");
        }

        return explainer.violations;
    }

    /// <summary>Reports why the value at <paramref name="at"/> fails <paramref name="node"/>, if it does.</summary>
    private void Explain(Node node, int at, InstancePath path, string pointer, int marks)
    {
        if (IsFull || !evaluator.MayGoOn(at)) return;
        int entered = evaluator.Enter(node);
        int own = node.HasUnevaluated ? evaluator.Scratch.PushBits(evaluator.Tape[at].Count) : marks;
        ExplainType(node, at, path, pointer);
        ExplainValue(node, at, path, pointer);
        ExplainContent(node, at, path, pointer, own);
        if (node.CombinesSchemas) ExplainCombined(node, at, path, pointer, own);
        if (node.HasUnevaluated)
        {
            ExplainUnevaluated(node, at, path, pointer, own);
            if (marks != Evaluator.NoMarks) evaluator.Scratch.MergeBits(marks, own, evaluator.Tape[at].Count);
            evaluator.Scratch.PopBits(own);
        }

        if (entered != 0) evaluator.Scratch.PopResource();
    }

    private void ExplainType(Node node, int at, InstancePath path, string pointer)
    {
        if (node.Schema.Always == false)
        {
            Report(at, path, pointer, "", "nothing is allowed here, found " + Found(at));
            return;
        }

        if (evaluator.AcceptsType(node, at)) return;
        Report(at, path, pointer, "type", "expected " + Wording.Types(node.Accepts) + ", found " + Found(at));
    }

    private void ExplainContent(Node node, int at, InstancePath path, string pointer, int marks)
    {
        switch (evaluator.Tape[at].Kind)
        {
            case ValueKind.Number:
                ExplainNumber(node, at, path, pointer);
                break;
            case ValueKind.String:
                ExplainString(node, at, path, pointer);
                break;
            case ValueKind.Array when node.Array is not null:
                ExplainArray(node.Array, at, path, pointer, marks);
                break;
            case ValueKind.Object when node.Object is not null:
                ExplainObject(node.Object, at, path, pointer, marks);
                break;
        }
    }

    /// <summary>Goes into a sub-schema for another value, if it fails there.</summary>
    private void Descend(Node node, int at, InstancePath path, string pointer)
    {
        if (!IsFull && !evaluator.Evaluate(node, at, Evaluator.NoMarks)) Explain(node, at, path, pointer, Evaluator.NoMarks);
    }

    private void Report(int at, InstancePath path, string pointer, string keyword, string message) =>
        Report(at, path, pointer, keyword, message, default);

    private void Report(int at, InstancePath path, string pointer, string keyword, string message, EquatableArray<Violation> causes)
    {
        if (IsFull) return;
        int offset = OffsetOf(at);
        string schema = keyword.Length == 0 ? pointer : JsonPointer.Append(pointer, keyword);
        violations.Add(new(path.ToString(), offset, lines.PositionOf(offset), schema, keyword, message) { Causes = causes });
    }

    /// <summary>The offset of a value's first byte; a string's entry starts behind its quote.</summary>
    private readonly int OffsetOf(int at)
    {
        TapeEntry entry = evaluator.Tape[at];
        return entry.Kind == ValueKind.String ? entry.Start - 1 : entry.Start;
    }

    private readonly string Found(int at) => Wording.Value(evaluator.ValueAt(at));

    private void ReportObstacle()
    {
        string? message = evaluator.Obstacle switch
        {
            Obstacle.RecursionTooDeep => "undecided: the schema and the value are nested too deeply",
            Obstacle.TooManySteps => "undecided: the schema needs too many steps for this value",
            Obstacle.PatternUndecided => "undecided: the pattern is no regular expression, or matching took too long",
            _ => null,
        };
        if (message is null) return;
        int at = evaluator.ObstacleAt;
        string keyword = evaluator.Obstacle == Obstacle.PatternUndecided ? "pattern" : "";
        InstancePath path = TapePath.Find(evaluator.Json, evaluator.Tape, at);
        int offset = OffsetOf(at);
        violations.Add(new(path.ToString(), offset, lines.PositionOf(offset), "", keyword, message));
    }
}
