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
            if (Exchange(entry, text, NameOf(name, text.Unit, text.Number), name, limit.Add) is { } exchange) yield return exchange;
        }

        limit.Close();
    }

    /// <summary>Makes a finding about a recording that cannot be read as a whole.</summary>
    public static Finding Problem(string name, SourcePosition place, string message) => new()
    {
        Id = "recording-unreadable",
        Level = FindingLevel.Error,
        Message = message,
        Document = new DocumentPlace(name, "", place),
        Remedy = "Record again, or leave the exchange out.",
    };

    /// <summary>What messages call an exchange of a recording.</summary>
    internal static string NameOf(string recording, string unit, int number) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{recording} {unit} {number}");

    /// <summary>Moves to the next exchange; broken compression ends the recording with a problem.</summary>
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
    internal static Finding Problem(string name, in RecordedText text, in EntryReading reading) =>
        Problem(name, Within(text, reading.Offset), $"{NameOf(name, text.Unit, text.Number)} {reading.Problem}.");

    /// <summary>Reads one exchange; null where it is none.</summary>
    internal static HttpExchange? Exchange(ExchangeEntry entry, in RecordedText text, string source, string name, Action<Finding> problem)
    {
        EntryReading reading = entry.Read(text.Json);
        if (reading.Problem is not null) problem(Problem(name, text, reading));
        return reading.IsExchange ? entry.Exchange.ToExchange(source) : null;
    }

    private static SourcePosition Within(in RecordedText text, int offset)
    {
        ReadOnlySpan<byte> before = text.Json.Span[..Math.Min(offset, text.Json.Length)];
        int lines = before.Count((byte)'\n');
        return new SourcePosition(text.Place.Line + lines, lines == 0 ? text.Place.Column + before.Length : before.Length - before.LastIndexOf((byte)'\n'));
    }
}
