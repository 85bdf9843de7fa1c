using ContractToolkit.Drift.Queue.Workers;

namespace ContractToolkit.Drift.Queue;

/// <summary>
/// Takes batches of exchanges from a broker and answers each with its profile. The answer is confirmed by the broker before the batch is
/// acknowledged: a worker that is killed, at whatever moment, leaves the batch to another, and a batch answered twice counts once.
/// </summary>
public sealed class ProfileWorker(QueueAddress queue, ProfileWorkerOptions options)
{
    /// <summary>How many batches were answered.</summary>
    public int Answered { get; private set; }

    /// <summary>Works until it is stopped, or idle for as long as was asked. A batch at hand is finished first.</summary>
    /// <exception cref="BrokerException">The broker cannot be used.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        ContractCache contracts = new();
        bool ended = false;
        while (!ended && !stop.IsCancellationRequested)
        {
            if (await ConnectAsync(stop).ConfigureAwait(false) is not { } broker) return;
            await using (broker.ConfigureAwait(false))
            {
                WorkerSession session = new(broker, options, contracts);
                ended = await session.RunAsync(stop).ConfigureAwait(false);
                Answered += session.Answered;
                if (!ended) broker.ThrowIfRefused();
            }

            if (!ended && !stop.IsCancellationRequested) options.Note("the connection to the broker was lost; what was not acknowledged will be given out again");
        }
    }

    /// <summary>A connection; null where the worker was stopped while waiting for one.</summary>
    private async Task<Broker?> ConnectAsync(CancellationToken stop)
    {
        try
        {
            return await Broker.ConnectAsync(queue, "contract profile worker", options.Patience, options.Note, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
    }
}
