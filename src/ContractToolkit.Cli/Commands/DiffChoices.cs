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

    /// <summary>The options: those of the configuration, and over them those of the command line.</summary>
    public DiffOptions Read(ParseResult parsed, DiffSettings settings)
    {
        Dictionary<string, FindingLevel> chosen = settings.Levels();
        foreach (string[] parts in (parsed.GetValue(levels) ?? []).Select(text => text.Split('=', 2))) chosen[parts[0]] = Parse(parts[1])!.Value;
        return new()
        {
            Levels = chosen,
            Ignore = settings.Ignore(),
            StableDeprecationDays = parsed.GetValue(stableDays) ?? settings.DeprecationDays,
            BetaDeprecationDays = parsed.GetValue(betaDays) ?? settings.DeprecationDaysBeta,
            Today = DateTime.UtcNow.Date,
        };
    }

    private static FindingLevel? Parse(string level) => level switch
    {
        "error" => FindingLevel.Error,
        "warning" => FindingLevel.Warning,
        "info" => FindingLevel.Info,
        _ => null,
    };
}
