using System.Buffers;
using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>
/// The checks of one schema of a plan that emitted validators leave to the runtime: bounds, lengths, patterns, formats, constants. They are the
/// interpreter's own, so that both back ends decide alike.
/// </summary>
public sealed partial class SchemaChecks
{
    private readonly Node node;
    private readonly NodeStore nodes;

    // The one test of a string that has no other.
    private readonly FormatCheck? format;

    internal SchemaChecks(Node node, NodeStore nodes)
    {
        this.node = node;
        this.nodes = nodes;
        format = node.String is null ? node.Format?.OnStrings : null;
    }

    /// <summary>Whether a number respects bounds, divisor and format.</summary>
    public bool Number(ReadOnlySpan<byte> text, bool isInteger) =>
        (node.Number is null || node.Number.Accept(text, isInteger)) && (node.Format?.OnNumbers is null || node.Format.OnNumbers(text));

    /// <summary>Whether a string without escapes is one of the constants.</summary>
    public bool HasString(ReadOnlySpan<byte> inside) =>
        (node.Enum is null || node.Enum.HasPlain(inside)) && (node.Const is null || node.Const.HasPlain(inside));

    /// <summary>Whether the text of a null, boolean, number or string passes: bounds, lengths, pattern, format, content, constants.</summary>
    internal bool AcceptsScalar(ReadOnlySpan<byte> text, bool isNumber, bool isInteger, Direction direction)
    {
        if (isNumber && !Number(text, isInteger)) return false;
        if (text[0] == (byte)'"')
        {
            JsonFault fault = default;
            int end = JsonScanner.FindStringEnd(text, 1, out JsonStringTraits traits, ref fault);
            ReadOnlySpan<byte> inside = text[1..end];
            if (Judge(inside, traits, direction) != PatternVerdict.Match) return false;
            if ((traits & JsonStringTraits.Escaped) == 0) return HasString(inside);
        }

        return (node.Enum is null && node.Const is null) || IsConstant(text);
    }

    private bool IsConstant(ReadOnlySpan<byte> text)
    {
        Scratch scratch = Scratch.Take();
        bool passes = scratch.Tape.Read(text, ValidationPlan.MaxDepth, out _) && IsConstant(new JsonValue(text, scratch.Tape.Entries, 0));
        Scratch.Return(scratch);
        return passes;
    }

    /// <summary>Whether a number is one of the constants, however it is written.</summary>
    public bool HasNumber(ReadOnlySpan<byte> text) =>
        (node.Enum is null || node.Enum.HasNumber(text)) && (node.Const is null || node.Const.HasNumber(text));

    private PatternVerdict Judge(scoped ReadOnlySpan<byte> inside, JsonStringTraits traits, Direction direction)
    {
        if (format is not null && (traits & JsonStringTraits.Escaped) == 0) return format(inside) ? PatternVerdict.Match : PatternVerdict.NoMatch;
        if (node.String is { HasLength: true } lengths)
        {
            int length = JsonText.CountCodePoints(inside, traits);
            if (length < lengths.MinLength || length > lengths.MaxLength) return PatternVerdict.NoMatch;
        }

        bool needsText = node.Format?.OnStrings is not null || node.String is { Pattern: not null } or { HasContent: true };
        if (!needsText) return PatternVerdict.Match;
        if ((traits & JsonStringTraits.Escaped) == 0) return Judge(inside, direction);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(inside.Length);
        PatternVerdict verdict = Judge(buffer.AsSpan(0, JsonText.Unescape(inside, buffer)), direction);
        ArrayPool<byte>.Shared.Return(buffer);
        return verdict;
    }

    private PatternVerdict Judge(scoped ReadOnlySpan<byte> text, Direction direction)
    {
        if (node.String?.Pattern is { } pattern && pattern.Match(text) is not PatternVerdict.Match and var verdict) return verdict;
        bool passes = (node.String is not { HasContent: true } || Content.Accepts(node.String, text, direction))
            && (node.Format?.OnStrings is null || node.Format.OnStrings(text));
        return passes ? PatternVerdict.Match : PatternVerdict.NoMatch;
    }

    private bool IsConstant(JsonValue value) =>
        (node.Enum is null || node.Enum.Contains(value)) && (node.Const is null || node.Const.Contains(value));
}
