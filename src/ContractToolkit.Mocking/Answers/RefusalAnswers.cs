using System.Globalization;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Mocking;

/// <summary>Answers requests that are refused: as the contract declares it, else in its envelope, else as a problem.</summary>
internal sealed class RefusalAnswers(AnswerBodies bodies, AnswerHeaders headers, EnvelopeFailures failures, MockOptions options)
{
    public MockAnswer Unauthorized(CompiledOperation operation, Finding finding, ExchangeRequest request)
    {
        MockAnswer answer = Answer(operation, [finding], request, "Unauthorized", "unauthorized", finding.Message, options.OnlyDeclared, 401, 403);
        return answer.Status == 401 && Challenge(operation) is { } challenge ? answer.With("WWW-Authenticate", challenge) : answer;
    }

    public MockAnswer BadRequest(CompiledOperation operation, IReadOnlyList<Finding> findings, ExchangeRequest request)
    {
        bool media = findings.All(finding => finding.Id == ExchangeRules.RequestMediaType);
        string detail = string.Join(" ", findings.Where(finding => finding.Level == FindingLevel.Error).Select(finding => finding.Message).Take(5));
        return media
            ? Answer(operation, findings, request, "Unsupported media type", "media-type", detail, options.OnlyDeclared, 415, 422, 400)
            : Answer(operation, findings, request, "Invalid request", "bad-request", detail, options.OnlyDeclared, 422, 400);
    }

    /// <summary>Refuses a body that the operation does not declare, where it declares the status for that; null elsewhere: the specification leaves it open.</summary>
    public MockAnswer? UnexpectedBody(CompiledOperation operation, ExchangeRequest request)
    {
        if (operation.Operation.RequestBody is not null || request.Body.IsEmpty || request.ContentType is not { } type) return null;
        if (!operation.Responses.Any(response => response.Response.Status == "415")) return null;
        string detail = $"The operation declares no body, and {type} was sent.";
        Finding finding = new() { Id = ExchangeRules.RequestMediaType, Level = FindingLevel.Error, Message = detail, Operation = operation.Name };
        return Answer(operation, [finding], request, "Unsupported media type", "media-type", detail, options.OnlyDeclared, 415);
    }

    /// <summary>Says that a thing is not there. No other declared error would be true, so 404 is answered even undeclared.</summary>
    public MockAnswer NotFound(CompiledOperation operation, ExchangeRequest request) =>
        Answer(operation, [], request, "Not found", "not-found", "There is no such thing, or no longer.", anyDeclared: false, 404, 410);

    private MockAnswer Answer(
        CompiledOperation operation, IReadOnlyList<Finding> findings, ExchangeRequest request, string title, string kind, string detail, bool anyDeclared, params int[] statuses)
    {
        if (failures.Answer(operation, detail, findings, statuses[0]) is { } failure) return failure;
        if ((StatusChoice.ForError(operation, statuses) ?? (anyDeclared ? StatusChoice.AnyClientError(operation) : null)) is not { } declared) return Problems.Answer(statuses[0], kind, title, detail, findings, operation);
        (int status, CompiledResponse response) = declared;
        EquatableArray<HeaderField> fields = headers.Of(response, 0);
        // A declared problem document can say what is wrong; any other declared body is answered as declared.
        CompiledMediaType? media = AcceptHeader.Choose(response.Content, request.Headers.Combined("Accept")) ?? response.Content.FirstOrDefault();
        MockPreferences preferences = MockPreferences.Of(request);
        bool asked = preferences.Example is not null && (preferences.Status is null || preferences.Status == status);
        AnswerBody? body = media is null ? null : (asked ? bodies.Named(media, preferences.Example!) : null) ?? bodies.Example(media) ?? bodies.Generated(media, 0);
        if (body is null && response.Content.Count > 0) return Problems.Answer(status, kind, title, detail, findings, operation);
        return new MockAnswer
        {
            Status = status,
            Headers = body is null ? fields : [new HeaderField("Content-Type", body.ContentType), .. fields],
            Body = body?.Bytes ?? default,
            Operation = operation,
            Findings = findings,
            Origin = "refused, " + (body?.Origin ?? "no body"),
        };
    }

    private static string? Challenge(CompiledOperation operation)
    {
        IEnumerable<string> challenges = operation.Security.SelectMany(alternative => alternative.Schemes).Select(scheme => scheme.Kind switch
        {
            SecuritySchemeKind.Http => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(scheme.HttpScheme ?? "") + (scheme.HttpScheme == "basic" ? " realm=\"*\"" : ""),
            SecuritySchemeKind.OAuth2 => "OAuth2",
            SecuritySchemeKind.OpenIdConnect => "OpenID",
            _ => "",
        }).Where(challenge => challenge.Length > 0).Distinct();
        string joined = string.Join(",", challenges);
        return joined.Length == 0 ? null : joined;
    }
}
