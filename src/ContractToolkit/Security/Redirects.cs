using System.Net;

namespace ContractToolkit.Security;

/// <summary>
/// Where an answer redirects to. The network's own handler would carry every header to wherever an answer points (all but <c>Authorization</c>), so it
/// is kept from following; see <see cref="TakeOver"/>.
/// </summary>
internal static class Redirects
{
    /// <summary>Keeps the handler at the end of the chain from following redirects.</summary>
    /// <returns>How many it would have followed in a row; 0 where it follows none, is unknown, or has been used already.</returns>
    public static int TakeOver(HttpMessageHandler handler)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner }) handler = inner;
        try
        {
            switch (handler)
            {
                case SocketsHttpHandler { AllowAutoRedirect: true } sockets:
                    sockets.AllowAutoRedirect = false;
                    return sockets.MaxAutomaticRedirections;
                case HttpClientHandler { AllowAutoRedirect: true } client:
                    client.AllowAutoRedirect = false;
                    return client.MaxAutomaticRedirections;
                default:
                    return 0;
            }
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    /// <summary>The URL that the request shall be repeated at; null where it shall not be.</summary>
    /// <remarks>From HTTPS to HTTP nothing is followed, and no body is carried to another origin: a body may hold secrets, as that of a token request does.</remarks>
    public static Uri? Target(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (response.StatusCode is not (HttpStatusCode.MultipleChoices or HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)) return null;
        if (response.Headers.Location is not { } location) return null;
        Uri from = request.RequestUri!;
        Uri to = location.IsAbsoluteUri ? location : new Uri(from, location);
        if (to.Scheme != Uri.UriSchemeHttps && (to.Scheme != Uri.UriSchemeHttp || from.Scheme == Uri.UriSchemeHttps)) return null;
        bool carriesBody = request.Content is not null && !BecomesGet(request.Method, response.StatusCode);
        return carriesBody && !SameOrigin(from, to) ? null : to;
    }

    /// <summary>Whether two URLs lead to the same server.</summary>
    public static bool SameOrigin(Uri a, Uri b) =>
        a.Scheme == b.Scheme && a.Port == b.Port && string.Equals(a.IdnHost, b.IdnHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the repeated request is a GET without a body (RFC 9110, 15.4).</summary>
    public static bool BecomesGet(HttpMethod method, HttpStatusCode status) => status switch
    {
        HttpStatusCode.SeeOther => method != HttpMethod.Get && method != HttpMethod.Head,
        HttpStatusCode.MultipleChoices or HttpStatusCode.Moved or HttpStatusCode.Found => method == HttpMethod.Post,
        _ => false,
    };
}
