using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Testing;

/// <summary>Seeded random requests: conforming ones, and ones with one rule broken.</summary>
internal sealed class FuzzingPhase : ICasePhase
{
    private const int MostViolations = 64;

    public TestPhase Phase => TestPhase.Fuzzing;

    public IEnumerable<TestCase> Cases(CompiledOperation operation, PhaseContext context) => context.Number(Random(operation, context), operation, Phase);

    private IEnumerable<TestCase> Random(CompiledOperation operation, PhaseContext context)
    {
        ulong seed = context.SeedFor(operation, Phase);
        bool hasInput = context.Factory.Settable(operation).Any() || operation.RequestContent.Count > 0;
        for (int i = 0; i < (hasInput ? context.Options.FuzzingCases : 1); i++)
        {
            seed = CaseFactory.Mix(seed);
            // Every third is the smallest request again: what goes wrong only now and then shows in repetition. Examples would make all requests the same.
            InstanceVariant variant = i % 3 == 2 ? InstanceVariant.Minimal : InstanceVariant.Random;
            string? media = operation.RequestContent.Count == 0 ? null : operation.RequestContent[i % operation.RequestContent.Count].Media.Name;
            if (context.Factory.Conforming(operation, new(variant, seed, UseExamples: false, media), out _) is not { } values) yield break;
            // Now and then an id that nobody knows, so that the answer to it is seen too.
            if (i % 4 != 3) values = context.WithKnownPath(values);
            yield return Case(operation, values, FormattableString.Invariant($"random request {i + 1}"));
            if (Violate(operation, context, values, seed) is { } violation) yield return violation;
        }
    }

    private static TestCase? Violate(CompiledOperation operation, PhaseContext context, RequestValues values, ulong seed)
    {
        Source[] sources = [.. Sources(operation, context, values)];
        if (sources.Length == 0) return null;
        Source source = sources[(int)(seed >> 8 & 0x7fffffff) % sources.Length];
        GenerationOptions options = CaseFactory.Options(new(InstanceVariant.Random, seed, UseExamples: false));
        if (Choose(context.Factory.Generator.Violate(source.Schema, options), (int)(seed >> 24 & 0x7fffffff) % MostViolations) is not { } chosen) return null;
        RequestValues changed = source.Put(chosen.Json);
        if (!context.Factory.LeadsTo(operation, changed) || context.Factory.Fault(operation, changed) is null) return null;
        return Case(operation, changed, $"{source.Name}: {chosen.Description}") with { Intent = CaseIntent.Violating, BrokenRule = chosen.Keyword, RulePointer = chosen.SchemaPointer };
    }

    // Each violation is proven when it is made, so no more are made than it takes to reach the one that is wanted.
    private static ViolatingInstance? Choose(IEnumerable<ViolatingInstance> violations, int index)
    {
        List<ViolatingInstance> made = [];
        foreach (ViolatingInstance violation in violations)
        {
            made.Add(violation);
            if (made.Count > index) break;
        }

        return made.Count == 0 ? null : made[index % made.Count];
    }

    private static IEnumerable<Source> Sources(CompiledOperation operation, PhaseContext context, RequestValues values)
    {
        foreach (Parameter parameter in context.Factory.Settable(operation))
        {
            if ((parameter.Schema ?? parameter.Content?.Schema) is { } schema) yield return new(CaseDraft.Name(parameter), schema, json => CaseDraft.With(values, parameter, Literals.Of(json)));
        }

        if (values.Body is not null && BoundaryCases.Schema(operation, values) is { } body) yield return new("body", body, json => values with { Body = json });
    }

    private static TestCase Case(CompiledOperation operation, RequestValues values, string description) => new()
    {
        Id = new(TestPhase.Fuzzing, "", 0, 0),
        Operation = operation,
        Values = values,
        Description = description,
    };

    private sealed record Source(string Name, Schema Schema, Func<byte[], RequestValues> Put);
}
