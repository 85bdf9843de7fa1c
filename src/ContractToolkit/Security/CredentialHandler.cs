namespace ContractToolkit.Security;

/// <summary>
/// Puts secrets into a message at the last moment and takes them out again when the answer is there. As the innermost handler
/// it keeps them from every handler outside it: loggers, retries, recorders. It follows redirects in place of the network's own handler.
/// </summary>
public sealed class CredentialHandler : DelegatingHandler
{
    private readonly int mostRedirects;

    /// <summary>Makes a handler before the one that goes to the network. Redirects are followed here, as often as that one would have: secrets stay with the origin
    /// that they were meant for.</summary>
    public CredentialHandler(HttpMessageHandler inner)
        : base(inner) => mostRedirects = Redirects.TakeOver(inner);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using CredentialedCall call = new(request, mostRedirects);
        HttpResponseMessage response;
        do
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        while (call.Follow(response));
        return response;
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using CredentialedCall call = new(request, mostRedirects);
        HttpResponseMessage response;
        do
        {
            response = base.Send(request, cancellationToken);
        }
        while (call.Follow(response));
        return response;
    }
}
