using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Validation;

namespace ContractToolkit.Cli.Progress;

/// <summary>Shows on a terminal how far a validation has come; elsewhere nothing, so that logs stay short.</summary>
internal sealed class InstanceProgress : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly InstanceValidator validator;
    private readonly TextWriter output;
    private readonly Timer? timer;

    private InstanceProgress(InstanceValidator validator, Terminal terminal)
    {
        this.validator = validator;
        output = terminal.Error;
        if (terminal.ErrorIsTerminal) timer = new(_ => Show(), null, Interval, Interval);
    }

    public static InstanceProgress Start(InstanceValidator validator, Terminal terminal) => new(validator, terminal);

    public void Dispose()
    {
        if (timer is null) return;
        timer.Dispose();
        output.Write("\r\u001b[K");
    }

    private void Show()
    {
        InstanceCounts counts = validator.Counts;
        output.Write(FormattableString.Invariant($"\r{counts.Instances:N0} instances, {counts.Invalid:N0} invalid, {counts.Bytes / 1e6:N0} MB"));
    }
}
