using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>The document's own examples that conform, then a minimal and a full generated request per media type.</summary>
internal sealed class ExamplesPhase : ICasePhase
{
    public TestPhase Phase => TestPhase.Examples;

    public IEnumerable<TestCase> Cases(CompiledOperation operation, PhaseContext context) =>
        context.Number(Documented(operation, context).Concat(Generated(operation, context)), operation, Phase);

    private static IEnumerable<TestCase> Documented(CompiledOperation operation, PhaseContext context)
    {
        if (!context.MayUseExamples(operation)) yield break;
        ulong seed = context.SeedFor(operation, TestPhase.Examples);
        HashSet<string> seen = [];
        foreach ((CompiledMediaType? media, Example? body) in Bodies(operation))
        {
            if (context.Factory.Conforming(operation, new(InstanceVariant.Minimal, seed, MediaType: media?.Media.Name), out _) is not { } filled) continue;
            foreach ((string name, RequestValues values) in ParameterSets(operation, context, filled, body))
            {
                RequestValues example = media is null ? values : values with { Body = Literals.Utf8(body!.Value!), RawBody = null, MediaType = media.Media.Name };
                // What contradicts its schema is the linter's business and never sent; what repeats a request is sent once.
                if (context.Factory.Fault(operation, example) is not null || !seen.Add(ValuesKey.Of(example))) continue;
                yield return Case(operation, "example" + name, example) with { IsDocumented = true, RulePointer = body?.Pointer };
            }
        }
    }

    private static IEnumerable<(CompiledMediaType? Media, Example? Body)> Bodies(CompiledOperation operation)
    {
        bool any = false;
        foreach (CompiledMediaType media in operation.RequestContent)
        {
            IEnumerable<Example> examples = media.Media.Examples;
            if (media.Media.Examples.IsEmpty && media.Media.Schema?.Notes is { } notes)
            {
                examples = notes.Examples.Select(value => new Example { Pointer = media.Media.Schema.Id.Value, Value = value });
            }

            foreach (Example example in examples.Where(example => CaseFactory.IsSendable(example.Value)))
            {
                any = true;
                yield return (media, example);
            }
        }

        if (!any) yield return (null, null);
    }

    private static IEnumerable<(string Name, RequestValues Values)> ParameterSets(CompiledOperation operation, PhaseContext context, RequestValues filled, Example? body)
    {
        (Parameter Parameter, Example[] Examples)[] shown = [.. context.Factory.Settable(operation)
            .Where(parameter => context.Factory.Given(operation, parameter) is null).Select(parameter => (parameter, Sendable(parameter))).Where(pair => pair.Item2.Length > 0)];
        string bodyName = body?.Name is { } n ? " " + n : "";
        if (shown.Length == 0)
        {
            if (body is not null) yield return (bodyName, filled);
            yield break;
        }

        // The n-th examples of all parameters belong together; a parameter with fewer repeats its last.
        int sets = shown.Max(pair => pair.Examples.Length);
        for (int i = 0; i < sets; i++)
        {
            Dictionary<(ParameterLocation, string), ParameterValue> values = filled.Parameters.ToDictionary(value => (value.In, value.Name));
            foreach ((Parameter parameter, Example[] examples) in shown)
            {
                Example example = examples[Math.Min(i, examples.Length - 1)];
                values[(parameter.In, parameter.Name)] = new(parameter.In, parameter.Name, example.Value!);
            }

            yield return (bodyName + (sets > 1 ? FormattableString.Invariant($" {i + 1}") : ""), filled with { Parameters = values.Values.ToEquatableArray() });
        }
    }

    private static Example[] Sendable(Parameter parameter)
    {
        Example[] examples = [.. parameter.Examples.Where(example => CaseFactory.IsSendable(example.Value))];
        return examples.Length > 0 || parameter.Schema?.Notes is not { } notes
            ? examples : [.. notes.Examples.Where(CaseFactory.IsSendable).Select(value => new Example { Pointer = parameter.Pointer, Value = value })];
    }

    private static IEnumerable<TestCase> Generated(CompiledOperation operation, PhaseContext context)
    {
        ulong seed = context.SeedFor(operation, TestPhase.Examples);
        HashSet<string> seen = [];
        string?[] mediaTypes = operation.RequestContent.Count == 0 ? [null] : [.. operation.RequestContent.Select(media => media.Media.Name)];
        foreach (string? media in mediaTypes)
        {
            foreach (InstanceVariant variant in new[] { InstanceVariant.Minimal, InstanceVariant.Full })
            {
                ValueChoice choice = new(variant, seed, context.MayUseExamples(operation), media);
                if (context.Factory.Conforming(operation, choice, out _) is not { } values) continue;
                if (variant == InstanceVariant.Full && context.WithKnownPath(values) is var known && context.Factory.Fault(operation, known) is null) values = known;
                if (!seen.Add(ValuesKey.Of(values))) continue;
                string what = variant == InstanceVariant.Minimal ? "minimal generated request" : "full generated request";
                yield return Case(operation, operation.RequestContent.Count > 1 ? $"{what} ({media})" : what, values);
            }
        }
    }

    private static TestCase Case(CompiledOperation operation, string description, RequestValues values) => new()
    {
        Id = new(TestPhase.Examples, "", 0, 0),
        Operation = operation,
        Description = description,
        Values = values,
    };
}
