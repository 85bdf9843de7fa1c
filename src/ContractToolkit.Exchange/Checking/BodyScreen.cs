using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Exchange;

/// <summary>Screens JSON bodies: a body that was read and is accepted by the plan of its media type needs no further look.</summary>
internal sealed class BodyScreen(IReadOnlyList<CompiledMediaType> declared, SchemaPlans schemas, Direction direction)
{
    private const int Remembered = 64;
    private readonly List<(byte[] ContentType, Judgement Judgement)> known = [];

    /// <summary>Whether the body surely conforms.</summary>
    /// <param name="contentType">The value of <c>Content-Type</c>.</param>
    /// <param name="reading">The body as it was read; null where it is no JSON, or in another encoding than UTF-8.</param>
    /// <param name="envelopes">Whether an envelope rule is in force.</param>
    public bool Accepts(ReadOnlyMemory<byte>? contentType, InstanceReading? reading, bool envelopes)
    {
        if (reading is null || contentType is not { } type) return false;
        Judgement judgement = Find(type.Span);
        if (judgement.Media is not { } media) return false;
        if (envelopes && media.Envelope is { } judge) return AcceptsEnvelope(judge, judgement, reading);
        return judgement.Entry is not { } entry || reading.IsValid(entry.Plan, entry.Entry, direction);
    }

    private bool AcceptsEnvelope(EnvelopeJudge judge, in Judgement judgement, InstanceReading reading)
    {
        if (judgement.Success is not { } success || EnvelopeCode.Find(reading, judge.Rule.Code) is not { } code) return false;
        return judge.Judge(code) == EnvelopeOutcome.Success && reading.IsValid(success.Plan, success.Entry, direction);
    }

    private Judgement Find(ReadOnlySpan<byte> contentType)
    {
        foreach ((byte[] type, Judgement known) in known)
        {
            if (contentType.SequenceEqual(type)) return known;
        }

        Judgement judgement = Judge(Encoding.UTF8.GetString(contentType));
        if (known.Count < Remembered) known.Add((contentType.ToArray(), judgement));
        return judgement;
    }

    private Judgement Judge(string contentType)
    {
        if (MediaTypeName.Parse(contentType) is not { } actual || CompiledMediaType.Select(declared, actual) is not { } media) return default;
        if ((media.Name.IsRange ? CompiledMediaType.FormatOf(actual) : media.Format) != BodyFormat.Json) return default;
        if (actual.Parameter("charset") is { } charset && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) return default;
        return new Judgement(media, media.Media.Schema is { } schema ? schemas.For(schema) : null, media.Envelope?.Success is { } success ? schemas.For(success) : null);
    }

    private readonly record struct Judgement(CompiledMediaType? Media, PlanEntry? Entry, PlanEntry? Success);
}

/// <summary>Finds the return code of an envelope in a body that was read.</summary>
internal static class EnvelopeCode
{
    /// <summary>The scalar at a JSON pointer; null where there is none, or it takes a closer look.</summary>
    public static JsonLiteral? Find(InstanceReading reading, string pointer)
    {
        TapeEntry[] entries = reading.Entries;
        int at = 0;
        foreach (string segment in JsonPointer.Split(pointer))
        {
            if (entries[at].Kind != ValueKind.Object || (at = Member(reading, at, Encoding.UTF8.GetBytes(segment))) < 0) return null;
        }

        if (entries[at].IsEscaped) return null;
        string raw = Encoding.UTF8.GetString(reading.Raw(at));
        return entries[at].Kind switch
        {
            ValueKind.Number => new JsonLiteral(JsonKind.Number, raw),
            ValueKind.String => new JsonLiteral(JsonKind.String, "\"" + raw + "\""),
            ValueKind.True or ValueKind.False => new JsonLiteral(JsonKind.Boolean, raw),
            _ => null,
        };
    }

    private static int Member(InstanceReading reading, int at, ReadOnlySpan<byte> name)
    {
        TapeEntry[] entries = reading.Entries;
        int found = -1;
        for (int i = at + 1; i < entries[at].Next; i = entries[i + 1].Next)
        {
            // A name that stands twice, or is escaped, takes a closer look.
            if (entries[i].IsEscaped) return -1;
            if (!reading.Raw(i).SequenceEqual(name)) continue;
            if (found >= 0) return -1;
            found = i + 1;
        }

        return found;
    }
}
