using System.Text;

namespace ContractToolkit.Validation;

/// <summary>A pattern that is plain text with or without an anchor, such as <c>^x-</c>: found by comparing bytes.</summary>
internal sealed class LiteralPattern
{
    private readonly byte[] text;
    private readonly bool atStart;
    private readonly bool atEnd;

    private LiteralPattern(byte[] text, bool atStart, bool atEnd)
    {
        this.text = text;
        this.atStart = atStart;
        this.atEnd = atEnd;
    }

    /// <summary>The pattern in this form; null where it is more than plain text.</summary>
    public static LiteralPattern? Of(string pattern)
    {
        bool atStart = pattern.StartsWith('^');
        bool atEnd = pattern.Length > 1 && pattern.EndsWith('$');
        ReadOnlySpan<char> inside = pattern.AsSpan(atStart ? 1 : 0);
        if (atEnd) inside = inside[..^1];
        foreach (char c in inside)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or ' ' or ':' or '@' or '#' or '/' or ',' or '~' or '%' or '=')) return null;
        }

        return new(Encoding.UTF8.GetBytes(inside.ToString()), atStart, atEnd);
    }

    public bool IsMatch(ReadOnlySpan<byte> utf8)
    {
        if (atStart && atEnd) return utf8.SequenceEqual(text);
        if (atStart) return utf8.StartsWith(text);
        return atEnd ? utf8.EndsWith(text) : utf8.IndexOf(text) >= 0;
    }
}
