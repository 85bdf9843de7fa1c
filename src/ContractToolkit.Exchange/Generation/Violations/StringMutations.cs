using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Breaks length, pattern and format of strings.</summary>
internal static class StringMutations
{
    private const long LongestMutation = 200_000;

    public static IEnumerable<Mutation> Of(Schema schema, string current, ulong seed)
    {
        if (schema.String is { } rules)
        {
            if (rules.MinLength is > 0 and { } least and < LongestMutation)
            {
                yield return new Mutation("minLength", schema, "shorter than the least length", Quoted(Shorter(schema, rules, current, (int)least - 1, seed)));
            }

            if (rules.MaxLength is { } most and < LongestMutation)
            {
                yield return new Mutation("maxLength", schema, "longer than the greatest length", Quoted(Longer(schema, rules, current, (int)most + 1, seed)));
            }

            if (rules.Pattern is not null)
            {
                yield return new Mutation("pattern", schema, "a text that does not match", Quoted(Strangers(current)));
            }
        }

        if (schema.Format is { } format && FormatSamples.IsKnown(format))
        {
            yield return new Mutation("format", schema, "no " + format, Quoted(["not a " + format, "\u0001", "%", " "]));
        }
    }

    private static IEnumerable<string> Quoted(IEnumerable<string> texts) => texts.Select(JsonText.Quote);

    // Texts of the length that is wrong, other rules kept where that can be.
    private static IEnumerable<string> Shorter(Schema schema, StringRules rules, string current, int length, ulong seed)
    {
        var random = new SeededRandom(seed);
        if (rules.Pattern is { } pattern && PatternGenerator.Generate(pattern, 0, length, ref random) is { } matching && matching.Length <= length) yield return matching;
        if (schema.Format is { } format && FormatSamples.Generate(format, 0, length, ref random) is { Length: > 0 } formatted && formatted.Length <= length) yield return formatted;
        yield return current[..Math.Min(length, current.Length)];
    }

    private static IEnumerable<string> Longer(Schema schema, StringRules rules, string current, int length, ulong seed)
    {
        var random = new SeededRandom(seed);
        if (rules.Pattern is { } pattern && PatternGenerator.Generate(pattern, length, length, ref random) is { } matching && matching.Length >= length) yield return matching;
        if (schema.Format is { } format && FormatSamples.Generate(format, length, int.MaxValue, ref random) is { } formatted && formatted.Length >= length) yield return formatted;
        yield return StringGenerator.Fit(current, length, int.MaxValue);
    }

    private static IEnumerable<string> Strangers(string current) =>
        [current + "\u0001", "\u0001", "", "!", " ", "a", "0", "\u00e9\u4e2d", new string('z', 300), string.Concat(current.Reverse()) + "!"];
}
