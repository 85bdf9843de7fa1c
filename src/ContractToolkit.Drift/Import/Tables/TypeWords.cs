using System.Text.RegularExpressions;

namespace ContractToolkit.Drift.Import.Tables;

/// <summary>Understands the words that tables have for types, English and Chinese, and writes them as saved pages print them: <c>array[object]</c>, <c>integer&lt;int64&gt;</c>.</summary>
internal static partial class TypeWords
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["string"] = "string", ["str"] = "string", ["varchar"] = "string", ["char"] = "string", ["text"] = "string", ["字符串"] = "string", ["字符"] = "string", ["文本"] = "string", ["字符型"] = "string",
        ["uuid"] = "string<uuid>", ["guid"] = "string<uuid>", ["uri"] = "string<uri>", ["email"] = "string<email>",
        ["date"] = "string", ["datetime"] = "string", ["date-time"] = "string", ["日期"] = "string", ["日期时间"] = "string",
        ["int"] = "integer", ["integer"] = "integer", ["int32"] = "integer<int32>", ["int64"] = "integer<int64>", ["long"] = "integer<int64>", ["bigint"] = "integer<int64>", ["short"] = "integer", ["byte"] = "integer",
        ["整数"] = "integer", ["整型"] = "integer", ["整形"] = "integer", ["长整型"] = "integer<int64>", ["长整数"] = "integer<int64>",
        ["number"] = "number", ["float"] = "number<float>", ["double"] = "number<double>", ["decimal"] = "number", ["bigdecimal"] = "number", ["数字"] = "number", ["数值"] = "number", ["数值型"] = "number", ["浮点数"] = "number", ["浮点型"] = "number", ["小数"] = "number",
        ["bool"] = "boolean", ["boolean"] = "boolean", ["布尔"] = "boolean", ["布尔值"] = "boolean", ["布尔型"] = "boolean", ["布尔类型"] = "boolean",
        ["object"] = "object", ["obj"] = "object", ["map"] = "object", ["dict"] = "object", ["struct"] = "object", ["json"] = "object", ["jsonobject"] = "object", ["hash"] = "object", ["对象"] = "object", ["结构体"] = "object", ["json对象"] = "object",
        ["array"] = "array", ["list"] = "array", ["collection"] = "array", ["jsonarray"] = "array", ["数组"] = "array", ["列表"] = "array", ["集合"] = "array",
        ["file"] = "file", ["binary"] = "file", ["文件"] = "file", ["any"] = "any", ["mixed"] = "any", ["任意"] = "any", ["enum"] = "enum<string>", ["枚举"] = "enum<string>",
    };

    /// <summary>The type; null where the words are none that are known.</summary>
    public static string? Of(string text)
    {
        string words = Length().Replace(text.Trim().ToLowerInvariant(), "").Replace("类型", "", StringComparison.Ordinal).Trim();
        if (Nullable().Match(words) is { Success: true } nullable) return Of(words[..nullable.Index]) is { } type ? type + " | null" : null;
        if (Listed().Match(words) is { Success: true } list)
        {
            string inner = list.Groups.Cast<Group>().Skip(1).First(group => group.Success).Value;
            return Of(inner) is { } item && !item.StartsWith("array", StringComparison.Ordinal) ? $"array[{item.Split('<')[0]}]" : null;
        }

        return Words.GetValueOrDefault(words);
    }

    /// <summary>A length or a kind behind a type, such as <c>string(64)</c>.</summary>
    [GeneratedRegex(@"\s*[(（][^()（）]*[)）]\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Length();

    [GeneratedRegex(@"\s*(\||/|,| or )\s*null$|\?$", RegexOptions.NonBacktracking)]
    private static partial Regex Nullable();

    [GeneratedRegex(@"^(?:array|list|set|collection)\s*(?:<|\[|\(| of )\s*(.+?)s?\s*[>\])]?$|^(.+?)\s*\[\s*\]$|^(.+?)\s*(?:数组|列表)$|^(?:数组|列表)\s*[<\[(（]\s*(.+?)\s*[>\])）]$", RegexOptions.NonBacktracking)]
    private static partial Regex Listed();
}
