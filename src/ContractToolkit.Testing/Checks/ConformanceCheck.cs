using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Status, media type, headers, body and envelope against what the contract declares: the exchange validator's findings, weighed by what the case was meant to show.</summary>
public sealed class ConformanceCheck : ICheck
{
    /// <inheritdoc/>
    public IReadOnlyList<FindingRule> Rules { get; } =
    [
        new(ExchangeRules.ResponseStatus, FindingLevel.Error, "Undeclared status",
            "The status of every answer is declared for the operation: itself, as its range, or as `default` (OpenAPI, Responses Object). An undeclared client error is a warning where the request was refused rightly, since the specification does not ask that every error be listed; a remark where the operation lists no client error at all, and where 404 or 410 says that what the path names is not there.",
            "Declare the status, or mend the server."),
        new(ExchangeRules.ResponseMediaType, FindingLevel.Error, "Undeclared media type",
            "The `Content-Type` of the answer is one of the media types declared for its status (OpenAPI, Response Object, `content`).",
            "Declare the media type, or mend the server."),
        new(ExchangeRules.ResponseHeader, FindingLevel.Error, "Header missing or malformed",
            "Every header declared as required is present, and every declared header's value satisfies its schema (OpenAPI, Header Object).",
            "Send the header as declared, or change the declaration."),
        new(ExchangeRules.ResponseBody, FindingLevel.Error, "Body breaks its schema",
            "The body satisfies the schema declared for its status and media type (OpenAPI, Media Type Object, `schema`; JSON Schema 2020-12).",
            "Mend the server's answer, or the schema at the given place."),
        new(ExchangeRules.ResponseMalformed, FindingLevel.Error, "Body is not what its media type says",
            "A body of a JSON media type is one JSON text (RFC 8259), and there is none where HTTP allows none (RFC 9110, sections 6.4.1 and 15).",
            "Mend the server's answer."),
        new(ExchangeRules.ResponseEnvelope, FindingLevel.Error, "Envelope breaks the contract's rule",
            "An answer of an operation with `x-contract-envelope` carries the return code, of the right type.",
            "Mend the server's answer, or the envelope rule."),
        new(ExchangeRules.ResponseCode, FindingLevel.Info, "Unknown return code",
            "The return code in the envelope is none of the catalogue. That is legal; it is reported so that the catalogue can grow.",
            "Add the code to `x-contract-envelope.codes` once its meaning is known."),
    ];

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(CaseResult result)
    {
        if (result.Verdict is not { } verdict || result.Case.Intent == CaseIntent.UndeclaredMethod) yield break;
        foreach (Finding finding in verdict.Findings)
        {
            // What never came whole was reported by the transport check; its rest is no second fault.
            if (result.Exchange.Error is not null && finding.Id is ExchangeRules.ResponseMalformed or ExchangeRules.ResponseBody) continue;
            yield return Weigh(finding, result);
        }
    }

    private static Finding Weigh(Finding finding, CaseResult result)
    {
        // Too long for the server's HTTP layer: no answer of the application.
        if (result.Status is 414 or 431 && !result.Case.IsDocumented) return finding with { Level = FindingLevel.Info };
        if (finding.Id != ExchangeRules.ResponseStatus || finding.Level != FindingLevel.Error) return finding;
        EquatableArray<Response> declared = result.Case.Operation.Operation.Responses;
        // A document may leave the responses out (OpenAPI 3.1, Operation Object); then it promises nothing about them.
        if (declared.IsEmpty) return finding with { Level = FindingLevel.Info };
        bool refusedRightly = result.Case.Intent != CaseIntent.Conforming && result.Status is >= 400 and < 500;
        bool mayNotExist = !result.Case.IsDocumented && result.Status is 401 or 403 or 404 or 409 or 410 or 429;
        if (!refusedRightly && !mayNotExist) return finding;
        // Which things exist is no matter of the contract: any server says so of an id that nobody gave.
        if (mayNotExist && result.Status is 404 or 410 && result.Case.Operation.Operation.Path.Contains('{')) return finding with { Level = FindingLevel.Info };
        return finding with { Level = declared.Any(response => response.Status[0] == '4') ? FindingLevel.Warning : FindingLevel.Info };
    }
}
