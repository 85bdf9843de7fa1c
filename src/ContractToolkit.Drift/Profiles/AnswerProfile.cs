namespace ContractToolkit.Drift.Profiles;

/// <summary>What was seen of one status of an operation.</summary>
public sealed class AnswerProfile : IMergeable<AnswerProfile>
{
    private const int MaxHeaders = 40;
    private const int FewHeaders = 20;
    private const int FewMediaTypes = 2;

    internal AnswerProfile(string operation, string status, bool declared, TrafficProfile profile)
    {
        string place = operation + " " + status;
        Headers = new(declared ? MaxHeaders : FewHeaders, static (_, _) => new ValueProfile(), declared ? profile.Fields : null, place + " headers");
        Bodies = new(declared ? BodyProfile.MaxMediaTypes : FewMediaTypes, (type, known) => new BodyProfile(operation, status, type, declared && known), declared ? profile.Kinds : null, place + " bodies");
    }

    /// <summary>The number of answers.</summary>
    public long Count { get; internal set; }

    /// <summary>The answers without a body, where the recording would have kept one and HTTP allows one.</summary>
    public long Empty { get; internal set; }

    /// <summary>The answers with a body where HTTP allows none.</summary>
    public long Forbidden { get; internal set; }

    /// <summary>The answers whose header fields the recording left out.</summary>
    public long Headless { get; internal set; }

    /// <summary>The header fields by their names in lower case: of declared ones the values, of others that they were there.</summary>
    public BoundedMap<ValueProfile> Headers { get; }

    /// <summary>The bodies by media type; the empty name stands for bodies without one.</summary>
    public BoundedMap<BodyProfile> Bodies { get; }

    /// <inheritdoc/>
    public void Merge(AnswerProfile other, PlaceLimit places)
    {
        Count += other.Count;
        Empty += other.Empty;
        Forbidden += other.Forbidden;
        Headless += other.Headless;
        Headers.Merge(other.Headers, places);
        Bodies.Merge(other.Bodies, places);
    }
}
