using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace ContractToolkit.Drift.Queue;

/// <summary>The queues. The version stands in their names, so that tools which do not understand one another never meet.</summary>
internal static class QueueNames
{
    /// <summary>Batches for whoever takes them.</summary>
    public const string Batches = "contract.profile.v1.batches";

    /// <summary>The most bytes of one message, which RabbitMQ takes without being asked to.</summary>
    public const uint LargestMessage = 128 * 1024 * 1024;

    // A collector that is gone for longer than this will not come back.
    private static readonly TimeSpan UnusedResults = TimeSpan.FromMinutes(30);

    /// <summary>What the workers have for one run.</summary>
    public static string Results(string run) => "contract.profile.v1.results." + run;

    /// <summary>Makes the queue of batches where it is missing. It and its messages survive the broker's fall.</summary>
    public static Task DeclareBatchesAsync(IChannel channel, CancellationToken cancellation) => DeclareAsync(channel, Batches, [], cancellation);

    /// <summary>Makes the queue of results of one run; it survives a lost connection, but not being left alone.</summary>
    public static Task DeclareResultsAsync(IChannel channel, string run, CancellationToken cancellation) =>
        DeclareAsync(channel, Results(run), new() { ["x-expires"] = (int)UnusedResults.TotalMilliseconds }, cancellation);

    private static async Task DeclareAsync(IChannel channel, string queue, Dictionary<string, object?> arguments, CancellationToken cancellation)
    {
        try
        {
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: cancellation).ConfigureAwait(false);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason is { ReplyCode: 403 or 405 or 406 } reason)
        {
            throw new BrokerException($"the broker refuses the queue {queue}: {reason.ReplyText}");
        }
    }
}
