using RabbitMQ.Client;

namespace ContractToolkit.Drift.Queue;

/// <summary>The address of a broker. Its user name and password go into the connection and nowhere else: neither texts nor errors hold them.</summary>
public sealed class QueueAddress
{
    private const string Expected = "the queue's address is no amqp://USER:PASSWORD@HOST:PORT/VHOST or amqps://… (it is not shown, as it may hold a password)";
    private readonly Uri uri;
    private readonly string shown;

    private QueueAddress(Uri uri, string shown)
    {
        this.uri = uri;
        this.shown = shown;
    }

    /// <summary>Reads an address.</summary>
    /// <exception cref="FormatException">It is none; the message does not repeat it.</exception>
    public static QueueAddress Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("amqp" or "amqps") || uri.Host.Length == 0) throw new FormatException(Expected);
        try
        {
            ConnectionFactory factory = new() { Uri = uri };
            return new QueueAddress(uri, FormattableString.Invariant($"{uri.Scheme}://{uri.Host}:{factory.Endpoint.Port}{uri.AbsolutePath.TrimEnd('/')}"));
        }
        catch (Exception e) when (e is ArgumentException or UriFormatException)
        {
            throw new FormatException(Expected);
        }
    }

    /// <summary>The address without user name, password and query.</summary>
    public override string ToString() => shown;

    /// <summary>The settings of a connection.</summary>
    internal ConnectionFactory Factory(string name)
    {
        ConnectionFactory factory = new()
        {
            Uri = uri,
            ClientProvidedName = name,
            // What a connection left undone is known to its owner only, who begins again on a new one.
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
            MaxInboundMessageBodySize = QueueNames.LargestMessage,
            RequestedConnectionTimeout = TimeSpan.FromSeconds(10),
        };
        if (uri.Scheme == "amqps")
        {
            // The client's own reading of an address lets a certificate of another host pass.
            factory.Ssl.AcceptablePolicyErrors = System.Net.Security.SslPolicyErrors.None;
            factory.Ssl.ServerName = uri.Host;
        }

        return factory;
    }
}
