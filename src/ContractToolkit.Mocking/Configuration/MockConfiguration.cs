using System.Globalization;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.Mocking;

/// <summary>What a <c>contract.yaml</c> says about <c>contract mock</c>.</summary>
public sealed record MockConfiguration
{
    /// <summary>How the mock behaves.</summary>
    public MockOptions Options { get; init; } = new();

    /// <summary>How it listens; address and port are said on the command line.</summary>
    public MockServerOptions Server { get; init; } = new();

    /// <summary>The file that it remembers in, relative to the configuration; null for none.</summary>
    public string? State { get; init; }

    /// <summary>Reads the section <c>mock</c>.</summary>
    /// <exception cref="ConfigurationException">A value cannot be used; the message says where it stands.</exception>
    public static MockConfiguration Read(ConfigurationFile file, Contract contract)
    {
        Node mock = file.Root["mock"];
        ulong seed = Unsigned(mock["seed"]);
        MockClock? clock = mock["clock"] is { Exists: true } start ? Clock(file, start) : null;
        bool checks = mock["checks"].Kind != NodeKind.False;
        return new MockConfiguration
        {
            State = mock["state"] is { Exists: true } state ? file.Text(state) : null,
            Options = new MockOptions
            {
                Seed = seed,
                Dynamic = mock["dynamic"].Kind == NodeKind.True,
                PlainValues = mock["plain"].Kind == NodeKind.True,
                Stateful = mock["stateful"].Kind == NodeKind.True || mock["state"].Exists,
                OnlyDeclared = mock["onlyDeclared"].Kind == NodeKind.True,
                Clock = clock ?? TimeProvider.System,
                CheckRequests = checks,
                CheckSecurity = checks && mock["security"].Kind != NodeKind.False,
                Resources = [.. Resources(file, contract, mock["resources"])],
            },
            Server = new MockServerOptions
            {
                Clock = clock,
                StreamInterval = mock["streamInterval"] is { Exists: true } interval ? Time(file, interval) : TimeSpan.Zero,
                Callbacks = new CallbackOptions { Enabled = mock["callbacks"].Kind != NodeKind.False, Hosts = [.. file.Texts(mock["callbackHosts"])] },
                Chaos = mock["chaos"] is { Exists: true } chaos ? Chaos(file, chaos, seed) : null,
            },
        };
    }

    private static MockClock Clock(ConfigurationFile file, Node start)
    {
        if (file.Text(start) is not "system" and var text)
        {
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset now)
                ? new MockClock(now) : throw file.Wrong(start, $"'{text}' is no time; write system, or 2027-01-31T12:00:00Z");
        }

        return new MockClock();
    }

    private static List<ResourceSetting> Resources(ConfigurationFile file, Contract contract, Node array)
    {
        List<ResourceSetting> settings = [];
        foreach (Node item in array.Items)
        {
            string operation = file.Text(item["operation"]);
            if (!contract.Operations.Any(known => known.OperationId == operation || known.DisplayName == operation)) throw file.Wrong(item["operation"], $"the contract has no operation '{operation}'; write an operationId or METHOD /path");
            string action = item["action"].Text;
            settings.Add(new ResourceSetting(
                operation,
                action == "none" ? null : Enum.Parse<ResourceAction>(action, ignoreCase: true),
                item["collection"] is { Exists: true } collection ? file.Text(collection) : null,
                item["id"] is { Exists: true } id ? file.Text(id) : null));
        }

        return settings;
    }

    private static ChaosOptions Chaos(ConfigurationFile file, Node chaos, ulong seed)
    {
        TimeSpan least = chaos["minLatency"] is { Exists: true } low ? Time(file, low) : TimeSpan.Zero;
        TimeSpan most = chaos["maxLatency"] is { Exists: true } high ? Time(file, high) : least;
        if (most < least) throw file.Wrong(chaos["maxLatency"], "maxLatency is less than minLatency");
        return new ChaosOptions
        {
            Seed = seed,
            MinLatency = least,
            MaxLatency = most,
            LatencyShape = chaos["latencyShape"] is { Exists: true } shape ? Enum.Parse<LatencyShape>(shape.Text, ignoreCase: true) : LatencyShape.Even,
            ErrorRate = Share(chaos["errorRate"]),
            ErrorStatus = chaos["errorStatus"].Exists ? (int)Unsigned(chaos["errorStatus"]) : 503,
            TruncateRate = Share(chaos["truncateRate"]),
            ResetRate = Share(chaos["resetRate"]),
            RequestsPerSecond = (int)Unsigned(chaos["rateLimit"]),
            RetryAfter = chaos["retryAfter"] is { Exists: true } retry ? Time(file, retry) : TimeSpan.FromSeconds(1),
            BytesPerSecond = (int)Unsigned(chaos["bytesPerSecond"]),
            ByHeader = chaos["byRequest"].Kind != NodeKind.False,
        };
    }

    private static ulong Unsigned(Node node) => node.Exists ? ulong.Parse(node.Text, CultureInfo.InvariantCulture) : 0;

    private static double Share(Node node) => node.Exists ? double.Parse(node.Text, CultureInfo.InvariantCulture) : 0;

    private static TimeSpan Time(ConfigurationFile file, Node node)
    {
        try
        {
            return Quantities.Time(file.Text(node));
        }
        catch (FormatException e) when (e is not ConfigurationException)
        {
            throw file.Wrong(node, e.Message);
        }
    }
}
