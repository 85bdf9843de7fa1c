using System.Text.Json;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Exchange;

/// <summary>Checks answers in an envelope: success against the success schema, failure against the failure schema, by the return code.</summary>
internal sealed class EnvelopeChecker(CompiledContract contract, ExchangeValidatorOptions options)
{
    public BodyFacts Check(CompiledMediaType media, EnvelopeJudge judge, ExchangeResponse response, FindingFactory findings)
    {
        ReadOnlyMemory<byte> body = response.Body.Span.StartsWith("\uFEFF"u8) ? response.Body[3..] : response.Body;
        if (JsonSyntax.Problem(body.Span) is { } problem)
        {
            findings.Add(ExchangeRules.ResponseMalformed, $"The body is no JSON: {problem}.", media.Media.Pointer);
            return new BodyFacts(media);
        }

        using JsonDocument document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 512 });
        EnvelopeOutcome outcome = judge.Judge(document.RootElement, out JsonLiteral? code);
        switch (outcome)
        {
            case EnvelopeOutcome.KnownFailure or EnvelopeOutcome.UnknownFailure:
                CheckFailure(media, judge, body, outcome, code!, findings);
                return new BodyFacts(media, BodyCheck.EnvelopeOnly, outcome, code);
            case EnvelopeOutcome.NoCode:
                AddNoCode(media, judge, document.RootElement, findings);
                break;
        }

        if (judge.Success is { } success) Validate(success, body, ExchangeRules.ResponseBody, findings);
        BodyCheck depth = judge.DataKind == EnvelopeData.Undocumented ? BodyCheck.EnvelopeOnly : BodyCheck.Full;
        return new BodyFacts(media, depth, outcome, code);
    }

    private static void AddNoCode(CompiledMediaType media, EnvelopeJudge judge, JsonElement body, FindingFactory findings)
    {
        string pointer = judge.Rule.Code;
        bool missing = JsonValues.At(body, pointer) is null;
        string kinds = string.Join(" or ", judge.Rule.Success.Select(success => success.Kind.ToString().ToLowerInvariant()).Distinct());
        findings.Add(ExchangeRules.ResponseEnvelope,
            missing ? $"The return code at {pointer} is missing." : $"The return code at {pointer} is no {kinds}.",
            media.Media.Pointer, missing ? "" : pointer);
    }

    private void CheckFailure(
        CompiledMediaType media, EnvelopeJudge judge, ReadOnlyMemory<byte> body, EnvelopeOutcome outcome, JsonLiteral code, FindingFactory findings)
    {
        if (judge.Rule.Failure is { } failure) Validate(failure, body, ExchangeRules.ResponseEnvelope, findings);
        if (outcome == EnvelopeOutcome.UnknownFailure && !judge.Rule.Codes.IsEmpty)
        {
            findings.Add(ExchangeRules.ResponseCode, $"The return code {code} is not among those that the contract lists.",
                media.Media.Pointer, judge.Rule.Code, FindingLevel.Info);
        }
    }

    private void Validate(Schema schema, ReadOnlyMemory<byte> body, string id, FindingFactory findings)
    {
        PlanEntry entry = contract.Schemas.For(schema);
        if (entry.IsValid(body.Span, Direction.Response)) return;
        foreach (Violation violation in entry.Validate(body.Span, Direction.Response, options.ViolationLimit))
        {
            findings.Add(id, "The body", violation);
        }
    }
}
