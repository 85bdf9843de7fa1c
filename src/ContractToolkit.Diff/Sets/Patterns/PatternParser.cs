namespace ContractToolkit.Diff.Sets.Patterns;

/// <summary>
/// Parses the part of ECMA-262 patterns that describes regular languages. Back references, look-behind and word boundaries do not, and
/// end in <see cref="NotSupportedException"/>, which the caller turns into "undecided".
/// </summary>
internal sealed class PatternParser
{
    private const int MaxRepeat = 10_000;
    private const int MaxDepth = 200;
    private readonly string text;
    private int at;
    private int depth;

    private PatternParser(string text) => this.text = text;

    /// <summary>Parses a pattern.</summary>
    /// <exception cref="NotSupportedException">The pattern is not regular, or is written wrongly.</exception>
    public static PatternNode Parse(string pattern)
    {
        PatternParser parser = new(pattern);
        PatternNode node = parser.Choice();
        return parser.at == pattern.Length ? node : throw new NotSupportedException("unbalanced parenthesis");
    }

    private bool More => at < text.Length;

    private PatternNode Choice()
    {
        if (++depth > MaxDepth) throw new NotSupportedException("nested too deeply");
        List<PatternNode> parts = [Sequence()];
        while (More && text[at] == '|')
        {
            at++;
            parts.Add(Sequence());
        }

        depth--;
        return parts.Count == 1 ? parts[0] : new PatternNode.Choice(parts);
    }

    private PatternNode Sequence()
    {
        List<PatternNode> parts = [];
        while (More && text[at] is not ('|' or ')')) parts.Add(Quantified(Atom()));
        return parts.Count == 1 ? parts[0] : new PatternNode.Sequence(parts);
    }

    private PatternNode Quantified(PatternNode atom)
    {
        if (!More) return atom;
        (int Min, int Max)? bounds = text[at] switch
        {
            '*' => Taken(1, (0, -1)),
            '+' => Taken(1, (1, -1)),
            '?' => Taken(1, (0, 1)),
            '{' => Counted(),
            _ => null,
        };
        if (bounds is not { } range) return atom;
        if (More && text[at] == '?') at++;
        if (range.Min > MaxRepeat || range.Max > MaxRepeat) throw new NotSupportedException("too many repetitions");
        return new PatternNode.Repeat(atom, range.Min, range.Max);
    }

    private (int, int) Taken(int length, (int, int) bounds)
    {
        at += length;
        return bounds;
    }

    private (int Min, int Max)? Counted()
    {
        int close = text.IndexOf('}', at);
        if (close < 0) return null;
        string[] ends = text.Substring(at + 1, close - at - 1).Split(',');
        if (ends.Length > 2 || !int.TryParse(ends[0], out int min)) return null;
        int max = min;
        if (ends.Length == 2)
        {
            if (ends[1].Length == 0) max = -1;
            else if (!int.TryParse(ends[1], out max)) return null;
        }

        at = close + 1;
        return (min, max);
    }

    private PatternNode Atom()
    {
        char c = text[at];
        switch (c)
        {
            case '^':
                at++;
                return new PatternNode.Start();
            case '$':
                at++;
                return new PatternNode.End();
            case '(':
                return Group();
            case '[':
                at++;
                return new PatternNode.One(new PatternClass(text, at).Parse(out at));
            case '.':
                at++;
                return new PatternNode.One(PatternClass.LineEnds.Complement());
            case '\\':
                return new PatternNode.One(PatternClass.Escape(text, at, inClass: false, out at));
            case '*' or '+' or '?':
                throw new NotSupportedException("nothing to repeat");
            default:
                int codePoint = char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
                    ? char.ConvertToUtf32(c, text[at + 1]) : c;
                at += codePoint > 0xFFFF ? 2 : 1;
                return new PatternNode.One(CodePointSet.Of(codePoint));
        }
    }

    private PatternNode Group()
    {
        at++;
        bool? lookahead = null;
        if (Next("?:")) at += 2;
        else if (Next("?=")) lookahead = false;
        else if (Next("?!")) lookahead = true;
        else if (Next("?<") && !Next("?<=") && !Next("?<!")) at = text.IndexOf('>', at) + 1;
        else if (Next("?")) throw new NotSupportedException("look-behind or inline flags");
        if (lookahead is not null) at += 2;
        PatternNode inner = Choice();
        if (!More || text[at] != ')') throw new NotSupportedException("unbalanced parenthesis");
        at++;
        return lookahead is { } negative ? new PatternNode.Lookahead(inner, negative) : inner;
    }

    private bool Next(string expected) => string.CompareOrdinal(text, at, expected, 0, expected.Length) == 0;
}
