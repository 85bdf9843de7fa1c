using System.Globalization;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Exchange;

/// <summary>Checks a body against the schema of its media type, after its format is decoded.</summary>
internal sealed class BodyChecker(CompiledContract contract, ExchangeValidatorOptions options)
{
    private readonly BodyReader reader = new(contract.Schemas);

    /// <summary>Checks a body; returns how deep.</summary>
    public BodyCheck Check(
        CompiledMediaType media, Schema? schema, ReadOnlyMemory<byte> body, string? contentType, Direction direction, FindingFactory findings)
    {
        bool request = direction == Direction.Request;
        string id = request ? ExchangeRules.RequestBody : ExchangeRules.ResponseBody;
        string malformed = request ? ExchangeRules.RequestBody : ExchangeRules.ResponseMalformed;
        BodyReading reading = reader.Read(media, body, contentType);
        if (reading.Problem is { } problem)
        {
            findings.Add(malformed, $"The body can't be read as {media.Media.Name}: {problem}.", media.Media.Pointer);
            return BodyCheck.None;
        }

        if (reading.Items is { } items) return CheckItems(media, items, direction, id, findings);
        bool json = media.Format == BodyFormat.Json || (media.Name.IsRange && MediaTypeName.Parse(contentType) is { IsJson: true });
        // What conforms is well-formed, so the look for the place of a fault is taken only where there is one.
        if (json && schema is not null && contract.Schemas.For(schema).IsValid(reading.Json.Span, direction)) return BodyCheck.Full;
        if (json && JsonSyntax.Problem(reading.Json.Span) is { } syntax)
        {
            findings.Add(malformed, $"The body is no JSON: {syntax}.", media.Media.Pointer);
            return BodyCheck.None;
        }

        if (schema is null) return BodyCheck.NoSchema;
        Check(contract.Schemas.For(schema), reading.Json.Span, direction, id, "The body", "", findings);
        return BodyCheck.Full;
    }

    private BodyCheck CheckItems(
        CompiledMediaType media, IReadOnlyList<ReadOnlyMemory<byte>> items, Direction direction, string id, FindingFactory findings)
    {
        if ((media.Media.ItemSchema ?? media.Media.Schema) is not { } schema) return BodyCheck.NoSchema;
        PlanEntry entry = contract.Schemas.For(schema);
        for (int i = 0; i < items.Count; i++)
        {
            string index = i.ToString(CultureInfo.InvariantCulture);
            Check(entry, items[i].Span, direction, id, "Item " + index + " of the body", "/" + index, findings);
        }

        return BodyCheck.Full;
    }

    private void Check(
        PlanEntry entry, ReadOnlySpan<byte> json, Direction direction, string id, string subject, string prefix, FindingFactory findings)
    {
        if (entry.IsValid(json, direction)) return;
        foreach (Violation violation in entry.Validate(json, direction, options.ViolationLimit)) findings.Add(id, subject, violation, prefix);
    }
}
