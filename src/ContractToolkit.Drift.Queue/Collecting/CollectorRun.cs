using ContractToolkit.Drift.Queue.Messages;
using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Queue.Collecting;

/// <summary>The state of a run that outlives its connections: which batch is to be given out next, and how many more may be.</summary>
internal sealed class CollectorRun(
    string id, BatchLedger ledger, IEnumerator<RecordingPart> parts, CompiledContract contract, ContractParcel parcel, ProfileCollectorOptions options) : IDisposable
{
    // What is longer is not sent: brokers have limits of their own.
    private const int LargestBatch = 96 * 1024 * 1024;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Hint = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim free = new(options.Window);
    private readonly long start = Environment.TickCount64;
    private long lastAnswer = Environment.TickCount64;
    private bool anyAnswer;
    private bool hinted;

    public string Id { get; } = id;

    public ContractParcel Parcel { get; } = parcel;

    /// <summary>The batch that was last prepared and is not yet known to have arrived.</summary>
    public (string Id, RecordingPart Part)? Pending { get; set; }

    /// <summary>Prepares the next batch; false at the end. A part too large to travel is counted here.</summary>
    public async Task<bool> NextAsync(CancellationToken cancellation)
    {
        while (Pending is null)
        {
            await ReserveAsync(cancellation).ConfigureAwait(false);
            if (!parts.MoveNext())
            {
                free.Release();
                return false;
            }

            if (parts.Current.Bytes.Length <= LargestBatch) Pending = (ledger.Give(parts.Current), parts.Current);
            else
            {
                ledger.Add(parts.Current.Start, BatchAnswer.Of(parts.Current, contract));
                free.Release();
            }
        }

        return true;
    }

    /// <summary>Waits until every batch is answered.</summary>
    public async Task AllAnsweredAsync(CancellationToken cancellation)
    {
        int taken = 0;
        try
        {
            for (; taken < options.Window; taken++) await ReserveAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            if (taken > 0) free.Release(taken);
        }
    }

    /// <summary>Takes an answer in.</summary>
    public void Settle(string batch, BatchAnswer answer)
    {
        Volatile.Write(ref lastAnswer, Environment.TickCount64);
        anyAnswer = true;
        if (ledger.Settle(batch, answer)) free.Release();
    }

    public void Dispose() => free.Dispose();

    private async Task ReserveAsync(CancellationToken cancellation)
    {
        while (!await free.WaitAsync(Look, cancellation).ConfigureAwait(false))
        {
            long now = Environment.TickCount64;
            if (!anyAnswer && !hinted && now - start > Hint.TotalMilliseconds)
            {
                hinted = true;
                options.Note("no worker has answered yet; start some with 'contract profile worker --queue …'");
            }

            if (now - Volatile.Read(ref lastAnswer) > options.Patience.TotalMilliseconds)
            {
                throw new SilenceException(FormattableString.Invariant($"no worker has answered for {options.Patience.TotalSeconds:0} seconds; {ledger.Outstanding} batches are without an answer"));
            }
        }
    }
}
