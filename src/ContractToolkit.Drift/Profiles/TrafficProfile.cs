namespace ContractToolkit.Drift.Profiles;

/// <summary>
/// What traffic showed, operation by operation. Profiles of parts of the traffic add up: merging is associative and commutative, and the
/// sum is the same, to the byte, as the profile of the whole.
/// </summary>
public sealed class TrafficProfile
{
    /// <summary>The most undeclared paths that are remembered one by one.</summary>
    public const int MaxUndeclared = 2000;

    /// <summary>The operations by <c>METHOD /path</c>.</summary>
    public SortedDictionary<string, OperationProfile> Operations { get; } = new(StringComparer.Ordinal);

    /// <summary>Calls that no operation of the contract takes, by <c>METHOD /path</c> as sent; those of least hash where there are too many.</summary>
    public UndeclaredCalls Undeclared { get; } = new();

    /// <summary>The number of exchanges.</summary>
    public long Exchanges { get; internal set; }

    /// <summary>The profile of an operation, made where it is missing.</summary>
    public OperationProfile Operation(string name)
    {
        if (!Operations.TryGetValue(name, out OperationProfile? operation)) Operations.Add(name, operation = new OperationProfile());
        return operation;
    }

    /// <summary>Adds another profile to this one.</summary>
    public void Merge(TrafficProfile other)
    {
        Exchanges += other.Exchanges;
        foreach ((string name, OperationProfile operation) in other.Operations) Operation(name).Merge(operation);
        Undeclared.Merge(other.Undeclared);
    }
}

/// <summary>What was seen of one operation.</summary>
public sealed class OperationProfile
{
    /// <summary>The number of calls.</summary>
    public long Calls { get; internal set; }

    /// <summary>The time of the first call and of the last, where the traffic says it.</summary>
    public SeenInterval Seen { get; internal set; } = new();

    /// <summary>How often each query parameter and request header that is declared, and each query parameter that is not, was sent: <c>query name</c>.</summary>
    public SortedDictionary<string, ValueProfile> Parameters { get; } = new(StringComparer.Ordinal);

    /// <summary>The request bodies by media type.</summary>
    public SortedDictionary<string, BodyProfile> Requests { get; } = new(StringComparer.Ordinal);

    /// <summary>The answers by status.</summary>
    public SortedDictionary<int, AnswerProfile> Answers { get; } = [];

    /// <summary>The number of findings by rule and place: <c>rule pointer</c>.</summary>
    public SortedDictionary<string, long> Violations { get; } = new(StringComparer.Ordinal);

    /// <summary>The profile of a status, made where it is missing.</summary>
    public AnswerProfile Answer(int status)
    {
        if (!Answers.TryGetValue(status, out AnswerProfile? answer)) Answers.Add(status, answer = new AnswerProfile());
        return answer;
    }

    /// <summary>Adds another profile to this one.</summary>
    public void Merge(OperationProfile other)
    {
        Calls += other.Calls;
        Seen = Seen.With(other.Seen);
        foreach ((string name, ValueProfile value) in other.Parameters) Get(Parameters, name).Merge(value);
        foreach ((string type, BodyProfile body) in other.Requests) Get(Requests, type).Merge(body);
        foreach ((int status, AnswerProfile answer) in other.Answers) Answer(status).Merge(answer);
        foreach ((string rule, long count) in other.Violations) Violations[rule] = Violations.GetValueOrDefault(rule) + count;
    }

    /// <summary>The value of a key, made where it is missing.</summary>
    internal static T Get<T>(SortedDictionary<string, T> map, string key)
        where T : new()
    {
        if (!map.TryGetValue(key, out T? value)) map.Add(key, value = new T());
        return value;
    }
}

/// <summary>What was seen of one status of an operation.</summary>
public sealed class AnswerProfile
{
    /// <summary>The number of answers.</summary>
    public long Count { get; internal set; }

    /// <summary>The bodies by media type; the empty name stands for answers without one.</summary>
    public SortedDictionary<string, BodyProfile> Bodies { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds another profile to this one.</summary>
    public void Merge(AnswerProfile other)
    {
        Count += other.Count;
        foreach ((string type, BodyProfile body) in other.Bodies) OperationProfile.Get(Bodies, type).Merge(body);
    }
}

/// <summary>What was seen of the bodies of one media type.</summary>
public sealed class BodyProfile
{
    /// <summary>The number of bodies.</summary>
    public long Count { get; internal set; }

    /// <summary>The number of bodies that should be JSON and are not.</summary>
    public long Malformed { get; internal set; }

    /// <summary>What stands in the JSON bodies.</summary>
    public ValueProfile Value { get; internal set; } = new();

    /// <summary>Adds another profile to this one.</summary>
    public void Merge(BodyProfile other)
    {
        Count += other.Count;
        Malformed += other.Malformed;
        Value.Merge(other.Value);
    }
}

/// <summary>The time of the first and of the last sight; null where the traffic says no time.</summary>
public sealed record SeenInterval(DateTimeOffset? First = null, DateTimeOffset? Last = null)
{
    /// <summary>The interval that holds both.</summary>
    public SeenInterval With(SeenInterval other) => new(Least(First, other.First), Greatest(Last, other.Last));

    /// <summary>The interval that holds a moment too.</summary>
    public SeenInterval With(DateTimeOffset moment) => With(new SeenInterval(moment.ToUniversalTime(), moment.ToUniversalTime()));

    private static DateTimeOffset? Least(DateTimeOffset? left, DateTimeOffset? right) => left is null ? right : right is null || left < right ? left : right;

    private static DateTimeOffset? Greatest(DateTimeOffset? left, DateTimeOffset? right) => left is null ? right : right is null || left > right ? left : right;
}
