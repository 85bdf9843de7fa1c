namespace ContractToolkit.Drift.Profiles;

/// <summary>
/// Calls outside the contract with what they carried. Where there are too many, those whose hash is least are kept: which these are, and their
/// counts, do not depend on the order of arrival.
/// </summary>
public sealed class UndeclaredCalls
{
    private const int MaxLength = 590;
    private readonly BoundedMap<UndeclaredCall> kept = new(TrafficProfile.MaxUndeclared, static (_, _) => new UndeclaredCall());

    /// <summary>The number of all calls, those that are not kept included.</summary>
    public long Total { get; internal set; }

    /// <summary>The calls that are kept, as <c>METHOD address STATUS</c>, in ordinal order.</summary>
    public IEnumerable<KeyValuePair<string, UndeclaredCall>> Kept => kept.Others;

    /// <summary>Counts a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="query">Its raw query; empty where there is none.</param>
    /// <param name="bodyType">The media type of the request's body, without parameters; null where it has no body.</param>
    public void Add(string call, string query = "", string? bodyType = null)
    {
        Total++;
        if (Keep(call) is { } seen) seen.Add(query, bodyType);
    }

    /// <summary>Adds other calls to these.</summary>
    public void Merge(UndeclaredCalls other, PlaceLimit places)
    {
        Total += other.Total;
        kept.Merge(other.kept, places);
    }

    internal UndeclaredCall? Keep(string call) => kept.Get(call.Length > MaxLength ? Shorten(call) : call, isDeclared: false);

    /// <summary>Takes the end out of an endless address; its status stays.</summary>
    private static string Shorten(string call)
    {
        int last = call.LastIndexOf(' ');
        string status = last > 0 && call.Length - last < 6 ? call[last..] : "";
        return string.Concat(call.AsSpan(0, MaxLength - 10), "...", status);
    }
}

/// <summary>What was seen of the calls to one address outside the contract.</summary>
public sealed class UndeclaredCall : IMergeable<UndeclaredCall>
{
    private const int MaxParameters = 40;
    private const int MaxBodies = 4;
    private BoundedMap<Tally>? parameters;
    private BoundedMap<Tally>? bodies;

    /// <summary>The number of calls.</summary>
    public long Count { get; internal set; }

    /// <summary>The names of the query's parameters, with the number of calls that sent them.</summary>
    public IEnumerable<KeyValuePair<string, Tally>> Parameters => parameters?.Others ?? [];

    /// <summary>The media types of request bodies; the empty string where there was a body and no type.</summary>
    public IEnumerable<KeyValuePair<string, Tally>> Bodies => bodies?.Others ?? [];

    /// <inheritdoc/>
    public void Merge(UndeclaredCall other, PlaceLimit places)
    {
        Count += other.Count;
        foreach ((string name, Tally tally) in other.Parameters) AddParameter(name, tally.Count);
        foreach ((string type, Tally tally) in other.Bodies) AddBody(type, tally.Count);
    }

    internal void Add(string query, string? bodyType)
    {
        Count++;
        foreach (string name in QueryPairs.Of(query).Select(pair => pair.Name).Where(name => name.Length > 0).Distinct()) AddParameter(name, 1);
        if (bodyType is not null) AddBody(bodyType, 1);
    }

    internal void AddParameter(string name, long count) => Add(parameters ??= Names(MaxParameters), name, count);

    internal void AddBody(string type, long count) => Add(bodies ??= Names(MaxBodies), type, count);

    private static BoundedMap<Tally> Names(int most) => new(most, static (_, _) => new Tally());

    private static void Add(BoundedMap<Tally> names, string name, long count)
    {
        if (names.Get(name, isDeclared: false) is { } tally) tally.Count += count;
    }
}
