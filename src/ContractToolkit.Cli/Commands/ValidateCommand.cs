using System.CommandLine;
using System.Diagnostics;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Cli.Output;
using ContractToolkit.Cli.Progress;
using ContractToolkit.Reporting;
using ContractToolkit.Validation;

namespace ContractToolkit.Cli.Commands;

/// <summary><c>contract validate</c>: judges JSON files, NDJSON and standard input by a schema.</summary>
internal static class ValidateCommand
{
    private const string StandardInput = "-";

    public static Command Create(Terminal terminal)
    {
        Argument<string> schema = new("SCHEMA") { Description = "A JSON Schema, or a schema in an OpenAPI document: FILE[#POINTER], such as api.yaml#/components/schemas/Pet." };
        Argument<string[]> instances = new("INSTANCE") { Description = "JSON files, folders, patterns; .ndjson and .jsonl hold an instance per line; - is standard input.", Arity = ArgumentArity.OneOrMore };
        Option<bool> lines = new("--lines") { Description = "Every INSTANCE holds an instance per line." };
        Option<bool> noFormats = new("--no-formats") { Description = "Take format as a remark, not as a demand." };
        Option<Direction> direction = Arguments.Choice("--direction", "Which way the instances travel: readOnly and writeOnly then count.", Direction.None);
        ReportTargets reports = new();
        Command command = new("validate", "Judge JSON by a schema: files, NDJSON and standard input, on all cores.") { schema, instances, lines, noFormats, direction };
        command.Add(Arguments.Overlays);
        reports.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            (ValidationPlan plan, IReadOnlyList<Finding> remarks) = SchemaLoader.Load(parsed.GetValue(schema)!, !parsed.GetValue(noFormats), terminal);
            List<InstanceSource> sources = [.. InstanceFiles.Find(parsed.GetValue(instances)!, terminal).Select(name => Source(name, parsed.GetValue(lines), terminal))];
            InstanceValidator validator = new(plan, direction: parsed.GetValue(direction));
            Stopwatch watch = Stopwatch.StartNew();
            bool stopped;
            using (InstanceProgress.Start(validator, terminal)) stopped = !await EndsAsync(validator, sources, cancellation);
            Report report = InstanceReport.Of(parsed.GetValue(schema)!, validator.Judged, validator.Counts, watch.Elapsed);
            report = report with { Findings = [.. remarks.Select(finding => new ReportedFinding { Finding = finding, Occurrences = 1 }), .. report.Findings] };
            if (stopped) report = report with { Outcome = RunOutcome.CutShort, OutcomeReason = "stopped by the user" };
            reports.Write(report, parsed, terminal);
            return ExitCodes.Of(report);
        });
        return command;
    }

    /// <summary>Whether all instances were judged. A read that waits for input does not keep the command from stopping.</summary>
    private static async Task<bool> EndsAsync(InstanceValidator validator, List<InstanceSource> sources, CancellationToken cancellation)
    {
        try
        {
            await Task.Run(() => validator.Run(sources, cancellation), cancellation).WaitAsync(cancellation);
            return true;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private static InstanceSource Source(string name, bool allLines, Terminal terminal)
    {
        if (name == StandardInput) return new("(standard input)", Console.OpenStandardInput, allLines);
        string path = terminal.Resolve(name);
        bool isLines = allLines || Path.GetExtension(name) is ".ndjson" or ".jsonl";
        return new(name, () => File.OpenRead(path), isLines);
    }
}
