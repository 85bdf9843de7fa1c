using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>
/// The checks of one schema of a plan that emitted validators leave to the runtime: bounds, lengths, patterns, formats, constants. They are the
/// interpreter's own, so that both back ends decide alike.
/// </summary>
public sealed class SchemaChecks
{
    private readonly Node node;
    private readonly NodeStore nodes;

    internal SchemaChecks(Node node, NodeStore nodes)
    {
        this.node = node;
        this.nodes = nodes;
    }

    /// <summary>Whether a number respects bounds, divisor and format.</summary>
    public bool Number(ReadOnlySpan<byte> text, bool isInteger) =>
        (node.Number is null || node.Number.Accept(text, isInteger)) && (node.Format?.OnNumbers is null || node.Format.OnNumbers(text));

    /// <summary>Whether a string respects lengths, pattern, format and content.</summary>
    public bool String(ref ValidationCursor cursor, scoped ReadOnlySpan<byte> inside, JsonStringTraits traits)
    {
        if (node.String is { HasLength: true } lengths)
        {
            int length = JsonText.CountCodePoints(inside, traits);
            if (length < lengths.MinLength || length > lengths.MaxLength) return false;
        }

        bool needsText = node.Format?.OnStrings is not null || node.String is { Pattern: not null } or { HasContent: true };
        if (!needsText) return true;
        if ((traits & JsonStringTraits.Escaped) == 0) return Text(ref cursor, inside);
        byte[] buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(inside.Length);
        bool passes = Text(ref cursor, buffer.AsSpan(0, JsonText.Unescape(inside, buffer)));
        System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        return passes;
    }

    /// <summary>Whether a string is one of the constants, if that is easily told; else <see cref="Constant"/> decides.</summary>
    public bool HasString(ReadOnlySpan<byte> inside) =>
        (node.Enum is null || node.Enum.HasPlain(inside)) && (node.Const is null || node.Const.HasPlain(inside));

    /// <summary>Whether the value between a place and the cursor is one of the constants.</summary>
    public bool Constant(ref ValidationCursor cursor, CursorMark start)
    {
        ReadOnlySpan<byte> text = cursor.Json.Slice(start.Position, cursor.Save().Position - start.Position);
        Scratch scratch = Scratch.Take();
        bool passes = scratch.Tape.Read(text, ValidationPlan.MaxDepth, out _);
        JsonValue value = new(text, scratch.Tape.Entries, 0);
        passes = passes && (node.Enum is null || node.Enum.Contains(value)) && (node.Const is null || node.Const.Contains(value));
        Scratch.Return(scratch);
        return passes;
    }

    /// <summary>Whether the items of the array between a place and the cursor all differ.</summary>
    public bool UniqueItems(ref ValidationCursor cursor, CursorMark start)
    {
        ReadOnlySpan<byte> text = cursor.Json.Slice(start.Position, cursor.Save().Position - start.Position);
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
        ReadOnlySpan<byte> text = cursor.Json.Slice(start.Position, cursor.Save().Position - start.Position);
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

    private bool Text(ref ValidationCursor cursor, scoped ReadOnlySpan<byte> text)
    {
        if (node.String?.Pattern is { } pattern)
        {
            PatternVerdict verdict = pattern.Match(text);
            if (verdict == PatternVerdict.Undecided) return cursor.Undecided();
            if (verdict == PatternVerdict.NoMatch) return false;
        }

        return (node.String is not { HasContent: true } || Content.Accepts(node.String, text, cursor.Direction))
            && (node.Format?.OnStrings is null || node.Format.OnStrings(text));
    }
}
