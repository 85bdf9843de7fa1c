using ContractToolkit.Drift.Queue.Collecting;
using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Queue;

/// <summary>
/// Gives parts of recordings out as batches, and adds up what workers answer: the same profile, to the byte, as one run over the recordings, however
/// many workers there are and however many of them die.
/// </summary>
public sealed class ProfileCollector(QueueAddress queue, CompiledContract contract, ContractParcel parcel, ProfileCollectorOptions options)
{
    private readonly string run = Guid.NewGuid().ToString("N");

    /// <summary>Gives out all parts and waits for their answers. Stopped, it returns what was answered so far.</summary>
    /// <param name="cut">The parts; what is found wrong while cutting goes to the argument.</param>
    /// <param name="stop">Ends the run.</param>
    /// <exception cref="BrokerException">The broker cannot be used.</exception>
    public async Task<CollectedProfile> RunAsync(Func<Action<Finding>, IEnumerable<RecordingPart>> cut, CancellationToken stop)
    {
        BatchLedger ledger = new(run);
        using IEnumerator<RecordingPart> parts = cut(ledger.Add).GetEnumerator();
        CollectorRun state = new(run, ledger, parts, contract, parcel, options);
        bool whole = false;
        try
        {
            while (!whole)
            {
                Broker broker = await Broker.ConnectAsync(queue, "contract profile", options.Patience, options.Note, stop).ConfigureAwait(false);
                await using (broker.ConfigureAwait(false))
                {
                    whole = await new CollectorSession(broker, state).RunAsync(stop).ConfigureAwait(false);
                    if (!whole) broker.ThrowIfRefused();
                }

                if (!whole) options.Note("the connection to the broker was lost; connecting again");
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was answered so far is the result.
        }
        catch (SilenceException e)
        {
            options.Note(e.Message);
        }

        return new CollectedProfile(ledger.Profile, ledger.Problems, ledger.Outstanding) { IsWhole = whole };
    }
}
