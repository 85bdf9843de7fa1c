using System.Globalization;

namespace ContractToolkit.Patterns;

/// <summary>Reads what <see cref="EcmaPattern"/> promises.</summary>
internal ref struct PatternParser
{
    private const int DeepestNesting = 200;

    private readonly string pattern;
    private readonly bool keepsGroups;
    private readonly IReadOnlyDictionary<string, int> groupNames;
    private int at;
    private int groups;
    private int depth;

    private PatternParser(string pattern)
    {
        this.pattern = pattern;
        keepsGroups = PatternGroups.AreReferredTo(pattern);
        groupNames = keepsGroups ? PatternGroups.Number(pattern) : PatternGroups.None;
    }

    private readonly bool AtEnd => at >= pattern.Length;

    /// <summary>Null where the text is no ECMA-262 pattern, or uses a Unicode property that is not known.</summary>
    public static PatternNode? Parse(string pattern)
    {
        PatternParser parser = new(pattern);
        PatternNode? parsed = parser.Disjunction();
        return parser.AtEnd ? parsed : null;
    }

    private PatternNode? Disjunction()
    {
        if (++depth > DeepestNesting) return null;
        List<PatternNode> branches = [];
        List<PatternNode> parts = [];
        while (!AtEnd && pattern[at] != ')')
        {
            if (Take('|'))
            {
                branches.Add(new SequenceNode(parts));
                parts = [];
            }
            else if (Term() is { } term)
            {
                parts.Add(term);
            }
            else
            {
                return null;
            }
        }

        depth--;
        branches.Add(new SequenceNode(parts));
        return branches.Count == 1 ? branches[0] : new ChoiceNode(branches);
    }

    private PatternNode? Term()
    {
        char c = pattern[at];
        switch (c)
        {
            case '^':
                at++;
                return new EdgeNode(IsStart: true);
            case '$':
                at++;
                return new EdgeNode(IsStart: false);
            case '(':
                return Quantified(Group());
            case '.':
                at++;
                return Quantified(new SetNode(CodePointSet.LineTerminators.Complement()));
            case '[':
                return Quantified(Class());
            case '\\':
                return AtomEscape();
            case '*' or '+' or '?':
                return null;
            case '{' when IsQuantifierAt(at):
                return null;
            default:
                return Quantified(Single(ReadCodePoint()));
        }
    }

    private static SetNode Single(int codePoint) => new(CodePointSet.Of(codePoint));

    private PatternNode? Group()
    {
        at++;
        if (Take("?=")) return Look(isAhead: true, isNegated: false);
        if (Take("?!")) return Look(isAhead: true, isNegated: true);
        if (Take("?<=")) return Look(isAhead: false, isNegated: false);
        if (Take("?<!")) return Look(isAhead: false, isNegated: true);
        if (Take("?:")) return Inside();
        int number = ++groups;
        if (Take("?<"))
        {
            if (ReadName('>') is null) return null;
        }
        else if (!AtEnd && pattern[at] == '?')
        {
            return null;
        }

        PatternNode? inside = Inside();
        return inside is not null && keepsGroups ? new GroupNode(inside, number) : inside;
    }

    private PatternNode? Inside()
    {
        PatternNode? inside = Disjunction();
        return Take(')') ? inside : null;
    }

    private LookNode? Look(bool isAhead, bool isNegated) => Inside() is { } inside ? new LookNode(inside, isAhead, isNegated) : null;

    private PatternNode? AtomEscape()
    {
        if (at + 1 >= pattern.Length) return null;
        char c = pattern[at + 1];
        if (c is 'b' or 'B')
        {
            at += 2;
            return new BoundaryNode(IsNegated: c == 'B');
        }

        if (c is >= '1' and <= '9' || c == 'k') return Quantified(BackReference());
        if (ReadClassEscape() is { } set) return Quantified(new SetNode(set));
        int codePoint = ReadCharacterEscape(inClass: false);
        return codePoint < 0 ? null : Quantified(Single(codePoint));
    }

    private BackReferenceNode? BackReference()
    {
        at++;
        int group;
        if (Take('k'))
        {
            if (!Take('<') || ReadName('>') is not { } name || !groupNames.TryGetValue(name, out group)) return null;
        }
        else
        {
            int start = at;
            while (!AtEnd && IsDigit(pattern[at])) at++;
            if (!Bound(pattern.Substring(start, at - start), out group) || group > groupNames.Count) return null;
        }

        return new BackReferenceNode(group);
    }

    private PatternNode? Quantified(PatternNode? atom)
    {
        if (atom is null || AtEnd) return atom;
        int minimum;
        int? maximum;
        char c = pattern[at];
        if (c is '*' or '+' or '?')
        {
            at++;
            minimum = c == '+' ? 1 : 0;
            maximum = c == '?' ? 1 : null;
        }
        else if (c != '{' || !IsQuantifierAt(at))
        {
            return atom;
        }
        else if (!ReadBounds(out minimum, out maximum))
        {
            return null;
        }

        bool isLazy = Take('?');
        bool again = !AtEnd && (pattern[at] is '*' or '+' or '?' || IsQuantifierAt(at));
        return again ? null : new RepeatNode(atom, minimum, maximum, isLazy);
    }

    private bool ReadBounds(out int minimum, out int? maximum)
    {
        int close = pattern.IndexOf('}', at);
        string[] bounds = pattern.Substring(at + 1, close - at - 1).Split(',');
        at = close + 1;
        maximum = null;
        if (!Bound(bounds[0], out minimum)) return false;
        if (bounds.Length == 1) maximum = minimum;
        if (bounds.Length == 1 || bounds[1].Length == 0) return true;
        if (!Bound(bounds[1], out int most)) return false;
        maximum = most;
        return most >= minimum;
    }

    private static bool Bound(string digits, out int value) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private readonly bool IsQuantifierAt(int place)
    {
        if (pattern[place] != '{') return false;
        int i = place + 1;
        while (i < pattern.Length && IsDigit(pattern[i])) i++;
        if (i == place + 1 || i == pattern.Length) return false;
        if (pattern[i] == ',') i++;
        while (i < pattern.Length && IsDigit(pattern[i])) i++;
        return i < pattern.Length && pattern[i] == '}';
    }

    private SetNode? Class()
    {
        at++;
        bool negated = Take('^');
        List<(int, int)> ranges = [];
        while (!AtEnd && pattern[at] != ']')
        {
            if (!ClassAtom(out CodePointSet? first, out int from)) return null;
            bool isRange = at + 1 < pattern.Length && pattern[at] == '-' && pattern[at + 1] != ']';
            if (!isRange)
            {
                ranges.AddRange((first ?? CodePointSet.Of(from)).Ranges);
                continue;
            }

            at++;
            if (!ClassAtom(out CodePointSet? second, out int to)) return null;
            if (first is null && second is null)
            {
                if (from > to) return null;
                ranges.Add((from, to));
                continue;
            }

            // A class on either side of a hyphen makes no range: all three stand for themselves.
            ranges.AddRange((first ?? CodePointSet.Of(from)).Ranges);
            ranges.AddRange((second ?? CodePointSet.Of(to)).Ranges);
            ranges.Add(('-', '-'));
        }

        if (!Take(']')) return null;
        CodePointSet set = CodePointSet.Of(ranges);
        return new SetNode(negated ? set.Complement() : set);
    }

    private bool ClassAtom(out CodePointSet? set, out int codePoint)
    {
        set = null;
        codePoint = 0;
        if (pattern[at] != '\\')
        {
            codePoint = ReadCodePoint();
            return true;
        }

        if (at + 1 >= pattern.Length) return false;
        set = ReadClassEscape();
        if (set is not null) return true;
        codePoint = ReadCharacterEscape(inClass: true);
        return codePoint >= 0;
    }

    /// <summary>Reads <c>\d</c> and its kin; null, without moving, where something else stands.</summary>
    private CodePointSet? ReadClassEscape()
    {
        char c = pattern[at + 1];
        CodePointSet? set = char.ToLowerInvariant(c) switch
        {
            'd' => CodePointSet.Digits,
            'w' => CodePointSet.Word,
            's' => CodePointSet.Space,
            'p' => ReadProperty(),
            _ => null,
        };
        if (set is null) return null;
        if (c is not ('p' or 'P')) at += 2;
        return char.IsUpper(c) ? set.Complement() : set;
    }

    private CodePointSet? ReadProperty()
    {
        if (at + 2 >= pattern.Length || pattern[at + 2] != '{') return null;
        int close = pattern.IndexOf('}', at);
        if (close < 0) return null;
        CodePointSet? set = UnicodeProperties.Find(pattern.Substring(at + 3, close - at - 3));
        if (set is not null) at = close + 1;
        return set;
    }

    /// <summary>Reads an escape that stands for one code point; negative where there is none.</summary>
    private int ReadCharacterEscape(bool inClass)
    {
        at++;
        char c = pattern[at++];
        switch (c)
        {
            case 't': return '\t';
            case 'n': return '\n';
            case 'v': return '\v';
            case 'f': return '\f';
            case 'r': return '\r';
            case 'b' when inClass: return '\b';
            case '0' when AtEnd || !IsDigit(pattern[at]): return 0;
            case 'c': return AtEnd || !IsLetter(pattern[at]) ? -1 : pattern[at++] % 32;
            case 'x': return ReadHex(2);
            case 'u': return ReadUnicodeEscape();
            default: return IsLetter(c) || IsDigit(c) || c >= 0x80 ? -1 : c;
        }
    }

    private int ReadUnicodeEscape()
    {
        if (Take('{'))
        {
            int close = pattern.IndexOf('}', at);
            if (close < 0 || close == at) return -1;
            bool isHex = int.TryParse(pattern.Substring(at, close - at), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value);
            at = close + 1;
            return isHex && value is >= 0 and <= CodePointSet.Last ? value : -1;
        }

        int unit = ReadHex(4);
        if (unit is < 0xD800 or > 0xDBFF || at + 1 >= pattern.Length || pattern[at] != '\\' || pattern[at + 1] != 'u') return unit;
        int before = at;
        at += 2;
        int low = ReadHex(4);
        if (low is >= 0xDC00 and <= 0xDFFF) return char.ConvertToUtf32((char)unit, (char)low);
        at = before;
        return unit;
    }

    private int ReadHex(int digits)
    {
        if (at + digits > pattern.Length) return -1;
        bool isHex = int.TryParse(pattern.Substring(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value);
        at += digits;
        return isHex ? value : -1;
    }

    private int ReadCodePoint()
    {
        char c = pattern[at++];
        if (!char.IsHighSurrogate(c) || AtEnd || !char.IsLowSurrogate(pattern[at])) return c;
        return char.ConvertToUtf32(c, pattern[at++]);
    }

    private string? ReadName(char end)
    {
        int close = pattern.IndexOf(end, at);
        if (close <= at) return null;
        string name = pattern.Substring(at, close - at);
        at = close + 1;
        return IsDigit(name[0]) || !name.All(c => char.IsLetterOrDigit(c) || c is '_' or '$') ? null : name;
    }

    private bool Take(char expected)
    {
        if (AtEnd || pattern[at] != expected) return false;
        at++;
        return true;
    }

    private bool Take(string expected)
    {
        if (string.CompareOrdinal(pattern, at, expected, 0, expected.Length) != 0) return false;
        bool isLookBehind = expected == "?<" && at + 2 < pattern.Length && pattern[at + 2] is '=' or '!';
        if (isLookBehind) return false;
        at += expected.Length;
        return true;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsLetter(char c) => (char)(c | 0x20) is >= 'a' and <= 'z';
}
