using System.Globalization;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Analysis;

/// <summary>Compares bounds, lengths and formats with what was seen.</summary>
internal static class ScalarDrift
{
    private const long FewSamples = 20;

    public static void Add(DriftReport report, ObservedSchema observed)
    {
        if (observed.Seen.Numbers is { } numbers) Bounds(report, observed, numbers);
        if (observed.Seen.Strings is { } strings)
        {
            Lengths(report, observed, strings);
            Formats(report, observed, strings);
        }

        if (observed.Seen.Arrays is { } arrays && observed.Schema.Array is { } rules)
        {
            Least(report, observed, "minItems", rules.MinItems, arrays.Shortest);
            Most(report, observed, "maxItems", rules.MaxItems, arrays.Longest);
        }
    }

    private static void Bounds(DriftReport report, ObservedSchema observed, NumberSpan numbers)
    {
        foreach (NumberBound bound in observed.Schema.Number?.Minimum ?? default) Beyond(report, observed, bound, numbers.Least!, lower: true);
        foreach (NumberBound bound in observed.Schema.Number?.Maximum ?? default) Beyond(report, observed, bound, numbers.Greatest!, lower: false);
    }

    private static void Beyond(DriftReport report, ObservedSchema observed, NumberBound bound, string seen, bool lower)
    {
        int order = Parse(seen).CompareTo(Parse(bound.Value));
        if (order == 0 ? !bound.Exclusive : (order < 0) != lower) return;
        bool exclusiveKeyword = bound.Exclusive && observed.Schema.Dialect is not (SchemaDialect.OpenApi30 or SchemaDialect.OpenApi20 or SchemaDialect.Draft4);
        string keyword = exclusiveKeyword ? lower ? "exclusiveMinimum" : "exclusiveMaximum" : lower ? "minimum" : "maximum";
        Report(report, observed, keyword, bound.Value, seen);
        if (bound.Exclusive) report.Explain(observed.Schema.Id.Value + (lower ? "/exclusiveMinimum" : "/exclusiveMaximum"));
    }

    private static double Parse(string number) => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static void Lengths(DriftReport report, ObservedSchema observed, StringProfile strings)
    {
        if (observed.Schema.String is not { } rules) return;
        Least(report, observed, "minLength", rules.MinLength, strings.Shortest);
        Most(report, observed, "maxLength", rules.MaxLength, strings.Longest);
    }

    private static void Least(DriftReport report, ObservedSchema observed, string keyword, long? bound, long seen)
    {
        if (bound is { } least && seen < least) Report(report, observed, keyword, least.ToString(CultureInfo.InvariantCulture), seen.ToString(CultureInfo.InvariantCulture));
    }

    private static void Most(DriftReport report, ObservedSchema observed, string keyword, long? bound, long seen)
    {
        if (bound is { } most && seen > most) Report(report, observed, keyword, most.ToString(CultureInfo.InvariantCulture), seen.ToString(CultureInfo.InvariantCulture));
    }

    private static void Report(DriftReport report, ObservedSchema observed, string keyword, string bound, string seen)
    {
        string pointer = observed.Schema.Id.Value;
        report.Explain(pointer + "/" + keyword);
        report.Add(DriftRules.BeyondBound, pointer, observed.Operation, $"{keyword} is {bound}; {seen} was seen.", DriftReport.Remove(pointer + "/" + keyword, "Values beyond it were seen."), observed.Instance);
    }

    private static void Formats(DriftReport report, ObservedSchema observed, StringProfile strings)
    {
        string pointer = observed.Schema.Id.Value;
        Dictionary<string, long> seen = strings.Formats.ToDictionary(format => format.Key, format => format.Value);
        if (observed.Schema.Format is { } declared)
        {
            if (!FormatGuess.Names.Contains(declared)) return;
            long valid = seen.GetValueOrDefault(declared);
            // The counters know these formats exactly; of the others they count the usual forms only, and the validator decides.
            if (valid >= strings.Count || (declared is not ("date-time" or "date" or "uuid") && !report.IsViolated(pointer + "/format"))) return;
            report.Explain(pointer + "/format");
            report.Add(DriftRules.WrongFormat, pointer, observed.Operation,
                $"{DriftReport.Share(strings.Count - valid, strings.Count)} strings are not of the format {declared}{(strings.Empty > 0 ? FormattableString.Invariant($" ({strings.Empty} are empty)") : "")}.",
                DriftReport.Remove(pointer + "/format", "Strings of another form were seen."), observed.Instance);
        }
        else if (strings.Count >= FewSamples && observed.Schema is { Enum: null, Const: null, String.Pattern: null } && seen.FirstOrDefault(format => format.Value == strings.Count) is { Key: { } name })
        {
            report.Add(DriftRules.Candidate, pointer, observed.Operation, FormattableString.Invariant($"All {strings.Count} strings are of the format {name}, which is not declared."), instance: observed.Instance);
        }
    }
}
