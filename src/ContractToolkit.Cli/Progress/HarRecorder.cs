using ContractToolkit.Reporting;
using ContractToolkit.Testing;

namespace ContractToolkit.Cli.Progress;

/// <summary>Records every exchange of a run, redacted, as HAR.</summary>
internal sealed class HarRecorder(HarWriter writer) : IRunObserver, IDisposable
{
    public bool WantsExchanges => true;

    public void On(RunEvent runEvent)
    {
        if (runEvent is not ExchangeFinished { Exchange: var exchange, Case: var test }) return;
        writer.Add(ReportedExchanges.Of(exchange, test is null ? "token" : $"{test.Id}: {test.Description}"));
    }

    public void Dispose() => writer.Dispose();
}
