namespace ContractToolkit.Exchange;

/// <summary>A recording that cannot be read: the message says which, where and why.</summary>
public sealed class RecordingException(string message, Exception? inner = null) : FormatException(message, inner);
