using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Reporting;

namespace ContractToolkit.Cli.Output;

/// <summary>What a report makes of the exit code.</summary>
internal static class ExitCodes
{
    public static int Of(Report report) => report switch
    {
        { Outcome: RunOutcome.Unreachable } => ExitCode.NotFinished,
        { HasFailures: true } => ExitCode.Findings,
        { Outcome: RunOutcome.CutShort } => ExitCode.NotFinished,
        _ => ExitCode.Conforms,
    };
}
