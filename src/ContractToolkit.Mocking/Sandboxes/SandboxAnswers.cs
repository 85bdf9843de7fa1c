using System.Text.Json;
using System.Text.Json.Nodes;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Mocking;

/// <summary>Puts the replies of a sandbox into the contract's envelope. A success that the contract does not accept is not answered.</summary>
internal sealed class SandboxAnswers(ISandbox sandbox, CompiledContract contract, AnswerBodies bodies, EnvelopeFailures failures)
{
    private readonly BodyReader reader = new(contract.Schemas);

    public MockAnswer Apply(CompiledOperation operation, ExchangeRequest request, MockAnswer answer)
    {
        if (operation.Operation.Envelope is not { } rule || answer.Status >= 300 || Body(operation, request) is not { } body) return answer;
        if (sandbox.Call(operation, body) is not { } reply) return answer;
        if (reply.FailureCode is { } code)
        {
            JsonKind kind = rule.Success.IsEmpty ? JsonKind.Number : rule.Success[0].Kind;
            JsonLiteral literal = kind == JsonKind.String ? JsonValues.StringLiteral(code) : new JsonLiteral(JsonKind.Number, code);
            return failures.Answer(operation, rule, literal, reply.Message, []);
        }

        if (operation.ResponseFor(answer.Status)?.Content.FirstOrDefault() is not { Envelope: { Answer: { } schema } } media || rule.Data is not { Length: > 0 } data) return answer;
        var root = new JsonObject { [rule.Code.TrimStart('/')] = JsonNode.Parse(rule.Success[0].Text), [data.TrimStart('/')] = reply.Data };
        if (rule.Message is { Length: > 0 } text) root[text.TrimStart('/')] = "成功";
        if (!ProvenMerge.IsValid(root, contract.Schemas.For(schema))) return answer;
        AnswerBody made = bodies.Write(media, ProvenMerge.Utf8(root), "sandbox");
        return answer with { Body = made.Bytes, Origin = made.Origin, Headers = answer.Headers.With("ETag", made.ETag) };
    }

    private JsonObject? Body(CompiledOperation operation, ExchangeRequest request)
    {
        if (MediaTypeName.Parse(request.ContentType) is not { } type || CompiledMediaType.Select(operation.RequestContent, type) is not { } media) return null;
        BodyReading reading = reader.Read(media, request.Body, request.ContentType);
        try
        {
            return reading.Problem is null && !reading.Json.IsEmpty ? JsonNode.Parse(reading.Json.Span) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
