using System.Text.RegularExpressions;

namespace ContractToolkit.Drift.Import.Pages;

/// <summary>The captions of a saved page, English and Chinese.</summary>
internal static partial class Captions
{
    private static readonly HashSet<string> Requests = ["Request", "请求参数", "请求"];
    private static readonly HashSet<string> Samples = ["Request samples", "请求示例代码", "Request Request Example", "请求示例"];
    private static readonly HashSet<string> Answers = ["Responses", "返回响应", "响应"];
    private static readonly HashSet<string> Examples = ["Example", "Examples", "示例"];
    private static readonly HashSet<string> ExampleValues = ["Example:", "Examples:", "示例值:", "示例值：", "示例:"];
    private static readonly HashSet<string> Allowed = ["Allowed values:", "Enum values:", "Enum:", "枚举值:", "枚举值："];
    private static readonly HashSet<string> Defaults = ["Default:", "Default value:", "Default Value:", "默认值:", "默认值："];
    private static readonly HashSet<string> Bodies = ["Body", "Body Params", "Body 参数"];

    public static bool IsRequest(string line) => Requests.Contains(line);

    public static bool IsRequestSample(string line) => Samples.Contains(line);

    public static bool IsResponses(string line) => Answers.Contains(line);

    public static bool IsExample(string line) => Examples.Contains(line);

    public static bool IsExampleValue(string line) => ExampleValues.Contains(line);

    public static bool IsAllowedValues(string line) => Allowed.Contains(line);

    public static bool IsDefault(string line) => Defaults.Contains(line);

    public static bool IsBody(string line) => Bodies.Contains(line) || BodyWithType().IsMatch(line);

    /// <summary>The location of a parameter section; null where the line opens none.</summary>
    public static string? ParameterSection(string line) => line switch
    {
        "Query Params" or "Query 参数" => "query",
        "Header Params" or "Header 参数" => "header",
        "Path Params" or "Path 参数" => "path",
        "Cookie Params" or "Cookie 参数" => "cookie",
        _ => null,
    };

    /// <summary>Whether the member must be sent; null where the line is no mark.</summary>
    public static bool? Mark(string line) => line switch
    {
        "required" or "必需" or "必填" => true,
        "optional" or "可选" or "选填" => false,
        _ => null,
    };

    /// <summary>The date behind "Modified at"; null where the line is something else.</summary>
    public static string? Modified(string line) =>
        ModifiedAt().Match(line) is { Success: true } match ? match.Groups[1].Value.Trim() : null;

    public static bool IsMethod(string line) => line is "GET" or "POST" or "PUT" or "PATCH" or "DELETE" or "HEAD" or "OPTIONS";

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

    [GeneratedRegex(@"^Body( Params| 参数)? +[a-z]+/[\w.+-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex BodyWithType();

    [GeneratedRegex(@"^(?:Modified at|修改于|最后修改时间)[:： ]*(.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex ModifiedAt();

    [GeneratedRegex(@"^(enum|string|integer|number|boolean|object|array|null|any|file)\b[^:：]*$", RegexOptions.NonBacktracking)]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"^(application|multipart|text|image|audio|video)/[\w.+-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex MediaTypeLine();

    [GeneratedRegex(@"^[^\p{L}\p{Nd}]*([1-5][0-9]{2})((?:[^\p{Nd}].*)?)$", RegexOptions.NonBacktracking)]
    private static partial Regex StatusLine();
}
