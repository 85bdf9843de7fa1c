using ContractToolkit.Reporting;

namespace ContractToolkit.Testing;

/// <summary>Enters what sequences of calls found.</summary>
internal sealed class SequenceReporter(RunContext context, CaseRunner runner)
{
    /// <summary>Sends the steps.</summary>
    public CaseRunner Runner => runner;

    /// <summary>Enters a finding about the last call of a sequence.</summary>
    public void Report(CaseResult result, FindingRule rule, string message, string cause)
    {
        if (result.Options.DisabledChecks.Contains(rule.Id)) return;
        FindingLevel level = result.Options.Levels.TryGetValue(rule.Id, out FindingLevel chosen) ? chosen : rule.Level;
        Finding finding = context.Secrets.Scrub(result.Finding(rule, message, cause: cause, level: level)) with { Evidence = runner.Proof(result).ToEquatableArray() };
        if (!context.Findings.Count(finding)) return;
        context.Findings.Add(new() { Finding = finding, Phase = "stateful", Replay = result.Case.Id.ToString() });
        context.Events.Raise(new FindingFound(finding, TestPhase.Stateful));
    }
}
