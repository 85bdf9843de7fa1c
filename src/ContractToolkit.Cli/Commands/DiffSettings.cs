using System.Globalization;
using ContractToolkit.Diff;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.Cli.Commands;

/// <summary>The section <c>diff</c> of <c>contract.yaml</c>.</summary>
internal sealed class DiffSettings(ConfigurationFile file)
{
    private readonly Node section = file.Root["diff"];

    public string? FailOn => Text("failOn");

    public string? MinLevel => Text("minLevel");

    public string? Baseline => Text("baseline");

    public int? DeprecationDays => Number("deprecationDays");

    public int? DeprecationDaysBeta => Number("deprecationDaysBeta");

    /// <summary>Levels by rule.</summary>
    public Dictionary<string, FindingLevel> Levels()
    {
        Dictionary<string, FindingLevel> levels = new(StringComparer.Ordinal);
        foreach (Node member in section["levels"].Members) levels[Rule(member, member.Name)] = Enum.Parse<FindingLevel>(member.Text, ignoreCase: true);
        return levels;
    }

    /// <summary>The accepted changes.</summary>
    public List<IgnoreEntry> Ignore()
    {
        List<IgnoreEntry> entries = [];
        foreach (Node item in section["ignore"].Items)
        {
            Node rule = item["rule"];
            entries.Add(new(rule.Text == "*" ? "*" : Rule(rule, rule.Text), Text(item["operation"]), Text(item["cause"]), file.Text(item["reason"]), Date(item["expires"])));
        }

        return entries;
    }

    private string Rule(Node node, string id) => DiffRules.Find(id) is null ? throw file.Wrong(node, $"there is no rule '{id}'; 'contract rules --part diff' lists them") : id;

    private DateTime? Date(Node node)
    {
        if (!node.Exists) return null;
        return DateTime.TryParseExact(node.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
            ? date : throw file.Wrong(node, $"'{node.Text}' is no date as 2027-01-31");
    }

    private string? Text(string name) => Text(section[name]);

    private string? Text(Node node) => node.Exists ? file.Text(node) : null;

    private int? Number(string name) => section[name] is { Exists: true } node ? int.Parse(node.Text, CultureInfo.InvariantCulture) : null;
}
