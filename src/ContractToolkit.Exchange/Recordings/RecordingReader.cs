namespace ContractToolkit.Exchange;

/// <summary>
/// Reads recorded exchanges: HAR 1.2, NDJSON with one exchange a line, or a JSON array of exchanges; in UTF-8 or UTF-16, compressed with gzip or not.
/// One exchange is held in memory at a time, whatever the size of the recording.
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
        using RecordingBuffer buffer = new(RecordingStream.Open(stream));
        ProblemLimit limit = new(name, problem);
        using IEnumerator<RecordedText> entries = RecordingForm.Entries(buffer, name, limit.Add).GetEnumerator();
        ExchangeEntry entry = new();
        while (Next(entries, buffer, limit))
        {
            RecordedText text = entries.Current;
            EntryReading reading = entry.Read(text.Json);
            if (reading.Problem is not null) limit.Add(Problem(name, text, reading));
            if (reading.IsExchange) yield return entry.Exchange.ToExchange(Source(name, text));
        }

        limit.Close();
    }

    /// <summary>Makes a finding about a recording.</summary>
    internal static Finding Problem(string name, SourcePosition place, string message) => new()
    {
        Id = "recording-unreadable",
        Level = FindingLevel.Error,
        Message = message,
        Document = new DocumentPlace(name, "", place),
        Remedy = "Record again, or leave the exchange out.",
    };

    /// <summary>Moves to the next entry; packed data that is broken ends the recording.</summary>
    internal static bool Next(IEnumerator<RecordedText> entries, RecordingBuffer buffer, ProblemLimit limit)
    {
        try
        {
            return entries.MoveNext();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            limit.Unpacking(buffer.Position(), e.Message);
            return false;
        }
    }

    /// <summary>Makes the finding that packed data is broken.</summary>
    internal static Finding Unpacking(string name, SourcePosition place, string why) => Problem(name, place, $"The recording cannot be unpacked beyond this place: {why.TrimEnd('.')}.");

    /// <summary>Makes a finding about an entry of a recording.</summary>
    internal static Finding Problem(string name, in RecordedText text, in EntryReading reading) => Problem(name, Within(text, reading.Offset), $"{Source(name, text)} {reading.Problem}.");

    private static string Source(string name, in RecordedText text) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} {text.Unit} {text.Number}");

    private static SourcePosition Within(in RecordedText text, int offset)
    {
        ReadOnlySpan<byte> before = text.Json.Span[..Math.Min(offset, text.Json.Length)];
        int lines = before.Count((byte)'\n');
        return new SourcePosition(text.Place.Line + lines, lines == 0 ? text.Place.Column + before.Length : before.Length - before.LastIndexOf((byte)'\n'));
    }
}
