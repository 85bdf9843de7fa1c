using System.Diagnostics;
using ContractToolkit.CSharp;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CorpusRuns;

/// <summary>Takes one document through reading, generating, compiling and round trips, within a time limit.</summary>
internal static class DocumentRun
{
    private const int StackBytes = 16 << 20;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>How the documents are generated.</summary>
    public static CSharpOptions Options { get; } = new() { Namespace = "Generated" };

    /// <summary>Runs it. A run that does not end is left behind on its thread.</summary>
    public static DocumentOutcome Of(string name, string path)
    {
        RunStage stage = RunStage.Read;
        DocumentOutcome? outcome = null;
        using var limit = new CancellationTokenSource(Limit);
        var thread = new Thread(() => outcome = Guarded(name, path, reached => stage = reached, limit.Token), StackBytes) { IsBackground = true };
        thread.Start();
        bool ended = thread.Join(Limit + TimeSpan.FromSeconds(10));
        return ended ? outcome! : new DocumentOutcome(name, stage, $"did not end within {Limit}");
    }

    private static DocumentOutcome Guarded(string name, string path, Action<RunStage> reach, CancellationToken cancellation)
    {
        RunStage stage = RunStage.Read;
        try
        {
            return Run(name, path, reached => reach(stage = reached), cancellation);
        }
        catch (Exception error)
        {
            return new DocumentOutcome(name, stage, $"{error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")} {Origin(error)}");
        }
    }

    private static DocumentOutcome Run(string name, string path, Action<RunStage> reach, CancellationToken cancellation)
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
        reach(RunStage.RoundTrip);
        (int values, string? failure) = RoundTrips.Of(Typed(path, bytes) ?? contract, compilation, cancellation);
        return outcome with { Stage = failure is null ? outcome.Stage : RunStage.RoundTrip, Problem = failure ?? outcome.Problem, Values = values };
    }

    private static Contract? Typed(string path, byte[] bytes) => ContractReader.Read(Path.GetFileName(path), TypedDocument.Of(bytes)).Contract;

    private static string? Origin(Exception error) =>
        error.StackTrace?.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Contains("ContractToolkit", StringComparison.Ordinal));
}
