using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Exchange;

namespace ContractToolkit.Cli.Serving;

/// <summary>Tells on standard error what passes a proxy, and counts what was wrong.</summary>
internal sealed class TrafficLog(Terminal terminal, bool quiet)
{
    private long exchanges;
    private long violating;

    /// <summary>Whether any exchange broke the contract.</summary>
    public bool HasViolations => Interlocked.Read(ref violating) > 0;

    public void Add(HttpExchange exchange, ExchangeVerdict verdict)
    {
        Interlocked.Increment(ref exchanges);
        if (!verdict.Conforms) Interlocked.Increment(ref violating);
        // The path alone: other parts may hold what is nobody's business, even after redaction.
        string status = exchange.Response is { } response ? FormattableString.Invariant($"{response.Status}") : "---";
        string line = FormattableString.Invariant($"{status} {exchange.Request.Method} {RequestTarget.Parse(exchange.Request.Url).Path} {exchange.Timings?.Total.TotalMilliseconds:0} ms");
        IEnumerable<string> findings = verdict.Findings.Where(finding => finding.Level != FindingLevel.Info)
            .Select(finding => $"    {finding.Level.ToString().ToLowerInvariant()} {finding.Id}: {finding.Message}");
        string text = string.Join('\n', quiet ? findings : findings.Prepend(line));
        if (text.Length > 0 && !(quiet && verdict.Conforms)) terminal.Error.WriteLine(quiet ? line + "\n" + text : text);
    }

    /// <summary>One line about everything.</summary>
    public string Summary() => FormattableString.Invariant($"{Interlocked.Read(ref exchanges)} exchanges, {Interlocked.Read(ref violating)} of them against the contract");
}
