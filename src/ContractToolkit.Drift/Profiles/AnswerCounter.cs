using System.Globalization;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Profiles;

/// <summary>What is needed to count the answers of one status.</summary>
internal sealed class AnswerCounter
{
    private readonly HashSet<string> headers;
    private readonly Dictionary<string, (ValueProfile? Seen, bool Declared)> known = new(StringComparer.Ordinal);

    private AnswerCounter(AnswerProfile profile, string status, CompiledResponse? declared)
    {
        Profile = profile;
        Status = status;
        Types = [.. declared?.Content.Select(media => MediaTypes.Essence(media.Media.Name)) ?? []];
        headers = [.. declared?.Response.Headers.Select(header => header.Name.ToLowerInvariant()) ?? []];
    }

    public AnswerProfile Profile { get; }

    public string Status { get; }

    /// <summary>The media types that the contract declares by name.</summary>
    public HashSet<string> Types { get; }

    /// <summary>The counter of a status; null where the profile has no room for it.</summary>
    public static AnswerCounter? Make(CompiledOperation operation, int status, BoundedMap<AnswerProfile> answers)
    {
        string code = status.ToString(CultureInfo.InvariantCulture);
        bool declared = operation.Responses.Any(response => response.Response.Status == code);
        return answers.Get(code, declared) is { } profile ? new AnswerCounter(profile, code, operation.ResponseFor(status)) : null;
    }

    /// <summary>Counts header fields: the values of declared ones, and of others that they were there.</summary>
    public void AddHeaders(EquatableArray<HeaderField> fields)
    {
        foreach (HeaderField field in fields.AsSpan())
        {
            (ValueProfile? seen, bool declared) = Find(field.Name);
            seen?.Count1(SeenType.String);
            if (declared) seen!.AddText(System.Text.Encoding.UTF8.GetBytes(field.Value));
        }
    }

    /// <summary>The profile of a header field. Names repeat; one that the limit left out, or pushes out later, stays out.</summary>
    private (ValueProfile? Seen, bool Declared) Find(string name)
    {
        if (known.TryGetValue(name, out (ValueProfile?, bool) entry)) return entry;
        string lower = name.ToLowerInvariant();
        bool declared = headers.Contains(lower);
        ValueProfile? seen = Profile.Headers.Get(lower, declared);
        if (declared && MemberNames.IsSecret(System.Text.Encoding.UTF8.GetBytes(lower))) (seen!.Strings ??= new()).Texts.Forget();
        if (known.Count < 200) known.Add(name, (seen, declared));
        return (seen, declared);
    }
}
