namespace ContractToolkit.Reporting;

/// <summary>How a finding stands towards what is already known.</summary>
public enum FindingStatus
{
    /// <summary>Not seen before.</summary>
    New,

    /// <summary>Listed in the baseline file: reported, but it does not fail the build.</summary>
    Known,

    /// <summary>Listed among the ignored findings of the configuration.</summary>
    Ignored,
}

/// <summary>A finding with what the run knows about it: all occurrences of one cause are one of these.</summary>
public sealed record ReportedFinding
{
    /// <summary>The finding itself: its clearest occurrence, after shrinking.</summary>
    public required Finding Finding { get; init; }

    /// <summary>The group: the same for the same rule, operation and cause in every run.</summary>
    public string Fingerprint => Reporting.Fingerprint.Of(Finding);

    /// <summary>The phase that found it, such as <c>examples</c>.</summary>
    public string? Phase { get; init; }

    /// <summary>How often it occurred.</summary>
    public int Occurrences { get; init; } = 1;

    /// <summary>Whether the same request failed once and passed once. It fails the build all the same: what an answer said, it said.</summary>
    public bool Flaky { get; init; }

    /// <summary>The argument of <c>contract check --replay</c>; null where there is none.</summary>
    public string? Replay { get; init; }

    /// <summary>How it stands towards what is known.</summary>
    public FindingStatus Status { get; init; }

    /// <summary>Why it is known or ignored, as the baseline or configuration says.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it must fail the build.</summary>
    public bool Fails => Finding.Level == FindingLevel.Error && Status == FindingStatus.New;
}
