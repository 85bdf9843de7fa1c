namespace ContractToolkit.Drift.Queue.Collecting;

/// <summary>The workers answer nothing any more.</summary>
internal sealed class SilenceException(string message) : Exception(message);
