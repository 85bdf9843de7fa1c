using System.IO.Pipelines;
using ContractToolkit.Exchange;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace ContractToolkit.Mocking;

/// <summary>Between Kestrel's requests and exchanges.</summary>
internal static class KestrelExchange
{
    /// <summary>Reads a request as it came: the target is the raw one.</summary>
    /// <exception cref="BadHttpRequestException">The body is too large or malformed.</exception>
    public static ValueTask<ExchangeRequest> ReadAsync(HttpContext context, long maxBody)
    {
        ExchangeRequest head = Head(context);
        bool hasBody = context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? true;
        return hasBody ? WithBodyAsync(head, context, maxBody) : new ValueTask<ExchangeRequest>(head);
    }

    private static async ValueTask<ExchangeRequest> WithBodyAsync(ExchangeRequest head, HttpContext context, long maxBody) =>
        head with { Body = await ReadBodyAsync(context.Request.BodyReader, maxBody, context.RequestAborted).ConfigureAwait(false) };

    /// <summary>A request without its body.</summary>
    public static ExchangeRequest Head(HttpContext context)
    {
        HttpRequest request = context.Request;
        var fields = new List<HeaderField>(request.Headers.Count);
        foreach ((string name, StringValues values) in request.Headers)
        {
            if (values.Count == 1) fields.Add(new HeaderField(name, values.ToString()));
            else foreach (string? value in values) fields.Add(new HeaderField(name, value ?? ""));
        }

        return new ExchangeRequest
        {
            Method = request.Method,
            Url = context.Features.Get<IHttpRequestFeature>()!.RawTarget,
            Headers = fields.ToEquatableArray(),
        };
    }

    /// <summary>Writes an answer.</summary>
    public static ValueTask WriteAsync(HttpContext context, MockAnswer answer)
    {
        HttpResponse response = context.Response;
        response.StatusCode = answer.Status;
        foreach (HeaderField field in answer.Headers) response.Headers.Append(field.Name, field.Value);
        if (answer.Status is 204 or 304 or < 200) return default;
        response.ContentLength = answer.Body.Length;
        if (answer.HeadersOnly || answer.Body.IsEmpty) return default;
        ValueTask<FlushResult> written = response.BodyWriter.WriteAsync(answer.Body, context.RequestAborted);
        return written.IsCompletedSuccessfully ? default : WaitAsync(written);

        static async ValueTask WaitAsync(ValueTask<FlushResult> written) => await written.ConfigureAwait(false);
    }

    /// <summary>Writes an answer at a speed, or only the first half of its body before the connection breaks.</summary>
    public static async Task WriteSlowlyAsync(HttpContext context, MockAnswer answer, int bytesPerSecond, bool truncate)
    {
        HttpResponse response = context.Response;
        response.StatusCode = answer.Status;
        foreach (HeaderField field in answer.Headers) response.Headers.Append(field.Name, field.Value);
        response.ContentLength = answer.Body.Length;
        ReadOnlyMemory<byte> left = truncate ? answer.Body[..(answer.Body.Length / 2)] : answer.Body;
        int chunk = bytesPerSecond > 0 ? Math.Max(1, bytesPerSecond / 10) : Math.Max(1, left.Length);
        while (!left.IsEmpty)
        {
            int size = Math.Min(chunk, left.Length);
            await response.BodyWriter.WriteAsync(left[..size], context.RequestAborted).ConfigureAwait(false);
            left = left[size..];
            if (bytesPerSecond > 0 && !left.IsEmpty) await Task.Delay(100, context.RequestAborted).ConfigureAwait(false);
        }

        if (truncate) context.Abort();
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(PipeReader reader, long maxBody, CancellationToken cancellation)
    {
        while (true)
        {
            ReadResult read = await reader.ReadAsync(cancellation).ConfigureAwait(false);
            if (read.Buffer.Length > maxBody) throw new BadHttpRequestException("The body is larger than this server accepts.", StatusCodes.Status413PayloadTooLarge);
            if (read.IsCompleted)
            {
                byte[] body = System.Buffers.BuffersExtensions.ToArray(read.Buffer);
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
