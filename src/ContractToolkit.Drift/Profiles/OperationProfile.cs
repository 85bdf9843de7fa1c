namespace ContractToolkit.Drift.Profiles;

/// <summary>What was seen of one operation.</summary>
public sealed class OperationProfile
{
    private const int MaxParameters = 100;
    private const int MaxStatuses = 24;

    /// <summary>The number of calls.</summary>
    public long Calls { get; internal set; }

    /// <summary>The calls that no answer was recorded for: blocked, aborted, or lost.</summary>
    public long Unanswered { get; internal set; }

    /// <summary>The calls whose request had no body, where the recording would have kept one.</summary>
    public long Bodiless { get; internal set; }

    /// <summary>The time of the first call and of the last, where the traffic says it.</summary>
    public SeenInterval Seen { get; internal set; } = new();

    /// <summary>What was sent in query, headers and cookies, by <c>query name</c> and so on: everything that is declared, and query parameters that are not.</summary>
    public BoundedMap<ValueProfile> Parameters { get; } = new(MaxParameters);

    /// <summary>The request bodies by media type.</summary>
    public BoundedMap<BodyProfile> Requests { get; } = new(BodyProfile.MaxMediaTypes);

    /// <summary>The answers by status.</summary>
    public BoundedMap<AnswerProfile> Answers { get; } = new(MaxStatuses);

    /// <summary>The number of findings by rule and place: <c>rule pointer</c>.</summary>
    public SortedDictionary<string, long> Violations { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds another profile to this one.</summary>
    internal void Merge(OperationProfile other, PlaceLimit places)
    {
        Calls += other.Calls;
        Unanswered += other.Unanswered;
        Bodiless += other.Bodiless;
        Seen = Seen.With(other.Seen);
        Parameters.Merge(other.Parameters, places);
        Requests.Merge(other.Requests, places);
        Answers.Merge(other.Answers, places);
        foreach ((string rule, long count) in other.Violations) Violations[rule] = Violations.GetValueOrDefault(rule) + count;
    }

    internal IEnumerable<BodyProfile> Bodies() => Requests.All.Concat(Answers.All.SelectMany(answer => answer.Value.Bodies.All)).Select(body => body.Value);
}

/// <summary>What was seen of one status of an operation.</summary>
public sealed class AnswerProfile : IMergeable<AnswerProfile>
{
    private const int MaxHeaders = 40;

    /// <summary>The number of answers.</summary>
    public long Count { get; internal set; }

    /// <summary>The answers without a body, where the recording would have kept one and HTTP allows one.</summary>
    public long Empty { get; internal set; }

    /// <summary>The answers with a body where HTTP allows none.</summary>
    public long Forbidden { get; internal set; }

    /// <summary>The header fields by their names in lower case: of declared ones the values, of others that they were there.</summary>
    public BoundedMap<ValueProfile> Headers { get; } = new(MaxHeaders);

    /// <summary>The bodies by media type; the empty name stands for bodies without one.</summary>
    public BoundedMap<BodyProfile> Bodies { get; } = new(BodyProfile.MaxMediaTypes);

    /// <inheritdoc/>
    public void Merge(AnswerProfile other, PlaceLimit places)
    {
        Count += other.Count;
        Empty += other.Empty;
        Forbidden += other.Forbidden;
        Headers.Merge(other.Headers, places);
        Bodies.Merge(other.Bodies, places);
    }
}

/// <summary>What was seen of the bodies of one media type.</summary>
public sealed class BodyProfile : IMergeable<BodyProfile>
{
    internal const int MaxMediaTypes = 8;

    /// <summary>The number of bodies.</summary>
    public long Count { get; internal set; }

    /// <summary>The number of bodies that should be JSON and are not.</summary>
    public long Malformed { get; internal set; }

    /// <summary>What stands in the JSON bodies.</summary>
    public ValueProfile Value { get; private set; } = new();

    /// <summary>One of the JSON bodies, without its data.</summary>
    public RedactedSample Sample { get; } = new();

    /// <summary>Says where in the order of places the body stands, before anything is counted.</summary>
    internal void Place(ulong order)
    {
        if (Value.Order == 0) Value = new ValueProfile(order);
    }

    /// <summary>The order of a body's place.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="status">The status; empty for a request.</param>
    /// <param name="type">The media type.</param>
    internal static ulong PlaceOf(string operation, string status, string type) => (StableHash.Of($"{operation} {status} {type}") >> 7) | 1;

    /// <inheritdoc/>
    public void Merge(BodyProfile other, PlaceLimit places)
    {
        Count += other.Count;
        Malformed += other.Malformed;
        Sample.Merge(other.Sample);
        if (other.Value.Count == 0) return;
        Place(other.Value.Order);
        Value.Merge(other.Value, places);
    }
}
