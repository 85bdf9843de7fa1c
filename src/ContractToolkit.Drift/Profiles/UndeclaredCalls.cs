using System.Security.Cryptography;
using System.Text;

namespace ContractToolkit.Drift.Profiles;

/// <summary>
/// Calls outside the contract with their statuses and counts. Where there are too many, those whose hash is least are kept: which these are, and their
/// counts, do not depend on the order of arrival.
/// </summary>
public sealed class UndeclaredCalls
{
    private readonly SortedDictionary<(ulong Hash, string Call), long> kept = [];

    /// <summary>The number of all calls, those that are not kept included.</summary>
    public long Total { get; internal set; }

    /// <summary>The calls that are kept, as <c>METHOD /path STATUS</c>, in ordinal order.</summary>
    public IEnumerable<KeyValuePair<string, long>> Kept =>
        kept.Select(call => new KeyValuePair<string, long>(call.Key.Call, call.Value)).OrderBy(call => call.Key, StringComparer.Ordinal);

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
        foreach (((_, string call), long count) in other.kept) Keep(call, count);
    }

    internal void Keep(string call, long count)
    {
        (ulong, string) key = (BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(call))), call);
        kept[key] = kept.GetValueOrDefault(key) + count;
        if (kept.Count > TrafficProfile.MaxUndeclared) kept.Remove(kept.Last().Key);
    }
}
