using System.Text;
using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>Every declared media type of the body, a wrong one, and bodies that are not what they say.</summary>
internal static class BodyFormCases
{
    public static IEnumerable<TestCase> Of(CompiledOperation operation, PhaseContext context, RequestValues values)
    {
        if (operation.RequestContent.Count == 0) yield break;
        ValueChoice choice = new(InstanceVariant.Full, context.SeedFor(operation, TestPhase.Coverage), context.MayUseExamples(operation));
        foreach (CompiledMediaType media in operation.RequestContent.Skip(1))
        {
            if (context.Factory.Conforming(operation, choice with { MediaType = media.Media.Name }, out _) is { } other)
            {
                yield return CaseDraft.Of(operation, other, $"body as {media.Media.Name}");
            }
        }

        if (operation.RequestContent.All(media => media.Name.Matches(Unlikely) == 0))
        {
            // The right content under a wrong name: what cannot be read is refused for another reason.
            yield return Broken(operation, values with { Body = null, RawBody = values.Body ?? values.RawBody ?? "contract-check"u8.ToArray(), MediaType = Unlikely.Essence }, "an undeclared media type", "media type");
        }

        if (values.Body is null || operation.RequestContent.FirstOrDefault(media => media.Media.Name == values.MediaType) is not { Format: BodyFormat.Json }) yield break;
        yield return Malformed(operation, values, values.Body[..^1], "JSON cut short");
        yield return Malformed(operation, values, [.. values.Body, .. "}"u8], "JSON with a brace too many");
        yield return Malformed(operation, values, Encoding.ASCII.GetBytes("{'name': undefined}"), "no JSON at all");
    }

    private static MediaTypeName Unlikely { get; } = new("application", "x-contract-check", default);

    private static TestCase Malformed(CompiledOperation operation, RequestValues values, byte[] body, string description) =>
        Broken(operation, values with { Body = null, RawBody = body }, description, "malformed");

    private static TestCase Broken(CompiledOperation operation, RequestValues values, string description, string rule) =>
        CaseDraft.Of(operation, values, description, CaseIntent.Violating) with { BrokenRule = rule, RulePointer = operation.Operation.RequestBody!.Pointer + "/content" };
}
