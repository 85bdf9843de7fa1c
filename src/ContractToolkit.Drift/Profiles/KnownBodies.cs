using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Profiles;

/// <summary>The bodies of one request or status by the value of <c>Content-Type</c>, which repeats: each value is looked at once.</summary>
internal sealed class KnownBodies(BoundedMap<BodyProfile> bodies, IReadOnlyList<CompiledMediaType> content)
{
    private const int Remembered = 100;
    private readonly HashSet<string> declared = [.. content.Select(media => MediaTypes.Essence(media.Media.Name))];
    private readonly byte[] only = content.Count == 1 ? System.Text.Encoding.UTF8.GetBytes(content[0].Media.Name) : [];
    private readonly Utf8Table<KnownBody> known = new();

    /// <summary>What is known of bodies with the <c>Content-Type</c> of a message. Where no header was recorded, the only type that the contract declares is meant.</summary>
    public KnownBody Find(RecordedMessage message)
    {
        ReadOnlySpan<byte> value = message.ContentType is { } given ? given.Span : message.HeadersNotRecorded ? only : default;
        int hint = 0;
        if (known.TryFind(value, ref hint, out KnownBody? body)) return body!;
        body = Make(System.Text.Encoding.UTF8.GetString(value));
        if (known.Count < Remembered) known.Add(value, body);
        return body;
    }

    private KnownBody Make(string contentType)
    {
        string type = MediaTypes.Essence(contentType);
        // What the limit leaves out, or pushes out later, stays out: there is enough before it in the order.
        BodyProfile? profile = bodies.Get(type, declared.Contains(type));
        bool json = MediaTypes.IsJson(type);
        EnvelopeJudge? envelope = json && MediaTypeName.Parse(contentType) is { } name ? CompiledMediaType.Select(content, name)?.Envelope : null;
        return new KnownBody(profile, json && MediaTypes.IsUtf8(contentType), envelope?.Rule.Code);
    }
}

/// <summary>What a value of <c>Content-Type</c> says.</summary>
/// <param name="Profile">Counts such bodies; null where the profile has no room for them.</param>
/// <param name="IsJson">Whether such a body is JSON in UTF-8. Bodies in another encoding are rare, and left to the validator.</param>
/// <param name="Code">Where the return code of an envelope stands; null where there is none.</param>
internal sealed record KnownBody(BodyProfile? Profile, bool IsJson, string? Code);
