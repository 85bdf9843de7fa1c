using System.Runtime.CompilerServices;

namespace ContractToolkit.Http;

/// <summary>Server-sent events, read as they come.</summary>
internal sealed class EventReply<T>(string status, string mediaType, Func<ReplyContext, IAsyncEnumerable<T>> read)
    : Reply<IAsyncEnumerable<T>>(status, mediaType)
{
    internal override bool IsStream => true;

    internal override ValueTask<IAsyncEnumerable<T>> ReadAsync(ReplyContext context) => new(read(context));

    internal override Task<ApiException> ToExceptionAsync(ReplyContext context) => Task.FromResult(Failures.Plain(context.Answer));
}

/// <summary>JSON values one after the other, read as they come.</summary>
internal sealed class JsonLinesReply<T>(string status, string mediaType, JsonRead<T> read) : Reply<IAsyncEnumerable<T>>(status, mediaType)
{
    internal override bool IsStream => true;

    internal override ValueTask<IAsyncEnumerable<T>> ReadAsync(ReplyContext context) => new(LinesAsync(context));

    internal override Task<ApiException> ToExceptionAsync(ReplyContext context) => Task.FromResult(Failures.Plain(context.Answer));

    private async IAsyncEnumerable<T> LinesAsync(ReplyContext context, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using HttpResponseMessage response = context.Response;
        Stream stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        RecordEnd end = MediaTypes.Essence(MediaType!).EndsWith("json-seq", StringComparison.Ordinal)
            ? RecordEnd.RecordSeparator : RecordEnd.LineFeed;
        RecordReader records = new(stream, end, context.Options.MaxBufferedBody, context.Answer);
        while (await records.ReadAsync(cancellation).ConfigureAwait(false) is { } record)
        {
            if (record.Span.Trim(" \t\r\n"u8).IsEmpty) continue;
            yield return context.Read(record.Span, read);
        }
    }
}
