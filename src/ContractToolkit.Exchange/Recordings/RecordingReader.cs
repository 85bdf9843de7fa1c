using System.IO.Compression;

namespace ContractToolkit.Exchange;

/// <summary>
/// Reads recorded exchanges: HAR 1.2, or NDJSON with one exchange a line, either one compressed with gzip. One exchange is held in memory at a
/// time, whatever the size of the recording.
/// </summary>
public static class RecordingReader
{
    /// <summary>The longest single exchange, in bytes.</summary>
    public const int MaxExchange = 256 * 1024 * 1024;

    /// <summary>Reads a recording. What cannot be read is handed to <paramref name="problem"/>, with its place; the reading goes on where it can.</summary>
    /// <param name="stream">The recording.</param>
    /// <param name="name">Its name, as messages and <see cref="HttpExchange.Source"/> show it.</param>
    /// <param name="problem">Receives what could not be read.</param>
    public static IEnumerable<HttpExchange> Read(Stream stream, string name, Action<Finding> problem)
    {
        using RecordingBuffer buffer = new(Unpack(stream));
        bool har = IsHar(buffer.Peek());
        IEnumerable<(ReadOnlyMemory<byte> Json, int Number, int Line)> entries = har ? HarEntries.Read(buffer, name, problem) : NdjsonLines.Read(buffer, name, problem);
        foreach ((ReadOnlyMemory<byte> json, int number, int line) in entries)
        {
            string source = har ? FormattableString.Invariant($"{name} entry {number}") : FormattableString.Invariant($"{name} line {line}");
            if (Exchange(json, source, name, line, problem) is { } exchange) yield return exchange;
        }
    }

    /// <summary>Makes a finding about a recording.</summary>
    internal static Finding Problem(string name, int line, string message) => new()
    {
        Id = "recording-unreadable",
        Level = FindingLevel.Error,
        Message = message,
        Document = new DocumentPlace(name, "", line > 0 ? new SourcePosition(line, 1) : default),
        Remedy = "Record again, or leave the exchange out.",
    };

    private static HttpExchange? Exchange(ReadOnlyMemory<byte> json, string source, string name, int line, Action<Finding> problem)
    {
        try
        {
            if (ExchangeEntry.Read(json.Span) is { } entry) return entry.ToExchange(source);
            problem(Problem(name, line, $"{source} has no method and URL, so it is no exchange."));
        }
        catch (System.Text.Json.JsonException e)
        {
            problem(Problem(name, line, $"{source} is no well-formed JSON: {e.Message}"));
        }
        catch (FormatException)
        {
            problem(Problem(name, line, $"{source} has a body that says base64 and is none."));
        }

        return null;
    }

    private static Stream Unpack(Stream stream)
    {
        byte[] head = new byte[2];
        int read = stream.ReadAtLeast(head, 2, throwOnEndOfStream: false);
        Stream whole = new PrefixedStream(head.AsMemory(0, read), stream);
        return read == 2 && head[0] == 0x1F && head[1] == 0x8B ? new GZipStream(whole, CompressionMode.Decompress) : whole;
    }

    private static bool IsHar(ReadOnlySpan<byte> head)
    {
        head = SkipSpace(head);
        if (head.IsEmpty || head[0] != (byte)'{') return false;
        head = SkipSpace(head[1..]);
        if (!head.StartsWith("\"log\""u8)) return false;
        head = SkipSpace(head[5..]);
        return !head.IsEmpty && head[0] == (byte)':';
    }

    private static ReadOnlySpan<byte> SkipSpace(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n\uFEFF"u8);
}
