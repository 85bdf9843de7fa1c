using System.Text.RegularExpressions;

namespace ContractToolkit.Exchange;

/// <summary>
/// Finds secret members in texts that no parser took apart: broken or cut-off JSON, JSON lines, events, XML, parts of multipart. Linear in the
/// length of the text.
/// </summary>
internal sealed class SecretPatterns
{
    private readonly Regex[] patterns;

    public SecretPatterns(SecretNames names)
    {
        // Between any two letters of a name may stand what SecretNames overlooks.
        string any = string.Join('|', names.All.Select(name => string.Join("[-_]?", name.Select(c => Regex.Escape(c.ToString())))));
        patterns = any.Length == 0 ? [] :
        [
            Pattern("\"(?:" + any + ")\"\\s*:\\s*(?:\"(?<v>(?:[^\"\\\\]|\\\\.)*)\"?|(?<v>-?[0-9][0-9.eE+-]*))"),
            Pattern("<(?:[\\w.-]+:)?(?:" + any + ")(?:\\s[^<>]*)?>(?<v>[^<]+)"),
            Pattern("name=\"?(?:" + any + ")\"?[^\\n]*\\r?\\n(?:[^\\r\\n]+\\r?\\n)*\\r?\\n(?<v>[^\\r\\n]*)"),
            Pattern("(?:^|[?&#;\\s])(?:" + any + ")=(?<v>[^&;\\s\"'<>]+)"),
        ];
    }

    /// <summary>The text with every value replaced; each value is handed to <paramref name="seen"/>.</summary>
    public string Replace(string text, string marker, Action<string> seen)
    {
        foreach (Regex pattern in patterns)
        {
            text = pattern.Replace(text, match =>
            {
                Group value = match.Groups["v"];
                if (value.Length == 0) return match.Value;
                seen(value.Value);
                return string.Concat(match.ValueSpan[..(value.Index - match.Index)], marker, match.ValueSpan[(value.Index - match.Index + value.Length)..]);
            });
        }

        return text;
    }

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
