using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.OpenApi.Nodes;
using ContractToolkit.Reporting;

namespace ContractToolkit.Testing;

/// <summary>What a <c>contract.yaml</c> says about <c>contract check</c>.</summary>
public sealed record CheckConfiguration
{
    /// <summary>The choices for the run.</summary>
    public RunOptions Options { get; init; } = new();

    /// <summary>The server that is tested; null for the embedded mock.</summary>
    public Uri? Server { get; init; }

    /// <summary>Findings that are accepted.</summary>
    public IReadOnlyList<IgnoreRule> Ignored { get; init; } = [];

    /// <summary>The baseline file, relative to the configuration; null for none.</summary>
    public string? Baseline { get; init; }

    /// <summary>The coverage, in percent, below which the run fails; null for no gate.</summary>
    public double? MinCoverage { get; init; }

    /// <summary>Reports to write: kind and file, relative to the configuration.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Reports { get; init; } = [];

    /// <summary>The document that a configuration names, relative to it; null where it names none.</summary>
    public static string? DocumentOf(ConfigurationFile file) => file.Root["document"] is { Exists: true } node ? file.Text(node) : null;

    /// <summary>Reads the sections that concern checking.</summary>
    /// <param name="file">The configuration.</param>
    /// <param name="contract">The contract, which selectors and schemes are looked up in.</param>
    /// <param name="server">The server that the command line chooses, by name or URL; null for the one of the configuration.</param>
    /// <exception cref="ConfigurationException">A value cannot be used; the message says where it stands.</exception>
    public static CheckConfiguration Read(ConfigurationFile file, Contract contract, string? server = null)
    {
        Node check = file.Root["check"];
        (Uri? url, bool writes) = ServerSettings.Read(file, server);
        RunOptions options = new CheckSettings(file, contract).Read(check);
        return new()
        {
            Options = options with { AllowWrites = options.AllowWrites || writes },
            Server = url,
            Ignored = [.. new IgnoreSettings(file, contract).Read(check["ignore"])],
            Baseline = check["baseline"] is { Exists: true } baseline ? file.Text(baseline) : null,
            MinCoverage = check["minCoverage"] is { Exists: true } coverage ? double.Parse(coverage.Text, System.Globalization.CultureInfo.InvariantCulture) : null,
            Reports = [.. Pairs(file, check["reports"])],
        };
    }

    private static List<KeyValuePair<string, string>> Pairs(ConfigurationFile file, Node node)
    {
        List<KeyValuePair<string, string>> pairs = [];
        foreach (Node member in node.Members)
        {
            if (member.Name != "har" && Reporters.Find(member.Name) is null) throw file.Wrong(member, $"there is no report '{member.Name}'; there are har, {string.Join(", ", Reporters.All.Select(reporter => reporter.Name))}");
            pairs.Add(new(member.Name, file.Text(member)));
        }

        return pairs;
    }
}
