using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ContractToolkit.DriftRuns;

/// <summary>Writes the same seeded traffic of a small shop in both forms: NDJSON as gateways write it, HAR as browsers do.</summary>
internal static class ShopRecordings
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string folder, int exchanges)
    {
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "shop.yaml"), Path.Combine(folder, "shop.yaml"), overwrite: true);
        using FileStream lines = File.Create(Path.Combine(folder, "shop.ndjson"));
        using FileStream har = File.Create(Path.Combine(folder, "shop.har"));
        using Utf8JsonWriter line = new(lines, Compact);
        using Utf8JsonWriter entries = new(har, Compact);
        har.Write("""{"log":{"version":"1.2","creator":{"name":"shop","version":"1"},"entries":["""u8);
        ShopTraffic traffic = new(20261122);
        for (int i = 0; i < exchanges; i++)
        {
            ShopCall call = traffic.Next();
            Line(line, call);
            line.Flush();
            line.Reset();
            lines.WriteByte((byte)'\n');
            if (i > 0) har.Write(",\n"u8);
            Entry(entries, call);
            entries.Flush();
            entries.Reset();
        }

        har.Write("]}}"u8);
    }

    // The one form of NDJSON whose bodies both tools read.
    private static void Line(Utf8JsonWriter json, ShopCall call)
    {
        json.WriteStartObject();
        json.WriteString("started_at", call.At);
        json.WriteStartObject("request");
        json.WriteString("method", call.Method);
        json.WriteString("url", call.Url);
        Fields(json, call.RequestHeaders);
        if (call.RequestBody.Length > 0) json.WriteString("body", call.RequestBody);
        json.WriteEndObject();
        json.WriteStartObject("response");
        json.WriteNumber("status", call.Status);
        Fields(json, call.ResponseHeaders);
        if (call.ResponseBody.Length > 0) json.WriteString("body", call.ResponseBody);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Fields(Utf8JsonWriter json, (string Name, string Value)[] headers)
    {
        json.WriteStartObject("headers");
        foreach ((string field, string value) in headers) json.WriteString(field.ToLowerInvariant(), value);
        json.WriteEndObject();
    }

    private static void Entry(Utf8JsonWriter json, ShopCall call)
    {
        json.WriteStartObject();
        json.WriteString("startedDateTime", call.At);
        json.WriteNumber("time", call.Milliseconds);
        json.WriteStartObject("request");
        json.WriteString("method", call.Method);
        json.WriteString("url", call.Url);
        json.WriteString("httpVersion", "http/2.0");
        Pairs(json, "headers", call.RequestHeaders);
        Pairs(json, "queryString", Query(call.Url));
        Pairs(json, "cookies", []);
        json.WriteNumber("headersSize", -1);
        json.WriteNumber("bodySize", Encoding.UTF8.GetByteCount(call.RequestBody));
        if (call.RequestBody.Length > 0)
        {
            json.WriteStartObject("postData");
            json.WriteString("mimeType", "application/json");
            json.WriteString("text", call.RequestBody);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        Answer(json, call);
        json.WriteStartObject("cache");
        json.WriteEndObject();
        json.WriteStartObject("timings");
        foreach (string phase in (string[])["blocked", "dns", "ssl", "connect", "send", "wait", "receive"]) json.WriteNumber(phase, phase == "wait" ? call.Milliseconds : 0);
        json.WriteEndObject();
        json.WriteString("serverIPAddress", "203.0.113.7");
        json.WriteString("connection", "443");
        json.WriteEndObject();
    }

    private static void Answer(Utf8JsonWriter json, ShopCall call)
    {
        json.WriteStartObject("response");
        json.WriteNumber("status", call.Status);
        json.WriteString("statusText", "");
        json.WriteString("httpVersion", "http/2.0");
        Pairs(json, "headers", call.ResponseHeaders);
        Pairs(json, "cookies", []);
        json.WriteStartObject("content");
        json.WriteNumber("size", Encoding.UTF8.GetByteCount(call.ResponseBody));
        json.WriteString("mimeType", call.ResponseType);
        json.WriteString("text", call.ResponseBody);
        json.WriteEndObject();
        json.WriteString("redirectURL", "");
        json.WriteNumber("headersSize", -1);
        json.WriteNumber("bodySize", Encoding.UTF8.GetByteCount(call.ResponseBody));
        json.WriteEndObject();
    }

    private static void Pairs(Utf8JsonWriter json, string name, (string Name, string Value)[] pairs)
    {
        json.WriteStartArray(name);
        foreach ((string field, string value) in pairs)
        {
            json.WriteStartObject();
            json.WriteString("name", field);
            json.WriteString("value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static (string Name, string Value)[] Query(string url) => url.IndexOf('?') is > 0 and var at
        ? [.. url[(at + 1)..].Split('&').Select(pair => (pair[..pair.IndexOf('=')], pair[(pair.IndexOf('=') + 1)..]))] : [];
}
