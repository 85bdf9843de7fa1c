namespace ContractToolkit.Tokens;

/// <summary>A token could not be obtained.</summary>
/// <param name="message">Why, free of secrets.</param>
/// <param name="inner">What went wrong below.</param>
public sealed class TokenException(string message, Exception? inner = null) : Exception(message, inner);
