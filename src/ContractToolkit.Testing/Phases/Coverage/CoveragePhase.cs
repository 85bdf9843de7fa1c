using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>Deterministic: the edges of every rule from inside, one violation of each from outside, pairs of optional members, security, methods, media types.</summary>
internal sealed class CoveragePhase : ICasePhase
{
    // Bases are numbered below this, cases from here: a base more or less does not renumber the cases.
    private const int FirstCase = 10;

    private static readonly Func<CompiledOperation, PhaseContext, RequestValues, IEnumerable<TestCase>>[] Sources =
    [
        AccessCases.Of, BoundaryCases.Of, ItemCountCases.Of, OptionalCases.Of, ViolationCases.Of, BodyFormCases.Of, MethodCases.Of, CodingCases.Of,
    ];

    public TestPhase Phase => TestPhase.Coverage;

    public IEnumerable<TestCase> Bases(CompiledOperation operation, PhaseContext context)
    {
        ulong seed = context.SeedFor(operation, Phase);
        bool examples = context.MayUseExamples(operation);
        RequestValues?[] candidates =
        [
            context.Factory.Conforming(operation, new(InstanceVariant.Full, seed, examples), out _),
            context.Factory.Timely(operation, new(InstanceVariant.Full, seed, examples)),
            context.Factory.Conforming(operation, new(InstanceVariant.Minimal, seed, examples), out _),
            context.Factory.Timely(operation, new(InstanceVariant.Minimal, seed, examples)),
        ];
        return context.Number(candidates.OfType<RequestValues>().DistinctBy(ValuesKey.Of).Select((values, i) =>
            CaseDraft.Of(operation, values, FormattableString.Invariant($"base request {i + 1}"))), operation, Phase);
    }

    public IEnumerable<TestCase> Cases(CompiledOperation operation, PhaseContext context) =>
        context.Base is not { } values ? [] : context.Number(Distinct(Sources.SelectMany(source => source(operation, context, values))), operation, Phase, FirstCase);

    private static IEnumerable<TestCase> Distinct(IEnumerable<TestCase> cases)
    {
        HashSet<string> seen = [];
        foreach (TestCase test in cases)
        {
            if (seen.Add($"{test.Intent} {test.Credentials} {test.Method} {test.Values.MediaType} {ValuesKey.Of(test.Values)}")) yield return test;
        }
    }
}
