using System.Text.Json;
using ContractToolkit.Envelopes;
using ContractToolkit.Json;

namespace ContractToolkit.Http;

/// <summary>A JSON body, out of its envelope where the operation has one.</summary>
internal sealed class JsonReply<T>(string status, string mediaType, JsonRead<T> read, Func<SchemaCheck>? check) : Reply<T>(status, mediaType)
{
    private EnvelopePass<T>? pass;

    internal override bool TryRead(ReplyContext context, out T value)
    {
        value = default!;
        if (!IsWrapped(context)) return false;
        pass ??= EnvelopePass<T>.Of(context.Operation.Envelope!, read);
        if (pass is null) return false;
        SchemaCheck schema = context.Options.ValidateResponses && check is not null ? check() : default;
        return pass.TryRead(context.Answer.Body.Span, schema, out value);
    }

    internal override ValueTask<T> ReadAsync(ReplyContext context)
    {
        ReadOnlySpan<byte> body = context.Answer.Body.Span;
        if (IsWrapped(context)) return new ValueTask<T>(Unwrap(context, body, context.Operation.Envelope!));
        return new ValueTask<T>(context.Read(body, read, check));
    }

    internal override Reply<TOther> Reading<TOther>(JsonRead<TOther> other) => new JsonReply<TOther>(Status, MediaType!, other, check);

    private static bool IsWrapped(ReplyContext context) => context.Operation.Envelope is not null && context.Response.IsSuccessStatusCode;

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

        if (envelope.Verdict == EnvelopeVerdict.Success && rules.Data.Length == 0) return context.Read(body, read, check);
        context.Validate(body, check);
        if (envelope.Verdict == EnvelopeVerdict.NoCode)
        {
            throw context.Violation(
                rules.Code!, envelope.Code is null ? "required" : "type", "the return code is missing or of another type than the contract says");
        }

        return context.Read(envelope.Data, read, rules.Data);
    }

    private static string? Meaning(ReadOnlySpan<byte> body, EnvelopeRules rules)
    {
        ReadOnlySpan<byte> code = JsonPath.Find(body, rules.Code!);
        foreach ((string literal, string meaning) in rules.Meanings)
        {
            if (EnvelopeReader.SameScalar(code, literal)) return meaning;
        }

        return null;
    }
}
