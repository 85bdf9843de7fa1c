using System.Collections.Concurrent;
using System.Globalization;

namespace ContractToolkit.Diff.Sets.Patterns;

/// <summary>The general categories of Unicode as sets of code points, as this runtime knows them.</summary>
internal static class UnicodeCategories
{
    private static readonly Dictionary<string, string> LongNames = new(StringComparer.Ordinal)
    {
        ["Letter"] = "L", ["Lowercase_Letter"] = "Ll", ["Uppercase_Letter"] = "Lu", ["Titlecase_Letter"] = "Lt", ["Modifier_Letter"] = "Lm",
        ["Other_Letter"] = "Lo", ["Mark"] = "M", ["Nonspacing_Mark"] = "Mn", ["Spacing_Mark"] = "Mc", ["Enclosing_Mark"] = "Me",
        ["Number"] = "N", ["Decimal_Number"] = "Nd", ["digit"] = "Nd", ["Letter_Number"] = "Nl", ["Other_Number"] = "No",
        ["Punctuation"] = "P", ["punct"] = "P", ["Symbol"] = "S", ["Separator"] = "Z", ["Space_Separator"] = "Zs", ["Other"] = "C",
        ["Control"] = "Cc", ["cntrl"] = "Cc", ["Format"] = "Cf", ["Unassigned"] = "Cn",
    };

    private static readonly string[] Codes =
    [
        "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co",
        "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Cn",
    ];

    private static readonly ConcurrentDictionary<string, CodePointSet> Known = new(StringComparer.Ordinal);

    /// <summary>The set of a general category, by its short or long name; null where there is none of that name.</summary>
    public static CodePointSet? Find(string name)
    {
        int equals = name.IndexOf('=');
        if (equals >= 0)
        {
            if (name.Substring(0, equals) is not ("General_Category" or "gc")) return null;
            name = name.Substring(equals + 1);
        }

        if (name == "Any") return CodePointSet.All;
        if (name == "ASCII") return CodePointSet.Range(0, 127);
        if (LongNames.TryGetValue(name, out string? code)) name = code;
        return Codes.Any(each => each.StartsWith(name, StringComparison.Ordinal)) && name.Length > 0 ? Known.GetOrAdd(name, Build) : null;
    }

    private static CodePointSet Build(string code)
    {
        List<(int, int)> ranges = [];
        for (int point = 0; point <= CodePointSet.Last; point++)
        {
            if (Codes[(int)Category(point)].StartsWith(code, StringComparison.Ordinal)) ranges.Add((point, point));
        }

        return CodePointSet.Of(ranges);
    }

    private static UnicodeCategory Category(int codePoint) =>
        codePoint is >= 0xD800 and <= 0xDFFF ? UnicodeCategory.Surrogate : CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(codePoint), 0);
}
