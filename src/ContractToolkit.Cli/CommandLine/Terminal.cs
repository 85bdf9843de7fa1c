using System.Text;

namespace ContractToolkit.Cli.CommandLine;

/// <summary>Where a command writes, and what it may know about its surroundings; tests put their own in its place.</summary>
internal sealed record Terminal
{
    /// <summary>Standard output.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether standard output is looked at by a person.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether standard error is looked at by a person.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Environment { get; init; } = _ => null;

    /// <summary>The folder that relative paths start at.</summary>
    public required string Folder { get; init; }

    /// <summary>The folder that references of a document may lead into, as <c>--root</c> names it; null for the document's own.</summary>
    public string? DocumentRoot { get; set; }

    /// <summary>The overlays that documents are read with, as <c>--overlay</c> names them.</summary>
    public IReadOnlyList<string> Overlays { get; set; } = [];

    /// <summary>Whether colours are wanted on a terminal (<c>NO_COLOR</c> switches them off).</summary>
    public bool WantsColour => string.IsNullOrEmpty(Environment("NO_COLOR")) && Environment("TERM") != "dumb";

    /// <summary>The streams of this process: UTF-8 without a byte-order mark, <c>\n</c> newlines.</summary>
    public static Terminal OfProcess() => new()
    {
        Output = Writer(Console.OpenStandardOutput()),
        Error = Writer(Console.OpenStandardError()),
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Environment = System.Environment.GetEnvironmentVariable,
        Folder = Directory.GetCurrentDirectory(),
    };

    /// <summary>A path as the user wrote it, made absolute.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, Folder);

    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
}
