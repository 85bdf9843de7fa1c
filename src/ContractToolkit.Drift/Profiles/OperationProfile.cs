namespace ContractToolkit.Drift.Profiles;

/// <summary>What was seen of one operation.</summary>
public sealed class OperationProfile
{
    private const int MaxParameters = 100;
    private const int MaxStatuses = 24;

    internal OperationProfile(string name, TrafficProfile profile)
    {
        Parameters = new(MaxParameters, static (_, _) => new ValueProfile(), profile.Fields, name + " parameters");
        Requests = new(BodyProfile.MaxMediaTypes, (type, declared) => new BodyProfile(name, "", type, declared), profile.Kinds, name + " requests");
        Answers = new(MaxStatuses, (status, declared) => new AnswerProfile(name, status, declared, profile), profile.Kinds, name + " answers");
    }

    /// <summary>The number of calls.</summary>
    public long Calls { get; internal set; }

    /// <summary>The calls that no answer was recorded for: blocked, aborted, or lost.</summary>
    public long Unanswered { get; internal set; }

    /// <summary>The calls whose request had no body, where the recording would have kept one.</summary>
    public long Bodiless { get; internal set; }

    /// <summary>The calls whose header fields the recording left out.</summary>
    public long Headless { get; internal set; }

    /// <summary>The calls that succeeded and carried the credentials that the operation requires.</summary>
    public long Secured { get; internal set; }

    /// <summary>The calls that succeeded without the credentials that the operation requires, as far as the recording shows.</summary>
    public long Unsecured { get; internal set; }

    /// <summary>The time of the first call and of the last, where the traffic says it.</summary>
    public SeenInterval Seen { get; internal set; } = new();

    /// <summary>What was sent in query, headers and cookies, by <c>query name</c> and so on: everything that is declared, and query parameters that are not.</summary>
    public BoundedMap<ValueProfile> Parameters { get; }

    /// <summary>The request bodies by media type.</summary>
    public BoundedMap<BodyProfile> Requests { get; }

    /// <summary>The answers by status.</summary>
    public BoundedMap<AnswerProfile> Answers { get; }

    /// <summary>The number of findings by rule and place: <c>rule pointer</c>.</summary>
    public SortedDictionary<string, long> Violations { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds another profile to this one.</summary>
    internal void Merge(OperationProfile other, PlaceLimit places)
    {
        Calls += other.Calls;
        Unanswered += other.Unanswered;
        Bodiless += other.Bodiless;
        Headless += other.Headless;
        Secured += other.Secured;
        Unsecured += other.Unsecured;
        Seen = Seen.With(other.Seen);
        Parameters.Merge(other.Parameters, places);
        Requests.Merge(other.Requests, places);
        Answers.Merge(other.Answers, places);
        foreach ((string rule, long count) in other.Violations) Violations[rule] = Violations.GetValueOrDefault(rule) + count;
    }

    internal IEnumerable<BodyProfile> Bodies() => Requests.All.Concat(Answers.All.SelectMany(answer => answer.Value.Bodies.All)).Select(body => body.Value);

    /// <summary>The maps whose undeclared names count as fields. Those below a status that is undeclared itself are few, and do not count.</summary>
    internal IEnumerable<IBudgeted> Fields() => Answers.Declared.Select(answer => (IBudgeted)answer.Value.Headers).Prepend(Parameters);

    /// <summary>The maps whose undeclared names count as statuses and media types.</summary>
    internal IEnumerable<IBudgeted> Kinds() => Answers.Declared.Select(answer => (IBudgeted)answer.Value.Bodies).Prepend(Requests).Prepend(Answers);
}
