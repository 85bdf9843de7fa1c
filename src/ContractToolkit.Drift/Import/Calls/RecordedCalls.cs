using System.Text;
using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Import.Calls;

/// <summary>Reads the calls of a recording (HAR, NDJSON, or an array of exchanges) as samples.</summary>
internal static class RecordedCalls
{
    /// <summary>The calls, in order; none where the text is no recording. What cannot be read is passed over.</summary>
    public static IEnumerable<SampleCall> Read(ImportSource source)
    {
        MemoryStream stream = new(Encoding.UTF8.GetBytes(source.Text));
        return RecordingReader.Read(stream, source.File, static _ => { }).Where(exchange => SideTraffic.Kind(exchange, routed: false) is null).Select(Call);
    }

    private static SampleCall Call(HttpExchange exchange) => new(null, exchange.Request.Method, exchange.Request.Url)
    {
        RequestType = exchange.Request.Body.IsEmpty ? null : exchange.Request.ContentType,
        RequestBody = Text(exchange.Request.Body),
        Answers = exchange.Response is { } response ? [new SampleAnswer(response.Status, response.Body.IsEmpty ? null : response.ContentType, Text(response.Body))] : default,
    };

    private static string? Text(ReadOnlyMemory<byte> body) => body.IsEmpty ? null : Encoding.UTF8.GetString(body.Span);
}
