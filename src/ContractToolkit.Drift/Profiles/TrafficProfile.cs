namespace ContractToolkit.Drift.Profiles;

/// <summary>
/// What traffic showed, operation by operation. Profiles of parts of the traffic add up: merging is associative and commutative, and the
/// sum is the same, to the byte, as the profile of the whole. Its size is bounded at every level, whatever the traffic.
/// </summary>
public sealed class TrafficProfile
{
    /// <summary>The most undeclared paths that are remembered one by one.</summary>
    public const int MaxUndeclared = 2000;

    private const int MaxHosts = 200;
    private const int MaxFields = 20_000;
    private const int MaxKinds = 1_000;

    /// <summary>Makes an empty profile.</summary>
    public TrafficProfile()
        : this(PlaceLimit.DefaultMax)
    {
    }

    internal TrafficProfile(int maxPlaces, int maxFields = MaxFields, int maxKinds = MaxKinds)
    {
        Places = new PlaceLimit(maxPlaces) { Trim = TrimPlaces };
        Fields = new PlaceLimit(maxFields) { Trim = TrimFields };
        Kinds = new PlaceLimit(maxKinds) { Trim = TrimKinds };
    }

    /// <summary>The operations by <c>METHOD /path</c>.</summary>
    public SortedDictionary<string, OperationProfile> Operations { get; } = new(StringComparer.Ordinal);

    /// <summary>Calls that no operation of the contract takes, by method, address without query, and status; those of least hash where there are too many.</summary>
    public UndeclaredCalls Undeclared { get; } = new();

    /// <summary>The origins (scheme, host and port) that calls went to.</summary>
    public BoundedMap<HostProfile> Hosts { get; } = new(MaxHosts, static (_, _) => new HostProfile());

    /// <summary>What recordings hold beside calls of the API, by its kind: see <see cref="Exchange.SideTraffic"/>.</summary>
    public SortedDictionary<string, long> Aside { get; } = new(StringComparer.Ordinal);

    /// <summary>The bound of the number of places.</summary>
    public PlaceLimit Places { get; }

    /// <summary>The bound of the number of header fields and parameters that the contract does not declare, over all operations.</summary>
    public PlaceLimit Fields { get; }

    /// <summary>The bound of the number of statuses and media types that the contract does not declare, over all operations.</summary>
    public PlaceLimit Kinds { get; }

    /// <summary>The number of exchanges.</summary>
    public long Exchanges { get; internal set; }

    /// <summary>The profile of an operation, made where it is missing.</summary>
    public OperationProfile Operation(string name)
    {
        if (!Operations.TryGetValue(name, out OperationProfile? operation)) Operations.Add(name, operation = new OperationProfile(name, this));
        return operation;
    }

    /// <summary>Adds another profile to this one.</summary>
    public void Merge(TrafficProfile other)
    {
        Exchanges += other.Exchanges;
        foreach ((string kind, long count) in other.Aside) Aside[kind] = Aside.GetValueOrDefault(kind) + count;
        foreach ((string name, OperationProfile operation) in other.Operations) Operation(name).Merge(operation, Places);
        Undeclared.Merge(other.Undeclared, Places);
        Hosts.Merge(other.Hosts, Places);
        Places.Reached |= other.Places.Reached;
        Fields.Reached |= other.Fields.Reached;
        Kinds.Reached |= other.Kinds.Reached;
    }

    /// <summary>Removes what is beyond the limits; what is written is always trimmed.</summary>
    internal void Trim()
    {
        TrimKinds();
        TrimFields();
        TrimPlaces();
        foreach (BodyProfile body in Bodies()) body.Trim();
    }

    private void TrimPlaces()
    {
        List<ulong> orders = [];
        foreach (BodyProfile body in Bodies().Where(body => body.IsDeclared)) body.Value.Collect(orders);
        if (!Places.Cut(orders)) return;
        foreach (BodyProfile body in Bodies().Where(body => body.IsDeclared)) body.Value.Trim(Places);
    }

    private void TrimFields() => Trim(Fields, [.. Operations.Values.SelectMany(operation => operation.Fields())]);

    private void TrimKinds() => Trim(Kinds, [.. Operations.Values.SelectMany(operation => operation.Kinds())]);

    private static void Trim(PlaceLimit budget, List<IBudgeted> maps)
    {
        List<ulong> orders = [];
        foreach (IBudgeted map in maps) map.Collect(orders);
        if (!budget.Cut(orders)) return;
        foreach (IBudgeted map in maps) map.Trim();
    }

    private IEnumerable<BodyProfile> Bodies() => Operations.Values.SelectMany(operation => operation.Bodies());
}

/// <summary>How many calls went to a host, and how many of them the contract has an operation for.</summary>
public sealed class HostProfile : IMergeable<HostProfile>
{
    /// <summary>All calls.</summary>
    public long Calls { get; internal set; }

    /// <summary>The calls of declared operations.</summary>
    public long Matched { get; internal set; }

    /// <inheritdoc/>
    public void Merge(HostProfile other, PlaceLimit places)
    {
        Calls += other.Calls;
        Matched += other.Matched;
    }
}

/// <summary>The time of the first and of the last sight; null where the traffic says no time.</summary>
public sealed record SeenInterval(DateTimeOffset? First = null, DateTimeOffset? Last = null)
{
    /// <summary>The interval that holds both.</summary>
    public SeenInterval With(SeenInterval other) => new(Least(First, other.First), Greatest(Last, other.Last));

    /// <summary>The interval that holds a moment too.</summary>
    public SeenInterval With(DateTimeOffset moment)
    {
        moment = moment.ToUniversalTime();
        return First <= moment && moment <= Last ? this : With(new SeenInterval(moment, moment));
    }

    private static DateTimeOffset? Least(DateTimeOffset? left, DateTimeOffset? right) => left is null ? right : right is null || left < right ? left : right;

    private static DateTimeOffset? Greatest(DateTimeOffset? left, DateTimeOffset? right) => left is null ? right : right is null || left > right ? left : right;
}
