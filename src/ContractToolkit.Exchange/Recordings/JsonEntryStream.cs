using System.Text.Json;

namespace ContractToolkit.Exchange;

/// <summary>Reads the elements of the array <c>log.entries</c> one at a time, holding no more than one of them.</summary>
internal sealed class JsonEntryStream(Stream stream, string name)
{
    private byte[] buffer = new byte[64 * 1024];
    private int filled;
    private bool ended;
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = 512, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    private bool inside;
    private string? member;

    /// <summary>The next element; null at the end.</summary>
    /// <exception cref="RecordingException">The JSON is broken.</exception>
    public async ValueTask<JsonDocument?> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            bool done;
            JsonDocument? element;
            try
            {
                done = Advance(out element);
            }
            catch (JsonException broken)
            {
                throw new RecordingException($"{name} is no HAR recording: {broken.Message}", broken);
            }

            if (done) return element;
            if (ended) return inside ? throw new RecordingException($"{name} ends in the middle of its entries.") : null;
            await FillAsync(cancellation).ConfigureAwait(false);
        }
    }

    // True where an element was found or the entries are over; false where more bytes are needed.
    private bool Advance(out JsonDocument? element)
    {
        element = null;
        ReadOnlySpan<byte> data = buffer.AsSpan(0, filled);
        if (data.StartsWith("\uFEFF"u8)) data = data[3..];
        int offset = filled - data.Length;
        var reader = new Utf8JsonReader(data, ended, state);
        while (true)
        {
            // What was consumed so far stays consumed; an element that is incomplete is begun again with more bytes.
            Utf8JsonReader before = reader;
            if (!reader.Read()) return Pause(before, offset);
            if (inside)
            {
                if (reader.TokenType == JsonTokenType.EndArray)
                {
                    inside = false;
                    ended = true;
                    return true;
                }

                if (!JsonDocument.TryParseValue(ref reader, out element)) return Pause(before, offset);
                Consume(reader, offset);
                return true;
            }

            if (reader.TokenType == JsonTokenType.PropertyName) member = reader.CurrentDepth == 2 ? reader.GetString() : null;
            else if (reader.TokenType == JsonTokenType.StartArray && member == "entries") inside = true;
            else member = null;
        }
    }

    private bool Pause(Utf8JsonReader reader, int offset)
    {
        Consume(reader, offset);
        return false;
    }

    private void Consume(Utf8JsonReader reader, int offset)
    {
        state = reader.CurrentState;
        int used = offset + (int)reader.BytesConsumed;
        Buffer.BlockCopy(buffer, used, buffer, 0, filled - used);
        filled -= used;
    }

    private async ValueTask FillAsync(CancellationToken cancellation)
    {
        if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        int read = await stream.ReadAsync(buffer.AsMemory(filled), cancellation).ConfigureAwait(false);
        if (read == 0) ended = true;
        filled += read;
    }
}
