using System.CommandLine;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Traffic;
using ContractToolkit.Drift.Queue;

namespace ContractToolkit.Cli.Commands;

/// <summary><c>contract profile worker</c>: profiles the batches that <c>contract profile --queue</c> gives out.</summary>
internal static class ProfileWorkerCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string?> queue = QueueOptions.Queue("The RabbitMQ broker that batches come from.");
        queue.Required = true;
        Option<int?> parallel = new("--parallel") { Description = "How many batches are profiled at a time (default: one for each core).", HelpName = "N" };
        parallel.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 1000) result.AddError("--parallel must be from 1 to 1000.");
        });
        Option<TimeSpan?> idle = Arguments.Duration("--until-idle", "End when no batch has come for so long (default: stay until stopped).");
        Option<TimeSpan?> wait = Arguments.Duration("--wait", "How long to wait for a broker that is away (default 60s).");
        Command command = new("worker", "Profile batches of 'contract profile --queue'; run as many workers as you like, on any machine.") { queue, parallel, idle, wait };
        command.SetAction(async (parsed, cancellation) =>
        {
            ProfileWorkerOptions options = new() { Note = text => terminal.Error.WriteLine(text), UntilIdle = parsed.GetValue(idle) };
            if (parsed.GetValue(parallel) is { } many) options = options with { Parallel = many };
            if (parsed.GetValue(wait) is { } patience) options = options with { Patience = patience };
            QueueAddress address = QueueOptions.Address(parsed.GetValue(queue)!, terminal);
            ProfileWorker worker = new(address, options);
            terminal.Error.WriteLine($"taking batches from {address}; Ctrl+C ends it");
            try
            {
                await worker.RunAsync(cancellation);
            }
            catch (BrokerException e)
            {
                throw new InputException(e.Message, ExitCode.NotFinished);
            }

            terminal.Error.WriteLine(FormattableString.Invariant($"{worker.Answered} batches profiled"));
            return ExitCode.Conforms;
        });
        return command;
    }
}
