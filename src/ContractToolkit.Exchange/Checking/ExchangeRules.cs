namespace ContractToolkit.Exchange;

/// <summary>The ids of the findings that checking an exchange can make.</summary>
public static class ExchangeRules
{
    /// <summary>No path of the contract fits the request.</summary>
    public const string RequestPath = "request-path";

    /// <summary>The path does not have the request's method.</summary>
    public const string RequestMethod = "request-method";

    /// <summary>A parameter is missing, repeated, malformed, or breaks its schema.</summary>
    public const string RequestParameter = "request-parameter";

    /// <summary>The request's body is missing, malformed, or breaks its schema.</summary>
    public const string RequestBody = "request-body";

    /// <summary>The request's media type is not declared.</summary>
    public const string RequestMediaType = "request-media-type";

    /// <summary>No security requirement of the operation is met.</summary>
    public const string RequestSecurity = "request-security";

    /// <summary>The status is not declared.</summary>
    public const string ResponseStatus = "response-status";

    /// <summary>The response's media type is missing or not declared.</summary>
    public const string ResponseMediaType = "response-media-type";

    /// <summary>A header of the response is missing or breaks its schema.</summary>
    public const string ResponseHeader = "response-header";

    /// <summary>The response's body breaks its schema.</summary>
    public const string ResponseBody = "response-body";

    /// <summary>The response's body is not what its media type says (no JSON, cut short), or stands where there must be none.</summary>
    public const string ResponseMalformed = "response-malformed";

    /// <summary>The response's envelope breaks the contract's rule.</summary>
    public const string ResponseEnvelope = "response-envelope";

    /// <summary>The envelope carries a return code that the contract does not list; legal.</summary>
    public const string ResponseCode = "response-code";

    /// <summary>No response came, or not all of it.</summary>
    public const string NoResponse = "no-response";
}
