using System.Globalization;
using ContractToolkit.Exchange;
using Microsoft.AspNetCore.Http;

namespace ContractToolkit.Mocking;

/// <summary>Sends server-sent events and JSON lines one after the other, each as soon as its time has come.</summary>
internal static class StreamedBody
{
    private const int LongestInterval = 60_000;

    /// <summary>The events or lines of an answer; null where it is no stream.</summary>
    public static List<ReadOnlyMemory<byte>>? PartsOf(MockAnswer answer)
    {
        if (answer.Status != 200 || answer.Body.IsEmpty || answer.HeadersOnly || answer.Plain is not null || answer.Headers.Find("Content-Type") is not { } type) return null;
        if (!type.Contains("event-stream", StringComparison.Ordinal) && !type.Contains("json", StringComparison.Ordinal)) return null;
        return MediaTypeName.Parse(type) is { } name ? CompiledMediaType.FormatOf(name) switch
        {
            BodyFormat.EventStream => Split(answer.Body, "\n\n"u8),
            BodyFormat.JsonLines => Split(answer.Body, "\n"u8),
            _ => null,
        } : null;
    }

    /// <summary>The interval that a request asks for.</summary>
    public static TimeSpan? Interval(ExchangeRequest request)
    {
        foreach ((string name, string? value) in Preferences.Of(request))
        {
            if (name == "interval-ms" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int wait)) return TimeSpan.FromMilliseconds(Math.Min(wait, LongestInterval));
        }

        return null;
    }

    /// <summary>Writes the answer part by part, without a length.</summary>
    public static async Task WriteAsync(HttpContext context, MockAnswer answer, List<ReadOnlyMemory<byte>> parts, TimeSpan interval)
    {
        HttpResponse response = context.Response;
        response.StatusCode = answer.Status;
        foreach (HeaderField field in answer.Headers) response.Headers.Append(field.Name, field.Value);
        if (response.Headers.CacheControl.Count == 0) response.Headers.CacheControl = "no-store";
        for (int i = 0; i < parts.Count; i++)
        {
            if (i > 0 && interval > TimeSpan.Zero) await Task.Delay(interval, context.RequestAborted).ConfigureAwait(false);
            // The pipe's write flushes, so that the part leaves now.
            await response.BodyWriter.WriteAsync(parts[i], context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, ReadOnlySpan<byte> end)
    {
        var parts = new List<ReadOnlyMemory<byte>>();
        while (!body.IsEmpty)
        {
            int at = body.Span.IndexOf(end);
            int length = at < 0 ? body.Length : at + end.Length;
            parts.Add(body[..length]);
            body = body[length..];
        }

        return parts;
    }
}
