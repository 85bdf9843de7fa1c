using System.Globalization;
using System.Text;

namespace ContractToolkit.CSharp.Naming;

/// <summary>Makes C# identifiers from text of a document: the one way by which such text becomes a name.</summary>
public static class Identifiers
{
    /// <summary>Longer names are cut and marked with a hash of the whole.</summary>
    public const int MaxLength = 100;

    /// <summary>A name for types and members: <c>lead_id</c> becomes <c>LeadId</c>, <c>+1</c> becomes <c>Plus1</c>.</summary>
    public static string Pascal(string text)
    {
        if (PascalOfPlain(text) is { } plain) return plain;
        var name = new StringBuilder(text.Length + 4);
        foreach (string word in IdentifierWords.Split(text)) AppendWord(name, word);
        return Finish(name, text);
    }

    /// <summary>A name for parameters and locals: <c>Lead-ID</c> becomes <c>leadID</c>. Keywords are not escaped; see <see cref="Escape"/>.</summary>
    public static string Camel(string text) => Lower(Pascal(text));

    /// <summary>The name with its leading capitals in lower case.</summary>
    public static string Lower(string pascal)
    {
        int capitals = 0;
        while (capitals < pascal.Length && char.IsUpper(pascal[capitals])) capitals++;
        if (capitals == 0) return pascal;
        bool startsWord = capitals > 1 && capitals < pascal.Length && char.IsLower(pascal[capitals]);
        int lower = startsWord ? capitals - 1 : capitals;
        return pascal.Substring(0, lower).ToLowerInvariant() + pascal.Substring(lower);
    }

    /// <summary>A name that an author chose: its casing is kept, what no identifier can hold is dropped.</summary>
    public static string Chosen(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (IsPart(c)) name.Append(c);
        }

        return Finish(name, text);
    }

    /// <summary>Whether the text is an identifier as it stands. Keywords count: they are escaped where they are written.</summary>
    public static bool IsIdentifier(string text) => text.Length > 0 && IsStart(text[0]) && text.All(IsPart);

    /// <summary>Whether the text is a dotted list of identifiers.</summary>
    public static bool IsNamespace(string text) => text.Split('.').All(IsIdentifier);

    /// <summary>Puts <c>@</c> before C#'s keywords.</summary>
    public static string Escape(string name) => Keywords.Contains(name) ? "@" + name : name;

    /// <summary>A short text that depends on nothing but <paramref name="text"/>: four hexadecimal digits, or more if asked.</summary>
    public static string Hash(string text, int digits = 4)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text) hash = unchecked((hash ^ c) * 1099511628211);
        hash ^= hash >> 32;
        return hash.ToString("x16", CultureInfo.InvariantCulture).Substring(16 - digits);
    }

    /// <summary>Whether C# allows <paramref name="c"/> inside an identifier (characters that only format are not allowed here).</summary>
    internal static bool IsPart(char c) => c < 128
        ? c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'
        : CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;

    private static bool IsStart(char c) => c < 128
        ? c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_'
        : CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.LetterNumber;

    /// <summary>The same as <see cref="Pascal"/>, for most names there are: ASCII letters, digits and underscores, in small letters at least in part;
    /// null for others.</summary>
    private static string? PascalOfPlain(string text)
    {
        if (text.Length is 0 or > MaxLength || text[0] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))) return null;
        Span<char> name = stackalloc char[MaxLength * 2];
        int length = 0;
        bool small = false;
        bool starts = true;
        foreach (char c in text)
        {
            if (c == '_')
            {
                starts = true;
                continue;
            }

            bool letter = c is >= 'a' and <= 'z';
            bool digit = c is >= '0' and <= '9';
            if (!letter && !digit && c is not (>= 'A' and <= 'Z')) return null;
            small |= letter;
            if (starts && digit && name[length - 1] is >= '0' and <= '9') name[length++] = '_';
            name[length++] = starts && letter ? (char)(c - 'a' + 'A') : c;
            starts = false;
        }

        return small ? name.Slice(0, length).ToString() : null;
    }

    private static void AppendWord(StringBuilder name, string word)
    {
        bool digits = name.Length > 0 && char.IsDigit(name[name.Length - 1]) && char.IsDigit(word[0]);
        if (digits) name.Append('_');
        name.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
    }

    private static string Finish(StringBuilder name, string source)
    {
        if (name.Length == 0) name.Append(source.Length == 0 ? "Empty" : "U" + Hash(source));
        if (!IsStart(name[0])) name.Insert(0, '_');
        return Limited(name.ToString(), source);
    }

    /// <summary>A name of bearable length: a longer one is cut and marked with a hash of the whole.</summary>
    public static string Limited(string name) => Limited(name, name);

    private static string Limited(string name, string source) =>
        name.Length <= MaxLength ? name : name.Substring(0, MaxLength - 9) + "_" + Hash(source, 8);
}
