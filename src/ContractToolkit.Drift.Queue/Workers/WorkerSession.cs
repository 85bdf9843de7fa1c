using ContractToolkit.Drift.Queue.Messages;
using ContractToolkit.Exchange;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace ContractToolkit.Drift.Queue.Workers;

/// <summary>What a worker does on one connection.</summary>
internal sealed class WorkerSession(Broker broker, ProfileWorkerOptions options, ContractCache cache)
{
    private const string LivesHeader = "lives";

    // A batch that came back so often is likely what ends the workers that take it.
    private const int MostLives = 10;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private readonly ContractRequests contracts = new(cache);
    private IChannel publisher = null!;
    private long lastWork = Environment.TickCount64;
    private int atHand;
    private int answered;
    private volatile bool stopping;

    /// <summary>How many batches were answered.</summary>
    public int Answered => answered;

    /// <summary>Works; true where it ended as it was told to, false where the connection was lost.</summary>
    public async Task<bool> RunAsync(CancellationToken stop)
    {
        try
        {
            publisher = await broker.PublisherAsync(stop).ConfigureAwait(false);
            IChannel replies = await broker.ConsumerAsync(1, 1, stop).ConfigureAwait(false);
            await contracts.OpenAsync(replies, stop).ConfigureAwait(false);
            IChannel batches = await broker.ConsumerAsync((ushort)options.Parallel, (ushort)(options.Parallel + 1), stop).ConfigureAwait(false);
            await QueueNames.DeclareBatchesAsync(batches, stop).ConfigureAwait(false);
            AsyncEventingBasicConsumer consumer = new(batches);
            consumer.ReceivedAsync += (_, message) => OnBatch(batches, message);
            string tag = await batches.BasicConsumeAsync(QueueNames.Batches, autoAck: false, consumer, stop).ConfigureAwait(false);
            while (!stop.IsCancellationRequested && !broker.Lost.IsCancellationRequested && !IsIdle()) await Task.Delay(Look, CancellationToken.None).ConfigureAwait(false);
            return await EndAsync(batches, tag).ConfigureAwait(false);
        }
        catch (Exception e) when (Broker.IsLoss(e))
        {
            return false;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return true;
        }
    }

    private bool IsIdle() =>
        options.UntilIdle is { } most && Volatile.Read(ref atHand) == 0 && Environment.TickCount64 - Volatile.Read(ref lastWork) >= most.TotalMilliseconds;

    /// <summary>Finishes what is at hand; what was fetched beyond that goes back with the channel.</summary>
    private async Task<bool> EndAsync(IChannel batches, string tag)
    {
        stopping = true;
        if (!broker.Lost.IsCancellationRequested) await batches.BasicCancelAsync(tag, noWait: true, CancellationToken.None).ConfigureAwait(false);
        while (Volatile.Read(ref atHand) > 0 && !broker.Lost.IsCancellationRequested) await Task.Delay(10, CancellationToken.None).ConfigureAwait(false);
        return !broker.Lost.IsCancellationRequested;
    }

    private async Task OnBatch(IChannel channel, BasicDeliverEventArgs message)
    {
        Interlocked.Increment(ref atHand);
        try
        {
            if (!stopping) await AnswerAsync(channel, message).ConfigureAwait(false);
        }
        catch (Exception e) when (Broker.IsLoss(e) || e is OperationCanceledException)
        {
            // The broker gives the batch out again, once it knows that it is not worked on here.
            broker.Abandon();
        }
        finally
        {
            Volatile.Write(ref lastWork, Environment.TickCount64);
            Interlocked.Decrement(ref atHand);
        }
    }

    private async Task AnswerAsync(IChannel channel, BasicDeliverEventArgs message)
    {
        IReadOnlyBasicProperties properties = message.BasicProperties;
        if (properties is not { Type: MessageTypes.Batch, MessageId: { } id, ReplyTo: { } collector, CorrelationId: { } contract })
        {
            options.Note("a message that is no batch was thrown away");
            await channel.BasicRejectAsync(message.DeliveryTag, requeue: false, broker.Lost).ConfigureAwait(false);
            return;
        }

        int lives = Lives(properties);
        if (message.Redelivered && lives + 1 < MostLives)
        {
            await GiveAgainAsync(message, lives + 1).ConfigureAwait(false);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, broker.Lost).ConfigureAwait(false);
            return;
        }

        try
        {
            BatchAnswer answer = await WorkAsync(message, contract, collector).ConfigureAwait(false);
            BasicProperties reply = MessageTypes.Lasting(MessageTypes.Answer, id, contract, replyTo: null);
            await publisher.BasicPublishAsync("", collector, mandatory: true, reply, answer.Write(), broker.Lost).ConfigureAwait(false);
            Interlocked.Increment(ref answered);
        }
        catch (PublishException e) when (e.IsReturn)
        {
            options.Note("a batch was thrown away: the run that it belongs to has ended");
        }
        catch (TimeoutException)
        {
            options.Note("a batch was given back: its collector does not send the contract");
            await channel.BasicNackAsync(message.DeliveryTag, multiple: false, requeue: true, broker.Lost).ConfigureAwait(false);
            return;
        }

        await channel.BasicAckAsync(message.DeliveryTag, multiple: false, broker.Lost).ConfigureAwait(false);
    }

    private async Task<BatchAnswer> WorkAsync(BasicDeliverEventArgs message, string contract, string collector)
    {
        if (message.Redelivered)
        {
            return new BatchAnswer { Refused = FormattableString.Invariant($"it was given out {MostLives} times, and no worker lived to answer it") };
        }

        try
        {
            RecordingPart part = RecordingPart.Parse(message.Body);
            CompiledContract compiled = await contracts.GetAsync(contract, collector, publisher, broker.Lost).ConfigureAwait(false);
            return BatchAnswer.Of(part, compiled);
        }
        catch (Exception e) when (!Broker.IsLoss(e) && e is not OperationCanceledException)
        {
            // Given out again, it would fail again. The text of an unforeseen fault could hold values of the traffic.
            return new BatchAnswer { Refused = e is FormatException ? e.Message : $"the worker failed at it ({e.GetType().Name})" };
        }
    }

    /// <summary>
    /// Puts a batch that came back to the end of the queue, one life older: the broker says only that it came back, not how often. Should the worker die
    /// before the old one is acknowledged, there are two, which count once.
    /// </summary>
    private Task GiveAgainAsync(BasicDeliverEventArgs message, int lives)
    {
        BasicProperties properties = new(message.BasicProperties) { Headers = new Dictionary<string, object?> { [LivesHeader] = lives } };
        return publisher.BasicPublishAsync("", QueueNames.Batches, mandatory: true, properties, message.Body, broker.Lost).AsTask();
    }

    private static int Lives(IReadOnlyBasicProperties properties) =>
        properties.Headers is { } headers && headers.TryGetValue(LivesHeader, out object? lives) && lives is int number ? number : 0;
}
