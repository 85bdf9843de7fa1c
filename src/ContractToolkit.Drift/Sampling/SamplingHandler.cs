using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Sampling;

/// <summary>
/// Samples the calls of an <see cref="HttpClient"/>. A call that is not chosen passes untouched. Of a chosen one the body is copied while the caller reads
/// it: nothing is buffered ahead, nothing waits, and what the caller never reads is not looked at.
/// </summary>
/// <param name="sampler">Takes the samples; may be shared by any number of handlers, and outlives them.</param>
public sealed class SamplingHandler(TrafficSampler sampler) : DelegatingHandler
{
    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        sampler.Chooses() ? SampleAsync(request, cancellationToken) : base.SendAsync(request, cancellationToken);

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!sampler.Chooses()) return base.Send(request, cancellationToken);
        SampledCall call = new(sampler, request);
        try
        {
            return call.Observe(base.Send(request, cancellationToken));
        }
        catch (Exception)
        {
            call.Fail();
            throw;
        }
    }

    private async Task<HttpResponseMessage> SampleAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SampledCall call = new(sampler, request);
        try
        {
            return call.Observe(await base.SendAsync(request, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception)
        {
            call.Fail();
            throw;
        }
    }
}
