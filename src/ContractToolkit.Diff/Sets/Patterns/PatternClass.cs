using System.Globalization;

namespace ContractToolkit.Diff.Sets.Patterns;

/// <summary>Parses character classes and escapes of ECMA-262 patterns.</summary>
internal sealed class PatternClass(string text, int start)
{
    private static readonly CodePointSet Digits = CodePointSet.Range('0', '9');
    private static readonly CodePointSet Word = CodePointSet.Of([('0', '9'), ('A', 'Z'), ('a', 'z'), ('_', '_')]);
    private static readonly CodePointSet Space = CodePointSet.Of(
        [(9, 13), (32, 32), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000), (0xFEFF, 0xFEFF)]);

    private int at = start;

    /// <summary>What <c>.</c> does not match.</summary>
    public static CodePointSet LineEnds { get; } = CodePointSet.Of([(10, 10), (13, 13), (0x2028, 0x2029)]);

    /// <summary>Parses a class behind its <c>[</c>.</summary>
    /// <param name="next">The place behind the closing bracket.</param>
    public CodePointSet Parse(out int next)
    {
        bool negated = at < text.Length && text[at] == '^';
        if (negated) at++;
        List<(int, int)> ranges = [];
        while (true)
        {
            if (at >= text.Length) throw new NotSupportedException("unclosed class");
            if (text[at] == ']') break;
            CodePointSet first = Member();
            if (at + 1 < text.Length && text[at] == '-' && text[at + 1] != ']' && Single(first) is { } from)
            {
                at++;
                CodePointSet last = Member();
                if (Single(last) is not { } to || to < from) throw new NotSupportedException("range out of order");
                ranges.Add((from, to));
            }
            else
            {
                ranges.AddRange(first.Ranges);
            }
        }

        next = at + 1;
        CodePointSet set = CodePointSet.Of(ranges);
        return negated ? set.Complement() : set;
    }

    /// <summary>Parses an escape at its backslash.</summary>
    public static CodePointSet Escape(string text, int at, bool inClass, out int next)
    {
        if (at + 1 >= text.Length) throw new NotSupportedException("trailing backslash");
        char c = text[at + 1];
        next = at + 2;
        switch (c)
        {
            case 'd': return Digits;
            case 'D': return Digits.Complement();
            case 'w': return Word;
            case 'W': return Word.Complement();
            case 's': return Space;
            case 'S': return Space.Complement();
            case 't': return CodePointSet.Of('\t');
            case 'n': return CodePointSet.Of('\n');
            case 'r': return CodePointSet.Of('\r');
            case 'f': return CodePointSet.Of('\f');
            case 'v': return CodePointSet.Of('\v');
            case '0': return CodePointSet.Of(0);
            case 'b' when inClass: return CodePointSet.Of('\b');
            case 'x': return CodePointSet.Of(Hex(text, at + 2, 2, out next));
            case 'u' when at + 2 < text.Length && text[at + 2] == '{':
                int close = text.IndexOf('}', at);
                if (close < 0) throw new NotSupportedException("unclosed escape");
                int codePoint = Hex(text, at + 3, close - at - 3, out next);
                next = close + 1;
                return CodePointSet.Of(codePoint);
            case 'u':
                int unit = Hex(text, at + 2, 4, out next);
                if (unit is >= 0xD800 and <= 0xDBFF && next + 5 < text.Length && text[next] == '\\' && text[next + 1] == 'u')
                {
                    int low = Hex(text, next + 2, 4, out int behind);
                    if (low is >= 0xDC00 and <= 0xDFFF)
                    {
                        next = behind;
                        return CodePointSet.Of(char.ConvertToUtf32((char)unit, (char)low));
                    }
                }

                return CodePointSet.Of(unit);
            case 'p' or 'P':
                return Property(text, at, out next);
            case 'c' when at + 2 < text.Length:
                next = at + 3;
                return CodePointSet.Of(text[at + 2] % 32);
            case >= '1' and <= '9' or 'B' or 'b' or 'k':
                throw new NotSupportedException("back reference or word boundary");
            default:
                return CodePointSet.Of(c);
        }
    }

    private static int? Single(CodePointSet set) =>
        set.Ranges.Count == 1 && set.Ranges[0].From == set.Ranges[0].To ? set.Ranges[0].From : null;

    private static int Hex(string text, int at, int length, out int next)
    {
        next = at + length;
        if (next > text.Length || length is < 1 or > 6
            || !int.TryParse(text.Substring(at, length), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int value)
            || value > CodePointSet.Last)
        {
            throw new NotSupportedException("malformed escape");
        }

        return value;
    }

    private static CodePointSet Property(string text, int at, out int next)
    {
        int open = at + 2, close = text.IndexOf('}', at);
        if (open >= text.Length || text[open] != '{' || close < 0) throw new NotSupportedException("malformed property escape");
        next = close + 1;
        string name = text.Substring(open + 1, close - open - 1);
        CodePointSet set = UnicodeCategories.Find(name) ?? throw new NotSupportedException("unknown Unicode property " + name);
        return text[at + 1] == 'P' ? set.Complement() : set;
    }

    private CodePointSet Member()
    {
        char c = text[at];
        if (c == '\\') return Escape(text, at, inClass: true, out at);
        int codePoint = char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            ? char.ConvertToUtf32(c, text[at + 1]) : c;
        at += codePoint > 0xFFFF ? 2 : 1;
        return CodePointSet.Of(codePoint);
    }
}
