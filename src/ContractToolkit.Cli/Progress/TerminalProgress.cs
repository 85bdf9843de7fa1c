using ContractToolkit.Testing;
using Spectre.Console;

namespace ContractToolkit.Cli.Progress;

/// <summary>A progress bar for a person at a terminal.</summary>
internal sealed class TerminalProgress : IRunObserver
{
    private readonly ProgressTask task;

    private TerminalProgress(ProgressTask task) => this.task = task;

    /// <summary>Shows a bar while some work is done.</summary>
    public static Task<T> ShowAsync<T>(TextWriter error, Func<IRunObserver, Task<T>> work)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error), Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes });
        return console.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new TerminalProgress(context.AddTask("starting"))));
    }

    public void On(RunEvent runEvent)
    {
        switch (runEvent)
        {
            case RunStarted started:
                task.MaxValue = Math.Max(1, started.Operations * started.Phases);
                break;
            case PhaseStarted phase:
                if (phase.Phase != TestPhase.Stateful) task.Increment(1);
                task.Description = Markup.Escape($"{phase.Phase.ToString().ToLowerInvariant()}: {phase.Operation}");
                break;
        }
    }
}
