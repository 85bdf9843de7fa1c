using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>Content codings are what the header says, and what the client accepts.</summary>
public sealed class CompressionCheck : ICheck
{
    private static readonly string[] Readable = ["gzip", "x-gzip", "deflate", "br"];

    private static readonly FindingRule Rule = new(
        "compression", FindingLevel.Error, "A content coding that is wrong or not accepted",
        "A body is coded as its `Content-Encoding` says (RFC 9110, section 8.4). A coding that the request's `Accept-Encoding` rules out is a warning (section 12.5.3), and so is an answer whose coding depends on `Accept-Encoding` without `Vary: Accept-Encoding` (section 12.5.5): caches hand it to clients that cannot read it.",
        "Look at the compression of the server or of a proxy before it.");

    /// <inheritdoc/>
    public IReadOnlyList<FindingRule> Rules { get; } = [Rule];

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(CaseResult result)
    {
        if (result.Exchange.Error is { Kind: ExchangeErrorKind.Coding } error) yield return result.Finding(Rule, error.Message, cause: "coding");
        if (result.Exchange.Error is not null || result.Exchange.Response is not { Body.Length: > 0 } response || response.Headers.Combined("Content-Encoding") is not { } coding) yield break;
        string[] codings = [.. coding.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => name.ToLowerInvariant()).Where(name => name != "identity")];
        if (codings.Length == 0 || result.Exchange.Request.Headers.Combined("Accept-Encoding") is not { } accept) yield break;
        if (codings.FirstOrDefault(name => !AcceptedCodings.Admit(accept, name)) is { } refused)
        {
            yield return result.Finding(Rule, $"The request accepts '{accept}', and the answer is coded as {refused}.", cause: "not accepted", level: FindingLevel.Warning);
        }
        else if (codings.All(Readable.Contains) && !Varies(response))
        {
            yield return result.Finding(Rule, $"The answer is coded as {coding}, as the request asked, without 'Vary: Accept-Encoding'.", cause: "Vary", level: FindingLevel.Warning);
        }
    }

    private static bool Varies(ExchangeResponse response) =>
        response.Headers.Combined("Vary") is { } vary && vary.Split(',').Any(name => name.Trim() is "*" || name.Trim().Equals("Accept-Encoding", StringComparison.OrdinalIgnoreCase));
}
