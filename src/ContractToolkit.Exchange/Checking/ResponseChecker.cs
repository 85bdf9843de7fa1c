using System.Text.Json;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Exchange;

/// <summary>Checks the response side of an exchange.</summary>
internal sealed class ResponseChecker(CompiledContract contract, ExchangeValidatorOptions options)
{
    private readonly ParameterReader parameters = new(contract.Schemas);
    private readonly BodyChecker bodies = new(contract, options);
    private readonly EnvelopeChecker envelopes = new(contract, options);

    public static Finding Broken(ExchangeError error, CompiledOperation? operation) => new()
    {
        Id = ExchangeRules.NoResponse,
        Level = FindingLevel.Error,
        Message = error.Message,
        Operation = operation?.Name,
    };

    public ResponseVerdict Check(CompiledOperation operation, ExchangeResponse response, string method)
    {
        var findings = new FindingFactory(contract, operation);
        CompiledResponse? declared = operation.ResponseFor(response.Status);
        if (declared is null)
        {
            string known = string.Join(", ", operation.Responses.Select(r => r.Response.Status));
            findings.Add(ExchangeRules.ResponseStatus,
                FormattableString.Invariant($"The status {response.Status} is not declared; declared: {(known.Length == 0 ? "none" : known)}."),
                operation.Operation.Pointer + "/responses");
            return Verdict(findings, response, new BodyFacts());
        }

        foreach (Parameter header in declared.Response.Headers) CheckHeader(header, response, findings);
        return Verdict(findings, response, CheckBody(declared, response, method, findings)) with { Declared = declared };
    }

    private static ResponseVerdict Verdict(FindingFactory findings, ExchangeResponse response, BodyFacts body) => new()
    {
        Findings = findings.Findings,
        MediaType = body.Media,
        BodyCheck = body.Check,
        Envelope = body.Envelope,
        Code = body.Code,
        SaysFailure = response.Status >= 400 || body.Envelope is EnvelopeOutcome.KnownFailure or EnvelopeOutcome.UnknownFailure,
    };

    private void CheckHeader(Parameter header, ExchangeResponse response, FindingFactory findings)
    {
        string instance = JsonPointer.Append("/header", header.Name);
        ParameterReading reading = parameters.FromHeader(header, response.Headers.Combined(header.Name));
        if (!reading.IsPresent)
        {
            if (header.Required && !response.HeadersNotRecorded && !ConnectionFields.Contains(header.Name)) findings.Add(ExchangeRules.ResponseHeader, $"Header {header.Name} is required, but missing.", header.Pointer, "/header");
            return;
        }

        if ((header.Schema ?? header.Content?.Schema) is not { } schema || reading.Json is null) return;
        byte[] json = Encoding.UTF8.GetBytes(reading.Json);
        PlanEntry entry = contract.Schemas.For(schema);
        if (entry.IsValid(json, Direction.Response)) return;
        foreach (Violation violation in entry.Validate(json, Direction.Response, options.ViolationLimit))
        {
            findings.Add(ExchangeRules.ResponseHeader, "Header " + header.Name, violation, instance);
        }
    }

    private BodyFacts CheckBody(CompiledResponse declared, ExchangeResponse response, string method, FindingFactory findings)
    {
        if (response.BodyState == BodyState.NotRecorded) return new BodyFacts();
        bool mustBeEmpty = method == "HEAD" || response.Status is (>= 100 and < 200) or 204 or 205 or 304;
        if (mustBeEmpty)
        {
            if (!response.Body.IsEmpty) findings.Add(ExchangeRules.ResponseMalformed, "There is a body where HTTP allows none.", declared.Response.Pointer);
            return new BodyFacts();
        }

        if (response.BodyState == BodyState.Truncated)
        {
            findings.Add(ExchangeRules.ResponseMalformed,
                FormattableString.Invariant($"The body was cut short after {response.Body.Length} bytes."), declared.Response.Pointer);
            return new BodyFacts();
        }

        if (declared.Content.Count == 0)
        {
            if (!response.Body.IsEmpty)
            {
                findings.Add(ExchangeRules.ResponseBody, "There is a body, but the contract declares none.", declared.Response.Pointer, level: FindingLevel.Warning);
            }

            return new BodyFacts();
        }

        if (Select(declared, response, findings) is not { } media) return new BodyFacts();
        if (media.Envelope is { } judge && response.Status is >= 200 and < 300)
        {
            return envelopes.Check(media, judge, response, findings);
        }

        return new BodyFacts(media, bodies.Check(media, media.Media.Schema, response.Body, response.ContentType, Direction.Response, findings));
    }

    private static CompiledMediaType? Select(CompiledResponse declared, ExchangeResponse response, FindingFactory findings)
    {
        string known = string.Join(", ", declared.Content.Select(content => content.Media.Name));
        if (MediaTypeName.Parse(response.ContentType) is not { } actual)
        {
            // Nothing says what the body is; where the contract leaves no choice it is that.
            if (response.HeadersNotRecorded && !response.Body.IsEmpty) return declared.Content.Count == 1 ? declared.Content[0] : null;
            // No content type and no content: nothing can be said about the media type, only about the absence.
            string what = response.Body.IsEmpty ? "There is no body" : response.ContentType is null ? "There is no Content-Type" : "The Content-Type is no media type";
            findings.Add(response.Body.IsEmpty ? ExchangeRules.ResponseBody : ExchangeRules.ResponseMediaType,
                $"{what}; declared: {known}.", declared.Response.Pointer);
            return null;
        }

        CompiledMediaType? media = CompiledMediaType.Select(declared.Content, actual);
        if (media is null)
        {
            findings.Add(ExchangeRules.ResponseMediaType, $"The media type {actual.Essence} is not declared; declared: {known}.", declared.Response.Pointer);
        }

        return media;
    }
}

/// <summary>What was found about a body beside its findings.</summary>
internal readonly record struct BodyFacts(
    CompiledMediaType? Media = null, BodyCheck Check = BodyCheck.None, EnvelopeOutcome? Envelope = null, JsonLiteral? Code = null);
