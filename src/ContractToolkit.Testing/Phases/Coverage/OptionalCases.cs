using System.Numerics;
using System.Text.Json;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>
/// Conforming requests in which, of every two optional members, each occurs without the other: pairwise, so that the number of requests grows
/// with the logarithm of the number of members.
/// </summary>
internal static class OptionalCases
{
    public static IEnumerable<TestCase> Of(CompiledOperation operation, PhaseContext context, RequestValues values)
    {
        Option[] options = [.. Parameters(operation, context, values), .. Members(operation, context, values)];
        foreach ((bool[] kept, string description) in Rows(options.Length))
        {
            RequestValues chosen = values;
            // Deepest last in document order: taking out a parent first would make its members unreachable, which is harmless.
            for (int i = 0; i < options.Length; i++)
            {
                if (!kept[i]) chosen = options[i].Remove(chosen);
            }

            if (context.Factory.Fault(operation, chosen) is null) yield return CaseDraft.Of(operation, chosen, description);
        }

        for (int i = 0; i < options.Length && options.Length <= 60; i++)
        {
            RequestValues without = options[i].Remove(values);
            if (context.Factory.Fault(operation, without) is null) yield return CaseDraft.Of(operation, without, $"without {options[i].Name}");
        }
    }

    /// <summary>Rows of a covering array of strength two: every pair of columns takes all four combinations.</summary>
    public static IEnumerable<(bool[] Kept, string Description)> Rows(int count)
    {
        if (count == 0) yield break;
        yield return ([.. Enumerable.Repeat(false, count)], "without any optional member");
        int bits = count == 1 ? 0 : BitOperations.Log2((uint)count - 1) + 1;
        for (int bit = 0; bit < bits; bit++)
        {
            int b = bit;
            yield return ([.. Enumerable.Range(0, count).Select(i => ((i >> b) & 1) == 1)], FormattableString.Invariant($"optional members, combination {(2 * bit) + 1}"));
            yield return ([.. Enumerable.Range(0, count).Select(i => ((i >> b) & 1) == 0)], FormattableString.Invariant($"optional members, combination {(2 * bit) + 2}"));
        }
    }

    private static IEnumerable<Option> Parameters(CompiledOperation operation, PhaseContext context, RequestValues values) =>
        context.Factory.Settable(operation).Where(parameter => !parameter.Required && values.Parameters.Any(value => value.In == parameter.In && value.Name == parameter.Name))
            .Select(parameter => new Option(CaseDraft.Name(parameter), whole => CaseDraft.With(whole, parameter, null)));

    private static IEnumerable<Option> Members(CompiledOperation operation, PhaseContext context, RequestValues values)
    {
        if (values.Body is not { } body || BoundaryCases.Schema(operation, values) is not { } schema) return [];
        using JsonDocument document = JsonDocument.Parse(body);
        return [.. SchemaPlaces.Of(schema, document.RootElement, context.Contract.Schemas.Table).Where(place => place is { IsMember: true, Required: false })
            .Select(place => place.Pointer).Distinct()
            .Select(pointer => new Option(pointer, whole => whole.Body is { } json && JsonEdit.Remove(json, pointer) is { } smaller ? whole with { Body = smaller } : whole))];
    }

    private sealed record Option(string Name, Func<RequestValues, RequestValues> Remove);
}
