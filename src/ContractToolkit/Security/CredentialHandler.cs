namespace ContractToolkit.Security;

/// <summary>
/// Puts secrets into a message at the last moment and takes them out again when the answer is there. As the innermost handler
/// it keeps them from every handler outside it: loggers, retries, recorders.
/// </summary>
public sealed class CredentialHandler : DelegatingHandler
{
    /// <summary>Makes a handler before the one that goes to the network.</summary>
    public CredentialHandler(HttpMessageHandler inner)
        : base(inner)
    {
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(CredentialSet.Key, out CredentialSet? secrets))
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        Action restore = secrets.Apply(request);
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            restore();
        }
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(CredentialSet.Key, out CredentialSet? secrets)) return base.Send(request, cancellationToken);
        Action restore = secrets.Apply(request);
        try
        {
            return base.Send(request, cancellationToken);
        }
        finally
        {
            restore();
        }
    }
}
