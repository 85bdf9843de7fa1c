using ContractToolkit.Drift.Queue.Messages;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace ContractToolkit.Drift.Queue.Collecting;

/// <summary>What a collector does on one connection.</summary>
internal sealed class CollectorSession(Broker broker, CollectorRun run)
{
    private IChannel publisher = null!;
    private IChannel replier = null!;

    /// <summary>Gives out and collects; true when all is answered, false where the connection was lost.</summary>
    /// <exception cref="SilenceException">The workers fell silent.</exception>
    public async Task<bool> RunAsync(CancellationToken stop)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(stop, broker.Lost);
        IChannel? results = null;
        try
        {
            publisher = await broker.PublisherAsync(either.Token).ConfigureAwait(false);
            replier = await broker.PublisherAsync(either.Token).ConfigureAwait(false);
            results = await broker.ConsumerAsync(1, 16, either.Token).ConfigureAwait(false);
            await OpenAsync(results, either.Token).ConfigureAwait(false);
            await GiveAsync(either.Token).ConfigureAwait(false);
            await run.AllAnsweredAsync(either.Token).ConfigureAwait(false);
            await CloseAsync(results).ConfigureAwait(false);
            return true;
        }
        catch (SilenceException)
        {
            await CloseAsync(results).ConfigureAwait(false);
            throw;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await CloseAsync(results).ConfigureAwait(false);
            throw;
        }
        catch (Exception e) when (Broker.IsLoss(e) || (e is OperationCanceledException && broker.Lost.IsCancellationRequested))
        {
            return false;
        }
    }

    private async Task OpenAsync(IChannel results, CancellationToken cancellation)
    {
        await QueueNames.DeclareBatchesAsync(results, cancellation).ConfigureAwait(false);
        await QueueNames.DeclareResultsAsync(results, run.Id, cancellation).ConfigureAwait(false);
        AsyncEventingBasicConsumer consumer = new(results);
        consumer.ReceivedAsync += (_, message) => OnResult(results, message);
        await results.BasicConsumeAsync(QueueNames.Results(run.Id), autoAck: false, consumer, cancellation).ConfigureAwait(false);
    }

    private async Task GiveAsync(CancellationToken cancellation)
    {
        while (await run.NextAsync(cancellation).ConfigureAwait(false))
        {
            (string id, Exchange.RecordingPart part) = run.Pending!.Value;
            BasicProperties properties = MessageTypes.Lasting(MessageTypes.Batch, id, run.Parcel.Id, QueueNames.Results(run.Id));
            await publisher.BasicPublishAsync("", QueueNames.Batches, mandatory: true, properties, part.Bytes, cancellation).ConfigureAwait(false);

            // Only now: a batch that the broker did not confirm is given out again on the next connection, under the same id.
            run.Pending = null;
        }
    }

    private async Task OnResult(IChannel channel, BasicDeliverEventArgs message)
    {
        try
        {
            IReadOnlyBasicProperties properties = message.BasicProperties;
            if (properties is { Type: MessageTypes.ContractWanted, ReplyTo: { } worker }) await SendContractAsync(worker).ConfigureAwait(false);
            else if (properties is { Type: MessageTypes.Answer, MessageId: { } id }) run.Settle(id, Read(message.Body));
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, broker.Lost).ConfigureAwait(false);
        }
        catch (Exception e) when (Broker.IsLoss(e) || e is OperationCanceledException)
        {
            // What was not acknowledged comes again, and counts once.
            broker.Abandon();
        }
    }

    private async Task SendContractAsync(string worker)
    {
        try
        {
            BasicProperties properties = new() { Type = MessageTypes.Contract };
            await replier.BasicPublishAsync("", worker, mandatory: true, properties, run.Parcel.Bytes, broker.Lost).ConfigureAwait(false);
        }
        catch (PublishException e) when (e.IsReturn)
        {
            // The worker that asked is gone.
        }
    }

    private static BatchAnswer Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return BatchAnswer.Parse(body);
        }
        catch (FormatException e)
        {
            return new BatchAnswer { Refused = "the worker's answer cannot be read: " + e.Message };
        }
    }

    /// <summary>Removes the queue of this run: workers that still hold batches of it find nobody waiting, and throw them away.</summary>
    private async Task CloseAsync(IChannel? results)
    {
        if (results is null || broker.Lost.IsCancellationRequested) return;
        try
        {
            await results.QueueDeleteAsync(QueueNames.Results(run.Id), ifUnused: false, ifEmpty: false, noWait: false, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (Broker.IsLoss(e))
        {
            // It expires by itself.
        }
    }
}
