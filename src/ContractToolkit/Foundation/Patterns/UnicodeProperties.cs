using System.Collections.Concurrent;
using System.Globalization;

namespace ContractToolkit.Patterns;

/// <summary>The properties of <c>\p{…}</c> that .NET's Unicode data can tell: general categories, and some binary properties.</summary>
internal static class UnicodeProperties
{
    private static readonly ConcurrentDictionary<string, CodePointSet> Known = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Categories = new(StringComparer.Ordinal)
    {
        ["Letter"] = "L", ["Cased_Letter"] = "LC", ["Uppercase_Letter"] = "Lu", ["Lowercase_Letter"] = "Ll", ["Titlecase_Letter"] = "Lt",
        ["Modifier_Letter"] = "Lm", ["Other_Letter"] = "Lo", ["Mark"] = "M", ["Combining_Mark"] = "M", ["Nonspacing_Mark"] = "Mn",
        ["Spacing_Mark"] = "Mc", ["Enclosing_Mark"] = "Me", ["Number"] = "N", ["Decimal_Number"] = "Nd", ["digit"] = "Nd",
        ["Letter_Number"] = "Nl", ["Other_Number"] = "No", ["Punctuation"] = "P", ["punct"] = "P", ["Connector_Punctuation"] = "Pc",
        ["Dash_Punctuation"] = "Pd", ["Open_Punctuation"] = "Ps", ["Close_Punctuation"] = "Pe", ["Initial_Punctuation"] = "Pi",
        ["Final_Punctuation"] = "Pf", ["Other_Punctuation"] = "Po", ["Symbol"] = "S", ["Math_Symbol"] = "Sm", ["Currency_Symbol"] = "Sc",
        ["Modifier_Symbol"] = "Sk", ["Other_Symbol"] = "So", ["Separator"] = "Z", ["Space_Separator"] = "Zs", ["Line_Separator"] = "Zl",
        ["Paragraph_Separator"] = "Zp", ["Other"] = "C", ["Control"] = "Cc", ["cntrl"] = "Cc", ["Format"] = "Cf", ["Surrogate"] = "Cs",
        ["Private_Use"] = "Co", ["Unassigned"] = "Cn",
    };

    // In the order of UnicodeCategory.
    private static readonly string[] Short =
    [
        "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Pc", "Pd", "Ps", "Pe",
        "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Cn",
    ];

    /// <summary>The set that <c>\p{expression}</c> stands for; null where the property is not known.</summary>
    public static CodePointSet? Find(string expression)
    {
        int equals = expression.IndexOf('=');
        string name = equals < 0 ? expression : expression.Substring(0, equals);
        string value = equals < 0 ? expression : expression.Substring(equals + 1);
        if (equals >= 0 && name is not ("General_Category" or "gc")) return null;
        string category = Categories.TryGetValue(value, out string? code) ? code : value;
        if (IsCategory(category)) return Known.GetOrAdd(category, Collect);
        return equals >= 0 ? null : Binary(value);
    }

    private static CodePointSet? Binary(string name) => name switch
    {
        "Any" => CodePointSet.All,
        "ASCII" => CodePointSet.Range(0, 0x7F),
        "ASCII_Hex_Digit" or "AHex" => CodePointSet.Of([('0', '9'), ('A', 'F'), ('a', 'f')]),
        "White_Space" or "space" => CodePointSet.Of([('\t', '\r'), (' ', ' '), (0x85, 0x85), (0xA0, 0xA0), (0x1680, 0x1680),
            (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000)]),
        "Assigned" => Known.GetOrAdd("Cn", Collect).Complement(),
        "Alphabetic" or "Alpha" => Union("L", "Nl"),
        "Uppercase" or "Upper" => Union("Lu"),
        "Lowercase" or "Lower" => Union("Ll"),
        "ID_Start" or "IDS" or "XID_Start" or "XIDS" => Union("L", "Nl"),
        "ID_Continue" or "IDC" or "XID_Continue" or "XIDC" => Union("L", "Nl", "Mn", "Mc", "Nd", "Pc"),
        _ => null,
    };

    private static CodePointSet Union(params string[] categories) =>
        CodePointSet.Of(categories.SelectMany(category => Known.GetOrAdd(category, Collect).Ranges));

    private static bool IsCategory(string name) =>
        name == "LC" || Array.IndexOf(Short, name) >= 0 || (name.Length == 1 && "LMNPSZC".IndexOf(name[0]) >= 0);

    private static CodePointSet Collect(string category)
    {
        List<(int, int)> ranges = [];
        int first = -1;
        for (int c = 0; c <= CodePointSet.Last + 1; c++)
        {
            bool inside = c <= CodePointSet.Last && IsIn(Short[(int)CategoryOf(c)], category);
            if (inside && first < 0) first = c;
            if (inside || first < 0) continue;
            ranges.Add((first, c - 1));
            first = -1;
        }

        return CodePointSet.Of(ranges);
    }

    private static UnicodeCategory CategoryOf(int codePoint) => codePoint is >= 0xD800 and <= 0xDFFF
        ? UnicodeCategory.Surrogate
        : CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(codePoint), 0);

    private static bool IsIn(string category, string wanted) => wanted == "LC"
        ? category is "Lu" or "Ll" or "Lt"
        : category.StartsWith(wanted, StringComparison.Ordinal);
}
