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
        coverage.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is < 0 or > 100) result.AddError("--min-coverage is a number from 0 to 100.");
        });
        command.Add(baseline);
        command.Add(update);
        command.Add(coverage);
    }

    /// <summary>Reads what <see cref="Apply"/> needs and throws it away: a long run must not end in the word that its baseline is not there.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public void Require(ParseResult parsed, Terminal terminal, string? configured = null) => Known(parsed, terminal, configured);

    /// <summary>Marks what is ignored or known, or writes the baseline anew.</summary>
    /// <param name="report">The report as the run made it.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="terminal">The surroundings.</param>
    /// <param name="ignored">The findings that the configuration accepts.</param>
    /// <param name="configured">The baseline of the configuration.</param>
    public Report Apply(Report report, ParseResult parsed, Terminal terminal, IReadOnlyList<IgnoreRule>? ignored = null, string? configured = null)
    {
        DateOnly today = DateOnly.FromDateTime(DateTime.UtcNow);
        report = IgnoreRule.Apply(report, ignored ?? [], today);
        if (Known(parsed, terminal, configured) is not { } found) return report;
        (string file, Baseline known) = found;
        if (!parsed.GetValue(update)) return known.Apply(report, today, file);
        Baseline updated = known.Update(report, today);
        using (StreamWriter writer = new(terminal.Resolve(file)) { NewLine = "\n" }) BaselineFile.Write(updated, writer);
        return updated.Apply(report, today, file);
    }

    private (string File, Baseline Known)? Known(ParseResult parsed, Terminal terminal, string? configured)
    {
        bool updates = parsed.GetValue(update);
        if ((parsed.GetValue(baseline) ?? configured) is not { } file) return updates ? throw new InputException("--update-baseline needs --baseline FILE.") : null;
        string path = terminal.Resolve(file);
        if (File.Exists(path) || Directory.Exists(path)) return (file, Read(file, terminal));
        return updates ? (file, Baseline.Empty) : throw new InputException($"{file} does not exist; --update-baseline writes it.");
    }

    /// <summary>The exit code, coverage included.</summary>
    public int ExitCode(Report report, ParseResult parsed, Terminal terminal, double? configured = null)
    {
        int code = ExitCodes.Of(report);
        if (code == CommandLine.ExitCode.Conforms && (parsed.GetValue(coverage) ?? configured) is { } wanted && report.Coverage is { } measured && measured.Percent < wanted)
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
