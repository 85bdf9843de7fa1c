using System.Text.Json;
using System.Text.Json.Nodes;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Mocking;

/// <summary>Puts the issued token into the answer of the token operation.</summary>
internal sealed class TokenIssuer(TokenRule rule, TokenAuthority authority, CompiledContract contract, EnvelopeFailures failures)
{
    private readonly BodyReader reader = new(contract.Schemas);

    public bool Serves(CompiledOperation operation) => operation.Operation.OperationId == rule.Operation;

    public MockAnswer Apply(CompiledOperation operation, ExchangeRequest request, MockAnswer answer)
    {
        if (answer.Status >= 300 || Body(operation, request) is not { } body) return answer;
        if (authority.Issue(body) is not { } issued)
        {
            const string Refused = "The credentials are refused.";
            Finding finding = new() { Id = ExchangeRules.RequestSecurity, Level = FindingLevel.Error, Message = Refused, Operation = operation.Name };
            return failures.Answer(operation, Refused, [finding], 401) ?? Problems.Answer(401, "unauthorized", "Unauthorized", Refused, [finding], operation);
        }

        JsonNode? root = JsonNode.Parse(answer.Body.Span);
        if (root is null || !Put(root, rule.Token, issued.Token)) return answer;
        if (rule.LifetimeMember is { } member) Put(root, member, (long)(issued.Remaining * (rule.LifetimeInMilliseconds ? 1000 : 1)));
        return answer with { Body = Encoding.UTF8.GetBytes(root.ToJsonString()), Headers = answer.Headers.Where(field => field.Name != "ETag").ToEquatableArray(), Origin = "token" };
    }

    private JsonElement? Body(CompiledOperation operation, ExchangeRequest request)
    {
        if (MediaTypeName.Parse(request.ContentType) is not { } type || CompiledMediaType.Select(operation.RequestContent, type) is not { } media) return null;
        BodyReading reading = reader.Read(media, request.Body, request.ContentType);
        try
        {
            return reading.Problem is null ? JsonDocument.Parse(reading.Json).RootElement : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Put(JsonNode root, string pointer, JsonNode value)
    {
        string[] segments = JsonPointer.Split(pointer);
        JsonNode? parent = root;
        foreach (string segment in segments[..^1]) parent = (parent as JsonObject)?[segment];
        if (parent is not JsonObject members || segments.Length == 0) return false;
        members[segments[^1]] = value;
        return true;
    }
}
