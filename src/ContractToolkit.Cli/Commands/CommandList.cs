using System.CommandLine;
using ContractToolkit.Cli.CommandLine;

namespace ContractToolkit.Cli.Commands;

/// <summary>Every command, in the order in which help lists them.</summary>
internal static class CommandList
{
    public static IEnumerable<Command> All(Terminal terminal) =>
    [
        CheckCommand.Create(terminal),
        LintCommand.Create(terminal),
        ValidateCommand.Create(terminal),
        MockCommand.Create(terminal),
        ProxyCommand.Create(terminal),
        GenerateCommand.Create(terminal),
        ConvertCommand.Create(terminal),
        OverlayCommand.Create(terminal),
        DiffCommand.Create(terminal),
        DriftCommand.Create(terminal),
        ProfileCommand.Create(terminal),
        ImportCommand.Create(terminal),
        RulesCommand.Create(terminal),
        ReportCommand.Create(terminal),
    ];
}
