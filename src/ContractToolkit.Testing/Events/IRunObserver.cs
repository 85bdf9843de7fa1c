namespace ContractToolkit.Testing;

/// <summary>Hears the events of a run. Called by one thread at a time, in the order of events.</summary>
public interface IRunObserver
{
    /// <summary>Hears one event.</summary>
    void On(RunEvent runEvent);

    /// <summary>Whether it wants <see cref="ExchangeFinished"/> and <see cref="RecordingJudged"/>, which cost redaction.</summary>
    bool WantsExchanges => false;
}
