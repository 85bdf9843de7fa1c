using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <content>Checks for validators that move over the text.</content>
public sealed partial class SchemaChecks
{
    /// <summary>Whether a string respects lengths, pattern, format and content.</summary>
    public bool String(ref ValidationCursor cursor, scoped ReadOnlySpan<byte> inside, JsonStringTraits traits)
    {
        PatternVerdict verdict = Judge(inside, traits, cursor.Direction);
        return verdict == PatternVerdict.Undecided ? cursor.Undecided() : verdict == PatternVerdict.Match;
    }

    /// <summary>Whether the value between a place and the cursor is one of the constants.</summary>
    public bool Constant(ref ValidationCursor cursor, CursorMark start) => IsConstant(TextSince(ref cursor, start));

    /// <summary>Whether the items of the array between a place and the cursor all differ.</summary>
    public bool UniqueItems(ref ValidationCursor cursor, CursorMark start)
    {
        ReadOnlySpan<byte> text = TextSince(ref cursor, start);
        if (PlainTexts.Differ(text) is { } differ) return differ;
        Scratch scratch = Scratch.Take();
        bool passes = scratch.Tape.Read(text, ValidationPlan.MaxDepth, out _)
            && Validation.UniqueItems.FirstRepeated(new(text, scratch.Tape.Entries, 0)) < 0;
        Scratch.Return(scratch);
        return passes;
    }

    /// <summary>Whether a member's name matches a pattern of <c>patternProperties</c>.</summary>
    public bool Matches(ref ValidationCursor cursor, int pattern, scoped ReadOnlySpan<byte> name)
    {
        PatternVerdict verdict = node.Object!.Patterns[pattern].Pattern.Match(name);
        return verdict == PatternVerdict.Undecided ? cursor.Undecided() : verdict == PatternVerdict.Match;
    }

    /// <summary>Takes a value and decides about it by interpretation, for what is not emitted.</summary>
    public bool Interpret(ref ValidationCursor cursor)
    {
        CursorMark start = cursor.Save();
        if (!cursor.Skip()) return false;
        ReadOnlySpan<byte> text = TextSince(ref cursor, start);
        Scratch scratch = Scratch.Take();
        bool passes = false;
        if (scratch.Tape.Read(text, ValidationPlan.MaxDepth, out _))
        {
            Evaluator evaluator = new(text, scratch, nodes, cursor.Direction);
            passes = evaluator.Evaluate(node, 0, Evaluator.NoMarks);
            if (evaluator.Obstacle != Obstacle.None) passes = cursor.Undecided();
        }

        Scratch.Return(scratch);
        return passes;
    }

    private static ReadOnlySpan<byte> TextSince(ref ValidationCursor cursor, CursorMark start) =>
        cursor.Json.Slice(start.Position, cursor.Save().Position - start.Position);
}
