using System.Text.Json.Nodes;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Mocking;

/// <summary>Answers failures in the contract's envelope.</summary>
internal sealed class EnvelopeFailures(CompiledContract contract, MockOptions options)
{
    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The failure as an answer; null where the operation has no envelope, or declares an error status for such cases.</summary>
    public MockAnswer? Answer(CompiledOperation operation, string message, IReadOnlyList<Finding> findings, int status)
    {
        if (operation.Operation.Envelope is not { } rule) return null;
        if (operation.Operation.Responses.Any(r => r.Status == status.ToString(System.Globalization.CultureInfo.InvariantCulture) || r.Status == "4XX")) return null;
        return Answer(operation, rule, CodeFor(operation, rule, findings), message, findings);
    }

    /// <summary>A failure with a given code.</summary>
    public MockAnswer Answer(CompiledOperation operation, EnvelopeRule rule, JsonLiteral code, string message, IReadOnlyList<Finding> findings)
    {
        byte[] body = Body(rule, code, message, withData: true);
        if (rule.Failure is { } failure && !contract.Schemas.For(failure).IsValid(body, Direction.Response)) body = Body(rule, code, message, withData: false);
        return new MockAnswer
        {
            Status = 200,
            Headers = [new HeaderField("Content-Type", "application/json")],
            Body = body,
            Operation = operation,
            Findings = findings,
            Origin = "envelope failure " + code,
        };
    }

    private static byte[] Body(EnvelopeRule rule, JsonLiteral code, string message, bool withData)
    {
        var root = new JsonObject();
        Put(root, rule.Code, JsonNode.Parse(code.Text));
        if (rule.Message is { Length: > 0 } text) Put(root, text, message);
        if (withData && rule.Data is { Length: > 0 } data) Put(root, data, null);
        return Encoding.UTF8.GetBytes(root.ToJsonString(Relaxed));
    }

    private static void Put(JsonObject root, string pointer, JsonNode? value)
    {
        string[] segments = JsonPointer.Split(pointer);
        JsonObject parent = root;
        foreach (string segment in segments[..^1])
        {
            if (parent[segment] is not JsonObject next) parent[segment] = next = [];
            parent = next;
        }

        parent[segments[^1]] = value;
    }

    // The known code whose meaning names the member that is wrong; else the one that the options name; else the least specific.
    private JsonLiteral CodeFor(CompiledOperation operation, EnvelopeRule rule, IReadOnlyList<Finding> findings)
    {
        if (options.FailureCode is { } chosen) return chosen;
        List<ReturnCode> failures = [.. rule.Codes.Where(code => !rule.Success.Any(success => JsonValues.ScalarEquals(success, code.Code)))];
        List<ReturnCode> fitting = failures.FindAll(code => code.Operations.IsEmpty || (operation.Operation.OperationId is { } id && code.Operations.Contains(id)));
        foreach (ReturnCode code in fitting)
        {
            string[] words = code.Meaning.Split([' ', '.', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
            if (findings.Any(finding => words.Any(word => word.Contains('_') && finding.Message.Contains(word, StringComparison.Ordinal)))) return code.Code;
        }

        ReturnCode? general = fitting.Find(code => code.Operations.IsEmpty) ?? fitting.Find(code => code.Code.Text == "-1") ?? failures.Find(code => code.Code.Text == "-1") ?? fitting.FirstOrDefault();
        return general?.Code ?? (rule.Success.FirstOrDefault()?.Kind == JsonKind.String ? new JsonLiteral(JsonKind.String, "\"error\"") : new JsonLiteral(JsonKind.Number, "-1"));
    }
}
