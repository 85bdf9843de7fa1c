using System.Globalization;
using ContractToolkit.CSharp.Text;
using ContractToolkit.Validation;

namespace ContractToolkit.CSharp.Validation;

/// <summary>The expressions that take a string, number, boolean or null and test it: in place where that is simple, else by the runtime's checks.</summary>
internal sealed class ScalarExpressions(SchemaCalls calls)
{
    private const int MostDigits = 18;
    private const string HasEscapes = "(traits & JsonStringTraits.Escaped) != 0";

    /// <summary>Takes a string; its constants may be compared with the text since <c>first</c>.</summary>
    public string TakeString(MergedSchema merged)
    {
        List<string> tests = merged.Scalars.Select(StringTest).OfType<string>().ToList();
        foreach (int schema in merged.Constants)
        {
            string checks = calls.Checks(schema);
            string plain = calls.TextsOf(schema) is { } texts ? texts : checks + ".HasString(s)";
            tests.Add($"({HasEscapes} ? {checks}.Constant(ref c, first) : {plain})");
        }

        if (tests.Count == 0) return "c.TakeString()";
        string take = "c.TakeString(out var s, out var traits) && " + string.Join(" && ", tests);
        return tests.Count == 1 && PlainFormat(merged) is { } format ? "c.TakePlain(PlainFormat." + format + ") || " + take : take;
    }

    /// <summary>The plain form of a format that is all that strings are tested for; null where there is none.</summary>
    private string? PlainFormat(MergedSchema merged)
    {
        List<PlanSchema> schemas = merged.Scalars.Select(calls.Merger.Schema).ToList();
        if (merged.Constants.Count > 0 || schemas.Exists(schema => schema.String is not null)) return null;
        return schemas.Select(schema => schema.Format).OfType<string>().FirstOrDefault() switch
        {
            "date-time" => "DateTime",
            "date" => "Date",
            "uuid" => "Uuid",
            "uri" or "iri" => "Uri",
            "uri-reference" or "iri-reference" => "UriReference",
            "uri-template" => "UriTemplate",
            "email" or "idn-email" => "Email",
            "hostname" or "idn-hostname" or PlanFormats.PlainHostname => "Hostname",
            _ => null,
        };
    }

    /// <summary>Takes a number.</summary>
    public string TakeNumber(MergedSchema merged)
    {
        string take = merged.WantsWholeNumbers ? "c.TakeInteger(" : "c.TakeNumber(";
        List<string> tests = merged.Scalars.Select(NumberTest).OfType<string>().ToList();
        tests.AddRange(merged.Constants.Select(schema => calls.Checks(schema) + ".HasNumber(n)"));
        return take + (tests.Count == 0 ? ")" : "out var n, out bool integer) && " + string.Join(" && ", tests));
    }

    /// <summary>Takes a boolean; null where no boolean passes.</summary>
    public string? TakeBoolean(MergedSchema merged)
    {
        bool mayBeTrue = merged.Constants.TrueForAll(schema => Has(schema, "true"));
        bool mayBeFalse = merged.Constants.TrueForAll(schema => Has(schema, "false"));
        return mayBeTrue ? mayBeFalse ? "c.TakeBoolean()" : "c.TakeTrue()" : mayBeFalse ? "c.TakeFalse()" : null;
    }

    private bool Has(int schema, string literal)
    {
        PlanSchema plain = calls.Merger.Schema(schema);
        return (plain.Const is null || plain.Const == literal) && (plain.Enum is not { } values || values.Contains(literal));
    }

    private string? StringTest(int index)
    {
        PlanSchema schema = calls.Merger.Schema(index);
        if (schema.String is null && schema.Format is null) return null;
        PlanString text = schema.String ?? new();
        bool lengthsOnly = schema.Format is null && text == new PlanString { MinLength = text.MinLength, MaxLength = text.MaxLength };
        return lengthsOnly
            ? $"ScalarTests.HasLength(s, traits, {Clamp(text.MinLength ?? 0)}, {Clamp(text.MaxLength ?? int.MaxValue)})"
            : calls.Checks(index) + ".String(ref c, s, traits)";
    }

    private string? NumberTest(int index)
    {
        PlanSchema schema = calls.Merger.Schema(index);
        if (schema.Number is null && schema.Format is null) return null;
        string checks = calls.Checks(index) + ".Number(n, integer)";
        return Range(schema) is { } range ? $"({range} || {checks})" : checks;
    }

    /// <summary>A test that only numbers within the bounds pass, and the numbers that occur do; null where there is none.</summary>
    private static string? Range(PlanSchema schema)
    {
        PlanNumber number = schema.Number ?? new(default, default, null);
        (long Least, long Most)? size = schema.Format is { } format ? PlanFormats.SizeOf(format) : (long.MinValue, long.MaxValue);
        if (number.MultipleOf is not null || size is not { } limits) return null;
        (long least, long most) = limits;
        foreach (PlanBound bound in number.Minimum)
        {
            if (!TryWhole(bound.Value, out long value)) return null;
            least = Math.Max(least, bound.Exclusive ? value + 1 : value);
        }

        foreach (PlanBound bound in number.Maximum)
        {
            if (!TryWhole(bound.Value, out long value)) return null;
            most = Math.Min(most, bound.Exclusive ? value - 1 : value);
        }

        if (schema.Format is null && most == long.MaxValue && least == 0 && number.Minimum.All(bound => !bound.Exclusive)) return "ScalarTests.HasNoMinus(n)";
        return $"ScalarTests.IsWithin(n, {Long(least)}, {Long(most)})";
    }

    private static bool TryWhole(string text, out long value)
    {
        value = 0;
        return text.Length <= MostDigits && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    private static string Clamp(long value) => CodeWriter.Number(Math.Min(value, int.MaxValue));

    // The least long has no literal of its own.
    private static string Long(long value) => value == long.MinValue ? "long.MinValue" : CodeWriter.Number(value) + "L";
}
