namespace ContractToolkit.Exchange;

/// <summary>A set of characters in a regular expression, as ranges of code points.</summary>
internal sealed class CharacterSet
{
    private const string Pool = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.!#$%&'()*+,/:;<=>?@[]^`{|}~ \"\\";
    private readonly List<(int From, int To)> ranges = [];

    /// <summary>Whether the set is everything but its ranges.</summary>
    public bool IsNegated { get; set; }

    public static CharacterSet Any() => new CharacterSet { IsNegated = true }.Add('\n', '\n').Add('\r', '\r');

    public static CharacterSet Of(int character) => new CharacterSet().Add(character, character);

    /// <summary>The set of a class escape such as <c>\d</c>; null where the letter is none.</summary>
    public static CharacterSet? Escape(char letter)
    {
        CharacterSet? set = char.ToLowerInvariant(letter) switch
        {
            'd' => new CharacterSet().Add('0', '9'),
            'w' => new CharacterSet().Add('a', 'z').Add('A', 'Z').Add('0', '9').Add('_', '_'),
            's' => new CharacterSet().Add(' ', ' ').Add('\t', '\r').Add(0xA0, 0xA0).Add(0x2028, 0x2029).Add(0xFEFF, 0xFEFF),
            _ => null,
        };
        if (set is not null && char.IsUpper(letter)) set.IsNegated = true;
        return set;
    }

    /// <summary>A set of characters with a Unicode property; a small part of it where that is enough.</summary>
    public static CharacterSet Property(string name, bool negated)
    {
        var set = new CharacterSet { IsNegated = negated };
        string key = name[(name.IndexOf('=') + 1)..];
        return key switch
        {
            "L" or "Letter" or "Alphabetic" or "Alpha" or "Latin" or "Latn" or "ID_Start" => set.Add('a', 'z').Add('A', 'Z'),
            "Lu" or "Uppercase_Letter" or "Uppercase" => set.Add('A', 'Z'),
            "Ll" or "Lowercase_Letter" or "Lowercase" => set.Add('a', 'z'),
            "N" or "Nd" or "Number" or "Decimal_Number" => set.Add('0', '9'),
            "P" or "Punctuation" => set.Add('!', '#').Add('%', '*').Add(',', '/').Add(':', ';').Add('?', '@'),
            "S" or "Symbol" => set.Add('+', '+').Add('<', '>').Add('^', '^').Add('|', '|').Add('~', '~'),
            "Z" or "Zs" or "Separator" or "Space_Separator" or "White_Space" => set.Add(' ', ' '),
            "C" or "Cc" or "Control" or "Other" => set.Add(0, 0x1F).Add(0x7F, 0x9F),
            "Han" or "Hani" => set.Add(0x4E00, 0x9FA5),
            "Cyrillic" or "Cyrl" => set.Add(0x430, 0x44F),
            "Greek" or "Grek" => set.Add(0x3B1, 0x3C9),
            "ASCII" => set.Add(0, 0x7F),
            "Any" => set.Add(0, 0x10FFFF),
            _ => set.Add('a', 'z'),
        };
    }

    public CharacterSet Add(int from, int to)
    {
        ranges.Add((from, to));
        return this;
    }

    /// <summary>Adds another set; a negated one by the characters of the common pool that it has.</summary>
    public void Add(CharacterSet other)
    {
        if (!other.IsNegated) ranges.AddRange(other.ranges);
        else
        {
            foreach (char c in Pool)
            {
                if (other.Contains(c)) Add(c, c);
            }
        }
    }

    public bool Contains(int character) => ranges.Exists(range => character >= range.From && character <= range.To) != IsNegated;

    /// <summary>One of its characters; null where it has none that is usable.</summary>
    public string? Pick(ref SeededRandom random)
    {
        // Letters and digits first: values shall be readable.
        int start = random.Below(Pool.Length);
        for (int i = 0; i < 62; i++)
        {
            char c = Pool[(start + i) % 62];
            if (Contains(c)) return c.ToString();
        }

        for (int i = 62; i < Pool.Length; i++)
        {
            if (Contains(Pool[i])) return Pool[i].ToString();
        }

        if (IsNegated)
        {
            for (int c = 0xC0; c < 0x2000; c++)
            {
                if (Contains(c)) return char.ConvertFromUtf32(c);
            }

            return null;
        }

        if (ranges.Count == 0) return null;
        (int from, int to) = ranges[random.Below(ranges.Count)];
        int picked = from + random.Below(Math.Min(to - from + 1, 5_000));
        return picked is >= 0xD800 and <= 0xDFFF or > 0x10FFFF ? null : char.ConvertFromUtf32(picked);
    }
}
