using ContractToolkit.Exchange;
using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.Mocking;

/// <summary>What a <c>contract.yaml</c> says about <c>contract proxy</c>.</summary>
public sealed record ProxyConfiguration
{
    /// <summary>The server that requests are passed on to; null where the file does not say.</summary>
    public Uri? Target { get; init; }

    /// <summary>What is done about violations.</summary>
    public ProxyMode Mode { get; init; }

    /// <summary>The file of the HAR recording, relative to the configuration; null for none.</summary>
    public string? Har { get; init; }

    /// <summary>The file of the NDJSON recording, relative to the configuration; null for none.</summary>
    public string? Ndjson { get; init; }

    /// <summary>The file of the profile, relative to the configuration; null for none.</summary>
    public string? Profile { get; init; }

    /// <summary>How long the target may be silent; null for the usual time.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The largest body that is checked; null for the usual size.</summary>
    public int? MaxBody { get; init; }

    /// <summary>Whether any certificate of the target is accepted.</summary>
    public bool Insecure { get; init; }

    /// <summary>The file of further roots, relative to the configuration; null for none.</summary>
    public string? CaFile { get; init; }

    /// <summary>What is secret.</summary>
    public RedactionRules Redaction { get; init; } = new();

    /// <summary>Reads the sections <c>proxy</c> and <c>redact</c>.</summary>
    /// <exception cref="ConfigurationException">A value cannot be used; the message says where it stands.</exception>
    public static ProxyConfiguration Read(ConfigurationFile file)
    {
        Node proxy = file.Root["proxy"];
        if (proxy["insecure"].Kind == NodeKind.True && proxy["caFile"].Exists) throw file.Wrong(proxy["caFile"], "insecure and caFile exclude each other");
        return new ProxyConfiguration
        {
            Target = proxy["target"] is { Exists: true } target ? TargetOf(file, target) : null,
            Mode = proxy["mode"] is { Exists: true } mode ? Enum.Parse<ProxyMode>(mode.Text, ignoreCase: true) : ProxyMode.Report,
            Har = Text(file, proxy["har"]),
            Ndjson = Text(file, proxy["ndjson"]),
            Profile = Text(file, proxy["profile"]),
            Timeout = proxy["timeout"] is { Exists: true } timeout ? Quantity(file, timeout, Quantities.Time) : null,
            MaxBody = proxy["maxBody"] is { Exists: true } size ? Quantity(file, size, Quantities.Size) : null,
            Insecure = proxy["insecure"].Kind == NodeKind.True,
            CaFile = Text(file, proxy["caFile"]),
            Redaction = RedactionSettings.Read(file),
        };
    }

    private static string? Text(ConfigurationFile file, Node node) => node.Exists ? file.Text(node) : null;

    private static Uri TargetOf(ConfigurationFile file, Node node)
    {
        string text = file.Text(node);
        if (file.Root["servers"][text]["url"] is { Exists: true } named) text = file.Text(named);
        bool isBase = Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https" && url is { Query: "", Fragment: "", UserInfo: "" };
        return isBase ? url! : throw file.Wrong(node, $"'{text}' is no base URL and no name of servers; write http://localhost:5000 or https://host/base");
    }

    private static T Quantity<T>(ConfigurationFile file, Node node, Func<string, T> read)
    {
        try
        {
            return read(file.Text(node));
        }
        catch (FormatException e) when (e is not ConfigurationException)
        {
            throw file.Wrong(node, e.Message);
        }
    }
}
