using System.CommandLine;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Reporting;

namespace ContractToolkit.Cli.Output;

/// <summary>The options by which a command is told where its report goes: <c>--format</c>, <c>--output</c>, <c>--report</c>.</summary>
internal sealed class ReportTargets
{
    /// <summary>The report kind that is no reporter: a recording of everything sent.</summary>
    public const string Har = "har";

    private readonly Option<string> format = new("--format") { Description = "What is written to standard output or --output: " + Names(), HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
    private readonly Option<string?> output = new("--output", "-o") { Description = "Where the report goes instead of standard output.", HelpName = "FILE" };
    private readonly Option<string[]> reports = new("--report") { HelpName = "KIND=FILE", AllowMultipleArgumentsPerToken = false };

    /// <summary>Makes the options.</summary>
    /// <param name="recordsExchanges">Whether exchanges can be recorded too.</param>
    /// <param name="outputIs">What <c>--output</c> means to a command that writes more than reports.</param>
    public ReportTargets(bool recordsExchanges = false, string? outputIs = null)
    {
        if (outputIs is not null) output.Description = outputIs;
        string kinds = Names() + (recordsExchanges ? $", {Har}" : "");
        reports.Description = $"A further report: KIND=FILE, any number of times; kinds: {kinds}";
        format.AcceptOnlyFromAmong([.. Reporters.All.Select(reporter => reporter.Name)]);
        reports.Validators.Add(result =>
        {
            foreach (System.CommandLine.Parsing.Token token in result.Tokens)
            {
                string kind = token.Value.Split('=')[0];
                bool known = Reporters.Find(kind) is not null || (recordsExchanges && kind == Har);
                if (!known || token.Value.Length <= kind.Length + 1) result.AddError($"'{token.Value}' is no report: write KIND=FILE with one of the kinds {kinds}.");
            }
        });
    }

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(format);
        command.Add(output);
        command.Add(reports);
    }

    /// <summary>The file that <c>--output</c> names; null for none.</summary>
    public string? OutputFile(ParseResult parsed) => parsed.GetValue(output);

    /// <summary>The file that exchanges are recorded to; null for none.</summary>
    public string? HarFile(ParseResult parsed, IEnumerable<string>? configured = null) =>
        (configured ?? []).Concat(parsed.GetValue(reports) ?? []).Where(report => report.StartsWith(Har + "=", StringComparison.Ordinal)).Select(report => report[(Har.Length + 1)..]).LastOrDefault();

    /// <summary>Makes sure that no report is meant to replace a folder, before a run begins whose report it is.</summary>
    /// <exception cref="InputException">One is.</exception>
    public void Require(ParseResult parsed, Terminal terminal, IEnumerable<string>? configured = null)
    {
        IEnumerable<string> files = (configured ?? []).Concat(parsed.GetValue(reports) ?? []).Select(target => target.Split('=', 2)[1]);
        foreach (string file in parsed.GetValue(output) is { } main ? files.Append(main) : files)
        {
            if (Directory.Exists(terminal.Resolve(file))) throw new InputException($"{file} is a folder; name the file that the report is written to.");
        }
    }

    /// <summary>Writes the report everywhere it was asked for. Where standard output carries a machine's format, people read a summary on standard error.</summary>
    /// <param name="report">The report.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="terminal">The surroundings.</param>
    /// <param name="configured">The reports that a configuration asks for.</param>
    /// <param name="toOutput">Whether <c>--output</c> is for the report.</param>
    public void Write(Report report, ParseResult parsed, Terminal terminal, IEnumerable<string>? configured = null, bool toOutput = true)
    {
        foreach (string target in (configured ?? []).Concat(parsed.GetValue(reports) ?? []))
        {
            string[] parts = target.Split('=', 2);
            if (parts[0] != Har) Reporters.Find(parts[0])!.WriteFile(report, terminal.Resolve(parts[1]));
        }

        string chosen = parsed.GetValue(format)!;
        if (toOutput && parsed.GetValue(output) is { } file)
        {
            Reporters.Find(chosen)!.WriteFile(report, terminal.Resolve(file));
            Person(terminal.ErrorIsTerminal, terminal).Write(report, terminal.Error);
        }
        else if (chosen == "text")
        {
            Person(terminal.OutputIsTerminal, terminal).Write(report, terminal.Output);
        }
        else
        {
            Reporters.Find(chosen)!.Write(report, terminal.Output);
            Person(terminal.ErrorIsTerminal, terminal).Write(report, terminal.Error);
        }
    }

    private static TextReporter Person(bool isTerminal, Terminal terminal) => new(colour: isTerminal && terminal.WantsColour);

    private static string Names() => string.Join(", ", Reporters.All.Select(reporter => reporter.Name));
}
