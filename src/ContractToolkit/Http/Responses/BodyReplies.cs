using System.Text;

namespace ContractToolkit.Http;

/// <summary>A text body.</summary>
internal sealed class TextReply(string status, string mediaType) : Reply<string>(status, mediaType)
{
    internal override ValueTask<string> ReadAsync(ReplyContext context) => new(Encoding.UTF8.GetString(context.Answer.Body.Span));
}

/// <summary>No body.</summary>
internal sealed class EmptyReply(string status) : Reply<Nothing>(status, null)
{
    internal override ValueTask<Nothing> ReadAsync(ReplyContext context) => default;

    internal override Reply<TOther> Reading<TOther>(JsonRead<TOther> other) => As<TOther>(static _ => default!);

    internal override Task<ApiException> ToExceptionAsync(ReplyContext context) => Task.FromResult(Failures.Plain(context.Answer));
}

/// <summary>An answer whose value is wrapped, such as one case of several.</summary>
internal sealed class WrappedReply<T, TResult>(Reply<T> inner, Func<T, TResult> wrap) : Reply<TResult>(inner.Status, inner.MediaType)
{
    internal override bool IsStream => inner.IsStream;

    internal override Reply<TOther> Reading<TOther>(JsonRead<TOther> other) => inner.Reading(other);

    internal override bool TryRead(ReplyContext context, out TResult value)
    {
        bool read = inner.TryRead(context, out T unwrapped);
        value = read ? wrap(unwrapped) : default!;
        return read;
    }

    internal override async ValueTask<TResult> ReadAsync(ReplyContext context) => wrap(await inner.ReadAsync(context).ConfigureAwait(false));

    internal override Task<ApiException> ToExceptionAsync(ReplyContext context) => inner.ToExceptionAsync(context);
}

/// <summary>Failures for which the contract has no type.</summary>
internal static class Failures
{
    public static ApiException Plain(ApiAnswer answer) =>
        new(FormattableString.Invariant($"the server answered {(int)answer.Status} {answer.Status}."), answer);
}
