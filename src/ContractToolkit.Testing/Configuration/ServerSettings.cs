using ContractToolkit.Exchange;
using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.Testing;

/// <summary>Finds the server that is meant: by its name in the configuration, or by its URL.</summary>
internal static class ServerSettings
{
    public static (Uri? Url, bool AllowWrites) Read(ConfigurationFile file, string? chosen)
    {
        Node named = file.Root["check"]["server"];
        string? server = chosen ?? (named.Exists ? file.Text(named) : null);
        if (server is null) return (null, false);
        Node entry = file.Root["servers"][server];
        string text = entry.Exists ? file.Text(entry["url"]) : server;
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https") || url.Query.Length > 0)
        {
            string message = $"'{text}' is no base URL, nor the name of a server; write http://localhost:5000 or https://host/base";
            throw chosen is null || entry.Exists ? file.Wrong(entry.Exists ? entry["url"] : named, message)
                : new ConfigurationException([new() { Id = ConfigurationFile.RuleId, Level = FindingLevel.Error, Message = $"--server: {message}." }]);
        }

        return (url, entry["allowWrites"].Kind == NodeKind.True);
    }
}
