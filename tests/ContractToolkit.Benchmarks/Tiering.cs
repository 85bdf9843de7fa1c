using System.Diagnostics.Tracing;
using System.Runtime;

namespace ContractToolkit.Benchmarks;

/// <summary>
/// Watches the runtime compile code for good, which it does in the background and after pauses of its own choosing. On a loaded machine that takes
/// seconds, and what is measured before is the speed of code that no long-running program executes.
/// </summary>
internal sealed class Tiering : EventListener
{
    private const EventKeywords Compilation = (EventKeywords)0x1000000000;
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";

    private volatile int events;
    private volatile bool busy;

    /// <summary>A number that changes whenever something has been compiled, or the compiler has begun or paused.</summary>
    public long Activity => JitInfo.GetCompiledMethodCount() + ((long)events << 32);

    /// <summary>Whether code waits to be compiled.</summary>
    public bool IsBusy => busy;

    protected override void OnEventSourceCreated(EventSource source)
    {
        if (source.Name == Runtime) EnableEvents(source, EventLevel.Informational, Compilation);
    }

    protected override void OnEventWritten(EventWrittenEventArgs written)
    {
        switch (written.EventName)
        {
            case "TieredCompilationPause" or "TieredCompilationBackgroundJitStart":
                busy = true;
                break;
            case "TieredCompilationResume" or "TieredCompilationBackgroundJitStop":
                busy = false;
                break;
            default:
                return;
        }

        Interlocked.Increment(ref events);
    }
}
