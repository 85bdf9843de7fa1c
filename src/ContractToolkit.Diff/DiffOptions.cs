namespace ContractToolkit.Diff;

/// <summary>Choices for a comparison.</summary>
public sealed record DiffOptions
{
    /// <summary>Levels that replace those of rules, by rule id.</summary>
    public IReadOnlyDictionary<string, FindingLevel> Levels { get; init; } = new Dictionary<string, FindingLevel>();

    /// <summary>Changes that are accepted.</summary>
    public IReadOnlyList<IgnoreEntry> Ignore { get; init; } = [];

    /// <summary>The day by which sunset dates and expiries are judged; null switches judgements by date off.</summary>
    public DateTime? Today { get; init; }

    /// <summary>The least number of days between deprecation and sunset of a stable element; null for no such rule.</summary>
    public int? StableDeprecationDays { get; init; }

    /// <summary>The least number of days between deprecation and sunset of a beta element; null for no such rule.</summary>
    public int? BetaDeprecationDays { get; init; }

    /// <summary>Says whether a text is valid by a format; null where it does not know. Absent: the built-in approximation, by samples.</summary>
    public Func<string, string, bool?>? CheckFormat { get; init; }
}

/// <summary>A change that is accepted.</summary>
/// <param name="Rule">The rule's id, or <c>*</c>.</param>
/// <param name="Operation"><c>METHOD /path</c>; null for any.</param>
/// <param name="Cause">The JSON pointer of the cause, or its beginning; null for any.</param>
/// <param name="Reason">Why it is accepted.</param>
/// <param name="Expires">The last day on which it is accepted; null for good.</param>
public sealed record IgnoreEntry(string Rule, string? Operation, string? Cause, string Reason, DateTime? Expires)
{
    /// <summary>Whether the entry means a change; its date apart.</summary>
    public bool Fits(Change change) =>
        (Rule == "*" || Rule == change.RuleId)
        && (Operation is not { } operation || change.Operations.Any(each => each == operation))
        && (Cause is not { } cause || (change.Cause ?? string.Empty).StartsWith(cause, StringComparison.Ordinal));

    /// <summary>Whether it no longer counts.</summary>
    public bool IsExpired(DateTime? today) => Expires is { } day && today is { } now && day.Date < now.Date;
}
