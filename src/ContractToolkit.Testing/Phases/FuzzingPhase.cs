using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Testing;

/// <summary>Seeded random requests: conforming ones, and ones with one rule broken.</summary>
internal sealed class FuzzingPhase : ICasePhase
{
    private const int MostViolations = 64;

    // A conforming request and the violations to choose from.
    private const int Stride = 4;

    public TestPhase Phase => TestPhase.Fuzzing;

    /// <summary>How many pairs of a conforming and a violating request an operation gets; one that takes no input is the same every time.</summary>
    public static int Pairs(CompiledOperation operation, PhaseContext context) =>
        context.Factory.Settable(operation).Any() || operation.RequestContent.Count > 0 ? context.Options.FuzzingCases : 1;

    /// <summary>The cases as they are where nothing is learned on the way.</summary>
    public IEnumerable<TestCase> Cases(CompiledOperation operation, PhaseContext context) =>
        Enumerable.Range(0, Pairs(operation, context)).SelectMany(number => Pair(operation, context, number, null));

    /// <summary>One pair; none where no conforming request can be made. Each case depends on its number alone; the interest only chooses among violations.</summary>
    public IEnumerable<TestCase> Pair(CompiledOperation operation, PhaseContext context, int number, KeywordInterest? interest)
    {
        if (Case(operation, context, number * Stride) is not { } conforming) yield break;
        yield return conforming;
        TestCase? violation = Case(operation, context, (number * Stride) + 1);
        // Every other violation is free, so that what is liked does not crowd out the rest.
        for (int other = 2; other < Stride && interest is not null && number % 2 == 1 && !interest.Likes(violation?.BrokenRule); other++)
        {
            if (Case(operation, context, (number * Stride) + other) is { } alternative && interest.Likes(alternative.BrokenRule)) violation = alternative;
        }

        if (violation is not null) yield return violation;
    }

    /// <summary>The case of a number: the conforming request of a pair, or one of its violations.</summary>
    public TestCase? Case(CompiledOperation operation, PhaseContext context, int index)
    {
        int number = index / Stride;
        ulong seed = CaseFactory.Mix(context.SeedFor(operation, Phase) + (ulong)number);
        // Every third is the smallest request again: what goes wrong only now and then shows in repetition. Examples would make all requests the same.
        InstanceVariant variant = number % 3 == 2 ? InstanceVariant.Minimal : InstanceVariant.Random;
        string? media = operation.RequestContent.Count == 0 ? null : operation.RequestContent[number % operation.RequestContent.Count].Media.Name;
        if (context.Factory.Conforming(operation, new(variant, seed, UseExamples: false, media), out _) is not { } values) return null;
        // Now and then an id that nobody knows, so that the answer to it is seen too.
        if (number % 4 != 3) values = context.WithKnownPath(values);
        TestCase? made = index % Stride == 0
            ? Case(operation, values, FormattableString.Invariant($"random request {number + 1}"))
            : Violate(operation, context, values, CaseFactory.Mix(seed + (ulong)(index % Stride)));
        return made is null ? null : made with { Id = new(Phase, OperationSelector.KeyOf(operation.Operation), context.Options.Seed, index) };
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
        return Case(operation, changed, $"{source.Name}: {chosen.Description}") with { Intent = CaseIntent.Violating, BrokenRule = chosen.Keyword, RulePointer = chosen.SchemaPointer, BrokenPlace = source.IsBody ? chosen.InstancePointer : null };
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

        if (values.Body is not null && BoundaryCases.Schema(operation, values) is { } body) yield return new("body", body, json => values with { Body = json }, IsBody: true);
    }

    private static TestCase Case(CompiledOperation operation, RequestValues values, string description) => new()
    {
        Id = new(TestPhase.Fuzzing, "", 0, 0),
        Operation = operation,
        Values = values,
        Description = description,
    };

    private sealed record Source(string Name, Schema Schema, Func<byte[], RequestValues> Put, bool IsBody = false);
}
