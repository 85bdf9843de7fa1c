using System.Globalization;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.OpenApi.Nodes;
using ContractToolkit.Reporting;

namespace ContractToolkit.Testing;

/// <summary>Reads the findings that a configuration accepts.</summary>
internal sealed class IgnoreSettings(ConfigurationFile file, Contract contract)
{
    public IEnumerable<IgnoreRule> Read(Node array)
    {
        List<IgnoreRule> rules = [];
        foreach (Node item in array.Items) rules.Add(Rule(item));
        return rules;
    }

    private IgnoreRule Rule(Node item)
    {
        SelectorSettings selectors = new(file, contract);
        return new(
            selectors.Check(item["check"]),
            item["operation"] is { Exists: true } operation ? selectors.Operations(operation) : null,
            item["cause"] is { Exists: true } cause ? file.Text(cause) : null,
            file.Text(item["reason"]),
            item["expires"] is { Exists: true } expires ? Date(expires) : null,
            string.Create(CultureInfo.InvariantCulture, $"{file.File}:{item.Position}"));
    }

    private DateOnly Date(Node node) => DateOnly.TryParseExact(node.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
        ? date : throw file.Wrong(node, $"'{node.Text}' is no date as 2027-01-31");
}
