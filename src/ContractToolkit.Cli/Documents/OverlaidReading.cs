using ContractToolkit.Cli.CommandLine;
using ContractToolkit.OpenApi;
using ContractToolkit.OpenApi.Overlays;

namespace ContractToolkit.Cli.Documents;

/// <summary>Reads a document with the overlays that <c>--overlay</c> names, wherever the document comes from.</summary>
/// <param name="terminal">The surroundings, and the names of the overlays.</param>
/// <param name="examples">Whether the values of examples are kept.</param>
/// <param name="reports">Whether the command itself reports what is found in the document; otherwise what there is to say about overlays goes to standard error.</param>
internal sealed class OverlaidReading(Terminal terminal, bool examples = true, bool reports = false)
{
    /// <summary>The full paths of the overlays.</summary>
    public IEnumerable<string> Files => terminal.Overlays.Select(terminal.Resolve);

    /// <summary>Reads a document.</summary>
    /// <param name="name">As findings show it.</param>
    /// <param name="content">The bytes of the root document.</param>
    /// <param name="open">Opens another file, by its path relative to the document.</param>
    /// <exception cref="InputException">An overlay cannot be read or applied.</exception>
    public LoadedDocument Read(string name, ReadOnlyMemory<byte> content, Func<string, ReadOnlyMemory<byte>?> open)
    {
        string file = name.Replace('\\', '/');
        ReadOptions options = new() { Resolve = open, Examples = examples };
        if (terminal.Overlays.Count == 0) return new(name, content, ContractReader.Read(file, content, options), open);
        OverlaidDocument overlaid = OverlaidDocument.Apply(file, content, Sources(terminal.Overlays, terminal));
        if (!reports) Tell(overlaid);
        return new(name, overlaid.Succeeded ? overlaid.Content : content, overlaid.Read(options), open) { Overlaid = overlaid };
    }

    /// <summary>Reads the texts of overlays.</summary>
    public static OverlaySource[] Sources(IEnumerable<string> names, Terminal terminal) =>
        [.. names.Select(name => new OverlaySource(name.Replace('\\', '/'), DocumentLoader.ReadFile(name, terminal)))];

    private void Tell(OverlaidDocument overlaid)
    {
        foreach (Finding finding in overlaid.Findings) terminal.Error.WriteLine($"{finding.Document}: {finding.Message} ({finding.Id}).");
        if (!overlaid.Succeeded) throw new InputException("the overlays could not be applied.");
    }
}
