using ContractToolkit.Reporting;
using ContractToolkit.Testing;

namespace ContractToolkit.Cli.Progress;

/// <summary>Progress where nobody looks at a terminal: one line when a phase begins, and one per operation that is done.</summary>
internal sealed class PlainProgress(TextWriter output) : IRunObserver
{
    private int total;
    private int done;
    private readonly HashSet<TestPhase> begun = [];

    public void On(RunEvent runEvent)
    {
        switch (runEvent)
        {
            case RunStarted started:
                total = started.Operations;
                break;
            case PhaseStarted started when begun.Add(started.Phase):
                output.WriteLine($"{started.Phase.ToString().ToLowerInvariant()} ...");
                break;
            case OperationFinished { Result: var result }:
                done++;
                output.WriteLine(FormattableString.Invariant($"[{done}/{total}] {result.Name}: {result.Requests} requests, {Word(result.Verdict)}"));
                break;
        }
    }

    private static string Word(OperationVerdict verdict) => verdict switch
    {
        OperationVerdict.Conforms => "conforms",
        OperationVerdict.EnvelopeOnly => "conforms (envelope only)",
        OperationVerdict.Fails => "fails",
        OperationVerdict.NotTestable => "not testable",
        _ => "skipped",
    };
}
