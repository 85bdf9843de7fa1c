using System.CommandLine;
using System.Globalization;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Cli.Output;
using ContractToolkit.Reporting;

namespace ContractToolkit.Cli.Commands;

/// <summary>The options by which findings are accepted for now, and by which coverage becomes a gate.</summary>
internal sealed class KnownFindings
{
    private readonly Option<string?> baseline = new("--baseline") { Description = "The file of known findings: they are reported, but only new ones fail.", HelpName = "FILE" };
    private readonly Option<bool> update = new("--update-baseline") { Description = "Write the current findings into the baseline file." };
    private readonly Option<double?> coverage = new("--min-coverage") { Description = "Fail where less of the contract than this was exercised, in percent.", HelpName = "PERCENT" };

    public void AddTo(Command command)
    {
        command.Add(baseline);
        command.Add(update);
        command.Add(coverage);
        command.Validators.Add(result =>
        {
            if (result.GetValue(update) && result.GetValue(baseline) is null) result.AddError("--update-baseline needs --baseline FILE.");
        });
    }

    /// <summary>Marks what is known, or writes the baseline anew.</summary>
    public Report Apply(Report report, ParseResult parsed, Terminal terminal)
    {
        if (parsed.GetValue(baseline) is not { } file) return report;
        DateOnly today = DateOnly.FromDateTime(DateTime.UtcNow);
        string path = terminal.Resolve(file);
        bool updates = parsed.GetValue(update);
        Baseline known = File.Exists(path) ? Read(file, terminal) : updates ? Baseline.Empty : throw new InputException($"{file} does not exist; --update-baseline writes it.");
        if (!updates) return known.Apply(report, today, file);
        Baseline updated = known.Update(report, today);
        using (StreamWriter writer = new(path) { NewLine = "\n" }) BaselineFile.Write(updated, writer);
        return updated.Apply(report, today, file);
    }

    /// <summary>The exit code, coverage included.</summary>
    public int ExitCode(Report report, ParseResult parsed, Terminal terminal)
    {
        int code = ExitCodes.Of(report);
        if (code == CommandLine.ExitCode.Conforms && parsed.GetValue(coverage) is { } wanted && report.Coverage is { } measured && measured.Percent < wanted)
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"contract: coverage is {measured.Percent:0.0} %, less than the {wanted:0.#} % that --min-coverage asks for."));
            return CommandLine.ExitCode.Findings;
        }

        return code;
    }

    private static Baseline Read(string file, Terminal terminal)
    {
        try
        {
            return BaselineFile.Read(DocumentLoader.ReadFile(file, terminal));
        }
        catch (FormatException e)
        {
            throw new InputException($"{file} is no baseline: {e.Message}.");
        }
    }
}
