namespace ContractToolkit.Mocking;

/// <summary>What trouble one request gets.</summary>
/// <param name="Latency">The time before the answer.</param>
/// <param name="Status">The error that replaces the answer; null for none.</param>
/// <param name="Truncate">Whether the body is cut and the connection closed.</param>
/// <param name="Reset">Whether the connection is reset without an answer.</param>
/// <param name="RetryAfter">The seconds after which to come again, for 429 and 503; null for none.</param>
/// <param name="BytesPerSecond">The speed of the body; 0 for as fast as it goes.</param>
public readonly record struct ChaosEffect(TimeSpan Latency, int? Status, bool Truncate, bool Reset, int? RetryAfter = null, int BytesPerSecond = 0);
