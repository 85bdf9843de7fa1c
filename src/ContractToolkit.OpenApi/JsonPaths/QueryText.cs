using System.Globalization;
using System.Text;

namespace ContractToolkit.OpenApi.JsonPaths;

/// <summary>The text of a query, and how far it was read.</summary>
internal sealed class QueryText(string text)
{
    private const long LargestInteger = (1L << 53) - 1;

    /// <summary>How many brackets, parentheses and calls may stand inside each other.</summary>
    private const int MaxDepth = 64;

    private int depth;

    /// <summary>The place of the next character.</summary>
    public int At { get; set; }

    /// <summary>Whether everything was read.</summary>
    public bool IsAtEnd => At >= text.Length;

    /// <summary>The next character; NUL at the end.</summary>
    public char Next => Peek(0);

    /// <summary>A character further on; NUL behind the end.</summary>
    public char Peek(int ahead) => At + ahead < text.Length ? text[At + ahead] : '\0';

    /// <summary>What was read since a place.</summary>
    public string Since(int start) => text.Substring(start, At - start);

    /// <summary>Passes blanks.</summary>
    public QueryText SkipBlanks()
    {
        while (Next is ' ' or '\t' or '\n' or '\r') At++;
        return this;
    }

    /// <summary>Passes a text, if it comes next.</summary>
    public bool Take(string expected)
    {
        if (string.CompareOrdinal(text, At, expected, 0, expected.Length) != 0) return false;
        At += expected.Length;
        return true;
    }

    /// <summary>Passes a text that must come next.</summary>
    public void Expect(string expected)
    {
        if (!Take(expected)) throw Error($"{expected} is expected");
    }

    /// <summary>Says that something opens.</summary>
    public void Enter()
    {
        if (++depth > MaxDepth) throw Error(FormattableString.Invariant($"more than {MaxDepth} brackets stand inside each other"));
    }

    /// <summary>Says that it closes.</summary>
    public void Leave() => depth--;

    /// <summary>A fault at the next character.</summary>
    public JsonPathException Error(string what)
    {
        string found = IsAtEnd ? "the query ends" : $"'{Shown()}' stands";
        return new(FormattableString.Invariant($"{what}, but {found} at character {At + 1} of {Shortened()}"));
    }

    /// <summary>An integer, without needless zeros and exactly representable.</summary>
    public long Integer()
    {
        int start = At;
        Take("-");
        if (Next is < '0' or > '9') throw Error("an integer is expected");
        bool leadingZero = Next == '0';
        while (Next is >= '0' and <= '9') At++;
        string digits = Since(start);
        if (leadingZero && digits != "0") throw Error($"an integer such as '{digits}' has no leading zero, and zero no sign");
        if (!long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) || value is < -LargestInteger or > LargestInteger)
        {
            throw Error($"an integer is at most 2^53 - 1, other than '{(digits.Length > 24 ? digits.Substring(0, 24) + "..." : digits)}'");
        }

        return value;
    }

    /// <summary>A name without quotes.</summary>
    public string Name()
    {
        int start = At;
        while (IsNameFirst(Next) || (At > start && Next is >= '0' and <= '9')) At += PairLength();
        return At > start ? Since(start) : throw Error("a name is expected");
    }

    /// <summary>A string in quotes.</summary>
    public string Quoted()
    {
        char quote = Next;
        At++;
        StringBuilder value = new();
        while (Next != quote)
        {
            if (IsAtEnd) throw Error($"a closing {quote} is expected");
            if (Next < ' ') throw Error("a control character in a string is written as an escape");
            if (Next == '\\') Escape(value, quote);
            else
            {
                int length = PairLength();
                value.Append(text, At, length);
                At += length;
            }
        }

        At++;
        return value.ToString();
    }

    private static bool IsNameFirst(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or >= '\u0080';

    /// <summary>One, or two for a surrogate pair.</summary>
    private int PairLength()
    {
        if (!char.IsSurrogate(Next)) return 1;
        return char.IsHighSurrogate(Next) && char.IsLowSurrogate(Peek(1)) ? 2 : throw Error("a lone surrogate is no character");
    }

    private void Escape(StringBuilder value, char quote)
    {
        At++;
        char c = Next;
        if (c == 'u')
        {
            At++;
            char unit = Hexadecimal();
            if (char.IsSurrogate(unit)) value.Append(unit).Append(LowSurrogate(unit));
            else value.Append(unit);
            return;
        }

        value.Append(c switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', '/' or '\\' => c, _ => c == quote ? c : throw Error("one of the escapes \\b \\f \\n \\r \\t \\/ \\\\ \\u is expected") });
        At++;
    }

    private char LowSurrogate(char high)
    {
        if (!char.IsHighSurrogate(high) || !Take("\\u")) throw Error("a lone surrogate is no character");
        char low = Hexadecimal();
        return char.IsLowSurrogate(low) ? low : throw Error("a lone surrogate is no character");
    }

    private char Hexadecimal()
    {
        int value = 0;
        for (int i = 0; i < 4; i++, At++)
        {
            int digit = Next switch { >= '0' and <= '9' => Next - '0', >= 'a' and <= 'f' => Next - 'a' + 10, >= 'A' and <= 'F' => Next - 'A' + 10, _ => throw Error("four hexadecimal digits are expected") };
            value = (value << 4) | digit;
        }

        return (char)value;
    }

    private string Shown() => char.IsHighSurrogate(Next) && char.IsLowSurrogate(Peek(1)) ? text.Substring(At, 2) : Next < ' ' ? FormattableString.Invariant($"\\u{(int)Next:x4}") : Next.ToString();

    private string Shortened() => text.Length <= 120 ? text : text.Substring(0, 120) + "...";
}
