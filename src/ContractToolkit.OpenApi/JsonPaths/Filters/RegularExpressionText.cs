using System.Globalization;
using System.Text;

namespace ContractToolkit.OpenApi.JsonPaths.Filters;

/// <summary>Translates an I-Regexp (RFC 9485) into the notation of .NET, which differs in what a dot, an escape and a character beyond the base plane are.</summary>
internal sealed class RegularExpressionText
{
    private const int MaxDepth = 64;
    private const int MaxRepeats = 1000;
    private const string Pair = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";

    private readonly string pattern;
    private readonly StringBuilder output = new();
    private int at;
    private int depth;

    private RegularExpressionText(string pattern) => this.pattern = pattern;

    private char Next => at < pattern.Length ? pattern[at] : '\0';

    /// <summary>The pattern for .NET; null where the text is no I-Regexp.</summary>
    public static string? ToNet(string pattern)
    {
        RegularExpressionText text = new(pattern);
        return text.Alternatives() && text.at == pattern.Length ? text.output.ToString() : null;
    }

    private bool Alternatives()
    {
        if (++depth > MaxDepth) return false;
        while (true)
        {
            while (at < pattern.Length && Next is not ('|' or ')'))
            {
                if (!Piece()) return false;
            }

            if (Next != '|' || at >= pattern.Length) break;
            Copy();
        }

        depth--;
        return true;
    }

    private bool Piece()
    {
        switch (Next)
        {
            case '(':
                at++;
                output.Append("(?:");
                if (!Alternatives() || Next != ')') return false;
                Copy();
                break;
            case '[':
                if (!CharacterClass()) return false;
                break;
            case '.':
                at++;
                output.Append("(?:").Append(Pair).Append(@"|[^\n\r])");
                break;
            case '\\':
                if (Escape() is not { } escape) return false;
                output.Append(escape);
                break;
            // Neither is an operator of I-Regexp, but patterns have them, and its tests ask for their usual meaning.
            case '^':
                at++;
                output.Append(@"\A");
                return true;
            case '$':
                at++;
                output.Append(@"\z");
                return true;
            case '*' or '+' or '?' or '{' or '}' or ']':
                return false;
            default:
                if (CodePoint() is not { } character) return false;
                output.Append(Literal(character));
                break;
        }

        return Quantifier();
    }

    private bool Quantifier()
    {
        if (Next is '*' or '+' or '?')
        {
            Copy();
            return true;
        }

        if (Next != '{') return true;
        int start = at++;
        if (Count() is not { } least) return false;
        int? most = least;
        if (Next == ',')
        {
            at++;
            most = Next == '}' ? null : Count();
            if (most is null && Next != '}') return false;
        }

        if (Next != '}' || most < least || least > MaxRepeats || most > MaxRepeats) return false;
        at++;
        output.Append(pattern, start, at - start);
        return true;
    }

    private int? Count()
    {
        int start = at;
        while (Next is >= '0' and <= '9') at++;
        return int.TryParse(pattern.Substring(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : null;
    }

    /// <summary>An escape, as .NET has it: of one character, or a category of Unicode.</summary>
    private string? Escape()
    {
        at++;
        char c = Next;
        if (c is 'p' or 'P') return Category() is { } category ? @"\" + category : null;
        at++;
        return c switch
        {
            'n' => @"\n",
            'r' => @"\r",
            't' => @"\t",
            '(' or ')' or '*' or '+' or '-' or '.' or '?' or '[' or '\\' or ']' or '^' or '$' or '{' or '|' or '}' => @"\" + c,
            _ => null,
        };
    }

    private string? Category()
    {
        int close = pattern.IndexOf('}', at);
        if (close < 0 || close - at is < 3 or > 4 || pattern[at + 1] != '{') return null;
        string name = pattern.Substring(at, close + 1 - at);
        at = close + 1;
        return name;
    }

    private bool CharacterClass()
    {
        ClassText set = new();
        at++;
        if (Next == '^')
        {
            at++;
            set.IsNegated = true;
        }

        bool first = true;
        while (Next != ']')
        {
            if (at >= pattern.Length || !Member(set, first)) return false;
            first = false;
        }

        at++;
        output.Append(set.ToNet());
        return !first;
    }

    private bool Member(ClassText set, bool first)
    {
        if (Next == '-')
        {
            // A hyphen stands for itself at either end.
            at++;
            set.Add('-', '-');
            return first || Next == ']';
        }

        if (Next == '\\' && at + 1 < pattern.Length && pattern[at + 1] is 'p' or 'P')
        {
            at++;
            if (Category() is not { } category) return false;
            set.AddCategory(category);
            return true;
        }

        if (Bound() is not { } low) return false;
        if (Next != '-' || at + 1 >= pattern.Length || pattern[at + 1] == ']')
        {
            set.Add(low, low);
            return true;
        }

        at++;
        if (Bound() is not { } high || high < low) return false;
        set.Add(low, high);
        return true;
    }

    private int? Bound()
    {
        if (Next == '[') return null;
        if (Next != '\\') return CodePoint();
        return Escape() is { } escape ? escape switch { @"\n" => '\n', @"\r" => '\r', @"\t" => '\t', _ => escape[1] } : null;
    }

    private int? CodePoint()
    {
        char c = pattern[at++];
        if (!char.IsSurrogate(c)) return c;
        return char.IsHighSurrogate(c) && char.IsLowSurrogate(Next) ? char.ConvertToUtf32(c, pattern[at++]) : null;
    }

    private void Copy() => output.Append(pattern[at++]);

    private static string Literal(int character) => character > 0xFFFF ? $"(?:{char.ConvertFromUtf32(character)})" : ClassText.Unit(character);
}
