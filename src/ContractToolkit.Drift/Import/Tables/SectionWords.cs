using System.Text.RegularExpressions;

namespace ContractToolkit.Drift.Import.Tables;

/// <summary>What the part of a page under a heading is about.</summary>
internal enum SectionKind
{
    /// <summary>Something else.</summary>
    Other,

    /// <summary>Codes of errors, which are no part of a schema.</summary>
    Errors,

    /// <summary>What is sent, the page does not say where.</summary>
    Request,

    /// <summary>Parameters of the query.</summary>
    Query,

    /// <summary>Headers of the request.</summary>
    Header,

    /// <summary>Parameters of the path.</summary>
    Path,

    /// <summary>Cookies.</summary>
    Cookie,

    /// <summary>The body of the request.</summary>
    Body,

    /// <summary>What is answered.</summary>
    Response,

    /// <summary>Headers of the answer.</summary>
    ResponseHeader,
}

/// <summary>Understands the headings above tables and samples, English and Chinese.</summary>
internal static partial class SectionWords
{
    /// <summary>What a heading is about; null where it is no heading of a section.</summary>
    public static SectionKind? Of(string heading)
    {
        string text = Number().Replace(heading.ToLowerInvariant(), "").Trim(' ', ':', '：', '\u00A0', '.', '、', '【', '】', '[', ']', '*');
        if (text.Length == 0 || text.Length > 60) return null;
        if (Error().IsMatch(text)) return SectionKind.Errors;
        if (Response().IsMatch(text)) return Header().IsMatch(text) ? SectionKind.ResponseHeader : SectionKind.Response;
        if (Header().IsMatch(text)) return SectionKind.Header;
        if (Path().IsMatch(text)) return SectionKind.Path;
        if (text.Contains("cookie", StringComparison.Ordinal)) return SectionKind.Cookie;
        if (Query().IsMatch(text)) return SectionKind.Query;
        if (Body().IsMatch(text)) return SectionKind.Body;
        return Request().IsMatch(text) ? SectionKind.Request : null;
    }

    /// <summary>The status that a heading names; null where it names none.</summary>
    public static string? Status(string heading) => StatusCode().Match(heading) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>What a heading says behind the status; null where that is nothing.</summary>
    public static string? Reason(string heading) =>
        Status(heading) is { } status && heading[(heading.IndexOf(status, StringComparison.Ordinal) + 3)..].Trim(' ', ':', '：', '-', '–', ')', '）', '(') is { Length: > 0 } reason ? reason : null;

    [GeneratedRegex(@"^\s*([0-9]+[.、)）]?)+\s+|^\s*[0-9]+(\.[0-9]+)*[.、]\s*|^[一二三四五六七八九十]+[、.]\s*", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"error|错误|异常|状态码说明|返回码", RegexOptions.NonBacktracking)]
    private static partial Regex Error();

    [GeneratedRegex(@"respon|return|result|output|返回|响应|应答|出参|输出", RegexOptions.NonBacktracking)]
    private static partial Regex Response();

    [GeneratedRegex(@"header|请求头|响应头|返回头|头部|头参数", RegexOptions.NonBacktracking)]
    private static partial Regex Header();

    [GeneratedRegex(@"path\s*(param|variable|参数)|路径参数|路径变量|url\s*path\s*param", RegexOptions.NonBacktracking)]
    private static partial Regex Path();

    [GeneratedRegex(@"query|查询参数|url\s*(param|参数)|get\s*参数", RegexOptions.NonBacktracking)]
    private static partial Regex Query();

    [GeneratedRegex(@"body|payload|请求体|消息体|报文体|form\s*-?\s*(data|param)|表单|post\s*参数", RegexOptions.NonBacktracking)]
    private static partial Regex Body();

    [GeneratedRegex(@"^(?:the\s+)?(?:(?:input|request|api|接口|请求|输入|业务|公共)\s*)?(?:request|param(?:eter)?s?|arguments|input|请求|请求参数|参数|参数说明|参数列表|入参|输入|请求字段|字段说明|请求示例|请求样例|请求数据)(?:\s*(?:list|table|description|example|sample|列表|说明|示例|样例|参数|字段))*$", RegexOptions.NonBacktracking)]
    private static partial Regex Request();

    [GeneratedRegex(@"(?:^|[^0-9A-Za-z])([1-5][0-9]{2})(?:[^0-9]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex StatusCode();
}
