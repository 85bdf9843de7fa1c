using System.Globalization;

namespace ContractToolkit.Exchange;

/// <summary>Parses ECMA-262 regular expressions, as far as generation needs them.</summary>
internal sealed class PatternParser
{
    private const int MaxDepth = 200;
    private readonly string text;
    private int at;
    private int groups;
    private int depth;

    private PatternParser(string text) => this.text = text;

    /// <summary>Parses a pattern.</summary>
    /// <exception cref="FormatException">It is malformed or too deep.</exception>
    public static PatternNode Parse(string pattern)
    {
        var parser = new PatternParser(pattern);
        PatternNode node = parser.Alternation();
        return parser.at == pattern.Length ? node : throw new FormatException("unbalanced parenthesis");
    }

    private PatternNode Alternation()
    {
        if (++depth > MaxDepth) throw new FormatException("too deep");
        var branches = new List<PatternNode> { Sequence() };
        while (at < text.Length && text[at] == '|')
        {
            at++;
            branches.Add(Sequence());
        }

        depth--;
        return branches.Count == 1 ? branches[0] : new PatternNode.Alternation(branches);
    }

    private PatternNode Sequence()
    {
        var parts = new List<PatternNode>();
        while (at < text.Length && text[at] is not ('|' or ')')) parts.Add(Quantified(Atom()));
        return parts.Count == 1 ? parts[0] : new PatternNode.Sequence(parts);
    }

    private PatternNode Quantified(PatternNode atom)
    {
        if (at >= text.Length) return atom;
        (int least, int most) = text[at] switch
        {
            '*' => (0, int.MaxValue),
            '+' => (1, int.MaxValue),
            '?' => (0, 1),
            '{' => Braces(),
            _ => (-1, -1),
        };
        if (least < 0) return atom;
        if (text[at] != '{') at++;
        else at = text.IndexOf('}', at) + 1;
        if (at < text.Length && text[at] is '?' or '+') at++;
        return new PatternNode.Repetition(atom, least, most);
    }

    // "{3}", "{3,}" or "{3,5}"; anything else is a literal brace.
    private (int Least, int Most) Braces()
    {
        int close = text.IndexOf('}', at);
        if (close < 0) return (-1, -1);
        string[] bounds = text[(at + 1)..close].Split(',');
        if (bounds.Length > 2 || !TryNumber(bounds[0], out int least)) return (-1, -1);
        if (bounds.Length == 1) return (least, least);
        if (bounds[1].Length == 0) return (least, int.MaxValue);
        return TryNumber(bounds[1], out int most) ? (least, most) : (-1, -1);
    }

