using System.Text;
using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>JSON travels as UTF-8 without a byte-order mark.</summary>
public sealed class EncodingCheck : ICheck
{
    private static readonly FindingRule Rule = new(
        "encoding", FindingLevel.Error, "JSON that is no clean UTF-8",
        "JSON text exchanged between systems is encoded in UTF-8, and no byte-order mark is put before it (RFC 8259, section 8.1: MUST, MUST NOT). A `charset` other than UTF-8 on a JSON media type is a warning: the parameter has no meaning there (section 11), but readers that know it decode by it.",
        "Write UTF-8 without a byte-order mark.");

    /// <inheritdoc/>
    public IReadOnlyList<FindingRule> Rules { get; } = [Rule];

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(CaseResult result)
    {
        if (result.Exchange is not { Error: null, Response: { } response } || MediaTypeName.Parse(response.ContentType) is not { IsJson: true }) yield break;
        if (Charset(response.ContentType!) is { } charset) yield return result.Finding(Rule, $"The Content-Type says charset={charset}; JSON is UTF-8.", cause: "charset", level: FindingLevel.Warning);
        ReadOnlySpan<byte> body = response.Body.Span;
        if (body.StartsWith(Encoding.UTF8.Preamble)) yield return result.Finding(Rule, "The body begins with a byte-order mark.", cause: "byte-order mark");
        else if (!System.Text.Unicode.Utf8.IsValid(body)) yield return result.Finding(Rule, "The body is not valid UTF-8.", cause: "invalid UTF-8");
    }

    private static string? Charset(string contentType)
    {
        int at = contentType.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        string charset = contentType[(at + 8)..].Split(';')[0].Trim().Trim('"');
        return charset.ToLowerInvariant() is "utf-8" or "utf8" or "us-ascii" ? null : charset;
    }
}
