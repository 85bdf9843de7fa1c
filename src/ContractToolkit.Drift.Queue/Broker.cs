using System.Net.Sockets;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace ContractToolkit.Drift.Queue;

/// <summary>One connection. When it is lost, what waits for it is cancelled; its owner then asks for another.</summary>
internal sealed class Broker : IAsyncDisposable
{
    private const string NoSuchHost = "lets this user into no such virtual host";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly IConnection connection;
    private readonly CancellationTokenSource lost = new();

    private readonly QueueAddress address;

    private Broker(IConnection connection, QueueAddress address)
    {
        this.connection = connection;
        this.address = address;
        connection.ConnectionShutdownAsync += OnShutdown;
        if (!connection.IsOpen) lost.Cancel();
    }

    /// <summary>Cancelled when the connection is lost.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>Throws where the broker ended the connection for a reason that holds for the next one too.</summary>
    /// <exception cref="BrokerException">It did.</exception>
    public void ThrowIfRefused()
    {
        // RabbitMQ says that a virtual host is not there only after the handshake.
        if (connection.CloseReason is { ReplyCode: 530 or 402 }) throw new BrokerException($"the broker at {address} {NoSuchHost}.");
    }

    /// <summary>Connects, again and again for as long as <paramref name="patience"/> lasts.</summary>
    /// <exception cref="BrokerException">The broker stays away, or refuses.</exception>
    public static async Task<Broker> ConnectAsync(QueueAddress address, string name, TimeSpan patience, Action<string> note, CancellationToken cancellation)
    {
        long start = Environment.TickCount64;
        bool said = false;
        while (true)
        {
            try
            {
                return new Broker(await address.Factory(name).CreateConnectionAsync(cancellation).ConfigureAwait(false), address);
            }
            catch (Exception e) when (Refusal(e) is { } refusal)
            {
                throw new BrokerException($"the broker at {address} {refusal}.");
            }
            catch (Exception e) when (IsLoss(e))
            {
                if (Environment.TickCount64 - start >= patience.TotalMilliseconds) throw new BrokerException($"the broker at {address} cannot be reached: {Reason(e)}.");
                if (!said) note($"the broker at {address} cannot be reached ({Reason(e)}); trying again");
                said = true;
                await Task.Delay(Pause, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Whether an exception means that the connection is gone, so that what was begun on it is begun again on another.</summary>
    public static bool IsLoss(Exception e) =>
        e is RabbitMQClientException or SocketException or IOException or TimeoutException or ObjectDisposedException;

    /// <summary>A channel on which each message published is confirmed before the publishing returns.</summary>
    public Task<IChannel> PublisherAsync(CancellationToken cancellation) =>
        connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellation);

    /// <summary>A channel that hands out so many messages at a time.</summary>
    public async Task<IChannel> ConsumerAsync(ushort concurrency, ushort prefetch, CancellationToken cancellation)
    {
        CreateChannelOptions options = new(publisherConfirmationsEnabled: false, publisherConfirmationTrackingEnabled: false, consumerDispatchConcurrency: concurrency);
        IChannel channel = await connection.CreateChannelAsync(options, cancellation).ConfigureAwait(false);
        channel.ChannelShutdownAsync += OnShutdown;
        await channel.BasicQosAsync(0, prefetch, global: false, cancellation).ConfigureAwait(false);
        return channel;
    }

    /// <summary>Gives the connection up: what is not acknowledged on it is given out again.</summary>
    public void Abandon() => lost.Cancel();

    public async ValueTask DisposeAsync()
    {
        connection.ConnectionShutdownAsync -= OnShutdown;
        try
        {
            if (connection.IsOpen) await connection.CloseAsync(TimeSpan.FromSeconds(5)).ConfigureAwait(false);
        }
        catch (Exception e) when (IsLoss(e) || e is OperationCanceledException)
        {
            // It is closed one way or the other.
        }

        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private async Task OnShutdown(object sender, ShutdownEventArgs reason) => await lost.CancelAsync().ConfigureAwait(false);

    /// <summary>Why waiting would not help.</summary>
    private static string? Refusal(Exception e)
    {
        for (Exception? cause = e; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AuthenticationFailureException or PossibleAuthenticationFailureException:
                    return "refuses the user name or the password";
                case System.Security.Authentication.AuthenticationException:
                    return "has a certificate that is not trusted for this host";
                case OperationInterruptedException { ShutdownReason.ReplyCode: 530 or 402 }:
                    return NoSuchHost;
                case ProtocolVersionMismatchException:
                    return "does not speak AMQP 0-9-1";
            }
        }

        return null;
    }

    private static string Reason(Exception e)
    {
        for (Exception? cause = e; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException socket) return socket.Message;
        }

        return "it does not answer as a broker does";
    }
}
