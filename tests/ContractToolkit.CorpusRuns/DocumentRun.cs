using System.Diagnostics;
using ContractToolkit.CSharp;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CorpusRuns;

/// <summary>Takes one document through reading, generating, compiling and round trips, within a time limit.</summary>
internal static class DocumentRun
{
    private const int StackBytes = 16 << 20;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>How the documents are generated.</summary>
    public static CSharpOptions Options { get; } = new() { Namespace = "Generated" };

    /// <summary>Runs it, with emitted validators, too, if wanted. A run that does not end is left behind on its thread.</summary>
    public static DocumentOutcome Of(string name, string path, bool emitted)
    {
        RunStage stage = RunStage.Read;
        DocumentOutcome? outcome = null;
        using var limit = new CancellationTokenSource(Limit);
        var thread = new Thread(() => outcome = Guarded(name, path, emitted, reached => stage = reached, limit.Token), StackBytes) { IsBackground = true };
        thread.Start();
        bool ended = thread.Join(Limit + TimeSpan.FromSeconds(10));
        return ended ? outcome! : new DocumentOutcome(name, stage, $"did not end within {Limit}");
    }

    private static DocumentOutcome Guarded(string name, string path, bool emitted, Action<RunStage> reach, CancellationToken cancellation)
    {
        RunStage stage = RunStage.Read;
        try
        {
            return Run(name, path, emitted, reached => reach(stage = reached), cancellation);
        }
        catch (Exception error)
        {
            return new DocumentOutcome(name, stage, $"{error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")} {Origin(error)}");
        }
    }

    private static DocumentOutcome Run(string name, string path, bool emitted, Action<RunStage> reach, CancellationToken cancellation)
    {
        Stopwatch watch = Stopwatch.StartNew();
        byte[] bytes = File.ReadAllBytes(path);
        ContractDocument document = ContractReader.Read(Path.GetFileName(path), bytes, new ReadOptions(), cancellation);
        if (document.Contract is not { } contract)
        {
            Finding? first = document.Findings.FirstOrDefault(finding => finding.Level == FindingLevel.Error);
            return new DocumentOutcome(name, RunStage.Read, $"{first?.Id} {first?.Message}");
        }

        reach(RunStage.Generate);
        GenerationResult result = CSharpGenerator.Generate(contract, Options, cancellation);
        var outcome = new DocumentOutcome(name, RunStage.Done, result.Files.Count > 100 ? $"{result.Files.Count} files" : null)
        {
            DocumentBytes = bytes.Length, Characters = result.Files.Sum(file => (long)file.Text.Length), Generation = watch.Elapsed,
        };
        reach(RunStage.Compile);
        StrictCompilation compilation = StrictCompilation.Of(result.Files, cancellation);
        if (compilation.Problem is { } complaint) return outcome with { Stage = RunStage.Compile, Problem = complaint };
        if (emitted && Emitted(contract, cancellation) is { } other) return outcome with { Stage = RunStage.Compile, Problem = "with emitted validators, " + other };
        reach(RunStage.RoundTrip);
        (int values, string? failure) = RoundTrips.Of(Typed(path, bytes) ?? contract, compilation, cancellation);
        return outcome with { Stage = failure is null ? outcome.Stage : RunStage.RoundTrip, Problem = failure ?? outcome.Problem, Values = values };
    }

    private static string? Emitted(Contract contract, CancellationToken cancellation) =>
        StrictCompilation.Of(CSharpGenerator.Generate(contract, Options with { Validation = ValidationMode.Emitted }, cancellation).Files, cancellation).Problem;

    private static Contract? Typed(string path, byte[] bytes) => ContractReader.Read(Path.GetFileName(path), TypedDocument.Of(bytes)).Contract;

    private static string? Origin(Exception error) =>
        error.StackTrace?.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Contains("ContractToolkit", StringComparison.Ordinal));
}
