using System.Text;
using System.Text.Json;
using ContractToolkit.Envelopes;
using ContractToolkit.Json;

namespace ContractToolkit.Http;

/// <summary>A JSON body, out of its envelope where the operation has one.</summary>
internal sealed class JsonReply<T>(string status, string mediaType, JsonRead<T> read, Func<SchemaCheck>? check) : Reply<T>(status, mediaType)
{
    internal override ValueTask<T> ReadAsync(ReplyContext context)
    {
        ReadOnlySpan<byte> body = context.Answer.Body.Span;
        bool wrapped = context.Operation.Envelope is not null && context.Response.IsSuccessStatusCode;
        if (wrapped) return new ValueTask<T>(Unwrap(context, body, context.Operation.Envelope!));
        return new ValueTask<T>(context.Read(body, read, check));
    }

    private T Unwrap(ReplyContext context, ReadOnlySpan<byte> body, EnvelopeRules rules)
    {
        EnvelopeReader envelope;
        try
        {
            envelope = EnvelopeReader.Read(body, rules);
        }
        catch (JsonException)
        {
            context.Validate(body, check);
            throw context.Violation("", "json", "the body is no JSON");
        }

        if (envelope.Verdict == EnvelopeVerdict.Failure)
        {
            string code = envelope.Code!;
            throw new ReturnCodeException(context.Answer, code, envelope.Message, Meaning(body, rules));
        }

        context.Validate(body, check);
        if (envelope.Verdict == EnvelopeVerdict.NoCode)
        {
            throw context.Violation(
                rules.Code, envelope.Code is null ? "required" : "type", "the return code is missing or of another type than the contract says");
        }

        return context.Read(envelope.Data, read, rules.Data);
    }

    private static string? Meaning(ReadOnlySpan<byte> body, EnvelopeRules rules)
    {
        ReadOnlySpan<byte> code = JsonPath.Find(body, rules.Code);
        foreach ((string literal, string meaning) in rules.Meanings)
        {
            if (EnvelopeReader.SameScalar(code, literal)) return meaning;
        }

        return null;
    }
}

/// <summary>A text body.</summary>
internal sealed class TextReply(string status, string mediaType) : Reply<string>(status, mediaType)
{
    internal override ValueTask<string> ReadAsync(ReplyContext context) => new(Encoding.UTF8.GetString(context.Answer.Body.Span));
}

/// <summary>No body.</summary>
internal sealed class EmptyReply(string status) : Reply<Nothing>(status, null)
{
    internal override ValueTask<Nothing> ReadAsync(ReplyContext context) => default;

    internal override Task<ApiException> ToExceptionAsync(ReplyContext context) => Task.FromResult(Failures.Plain(context.Answer));
}

/// <summary>An answer whose value is wrapped, such as one case of several.</summary>
internal sealed class WrappedReply<T, TResult>(Reply<T> inner, Func<T, TResult> wrap) : Reply<TResult>(inner.Status, inner.MediaType)
{
    internal override bool IsStream => inner.IsStream;

    internal override async ValueTask<TResult> ReadAsync(ReplyContext context) => wrap(await inner.ReadAsync(context).ConfigureAwait(false));

    internal override Task<ApiException> ToExceptionAsync(ReplyContext context) => inner.ToExceptionAsync(context);
}

/// <summary>Failures for which the contract has no type.</summary>
internal static class Failures
{
    public static ApiException Plain(ApiAnswer answer) =>
        new(FormattableString.Invariant($"the server answered {(int)answer.Status} {answer.Status}."), answer);
}
