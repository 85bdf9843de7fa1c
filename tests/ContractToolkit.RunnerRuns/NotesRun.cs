using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Reporting;
using ContractToolkit.Testing;
using ContractToolkit.TestSupport;

namespace ContractToolkit.RunnerRuns;

/// <summary>Runs the engine against the notes application.</summary>
internal static class NotesRun
{
    private static readonly Lazy<CompiledContract> Contract = new(() => CompiledContract.Compile(ContractReader.Read(
        "notes.yaml", File.ReadAllBytes(Path.Combine(SharedData.Repository, "tests", "ContractToolkit.Testing.Tests", "Notes", "notes.yaml")))));

    /// <summary>One run of all phases.</summary>
    public static async Task<Report> OnceAsync(HttpTarget target, ulong seed, int cases, int workers, double? rate = null)
    {
        RunOptions options = new() { Seed = seed, FuzzingCases = cases, MaxCasesPerPhase = cases * 2, Workers = workers, RequestsPerSecond = rate };
        Report report = await new ContractRunner(Contract.Value, target, options).RunAsync();
        if (report.HasFailures) throw new InvalidOperationException("The notes application broke its contract:\n" + new TextReporter().WriteString(report));
        return report;
    }
}
