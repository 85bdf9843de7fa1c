using System.CommandLine;
using ContractToolkit.Diff;

namespace ContractToolkit.Cli.Commands;

/// <summary>The options of <c>contract diff</c> about levels and dates.</summary>
internal sealed class DiffChoices
{
    private readonly Option<string[]> levels = new("--level") { Description = "Another level for a rule: RULE=error, warning or info.", HelpName = "RULE=LEVEL" };
    private readonly Option<int?> stableDays = new("--deprecation-days") { Description = "The least number of days between deprecation and sunset.", HelpName = "DAYS" };
    private readonly Option<int?> betaDays = new("--deprecation-days-beta") { Description = "The same for operations of stability beta.", HelpName = "DAYS" };

    public void AddTo(Command command)
    {
        levels.Validators.Add(result =>
        {
            foreach (System.CommandLine.Parsing.Token token in result.Tokens)
            {
                string[] parts = token.Value.Split('=', 2);
                if (parts.Length != 2 || Parse(parts[1]) is null) result.AddError($"'{token.Value}' is no level: write RULE=error, RULE=warning or RULE=info.");
                else if (DiffRules.Find(parts[0]) is null) result.AddError($"There is no rule '{parts[0]}'; 'contract rules --part diff' lists them.");
            }
        });
        command.Add(levels);
        command.Add(stableDays);
        command.Add(betaDays);
    }

    public DiffOptions Read(ParseResult parsed) => new()
    {
        Levels = (parsed.GetValue(levels) ?? []).Select(text => text.Split('=', 2)).GroupBy(parts => parts[0]).ToDictionary(group => group.Key, group => Parse(group.Last()[1])!.Value),
        StableDeprecationDays = parsed.GetValue(stableDays),
        BetaDeprecationDays = parsed.GetValue(betaDays),
        Today = DateTime.UtcNow.Date,
    };

    private static FindingLevel? Parse(string level) => level switch
    {
        "error" => FindingLevel.Error,
        "warning" => FindingLevel.Warning,
        "info" => FindingLevel.Info,
        _ => null,
    };
}
