namespace ContractToolkit.Drift.Profiles;

/// <summary>What was seen of the bodies of one media type.</summary>
public sealed class BodyProfile : IMergeable<BodyProfile>
{
    internal const int MaxMediaTypes = 8;
    private const int MaxCodes = 40;
    private const int FewPlaces = 100;

    // A body that is not declared has a small bound of its own: whether its operation keeps it at all depends on the other traffic, and nobody else's places may.
    private readonly PlaceLimit? own;

    internal BodyProfile(string operation, string status, string type, bool declared)
    {
        Value = new ValueProfile((StableHash.Of($"{operation} {status} {type}") >> 7) | 1, secret: !declared);
        if (!declared) own = new PlaceLimit(FewPlaces) { Trim = Trim };
    }

    /// <summary>The number of bodies.</summary>
    public long Count { get; internal set; }

    /// <summary>The number of bodies that should be JSON and are not.</summary>
    public long Malformed { get; internal set; }

    /// <summary>What stands in the JSON bodies.</summary>
    public ValueProfile Value { get; }

    /// <summary>One of the JSON bodies, without its data.</summary>
    public RedactedSample Sample { get; } = new();

    /// <summary>The return codes of answers in an envelope, as JSON.</summary>
    public BoundedMap<Tally> Codes { get; } = new(MaxCodes, static (_, _) => new Tally());

    /// <summary>Whether the contract declares such a body.</summary>
    internal bool IsDeclared => own is null;

    /// <summary>Whether places were left out of a body that is not declared.</summary>
    internal bool IsCut
    {
        get => own is { Reached: true };
        set
        {
            if (own is not null) own.Reached = value;
        }
    }

    /// <summary>The limit that its places count against.</summary>
    /// <param name="places">That of the profile.</param>
    internal PlaceLimit Limit(PlaceLimit places) => own ?? places;

    /// <summary>Removes the places that are beyond the limit of a body that is not declared.</summary>
    internal void Trim()
    {
        List<ulong> orders = [];
        if (own is null) return;
        Value.Collect(orders);
        if (own.Cut(orders)) Value.Trim(own);
    }

    /// <inheritdoc/>
    public void Merge(BodyProfile other, PlaceLimit places)
    {
        Count += other.Count;
        Malformed += other.Malformed;
        IsCut |= other.IsCut;
        Sample.Merge(other.Sample);
        Codes.Merge(other.Codes, places);
        if (other.Value.Count > 0) Value.Merge(other.Value, Limit(places));
    }
}
