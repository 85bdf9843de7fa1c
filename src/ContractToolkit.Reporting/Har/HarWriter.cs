using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ContractToolkit.Reporting;

/// <summary>Writes exchanges as HAR 1.2 while a run goes on, one at a time: its memory does not grow with the run. Safe for concurrent use.</summary>
public sealed class HarWriter : IDisposable
{
    private readonly object gate = new();
    private readonly TextWriter output;
    private bool any;

    /// <summary>Starts the file.</summary>
    public HarWriter(TextWriter output)
    {
        this.output = output;
        output.Write($$"""{"log":{"version":"1.2","creator":{"name":"contract","version":"{{ToolVersion.Value}}"},"entries":[""");
    }

    /// <summary>Adds one exchange.</summary>
    public void Add(ReportedExchange exchange)
    {
        string entry = Entry(exchange);
        lock (gate)
        {
            output.Write(any ? ",\n" : "\n");
            output.Write(entry);
            any = true;
        }
    }

    /// <summary>Ends the file and closes the writer.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            output.Write("\n]}}\n");
            output.Dispose();
        }
    }

    private static string Entry(ReportedExchange exchange)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("startedDateTime", exchange.Started.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
            double time = Math.Round(exchange.Duration.TotalMilliseconds, 3);
            json.WriteNumber("time", time);
            WriteRequest(json, exchange);
            WriteResponse(json, exchange);
            json.WriteStartObject("cache");
            json.WriteEndObject();
            json.WriteStartObject("timings");
            json.WriteNumber("send", 0);
            json.WriteNumber("wait", time);
            json.WriteNumber("receive", 0);
            json.WriteEndObject();
            if (exchange.Comment is { } comment) json.WriteString("comment", comment);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteRequest(Utf8JsonWriter json, ReportedExchange exchange)
    {
        json.WriteStartObject("request");
        json.WriteString("method", exchange.Method);
        json.WriteString("url", exchange.Url);
        json.WriteString("httpVersion", "HTTP/1.1");
        WriteCookies(json);
        WriteHeaders(json, exchange.RequestHeaders);
        WriteQuery(json, exchange.Url);
        if (exchange.RequestBody is { } body)
        {
            json.WriteStartObject("postData");
            json.WriteString("mimeType", ContentType(exchange.RequestHeaders));
            if (TryText(body.Span, out string text)) json.WriteString("text", text);
            else
            {
                // HAR 1.2 has no encoding for request bodies; browsers write the same private member.
                json.WriteString("text", Convert.ToBase64String(body.Span));
                json.WriteString("_encoding", "base64");
            }

            json.WriteEndObject();
        }

        json.WriteNumber("headersSize", -1);
        json.WriteNumber("bodySize", exchange.RequestBody?.Length ?? 0);
        json.WriteEndObject();
    }

    private static void WriteResponse(Utf8JsonWriter json, ReportedExchange exchange)
    {
        json.WriteStartObject("response");
        json.WriteNumber("status", exchange.Status);
        json.WriteString("statusText", "");
        json.WriteString("httpVersion", exchange.Status == 0 ? "" : "HTTP/1.1");
        WriteCookies(json);
        WriteHeaders(json, exchange.ResponseHeaders);
        json.WriteStartObject("content");
        ReadOnlyMemory<byte> body = exchange.ResponseBody ?? default;
        json.WriteNumber("size", body.Length);
        json.WriteString("mimeType", ContentType(exchange.ResponseHeaders));
        if (exchange.ResponseBody is not null)
        {
            bool isText = TryText(body.Span, out string text);
            json.WriteString("text", isText ? text : Convert.ToBase64String(body.Span));
            if (!isText) json.WriteString("encoding", "base64");
        }

        json.WriteEndObject();
        json.WriteString("redirectURL", "");
        json.WriteNumber("headersSize", -1);
        json.WriteNumber("bodySize", exchange.ResponseBody?.Length ?? -1);
        if (exchange.Failure is { } failure) json.WriteString("_error", failure);
        json.WriteEndObject();
    }

    private static void WriteCookies(Utf8JsonWriter json)
    {
        json.WriteStartArray("cookies");
        json.WriteEndArray();
    }

    private static void WriteHeaders(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        json.WriteStartArray("headers");
        foreach ((string name, string value) in headers) WritePair(json, name, value);
        json.WriteEndArray();
    }

    private static void WriteQuery(Utf8JsonWriter json, string url)
    {
        json.WriteStartArray("queryString");
        int mark = url.IndexOf('?');
        string query = mark < 0 ? "" : url[(mark + 1)..].Split('#')[0];
        foreach (string pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=');
            WritePair(json, Decode(equals < 0 ? pair : pair[..equals]), equals < 0 ? "" : Decode(pair[(equals + 1)..]));
        }

        json.WriteEndArray();
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static void WritePair(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    private static string ContentType(IReadOnlyList<KeyValuePair<string, string>> headers) =>
        headers.FirstOrDefault(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value ?? "";

    private static bool TryText(ReadOnlySpan<byte> bytes, out string text)
    {
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }
}
