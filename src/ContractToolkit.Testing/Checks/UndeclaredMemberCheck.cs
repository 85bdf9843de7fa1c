using System.Runtime.CompilerServices;
using System.Text.Json;
using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>Answers have the members that the contract declares.</summary>
public sealed class UndeclaredMemberCheck : ICheck
{
    private const int MostPerAnswer = 5;

    private static readonly FindingRule Rule = new(
        "undeclared-member", FindingLevel.Warning, "An undeclared member in an answer",
        "Every member of a JSON answer is declared, or at least required: a schema without `additionalProperties` allows further members (JSON Schema), but nobody who reads the contract knows of them, and clients that are compiled from it drop them. No finding where `additionalProperties`, `patternProperties` or a branch without any members invites more.",
        "Declare the member, or keep it out of the answer; `additionalProperties: true` says that more may come.");

    // One per contract: what is flattened once serves every answer.
    private static readonly ConditionalWeakTable<CompiledContract, MemberShapes> Shapes = [];

    /// <inheritdoc/>
    public IReadOnlyList<FindingRule> Rules { get; } = [Rule];

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(CaseResult result)
    {
        if (result.Exchange is not { Error: null, Response.Body: { Length: > 1 } body } || result.Verdict is not { MediaType: { Format: BodyFormat.Json } media, SaysFailure: false } verdict) return [];
        if (verdict.Findings.Any(finding => finding.Id == ExchangeRules.ResponseMalformed) || (media.Envelope?.Success ?? media.Media.Schema) is not { } schema) return [];
        MemberShapes shapes = Shapes.GetValue(result.Contract, contract => new MemberShapes(contract.Schemas.Table));
        List<string> undeclared = [];
        try
        {
            using JsonDocument document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 512 });
            shapes.Undeclared(document.RootElement, [schema], "", undeclared);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [];
        }

        return undeclared.Distinct().Take(MostPerAnswer).Select(member =>
            result.Finding(Rule, $"The answer has the member {member}, which the contract does not declare.", media.Media.Pointer, cause: $"{media.Media.Pointer} {member}") with { Instance = new(member) });
    }
}
