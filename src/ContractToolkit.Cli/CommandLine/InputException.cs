namespace ContractToolkit.Cli.CommandLine;

/// <summary>What the user gave cannot be used. The message is the one line that the user sees: what, where, what to do.</summary>
internal sealed class InputException(string message, int exitCode = ExitCode.BadInput) : Exception(message)
{
    /// <summary>The exit code.</summary>
    public int ExitCode { get; } = exitCode;
}
