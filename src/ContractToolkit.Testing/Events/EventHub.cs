namespace ContractToolkit.Testing;

/// <summary>Hands events to the observers, one at a time.</summary>
internal sealed class EventHub(IReadOnlyList<IRunObserver> observers)
{
    private readonly object gate = new();

    public bool WantsExchanges { get; } = observers.Any(observer => observer.WantsExchanges);

    public void Raise(RunEvent runEvent)
    {
        if (observers.Count == 0) return;
        lock (gate)
        {
            foreach (IRunObserver observer in observers)
            {
                if (runEvent is not (ExchangeFinished or RecordingJudged) || observer.WantsExchanges) observer.On(runEvent);
            }
        }
    }
}
