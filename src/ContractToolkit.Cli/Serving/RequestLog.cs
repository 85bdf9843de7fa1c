using System.Threading.Channels;
using ContractToolkit.Cli.CommandLine;

namespace ContractToolkit.Cli.Serving;

/// <summary>Writes lines about requests from a thread of its own, so that a slow terminal holds up no request. Where the terminal can't keep up, lines
/// are left out and counted.</summary>
internal sealed class RequestLog : IAsyncDisposable
{
    private const int Waiting = 10_000;
    private readonly Channel<Func<string>> lines = Channel.CreateBounded<Func<string>>(new BoundedChannelOptions(Waiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly Task writing;
    private long leftOut;

    public RequestLog(Terminal terminal) => writing = Task.Run(() => WriteAsync(terminal.Error));

    /// <summary>Adds a line; it is made when its turn comes.</summary>
    public void Add(Func<string> line)
    {
        if (!lines.Writer.TryWrite(line)) Interlocked.Increment(ref leftOut);
    }

    /// <summary>Writes what waits.</summary>
    public async ValueTask DisposeAsync()
    {
        lines.Writer.TryComplete();
        await writing;
    }

    private async Task WriteAsync(TextWriter writer)
    {
        await foreach (Func<string> line in lines.Reader.ReadAllAsync())
        {
            writer.WriteLine(line());
            if (Interlocked.Exchange(ref leftOut, 0) is > 0 and var count) writer.WriteLine(FormattableString.Invariant($"({count} lines left out)"));
        }
    }
}
