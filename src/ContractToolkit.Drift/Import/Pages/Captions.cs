using System.Text.RegularExpressions;

namespace ContractToolkit.Drift.Import.Pages;

/// <summary>The captions of a saved page, English and Chinese.</summary>
internal static partial class Captions
{
    private static readonly HashSet<string> Requests = ["Request", "请求参数", "请求"];
    private static readonly HashSet<string> Samples = ["Requestsamples", "请求示例代码", "RequestRequestExample", "请求示例"];
    private static readonly HashSet<string> Answers = ["Responses", "返回响应", "响应"];
    private static readonly HashSet<string> Examples = ["Example", "Examples", "示例"];
    private static readonly HashSet<string> ExampleValues = ["Example:", "Examples:", "示例值:", "示例:"];
    private static readonly HashSet<string> Allowed = ["Allowedvalues:", "Enumvalues:", "Enum:", "枚举值:", "可选值:"];
    private static readonly HashSet<string> Defaults = ["Default:", "Defaultvalue:", "DefaultValue:", "默认值:"];

    public static bool IsRequest(string line) => Requests.Contains(Key(line));

    public static bool IsRequestSample(string line) => Samples.Contains(Key(line));

    public static bool IsResponses(string line) => Answers.Contains(Key(line));

    public static bool IsExample(string line) => Examples.Contains(Key(line));

    public static bool IsExampleValue(string line) => ExampleValues.Contains(Key(line));

    public static bool IsAllowedValues(string line) => Allowed.Contains(Key(line));

    public static bool IsDefault(string line) => Defaults.Contains(Key(line));

    public static bool IsBody(string line) => BodyLine().IsMatch(Key(line));

    /// <summary>The media type within the caption of a body; null where it names none.</summary>
    public static string? BodyType(string line) => BodyLine().Match(Key(line)) is { Success: true } match && match.Groups[1].Length > 0 ? match.Groups[1].Value : null;

    /// <summary>The location of a parameter section; null where the line opens none.</summary>
    public static string? ParameterSection(string line) => Key(line) switch
    {
        "QueryParams" or "QueryParameters" or "Query参数" => "query",
        "HeaderParams" or "HeaderParameters" or "Header参数" => "header",
        "PathParams" or "PathParameters" or "Path参数" => "path",
        "CookieParams" or "CookieParameters" or "Cookie参数" => "cookie",
        _ => null,
    };

    /// <summary>Whether the member must be sent; null where the line is no mark.</summary>
    public static bool? Mark(string line) => WordMark(line) ?? Key(line) switch
    {
        "*" or "是" or "Y" or "Yes" or "yes" => true,
        "否" or "N" or "No" or "no" => false,
        _ => null,
    };

    /// <summary>The same, of the words alone that are no value of an enumeration.</summary>
    public static bool? WordMark(string line) => Key(line) switch
    {
        "required" or "Required" or "必需" or "必填" or "必选" or "必须" => true,
        "optional" or "Optional" or "可选" or "选填" or "非必填" or "非必选" or "非必须" or "非必需" => false,
        _ => null,
    };

    /// <summary>The date behind "Modified at"; null where the line is something else.</summary>
    public static string? Modified(string line) =>
        ModifiedAt().Match(line) is { Success: true } match ? match.Groups[1].Value.Trim() : null;

    public static bool IsMethod(string line) => line is "GET" or "POST" or "PUT" or "PATCH" or "DELETE" or "HEAD" or "OPTIONS";

    /// <summary>Whether the line is the path of an operation.</summary>
    public static bool IsPath(string line) => line.StartsWith('/') && !line.Contains(' ');

    public static bool IsType(string line) => TypeLine().IsMatch(line);

    public static bool IsMediaType(string line) => MediaTypeLine().IsMatch(line);

    /// <summary>Status and description of a line such as "🟢200successful request" or "200 OK"; null otherwise.</summary>
    public static (string Status, string? Description)? Status(string line)
    {
        Match match = StatusLine().Match(line);
        return match.Success ? (match.Groups[1].Value, match.Groups[2].Value.Trim() is { Length: > 0 } text ? text : null) : null;
    }

    /// <summary>Whether the line is a status with the coloured mark that pages put before it, so that no number of a description can be meant.</summary>
    public static bool IsMarkedStatus(string line) => line.Length > 0 && !char.IsAscii(line[0]) && !char.IsLetter(line[0]) && Status(line) is not null;

    /// <summary>A line without blanks and with the ASCII forms of full-width characters, as captions are compared: people's tools change both.</summary>
    private static string Key(string line) =>
        line.Length > 80 ? line : string.Concat(line.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c));

    [GeneratedRegex(@"^Body(?:Params|Parameters|参数)?[(:]?([a-z]+/[\w.+-]+)?[)]?$", RegexOptions.NonBacktracking)]
    private static partial Regex BodyLine();

    [GeneratedRegex(@"^(?:Modified at|修改于|最后修改时间)[:： ]*(.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex ModifiedAt();

    [GeneratedRegex(@"^(enum|string|integer|number|boolean|object|array|null|any|file)\b[^:：]*$", RegexOptions.NonBacktracking)]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"^(application|multipart|text|image|audio|video)/[\w.+-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex MediaTypeLine();

    [GeneratedRegex(@"^[^\p{L}\p{Nd}]*([1-5][0-9]{2})((?:[^\p{Nd}].*)?)$", RegexOptions.NonBacktracking)]
    private static partial Regex StatusLine();
}
