namespace ContractToolkit.Cli.CommandLine;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    /// <summary>It conforms; nothing to report.</summary>
    public const int Conforms = 0;

    /// <summary>There are findings that fail the build.</summary>
    public const int Findings = 1;

    /// <summary>The input or the command line is wrong.</summary>
    public const int BadInput = 2;

    /// <summary>The target could not be reached, or the run was cut short.</summary>
    public const int NotFinished = 3;
}
