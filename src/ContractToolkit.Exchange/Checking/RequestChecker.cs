using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Exchange;

/// <summary>Checks the request side of an exchange.</summary>
internal sealed class RequestChecker(CompiledContract contract, ExchangeValidatorOptions options)
{
    private readonly ParameterReader parameters = new(contract.Schemas);
    private readonly BodyChecker bodies = new(contract, options);

    /// <summary>What is wrong with the route; null where an operation was found, and for the question of a browser that no contract speaks of.</summary>
    public static Finding? Unrouted(ExchangeRequest request, RouteMatch route) => route.Outcome switch
    {
        not RouteOutcome.Matched when request.IsPreflight => null,
        RouteOutcome.UnknownPath => new Finding
        {
            Id = ExchangeRules.RequestPath,
            Level = FindingLevel.Error,
            Message = $"No path of the contract fits {RequestTarget.Parse(request.Url).Path}.",
        },
        RouteOutcome.MethodNotAllowed => new Finding
        {
            Id = ExchangeRules.RequestMethod,
            Level = FindingLevel.Error,
            Message = $"{route.Template} does not have the method {request.Method}; it has {string.Join(", ", route.Allowed)}.",
        },
        _ => null,
    };

    public IReadOnlyList<Finding> Check(CompiledOperation operation, ExchangeRequest request, RouteMatch route)
    {
        var findings = new FindingFactory(contract, operation);
        var fields = new RequestFields(request, RequestTarget.Parse(request.Url), route.PathValues);
        if (options.CheckSecurity && SecurityChecker.Missing(operation, request, fields) is { } missing)
        {
            findings.Add(ExchangeRules.RequestSecurity, $"No security requirement is met: {missing} is missing.", operation.Operation.Pointer);
        }

        foreach (Parameter parameter in operation.Operation.Parameters) CheckParameter(operation, parameter, request, fields, findings);
        CheckBody(operation, request, findings);
        return findings.Findings;
    }

    private void CheckParameter(CompiledOperation operation, Parameter parameter, ExchangeRequest request, RequestFields fields, FindingFactory findings)
    {
        // The specification takes these three out of the parameters: they are described elsewhere.
        if (parameter.In == ParameterLocation.Header && IsReservedHeader(parameter.Name)) return;
        ParameterReading reading = parameters.Read(parameter, fields, operation.ParameterNames(parameter.In));
        string subject = $"{parameter.In} parameter {parameter.Name}";
        if (!reading.IsPresent)
        {
            bool unknown = request.HeadersNotRecorded && parameter.In is (ParameterLocation.Header or ParameterLocation.Cookie);
            if (parameter.Required && !unknown && !IsSecurity(operation, parameter))
            {
                findings.Add(ExchangeRules.RequestParameter, $"{subject} is required, but missing.", parameter.Pointer, "/" + PlaceOf(parameter));
            }

            return;
        }

        if (reading.Problem is { } problem)
        {
            findings.Add(ExchangeRules.RequestParameter, $"{subject} {problem}.", parameter.Pointer, Instance(parameter));
            return;
        }

        if ((parameter.Schema ?? parameter.Content?.Schema) is not { } schema) return;
        byte[] json = Encoding.UTF8.GetBytes(reading.Json!);
        if (parameter.AllowEmptyValue && reading.Json is "\"\"" or "[]") return;
        PlanEntry entry = contract.Schemas.For(schema);
        if (entry.IsValid(json, Direction.Request)) return;
        bool secret = IsSecurity(operation, parameter);
        foreach (Violation violation in entry.Validate(json, Direction.Request, options.ViolationLimit))
        {
            findings.Add(ExchangeRules.RequestParameter, subject, violation, Instance(parameter), secret);
        }
    }

    private static string PlaceOf(Parameter parameter) => parameter.In.ToString().ToLowerInvariant();

    private static string Instance(Parameter parameter) => JsonPointer.Append("/" + PlaceOf(parameter), parameter.Name);

    private void CheckBody(CompiledOperation operation, ExchangeRequest request, FindingFactory findings)
    {
        if (operation.Operation.RequestBody is not { } declared || request.BodyState == BodyState.NotRecorded) return;
        if (request.Body.IsEmpty && (request.ContentType is null || request.Headers.Find("Content-Length") is null or "0"))
        {
            if (declared.Required) findings.Add(ExchangeRules.RequestBody, "The body is required, but missing.", declared.Pointer);
            return;
        }

        if (operation.RequestContent.Count == 0) return;
        MediaTypeName? actual = MediaTypeName.Parse(request.ContentType);
        CompiledMediaType? media = actual is null ? null : CompiledMediaType.Select(operation.RequestContent, actual);
        if (request.ContentType is null && operation.RequestContent.Count == 1)
        {
            // Odd, yet there is no doubt about what is meant: the body counts.
            media = operation.RequestContent[0];
            if (!request.HeadersNotRecorded) findings.Add(ExchangeRules.RequestMediaType, $"No content type is given; declared: {media.Media.Name}.", declared.Pointer, level: FindingLevel.Warning);
        }

        if (media is null && request.ContentType is null && request.HeadersNotRecorded) return;
        if (media is null)
        {
            string given = request.ContentType is null ? "No content type is given" : $"The media type {request.ContentType} is not declared";
            string known = string.Join(", ", operation.RequestContent.Select(content => content.Media.Name));
            findings.Add(ExchangeRules.RequestMediaType, $"{given}; declared: {known}.", declared.Pointer);
            return;
        }

        if (request.BodyState == BodyState.Truncated) return;
        bodies.Check(media, media.Media.Schema, request.Body, request.ContentType, Direction.Request, findings);
    }

    /// <summary>Whether the specification describes a header elsewhere than among the parameters.</summary>
    internal static bool IsReservedHeader(string name) =>
        name.Equals("Accept", StringComparison.OrdinalIgnoreCase) || name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Authorization", StringComparison.OrdinalIgnoreCase);

    // A parameter that a security scheme describes too is judged by the security requirement.
    private static bool IsSecurity(CompiledOperation operation, Parameter parameter) =>
        operation.Security.Any(alternative => alternative.Schemes.Any(scheme =>
            scheme.Kind == SecuritySchemeKind.ApiKey && scheme.In == parameter.In
            && string.Equals(scheme.ParameterName, parameter.Name, parameter.In == ParameterLocation.Header
                ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)));
}
