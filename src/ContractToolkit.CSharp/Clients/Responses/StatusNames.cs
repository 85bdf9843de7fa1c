namespace ContractToolkit.CSharp.Clients;

/// <summary>Words for HTTP statuses.</summary>
internal static class StatusNames
{
    /// <summary>The name of a status as declared: <c>Created</c>, <c>ClientError</c>, <c>Status499</c>.</summary>
    public static string Of(string status) => status switch
    {
        "200" => "Ok",
        "201" => "Created",
        "202" => "Accepted",
        "203" => "NonAuthoritative",
        "204" => "NoContent",
        "205" => "ResetContent",
        "206" => "PartialContent",
        "207" => "MultiStatus",
        "400" => "BadRequest",
        "401" => "Unauthorized",
        "403" => "Forbidden",
        "404" => "NotFound",
        "409" => "Conflict",
        "410" => "Gone",
        "422" => "Unprocessable",
        "429" => "TooManyRequests",
        "500" => "ServerError",
        "503" => "Unavailable",
        "2XX" => "Success",
        "3XX" => "Redirection",
        "4XX" => "ClientError",
        "5XX" => "ServerErrors",
        "default" => "Default",
        _ => "Status" + status,
    };
}
