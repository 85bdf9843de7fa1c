namespace ContractToolkit.Security;

/// <summary>One request on its way through the <see cref="CredentialHandler"/>: secrets are in it from here to the end, redirects are followed, and
/// at the end it is what it was.</summary>
internal sealed class CredentialedCall : IDisposable
{
    private readonly HttpRequestMessage request;
    private readonly HttpMethod method;
    private readonly HttpContent? content;
    private readonly Uri? uri;
    private readonly Uri origin;
    private Action? takeOut;
    private int redirectsLeft;

    /// <summary>Puts the secrets of a request into it.</summary>
    public CredentialedCall(HttpRequestMessage request, int mostRedirects)
    {
        this.request = request;
        (method, content, uri) = (request.Method, request.Content, request.RequestUri);
        redirectsLeft = mostRedirects;
        if (request.Options.TryGetValue(CredentialSet.Key, out CredentialSet? secrets)) takeOut = secrets.Apply(request);
        origin = request.RequestUri!;
    }

    /// <summary>Makes the request the next one that the answer asks for; false where the answer is the last. Secrets stay with the origin they were
    /// meant for.</summary>
    public bool Follow(HttpResponseMessage response)
    {
        if (redirectsLeft == 0 || Redirects.Target(request, response) is not { } target) return false;
        redirectsLeft--;
        if (!Redirects.SameOrigin(origin, target)) TakeOut();
        if (Redirects.BecomesGet(request.Method, response.StatusCode))
        {
            request.Method = HttpMethod.Get;
            request.Content = null;
        }

        request.RequestUri = target;
        response.Dispose();
        return true;
    }

    /// <summary>Makes the request what it was.</summary>
    public void Dispose()
    {
        TakeOut();
        (request.Method, request.Content, request.RequestUri) = (method, content, uri);
    }

    private void TakeOut()
    {
        takeOut?.Invoke();
        takeOut = null;
    }
}
