using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;

namespace ContractToolkit.Cli.Serving;

/// <summary>
/// Looks after the files of a document and reads it again when they have changed. It looks by itself instead of being told by the system, since
/// not every file system tells (network drives, containers).
/// </summary>
internal sealed class DocumentWatch(LoadedDocument first, string path, Terminal terminal)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private LoadedDocument current = first;

    /// <summary>Watches until it is cancelled.</summary>
    /// <param name="changed">Is given each document that can be used.</param>
    /// <param name="cancellation">Ends the watch.</param>
    public async Task RunAsync(Action<LoadedDocument> changed, CancellationToken cancellation)
    {
        string known = State(current.Files);
        using PeriodicTimer timer = new(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                string now = State(current.Files);
                if (now == known) continue;
                // An editor may still be writing: the files must have rested.
                await Task.Delay(Interval, cancellation);
                if (State(current.Files) != now) continue;
                Reload(changed);
                known = State(current.Files);
            }
        }
        catch (OperationCanceledException)
        {
            // The server ends.
        }
    }

    private void Reload(Action<LoadedDocument> changed)
    {
        try
        {
            LoadedDocument next = DocumentLoader.Load(path, terminal);
            // Also the files of a broken document are looked after, so that mending one of them is seen.
            current = next;
            next.RequireContract();
            changed(next);
            terminal.Error.WriteLine($"{path} has changed and is served now.");
        }
        catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            terminal.Error.WriteLine($"{path} has changed but cannot be used, so the document before it is still served: {e.Message}");
        }
    }

    private static string State(IEnumerable<string> files) => string.Join('\n', files.Order(StringComparer.Ordinal).Select(file =>
    {
        FileInfo info = new(file);
        return info.Exists ? FormattableString.Invariant($"{file} {info.Length} {info.LastWriteTimeUtc.Ticks}") : file;
    }));
}
