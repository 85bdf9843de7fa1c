using System.Globalization;
using System.Text;
using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Profiles;

/// <summary>What is needed to count the answers of one status.</summary>
internal sealed class AnswerCounter
{
    private const int Remembered = 200;
    private static readonly HashSet<int> Usual = [200, 201, 202, 204, 304, 400, 401, 403, 404, 405, 409, 410, 412, 415, 422, 429, 500, 502, 503];
    private readonly HashSet<string> headers;
    private readonly Utf8Table<KnownHeader> known = new();

    private AnswerCounter(AnswerProfile profile, CompiledResponse? declared)
    {
        Profile = profile;
        Bodies = new KnownBodies(profile.Bodies, declared?.Content ?? []);
        headers = [.. declared?.Response.Headers.Select(header => header.Name.ToLowerInvariant()) ?? []];
    }

    public AnswerProfile Profile { get; }

    public KnownBodies Bodies { get; }

    /// <summary>The counter of a status; null where the profile has no room for it.</summary>
    public static AnswerCounter? Make(CompiledOperation operation, int status, BoundedMap<AnswerProfile> answers)
    {
        string code = status.ToString(CultureInfo.InvariantCulture);
        // Of a range or a default response the usual statuses count as declared: as many as they are in any traffic.
        bool declared = operation.ResponseFor(status) is { } response && (response.Response.Status == code || Usual.Contains(status));
        return answers.Get(code, declared) is { } profile ? new AnswerCounter(profile, operation.ResponseFor(status)) : null;
    }

    /// <summary>Counts an answer and its header fields: the values of declared ones, and of others that they were there.</summary>
    public void Add(RecordedMessage response)
    {
        Profile.Count++;
        if (response.HeadersNotRecorded) Profile.Headless++;
        int hint = 0;
        foreach (RecordedField field in response.Headers)
        {
            KnownHeader header = Find(field.Name.Span, ref hint);
            hint++;
            if (header.Seen is not { } seen) continue;
            seen.Count1(SeenType.String);
            if (header.Declared) seen.AddText(field.Value.Span);
        }
    }

    /// <summary>The profile of a header field. Names repeat; one that the limit left out, or pushes out later, stays out.</summary>
    private KnownHeader Find(ReadOnlySpan<byte> name, ref int hint)
    {
        if (known.TryFind(name, ref hint, out KnownHeader header)) return header;
        string lower = Encoding.UTF8.GetString(name).ToLowerInvariant();
        bool declared = headers.Contains(lower);
        ValueProfile? seen = Profile.Headers.Get(lower, declared);
        if (declared && MemberNames.IsSecret(Encoding.UTF8.GetBytes(lower))) (seen!.Strings ??= new()).Texts.Forget();
        header = new KnownHeader(seen, declared);
        if (known.Count < Remembered) known.Add(name, header);
        return header;
    }

    private readonly record struct KnownHeader(ValueProfile? Seen, bool Declared);
}
