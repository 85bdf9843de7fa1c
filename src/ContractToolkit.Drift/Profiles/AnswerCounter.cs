using System.Globalization;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Profiles;

/// <summary>What is needed to count the answers of one status.</summary>
internal sealed class AnswerCounter
{
    private readonly HashSet<string> headers;
    private readonly Dictionary<string, string> lowered = new(StringComparer.Ordinal);

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
            string name = Lower(field.Name);
            bool declared = headers.Contains(name);
            if (Profile.Headers.Get(name, declared) is not { } seen) continue;
            seen.Count1(SeenType.String);
            if (!declared) continue;
            seen.Strings ??= new();
            if (MemberNames.IsSecret(System.Text.Encoding.UTF8.GetBytes(name))) seen.Strings.Texts.Forget();
            seen.Strings.Add(System.Text.Encoding.UTF8.GetBytes(field.Value));
        }
    }

    private string Lower(string name)
    {
        if (lowered.TryGetValue(name, out string? known)) return known;
        known = name.ToLowerInvariant();
        if (lowered.Count < 200) lowered.Add(name, known);
        return known;
    }
}
