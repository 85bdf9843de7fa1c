namespace ContractToolkit.Reporting;

/// <summary>How a run ended.</summary>
public enum RunOutcome
{
    /// <summary>Everything that was asked for was done.</summary>
    Completed,

    /// <summary>The run was stopped before its end: by the user, or by its time budget.</summary>
    CutShort,

    /// <summary>The target could not be reached at all.</summary>
    Unreachable,
}

/// <summary>What one command has to say, in the shape that every reporter reads. Free of secrets: who builds it redacts.</summary>
public sealed record Report
{
    /// <summary>The command, such as <c>check</c> or <c>lint</c>.</summary>
    public required string Command { get; init; }

    /// <summary>The title of the contract; null where the command has none.</summary>
    public string? Contract { get; init; }

    /// <summary>The version of the described API.</summary>
    public string? ContractVersion { get; init; }

    /// <summary>The document as the user named it.</summary>
    public string? Document { get; init; }

    /// <summary>What was tested: a URL, <c>mock</c>, <c>in process</c>, or the names of recordings.</summary>
    public string? Target { get; init; }

    /// <summary>How the run ended.</summary>
    public RunOutcome Outcome { get; init; }

    /// <summary>Why the run did not end normally; null where it did.</summary>
    public string? OutcomeReason { get; init; }

    /// <summary>When the run started; null for commands whose output must not depend on the clock.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>How long the run took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The seed that repeats the run; null where nothing was generated.</summary>
    public long? Seed { get; init; }

    /// <summary>The number of requests sent, or of recorded exchanges judged.</summary>
    public long Requests { get; init; }

    /// <summary>The findings, grouped by cause.</summary>
    public IReadOnlyList<ReportedFinding> Findings { get; init; } = [];

    /// <summary>The operations, in document order; empty for commands that do not look at them one by one.</summary>
    public IReadOnlyList<OperationResult> Operations { get; init; } = [];

    /// <summary>How much of the contract was exercised; null where it was not measured.</summary>
    public CoverageSummary? Coverage { get; init; }

    /// <summary>Things a person should know that are no findings, such as "3 operations were left out: they write".</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether a finding stands that must fail the build: level error, and neither known nor ignored.</summary>
    public bool HasFailures => Findings.Any(finding => finding.Fails);
}
