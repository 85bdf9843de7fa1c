using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Generates strings by pattern, format, member name and length.</summary>
internal static class StringGenerator
{
    private const int MaxLength = 100_000;

    public static string? Generate(Goal goal, Place place, GenerationRun run, ref SeededRandom random, int attempt)
    {
        int least = 0;
        int most = int.MaxValue;
        string? pattern = null;
        var patterns = new List<string>();
        foreach (StringRules rules in goal.Strings)
        {
            least = Math.Max(least, (int)Math.Min(rules.MinLength ?? 0, int.MaxValue));
            most = Math.Min(most, (int)Math.Min(rules.MaxLength ?? int.MaxValue, int.MaxValue));
            if (rules.Pattern is { } own) patterns.Add(own);
        }

        if (least > most || least > MaxLength) return null;
        if (patterns.Count > 0) pattern = patterns[attempt % patterns.Count];
        string? format = goal.Formats.Count == 0 ? null : goal.Formats[attempt % goal.Formats.Count];

        // Pattern and format together: the format's own form often satisfies the pattern too, so both get their turn.
        bool byFormat = format is not null && FormatSamples.IsKnown(format) && (pattern is null || attempt % 3 == 2);
        bool placeholder = format is not null && pattern is null && run.Options.Plain && attempt == 0;
        if (placeholder && PlainSamples.Of(format!, least, most) is { } plain) return JsonText.Quote(plain);
        string text = byFormat ? FormatSamples.Generate(format!, least, most, ref random)
            : pattern is not null ? PatternGenerator.Generate(pattern, least, most, ref random) ?? Fitted(place.Name, least, most, ref random)
            : Content(goal) ?? (run.Options.Plain && attempt == 0 ? Fit("string", least, most) : run.Options.Variant == InstanceVariant.Minimal ? Shortest(place.Name, least, most) : Fitted(place.Name, least, most, ref random));
        return JsonText.Quote(text);
    }

    // Encoded or embedded content, which is only asserted on request but should be what it says.
    private static string? Content(Goal goal)
    {
        StringRules? rules = goal.Strings.Find(r => r.ContentEncoding is not null || r.ContentMediaType is not null);
        if (rules is null) return null;
        string content = rules.ContentMediaType is { } media && media.Contains("json", StringComparison.Ordinal) ? "{}" : "content";
        string? encoded = rules.ContentEncoding?.ToLowerInvariant() switch
        {
            "base64" or "base64url" => Convert.ToBase64String(Encoding.UTF8.GetBytes(content)),
            "base16" => Convert.ToHexString(Encoding.UTF8.GetBytes(content)),
            _ => content,
        };
        return goal.Strings.TrueForAll(r => encoded.Length >= (r.MinLength ?? 0) && encoded.Length <= (r.MaxLength ?? int.MaxValue)) ? encoded : null;
    }

    private static string Shortest(string? name, int least, int most)
    {
        if (least == 0 && most > 0) least = 1;
        string word = NamedSamples.Word(name);
        return Fit(word, least, Math.Max(least, Math.Min(most, word.Length)));
    }

    private static string Fitted(string? name, int least, int most, ref SeededRandom random) =>
        Fit(NamedSamples.Text(name, ref random), least, most);

    /// <summary>Cuts or fills a text to its bounds.</summary>
    public static string Fit(string text, int least, int most)
    {
        if (text.Length > most) text = text[..most].TrimEnd();
        if (text.Length >= least) return text;
        var longer = new System.Text.StringBuilder(text, least);
        const string Filler = "abcdefghijklmnopqrstuvwxyz";
        while (longer.Length < least) longer.Append(Filler[longer.Length % Filler.Length]);
        return longer.ToString();
    }
}
