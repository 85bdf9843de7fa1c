using ContractToolkit.Reporting;

namespace ContractToolkit.Testing;

/// <summary>An application broke its contract; the message lists what is wrong.</summary>
/// <param name="message">The findings, for people.</param>
/// <param name="report">The findings, for programs; null where a single exchange was judged.</param>
public sealed class ContractViolationException(string message, Report? report = null) : Exception(message)
{
    /// <summary>The report; null where a single exchange was judged.</summary>
    public Report? Report { get; } = report;
}
