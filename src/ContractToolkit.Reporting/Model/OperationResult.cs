namespace ContractToolkit.Reporting;

/// <summary>What the run can say about one operation.</summary>
public enum OperationVerdict
{
    /// <summary>Everything that the contract says was checked and holds.</summary>
    Conforms,

    /// <summary>What the contract says holds, but it says nothing about the result inside the envelope.</summary>
    EnvelopeOnly,

    /// <summary>Something is wrong.</summary>
    Fails,

    /// <summary>It was tried, but no answer allowed a judgement (such as 401 or 404 throughout).</summary>
    NotTestable,

    /// <summary>It was left out on purpose.</summary>
    Skipped,

    /// <summary>The run ended before it.</summary>
    NotReached,
}

/// <summary>One operation in a report.</summary>
public sealed record OperationResult
{
    /// <summary><c>METHOD /path</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>operationId</c>.</summary>
    public string? OperationId { get; init; }

    /// <summary>The group it is listed under: a section of the inventory, or its first tag.</summary>
    public string? Group { get; init; }

    /// <summary>What it does to data: <c>read</c>, <c>create</c>, <c>update</c> or <c>delete</c>.</summary>
    public string? Effect { get; init; }

    /// <summary>Where it stands in the document.</summary>
    public DocumentPlace? Place { get; init; }

    /// <summary>The verdict.</summary>
    public required OperationVerdict Verdict { get; init; }

    /// <summary>Why, where the verdict needs a word: why it was skipped, why it is not testable.</summary>
    public string? Reason { get; init; }

    /// <summary>The number of requests sent to it, or of exchanges judged.</summary>
    public int Requests { get; init; }

    /// <summary>The number of checks that were made on its answers.</summary>
    public long Checks { get; init; }

    /// <summary>How long its requests took, together.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The statuses that were answered, with their numbers.</summary>
    public IReadOnlyList<StatusCount> Statuses { get; init; } = [];

    /// <summary>What of it was exercised; empty where it was not measured.</summary>
    public IReadOnlyList<CoverageItem> Coverage { get; init; } = [];
}

/// <summary>How often a status was answered.</summary>
public sealed record StatusCount(string Status, int Count);
