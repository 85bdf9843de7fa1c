using ContractToolkit.Drift.Queue.Messages;
using ContractToolkit.Exchange;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace ContractToolkit.Drift.Queue.Workers;

/// <summary>Asks collectors for the contracts of their batches, each once for a connection.</summary>
internal sealed class ContractRequests(ContractCache cache)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Lock gate = new();
    private readonly Dictionary<string, TaskCompletionSource<CompiledContract>> waiting = [];
    private string replies = "";

    /// <summary>Makes the queue that contracts come by.</summary>
    public async Task OpenAsync(IChannel channel, CancellationToken cancellation)
    {
        replies = (await channel.QueueDeclareAsync(cancellationToken: cancellation).ConfigureAwait(false)).QueueName;
        AsyncEventingBasicConsumer consumer = new(channel);
        consumer.ReceivedAsync += OnContract;
        await channel.BasicConsumeAsync(replies, autoAck: true, consumer, cancellation).ConfigureAwait(false);
    }

    /// <summary>The contract of a batch.</summary>
    /// <exception cref="RabbitMQ.Client.Exceptions.PublishException">Nobody waits for the batch's answer any more.</exception>
    /// <exception cref="TimeoutException">The collector does not answer.</exception>
    /// <exception cref="FormatException">What it answered is no contract.</exception>
    public async Task<CompiledContract> GetAsync(string id, string collector, IChannel publisher, CancellationToken cancellation)
    {
        if (cache.Find(id) is { } known) return known;
        TaskCompletionSource<CompiledContract> arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (waiting.TryGetValue(id, out TaskCompletionSource<CompiledContract>? asked) && !asked.Task.IsFaulted) arrival = asked;
            else waiting[id] = arrival;
        }

        BasicProperties properties = MessageTypes.Lasting(MessageTypes.ContractWanted, null, id, replies);
        await publisher.BasicPublishAsync("", collector, mandatory: true, properties, ReadOnlyMemory<byte>.Empty, cancellation).ConfigureAwait(false);
        return await arrival.Task.WaitAsync(Patience, cancellation).ConfigureAwait(false);
    }

    private Task OnContract(object sender, BasicDeliverEventArgs message)
    {
        ContractParcel parcel = ContractParcel.Of(message.Body);
        if (cache.Find(parcel.Id) is not null) return Task.CompletedTask;
        TaskCompletionSource<CompiledContract>? arrival;
        lock (gate) waiting.TryGetValue(parcel.Id, out arrival);
        if (arrival is null) return Task.CompletedTask;
        try
        {
            CompiledContract contract = parcel.Compile();
            cache.Add(parcel.Id, contract);
            arrival.TrySetResult(contract);
        }
        catch (FormatException e)
        {
            arrival.TrySetException(e);
        }

        return Task.CompletedTask;
    }
}