    private static bool TryNumber(string digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private PatternNode Atom()
    {
        char c = text[at++];
        switch (c)
        {
            case '(':
                return Group();
            case '[':
                return new PatternNode.Character(Class());
            case '.':
                return new PatternNode.Character(CharacterSet.Any());
            case '^' or '$':
                return new PatternNode.Anchor(c);
            case '\\':
                return Escape();
            default:
                if (!char.IsHighSurrogate(c) || at >= text.Length) return new PatternNode.Character(CharacterSet.Of(c));
                return new PatternNode.Character(CharacterSet.Of(char.ConvertToUtf32(c, text[at++])));
        }
    }

    private PatternNode Group()
    {
        string key = "";
        bool? look = null;
        if (Take("?:"))
        {
        }
        else if (Take("?=") || Take("?<="))
        {
            look = true;
        }
        else if (Take("?!") || Take("?<!"))
        {
            look = false;
        }
        else if (Take("?<") || Take("?P<"))
        {
            int end = text.IndexOf('>', at);
            if (end < 0) throw new FormatException("a group's name is not closed");
            key = text[at..end];
            at = end + 1;
            groups++;
        }
        else if (Take("?"))
        {
            int end = text.IndexOfAny([':', ')'], at);
            if (end < 0) throw new FormatException("a group is not closed");
            at = text[end] == ':' ? end + 1 : end;
        }
        else
        {
            key = (++groups).ToString(CultureInfo.InvariantCulture);
        }

        PatternNode inner = Alternation();
        if (at >= text.Length || text[at] != ')') throw new FormatException("a group is not closed");
        at++;
        if (look is { } positive) return new PatternNode.Look(inner, positive);
        return key.Length == 0 ? inner : new PatternNode.Group(key, inner);
    }

    private bool Take(string prefix)
    {
        if (string.CompareOrdinal(text, at, prefix, 0, prefix.Length) != 0) return false;
        at += prefix.Length;
        return true;
    }

    private PatternNode Escape()
    {
        if (at >= text.Length) throw new FormatException("a lone backslash");
        char c = text[at];
        if (c is 'b' or 'B')
        {
            at++;
            return new PatternNode.Anchor(c);
        }

        if (c is 'A' or 'z' or 'Z')
        {
            at++;
            return new PatternNode.Anchor(c == 'A' ? '^' : '$');
        }

        if (c is >= '1' and <= '9')
        {
            int start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            return new PatternNode.BackReference(text[start..at]);
        }

        if (c == 'k' && at + 1 < text.Length && text[at + 1] == '<' && text.IndexOf('>', at) is int end and > 0)
        {
            string key = text[(at + 2)..end];
            at = end + 1;
            return new PatternNode.BackReference(key);
        }

        return new PatternNode.Character(EscapedSet());
    }

    private CharacterSet EscapedSet()
    {
        char c = text[at++];
        if (CharacterSet.Escape(c) is { } set) return set;
        if (c is 'p' or 'P' && at < text.Length && text[at] == '{' && text.IndexOf('}', at) is int end and > 0)
        {
            string name = text[(at + 1)..end];
            at = end + 1;
            return CharacterSet.Property(name, c == 'P');
        }

        return CharacterSet.Of(c switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'f' => '\f',
            'v' => '\v',
            '0' => '\0',
            'e' => 0x1B,
            'c' when at < text.Length => text[at++] % 32,
            'x' => Hex(2) ?? 'x',
            'u' => Unicode(),
            _ => c,
        });
    }

    private int Unicode()
    {
        if (at < text.Length && text[at] == '{' && text.IndexOf('}', at) is int end and > 0
            && int.TryParse(text[(at + 1)..end], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int braced))
        {
            at = end + 1;
            return braced;
        }

        if (Hex(4) is not { } unit) return 'u';
        if (unit is < 0xD800 or > 0xDBFF || !Take("\\u")) return unit;
        return Hex(4) is { } low and >= 0xDC00 and <= 0xDFFF ? 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00) : unit;
    }

    private int? Hex(int digits)
    {
        if (at + digits > text.Length) return null;
        if (!int.TryParse(text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value)) return null;
        at += digits;
        return value;
    }

    private CharacterSet Class()
    {
        var set = new CharacterSet();
        if (at < text.Length && text[at] == '^')
        {
            set.IsNegated = true;
            at++;
        }

        // A bracket that stands first is a literal in many dialects, but closes an empty class in ECMA-262.
        while (at < text.Length && text[at] != ']')
        {
            (int from, CharacterSet? escaped) = ClassAtom();
            if (escaped is not null)
            {
                set.Add(escaped);
                continue;
            }

            bool range = at + 1 < text.Length && text[at] == '-' && text[at + 1] != ']';
            if (!range)
            {
                set.Add(from, from);
                continue;
            }

            at++;
            (int to, CharacterSet? second) = ClassAtom();
            if (second is null) set.Add(from, to);
            else
            {
                set.Add(from, from);
                set.Add('-', '-');
                set.Add(second);
            }
        }

        if (at >= text.Length) throw new FormatException("a class is not closed");
        at++;
        return set;
    }

    private (int Character, CharacterSet? Escaped) ClassAtom()
    {
        char c = text[at++];
        if (c != '\\') return char.IsHighSurrogate(c) && at < text.Length ? (char.ConvertToUtf32(c, text[at++]), null) : (c, null);
        if (at >= text.Length) throw new FormatException("a lone backslash");
        if (text[at] == 'b')
        {
            at++;
            return ('\b', null);
        }

        if (char.ToLowerInvariant(text[at]) is 'd' or 'w' or 's' or 'p' && (char.ToLowerInvariant(text[at]) != 'p' || (at + 1 < text.Length && text[at + 1] == '{')))
        {
            return (0, EscapedSet());
        }

        int start = at;
        CharacterSet single = EscapedSet();
        for (int candidate = 0; candidate < 0x110; candidate++)
        {
            if (single.Contains(candidate)) return (candidate, null);
        }

        return start < at ? (0, single) : (text[start], null);
    }
}
