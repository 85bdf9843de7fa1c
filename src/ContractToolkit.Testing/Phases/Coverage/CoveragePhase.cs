using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>Deterministic: the edges of every rule from inside, one violation of each from outside, pairs of optional members, security, methods, media types.</summary>
internal sealed class CoveragePhase : ICasePhase
{
    private static readonly Func<CompiledOperation, PhaseContext, RequestValues, IEnumerable<TestCase>>[] Sources =
    [
        AccessCases.Of, BoundaryCases.Of, OptionalCases.Of, ViolationCases.Of, BodyFormCases.Of, MethodCases.Of,
    ];

    public TestPhase Phase => TestPhase.Coverage;

    public IEnumerable<TestCase> Cases(CompiledOperation operation, PhaseContext context)
    {
        ValueChoice full = new(InstanceVariant.Full, context.SeedFor(operation, Phase), context.MayUseExamples(operation));
        RequestValues? values = context.Factory.Conforming(operation, full, out _)
            ?? context.Factory.Conforming(operation, full with { Variant = InstanceVariant.Minimal }, out _);
        return values is null ? [] : context.Number(Distinct(Sources.SelectMany(source => source(operation, context, values))), operation, Phase);
    }

    private static IEnumerable<TestCase> Distinct(IEnumerable<TestCase> cases)
    {
        HashSet<string> seen = [];
        foreach (TestCase test in cases)
        {
            if (seen.Add($"{test.Intent} {test.Credentials} {test.Method} {test.Values.MediaType} {ValuesKey.Of(test.Values)}")) yield return test;
        }
    }
}
