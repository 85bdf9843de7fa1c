using System.Text.RegularExpressions;

namespace ContractToolkit.Drift.Import.Tables;

/// <summary>Finds the method and the address of an operation: in one line, or behind labels of their own.</summary>
internal sealed partial class OperationHead
{
    private bool wantsMethod, wantsUrl;
    private string? method;

    /// <summary>The address as the page has it.</summary>
    public string? Url { get; private set; }

    /// <summary>Whether a text is but a label of a method or an address.</summary>
    public static bool IsLabel(string text) => MethodLabel().Match(text) is { Success: true } method && method.Length == text.Length || (UrlLabel().Match(text) is { Success: true } url && url.Length == text.Length);

    /// <summary>Looks at a line of text; gives method and address once both are known.</summary>
    public (string Method, string Url)? Add(string line)
    {
        if (Whole().Match(line) is { Success: true } whole) return Found(whole.Groups[1].Value, whole.Groups[2].Value);
        if (MethodLabel().Match(line) is { Success: true } methodLabel && (methodLabel.Length == line.Length || Method().IsMatch(line[methodLabel.Length..])))
        {
            method = null;
            wantsMethod = true;
            line = line[methodLabel.Length..];
        }
        else if (UrlLabel().Match(line) is { Success: true } urlLabel && (urlLabel.Length == line.Length || Address().IsMatch(line[urlLabel.Length..])))
        {
            Url = null;
            wantsUrl = true;
            line = line[urlLabel.Length..];
        }

        if (wantsMethod && Method().Match(line) is { Success: true } named) (method, wantsMethod) = (named.Groups[1].Value.ToUpperInvariant(), false);
        else if (wantsUrl && Address().Match(line) is { Success: true } address) (Url, wantsUrl) = (address.Groups[1].Value, false);
        return method is not null && Url is not null ? Found(method, Url) : null;
    }

    private (string Method, string Url) Found(string verb, string url)
    {
        (method, Url, wantsMethod, wantsUrl) = (null, null, false, false);
        return (verb.ToUpperInvariant(), url.TrimEnd('.', ',', ';', '`', '。', '，'));
    }

    [GeneratedRegex(@"^(?:[^A-Za-z]*)(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s*[:：]?\s+[`""]?(https?://[^\s`""<>|]+|(?:\{\{[\w.-]+\}\}|\$\{[\w.-]+\})?/[^\s`""<>|]*)[`""]?\s*(?:HTTP/[0-9.]+)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^\s*(?:HTTP\s*)?(?:请求方式|请求方法|请求类型|调用方式|method|request method|HTTP方法|方法)\s*[:：]?\s*", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex MethodLabel();

    [GeneratedRegex(@"^\s*(?:请求URL|请求地址|接口地址|接口URL|请求路径|接口路径|访问地址|调用地址|请求链接|request url|url|uri|path|endpoint|address|路径|地址)\s*[:：]?\s*", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex UrlLabel();

    [GeneratedRegex(@"^\s*(?:HTTPS?\s*)?[`""]?(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Method();

    [GeneratedRegex(@"^[`""\s]*(https?://[^\s`""<>|]+|(?:\{\{[\w.-]+\}\}|\$\{[\w.-]+\}|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::[0-9]+)?)?/[^\s`""<>|]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
