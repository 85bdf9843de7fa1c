using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <content>Checks for validators that move over a tape.</content>
public sealed partial class SchemaChecks
{
    /// <summary>Whether a string respects lengths, pattern, format and content.</summary>
    public bool String(ref TapeCursor cursor, scoped ReadOnlySpan<byte> inside, JsonStringTraits traits)
    {
        PatternVerdict verdict = Judge(inside, traits, cursor.Direction);
        return verdict == PatternVerdict.Undecided ? cursor.Undecided() : verdict == PatternVerdict.Match;
    }

    /// <summary>Whether the value at a place is one of the constants.</summary>
    public bool Constant(ref TapeCursor cursor, CursorMark start) => IsConstant(cursor.ValueAt(start));

    /// <summary>Whether the items of the array at a place all differ.</summary>
    public bool UniqueItems(ref TapeCursor cursor, CursorMark start) => Validation.UniqueItems.FirstRepeated(cursor.ValueAt(start)) < 0;

    /// <summary>Whether a member's name matches a pattern of <c>patternProperties</c>.</summary>
    public bool Matches(ref TapeCursor cursor, int pattern, scoped ReadOnlySpan<byte> name)
    {
        PatternVerdict verdict = node.Object!.Patterns[pattern].Pattern.Match(name);
        return verdict == PatternVerdict.Undecided ? cursor.Undecided() : verdict == PatternVerdict.Match;
    }

    /// <summary>Takes a value and decides about it by interpretation, for what is not emitted.</summary>
    public bool Interpret(ref TapeCursor cursor)
    {
        int at = cursor.Save().Position;
        if (!cursor.Skip()) return false;
        Evaluator evaluator = new(cursor.Json, cursor.Scratch, nodes, cursor.Direction);
        bool passes = evaluator.Evaluate(node, at, Evaluator.NoMarks);
        return evaluator.Obstacle == Obstacle.None ? passes : cursor.Undecided();
    }
}
