using System.Text;
using System.Text.Json;

namespace ContractToolkit.Exchange;

/// <summary>Writes NDJSON recordings, one exchange per line, in the form that <see cref="RecordingReader"/> reads. Writes what it is given:
/// redact first.</summary>
public sealed class NdjsonWriter : IDisposable
{
    private static readonly UTF8Encoding Strict = new(false, true);
    private readonly Stream stream;
    private readonly object gate = new();

    /// <summary>Makes a writer that owns the stream.</summary>
    public NdjsonWriter(Stream stream) => this.stream = stream;

    /// <summary>Appends an exchange and flushes. Safe to call from several threads.</summary>
    public void Write(HttpExchange exchange)
    {
        var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            if (exchange.Timings is { } timings)
            {
                json.WriteString("recordedAt", timings.Started.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
                json.WriteNumber("time", Math.Round(timings.Total.TotalMilliseconds, 3));
            }

            json.WriteString("method", exchange.Request.Method);
            json.WriteString("url", exchange.Request.Url);
            WriteHeaders(json, "requestHeaders", exchange.Request.Headers);
            WriteBody(json, "requestBody", exchange.Request.Body, exchange.Request.BodyState);
            if (exchange.Response is { } response)
            {
                json.WriteNumber("status", response.Status);
                WriteHeaders(json, "responseHeaders", response.Headers);
                WriteBody(json, "responseBody", response.Body, response.BodyState);
            }

            if (exchange.Error is { } error) json.WriteString("error", error.Message);
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        lock (gate)
        {
            line.WriteTo(stream);
            stream.Flush();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private static void WriteHeaders(Utf8JsonWriter json, string name, EquatableArray<HeaderField> headers)
    {
        json.WriteStartObject(name);
        foreach (IGrouping<string, HeaderField> group in headers.GroupBy(field => field.Name.ToLowerInvariant()))
        {
            json.WriteStartArray(group.Key);
            foreach (HeaderField field in group) json.WriteStringValue(field.Value);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, string name, ReadOnlyMemory<byte> body, BodyState state)
    {
        if (state == BodyState.NotRecorded)
        {
            json.WriteNull(name);
            return;
        }

        bool text = TryText(body.Span, out string? decoded);
        json.WriteString(name, text ? decoded : Convert.ToBase64String(body.Span));
        json.WriteString(name + "Encoding", text ? "utf8" : "base64");
        if (state == BodyState.Truncated) json.WriteString(name + "State", "truncated");
    }

    private static bool TryText(ReadOnlySpan<byte> bytes, out string? text)
    {
        try
        {
            text = Strict.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = null;
            return false;
        }
    }
}
