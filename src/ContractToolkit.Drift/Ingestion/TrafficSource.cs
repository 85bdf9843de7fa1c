namespace ContractToolkit.Drift.Ingestion;

/// <summary>A recording to be taken in.</summary>
/// <param name="Name">Its name, as messages show it.</param>
/// <param name="Open">Opens it; called once, from any thread.</param>
public sealed record TrafficSource(string Name, Func<Stream> Open);
