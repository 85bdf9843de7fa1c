using System.Buffers;
using System.Text.Json;

namespace ContractToolkit.Exchange;

/// <summary>
/// A run of exchanges cut out of a recording, to be read elsewhere than where the recording lies, with the same exchanges, sources and places of
/// faults as the recording itself gives. Its bytes are one line of JSON that says where each exchange stood, then the exchanges as they were
/// recorded, a newline behind each: NDJSON where the recording was.
/// </summary>
public sealed class RecordingPart
{
    /// <summary>The version of the form.</summary>
    public const int Version = 1;

    private readonly string unit;
    private readonly int[] places;
    private readonly ReadOnlyMemory<byte> texts;

    private RecordingPart(string source, string unit, int[] places, ReadOnlyMemory<byte> texts, ReadOnlyMemory<byte> bytes)
    {
        Source = source;
        this.unit = unit;
        this.places = places;
        this.texts = texts;
        Bytes = bytes;
    }

    /// <summary>The name of the recording.</summary>
    public string Source { get; }

    /// <summary>The number of exchanges, those that cannot be read among them.</summary>
    public int Count => places.Length / 4;

    /// <summary>Where in the recording the part starts, in words, such as <c>a.har entry 17</c>.</summary>
    public string Start => Name(places[0]);

    /// <summary>The part as bytes; <see cref="Parse"/> reads them.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Cuts a recording into parts. One part is held in memory at a time.</summary>
    /// <param name="stream">The recording, in any form that <see cref="RecordingReader"/> reads.</param>
    /// <param name="name">Its name.</param>
    /// <param name="size">The most bytes of exchanges in one part; a longer exchange is a part of its own.</param>
    /// <param name="problem">Receives what is no exchange at all, such as a cut end.</param>
    public static IEnumerable<RecordingPart> Cut(Stream stream, string name, int size, Action<Finding> problem)
    {
        using RecordingBuffer buffer = new(RecordingStream.Open(stream));
        ProblemLimit limit = new(name, problem);
        using IEnumerator<RecordedText> texts = RecordingForm.Entries(buffer, name, limit.Add).GetEnumerator();
        PartBuilder part = new(name);
        while (RecordingReader.Next(texts, buffer, limit))
        {
            if (!part.IsEmpty && part.Length + texts.Current.Json.Length > size) yield return part.Finish();
            part.Add(texts.Current);
        }

        limit.Close();
        if (!part.IsEmpty) yield return part.Finish();
    }

    /// <summary>Reads a part from its bytes, which it keeps.</summary>
    /// <exception cref="FormatException">They are no part of this version.</exception>
    public static RecordingPart Parse(ReadOnlyMemory<byte> bytes)
    {
        int head = bytes.Span.IndexOf((byte)'\n');
        if (head < 0) throw new FormatException("it has no first line");
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes[..head]);
            JsonElement root = document.RootElement;
            if (root.GetProperty("version").GetInt32() != Version) throw new FormatException("it is of another version");
            int[] places = [.. root.GetProperty("places").EnumerateArray().Select(number => number.GetInt32())];
            RecordingPart part = new(root.GetProperty("source").GetString()!, root.GetProperty("unit").GetString()!, places, bytes[(head + 1)..], bytes);
            return part.IsWhole() ? part : throw new FormatException("its lengths do not add up to its size");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("its first line is not as this version writes it", e);
        }
    }

    /// <summary>Reads the exchanges. What cannot be read is handed to <paramref name="problem"/>.</summary>
    public IEnumerable<HttpExchange> Read(Action<Finding> problem)
    {
        ExchangeEntry entry = new();
        foreach (RecordedText text in Texts())
        {
            if (RecordingReader.Exchange(entry, text, Name(text.Number), Source, problem) is { } exchange) yield return exchange;
        }
    }

    /// <summary>Reads the exchanges as slices of the part, each good until the next one.</summary>
    internal void Read(Action<RecordedExchange> take, Action<Finding> problem)
    {
        ExchangeEntry entry = new();
        foreach (RecordedText text in Texts())
        {
            EntryReading reading = entry.Read(text.Json);
            if (reading.Problem is not null) problem(RecordingReader.Problem(Source, text, reading));
            if (reading.IsExchange) take(entry.Exchange);
        }
    }

    private IEnumerable<RecordedText> Texts()
    {
        for (int i = 0, at = 0; i < places.Length; at += places[i + 3] + 1, i += 4)
        {
            yield return new RecordedText(texts.Slice(at, places[i + 3]), unit, places[i], new SourcePosition(places[i + 1], places[i + 2]));
        }
    }

    private string Name(int number) => RecordingReader.NameOf(Source, unit, number);

    private bool IsWhole()
    {
        if (places.Length == 0 || places.Length % 4 != 0) return false;
        long sum = 0;
        for (int i = 3; i < places.Length; i += 4)
        {
            if (places[i] < 0) return false;
            sum += places[i] + 1;
        }

        return sum == texts.Length;
    }

    /// <summary>Gathers exchanges until a part is full.</summary>
    private sealed class PartBuilder(string source)
    {
        private readonly List<int> places = [];
        private readonly ArrayBufferWriter<byte> texts = new();
        private string unit = "";

        public bool IsEmpty => places.Count == 0;

        public int Length => texts.WrittenCount;

        public void Add(in RecordedText text)
        {
            unit = text.Unit;
            places.AddRange([text.Number, text.Place.Line, text.Place.Column, text.Json.Length]);
            texts.Write(text.Json.Span);
            texts.Write("\n"u8);
        }

        public RecordingPart Finish()
        {
            ArrayBufferWriter<byte> whole = new(texts.WrittenCount + (places.Count * 6) + 256);
            using (Utf8JsonWriter json = new(whole))
            {
                json.WriteStartObject();
                json.WriteNumber("version", Version);
                json.WriteString("source", source);
                json.WriteString("unit", unit);
                json.WriteStartArray("places");
                foreach (int number in places) json.WriteNumberValue(number);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            whole.Write("\n"u8);
            int head = whole.WrittenCount;
            whole.Write(texts.WrittenSpan);
            RecordingPart part = new(source, unit, [.. places], whole.WrittenMemory[head..], whole.WrittenMemory);
            places.Clear();
            texts.ResetWrittenCount();
            return part;
        }
    }
}
