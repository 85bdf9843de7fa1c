namespace ContractToolkit.Drift.Profiles;

/// <summary>
/// Calls outside the contract with their statuses and counts. Where there are too many, those whose hash is least are kept: which these are, and their
/// counts, do not depend on the order of arrival.
/// </summary>
public sealed class UndeclaredCalls
{
    private const int MaxLength = 590;
    private readonly BoundedMap<Tally> kept = new(TrafficProfile.MaxUndeclared, static (_, _) => new Tally());

    /// <summary>The number of all calls, those that are not kept included.</summary>
    public long Total { get; internal set; }

    /// <summary>The calls that are kept, as <c>METHOD address STATUS</c>, in ordinal order.</summary>
    public IEnumerable<KeyValuePair<string, long>> Kept => kept.Others.Select(call => KeyValuePair.Create(call.Key, call.Value.Count));

    /// <summary>Counts a call.</summary>
    public void Add(string call, long count = 1)
    {
        Total += count;
        Keep(call, count);
    }

    /// <summary>Adds other calls to these.</summary>
    public void Merge(UndeclaredCalls other)
    {
        Total += other.Total;
        foreach ((string call, long count) in other.Kept) Keep(call, count);
    }

    internal void Keep(string call, long count)
    {
        if (kept.Get(call.Length > MaxLength ? Shorten(call) : call, isDeclared: false) is { } tally) tally.Count += count;
    }

    /// <summary>Takes the end out of an endless address; its status stays.</summary>
    private static string Shorten(string call)
    {
        int last = call.LastIndexOf(' ');
        string status = last > 0 && call.Length - last < 6 ? call[last..] : "";
        return string.Concat(call.AsSpan(0, MaxLength - 10), "...", status);
    }
}
