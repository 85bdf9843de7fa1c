using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Mocking;

namespace ContractToolkit.Cli.Serving;

/// <summary>Keeps what a mock remembers in a file: read at the start, written a moment after each change and at the end.</summary>
internal sealed class StateFile : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private readonly string path;
    private readonly Timer timer;
    private long written;

    private StateFile(string path, MockState state)
    {
        this.path = path;
        State = state;
        written = state.Version;
        timer = new Timer(_ => Write(), null, Interval, Interval);
    }

    public MockState State { get; }

    /// <summary>Opens the file, or begins it.</summary>
    /// <exception cref="InputException">It holds something else.</exception>
    public static StateFile Open(string name, Terminal terminal)
    {
        string path = terminal.Resolve(name);
        if (!File.Exists(path)) return new StateFile(path, new MockState());
        try
        {
            return new StateFile(path, MockState.Load(DocumentLoader.ReadFile(name, terminal)));
        }
        catch (FormatException e)
        {
            throw new InputException($"{name}: {e.Message}");
        }
    }

    public void Dispose()
    {
        timer.Dispose();
        Write();
    }

    private void Write()
    {
        lock (gate)
        {
            long version = State.Version;
            if (version == written) return;
            // The file is replaced at once, so that a crash leaves the old one or the new one.
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path + ".tmp", State.Save());
            File.Move(path + ".tmp", path, overwrite: true);
            written = version;
        }
    }
}
