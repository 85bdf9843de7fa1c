using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using ContractToolkit.Cli.Commands;

namespace ContractToolkit.Cli.CommandLine;

/// <summary>The tool as a whole: parses, runs, and turns whatever goes wrong into one line and an exit code.</summary>
internal static partial class Application
{
    // A stopped run still writes its reports; this is how long it may take for that.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(20);

    private static readonly Option<string?> DocumentRoot = new("--root")
    {
        HelpName = "FOLDER",
        Description = "References of a document may lead to any file below this folder; without it, below the document's own.",
        Recursive = true,
    };

    /// <summary>Runs one command line.</summary>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellation = default)
    {
        ParseResult parsed;
        try
        {
            parsed = Root(terminal).Parse(args);
        }
        catch (InvalidOperationException e) when (Unparsed().IsMatch(e.Message))
        {
            // An option's own rule asked for the value of a number that is none.
            terminal.Error.WriteLine($"contract: {Plain(e.Message)}");
            return ExitCode.BadInput;
        }

        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
        {
            terminal.Error.WriteLine($"contract: {string.Join(" ", parsed.Errors.Select(error => Plain(error.Message)).Distinct())} See 'contract {HelpOf(parsed)}'.");
            return ExitCode.BadInput;
        }

        if (parsed.Action is HelpAction) HideOuterArguments(parsed);
        terminal.DocumentRoot = parsed.GetValue(DocumentRoot) is { } folder ? terminal.Resolve(folder) : null;
        terminal.Overlays = parsed.GetResult(Arguments.Overlays) is null ? [] : parsed.GetValue(Arguments.Overlays) ?? [];
        try
        {
            InvocationConfiguration configuration = new()
            {
                EnableDefaultExceptionHandler = false,
                Output = terminal.Output,
                Error = terminal.Error,
                ProcessTerminationTimeout = TimeToStop,
            };
            return await parsed.InvokeAsync(configuration, cancellation);
        }
        catch (InputException e)
        {
            terminal.Error.WriteLine($"contract: {OneLine(e.Message)}");
            return e.ExitCode;
        }
        catch (Exchange.ConfigurationException e)
        {
            foreach (string line in e.Message.Split('\n')) terminal.Error.WriteLine($"contract: {OneLine(line)}");
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("contract: stopped.");
            return ExitCode.NotFinished;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"contract: {OneLine(e.Message)}");
            return ExitCode.BadInput;
        }
        catch (Exception e)
        {
            // A fault of the tool itself; its trace goes to a file that a report can be made from, never to the terminal.
            terminal.Error.WriteLine($"contract: an error of the tool itself ({e.GetType().Name}: {OneLine(e.Message)}). {CrashFile.Write(e)}");
            return ExitCode.NotFinished;
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        RootCommand root = new("One OpenAPI document, the contract: check servers against it, mock them, compile clients, watch for drift.");
        root.Add(DocumentRoot);
        foreach (Command command in CommandList.All(terminal)) root.Add(command);
        return root;
    }

    /// <summary>What the parser says of a number that is none, without the name of a type of ours.</summary>
    private static string Plain(string message) =>
        Unparsed().Match(message) is { Success: true } match ? $"'{match.Groups[1].Value}' is no value of {match.Groups[2].Value}; a number is expected." : OneLine(message);

    [GeneratedRegex(@"^Cannot parse argument '(.*)' for option '(.*)' as expected type", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Unparsed();

    private static string HelpOf(ParseResult parsed) =>
        string.Join(' ', Commands(parsed).Select(result => result.Command).Where(command => command is not RootCommand).Reverse().Select(command => command.Name).Append("--help"));

    /// <summary>The help of a command within a command shows its own arguments only: it takes none of the outer one's.</summary>
    private static void HideOuterArguments(ParseResult parsed)
    {
        foreach (Argument argument in Commands(parsed).Skip(1).SelectMany(result => result.Command.Arguments)) argument.Hidden = true;
    }

    /// <summary>The command that was asked for, and those around it.</summary>
    private static IEnumerable<CommandResult> Commands(ParseResult parsed)
    {
        for (SymbolResult? result = parsed.CommandResult; result is not null; result = result.Parent)
        {
            if (result is CommandResult command) yield return command;
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');
}
