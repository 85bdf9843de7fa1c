using System.Globalization;
using System.Text;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>A value at the edge of what a schema allows.</summary>
/// <param name="Json">The value.</param>
/// <param name="Keyword">The keyword whose edge it is.</param>
/// <param name="Description">What it is, for people: "at its maximum".</param>
internal sealed record BoundaryValue(string Json, string Keyword, string Description)
{
    /// <summary>Whether the contract declares this very edge, rather than leaving it open.</summary>
    public bool IsDeclared => Keyword is not ("type" or "format");
}

/// <summary>Lists the edges of a schema: the smallest and largest number and length, every enumerated value, both booleans, null.</summary>
internal static class BoundaryValues
{
    private const int LongestString = 100_000;
    private const int MostEnumValues = 60;

    /// <summary>The edges. Whether each really conforms is for the validator to say: other keywords may forbid it.</summary>
    public static IEnumerable<BoundaryValue> Of(Schema schema)
    {
        if (schema.Enum is { } values)
        {
            foreach (JsonLiteral value in values.Take(MostEnumValues)) yield return new(value.Text, "enum", $"as {Short(value.Text)}");
            yield break;
        }

        if (schema.Types.HasFlag(SchemaTypes.Null)) yield return new("null", "type", "as null");
        if (schema.Types.HasFlag(SchemaTypes.Boolean))
        {
            yield return new("true", "type", "as true");
            yield return new("false", "type", "as false");
        }

        if (schema.Types.HasFlag(SchemaTypes.Integer) || schema.Types.HasFlag(SchemaTypes.Number))
        {
            foreach (BoundaryValue value in Numbers(schema)) yield return value;
        }

        if (schema.Types.HasFlag(SchemaTypes.String) && schema.String is { } text && schema.Format is null)
        {
            foreach (BoundaryValue value in Strings(text)) yield return value;
        }
    }

    private static IEnumerable<BoundaryValue> Numbers(Schema schema)
    {
        decimal step = Step(schema);
        foreach (NumberBound bound in schema.Number?.Minimum ?? [])
        {
            if (Edge(bound, step, up: true) is { } value) yield return new(value, bound.Exclusive ? "exclusiveMinimum" : "minimum", "at its minimum");
            if (Edge(bound, step, up: true, inwards: step) is { } next) yield return new(next, bound.Exclusive ? "exclusiveMinimum" : "minimum", "just above its minimum");
        }

        foreach (NumberBound bound in schema.Number?.Maximum ?? [])
        {
            if (Edge(bound, step, up: false) is { } value) yield return new(value, bound.Exclusive ? "exclusiveMaximum" : "maximum", "at its maximum");
            if (Edge(bound, step, up: false, inwards: step) is { } next) yield return new(next, bound.Exclusive ? "exclusiveMaximum" : "maximum", "just below its maximum");
        }

        yield return new("0", "type", "as zero");
        yield return new("-1", "type", "as -1");
        if (schema.Format is "int32") yield return new("2147483647", "format", "as the largest int32");
        if (schema.Format is "int64") yield return new("9223372036854775807", "format", "as the largest int64");
        if (!schema.Types.HasFlag(SchemaTypes.Integer)) yield return new("0.5", "type", "as a fraction");
    }

    private static IEnumerable<BoundaryValue> Strings(StringRules rules)
    {
        if (rules.Pattern is not null) yield break;
        if (rules.MinLength is { } least and < LongestString) yield return new(Text(least), "minLength", "as short as allowed");
        if (rules.MaxLength is { } most and < LongestString)
        {
            yield return new(Text(most), "maxLength", "as long as allowed");
            if (most > 0) yield return new(Text(most - 1), "maxLength", "one shorter than allowed");
            // Lengths count code points, not UTF-16 units or bytes.
            yield return new(Text(most, "\U0001F600"), "maxLength", "as long as allowed, of characters outside the basic plane");
        }
    }

    private static string Text(long length, string letter = "a") => "\"" + new StringBuilder().Insert(0, letter, (int)length) + "\"";

    private static decimal Step(Schema schema)
    {
        bool integer = schema.Types.HasFlag(SchemaTypes.Integer) && !schema.Types.HasFlag(SchemaTypes.Number);
        if (schema.Number?.MultipleOf is { } text && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal multiple) && multiple > 0)
        {
            return integer && multiple < 1 ? 1 : multiple;
        }

        return integer ? 1 : 0.001m;
    }

    private static string? Edge(NumberBound bound, decimal step, bool up, decimal inwards = 0)
    {
        if (!decimal.TryParse(bound.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)) return null;
        try
        {
            // The first multiple of the step inside the bound.
            decimal edge = (up ? Math.Ceiling(value / step) : Math.Floor(value / step)) * step;
            if (bound.Exclusive && edge == value) edge += up ? step : -step;
            edge += up ? inwards : -inwards;
            return edge.ToString("0.#############################", CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static string Short(string text) => text.Length <= 30 ? text : text[..30] + "...";
}
