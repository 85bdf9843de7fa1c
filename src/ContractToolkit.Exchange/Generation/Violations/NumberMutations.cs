using System.Globalization;
using System.Text.Json.Nodes;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Breaks the bounds and the step of numbers.</summary>
internal static class NumberMutations
{
    public static IEnumerable<Mutation> Of(Schema schema, NumberRules rules, JsonNode node)
    {
        if (node.GetValueKind() != System.Text.Json.JsonValueKind.Number) yield break;
        decimal step = rules.MultipleOf is { } multiple && TryParse(multiple, out decimal given) ? given : 1m;
        foreach (NumberBound bound in rules.Minimum)
        {
            if (!TryParse(bound.Value, out decimal value)) continue;
            yield return bound.Exclusive
                ? new Mutation("exclusiveMinimum", schema, "the bound itself", [Text(value)])
                : new Mutation("minimum", schema, "below the minimum", [Text(value - step), Text(value - 0.001m)]);
        }

        foreach (NumberBound bound in rules.Maximum)
        {
            if (!TryParse(bound.Value, out decimal value)) continue;
            yield return bound.Exclusive
                ? new Mutation("exclusiveMaximum", schema, "the bound itself", [Text(value)])
                : new Mutation("maximum", schema, "above the maximum", [Text(value + step), Text(value + 0.001m)]);
        }

        if (rules.MultipleOf is not null && decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal current))
        {
            yield return new Mutation("multipleOf", schema, "no multiple of the step",
                step == decimal.Truncate(step) && step > 1 ? [Text(current + 1), Text(current - 1), Text(current + (step / 2))] : [Text(current + (step / 2)), Text(current - (step / 2)), Text(current + (step / 3))]);
        }
    }

    private static bool TryParse(string text, out decimal value)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)) return false;
        return Math.Abs(value) < 1e27m;
    }

    private static string Text(decimal value)
    {
        string text = value.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.') ? text.TrimEnd('0').TrimEnd('.') : text;
    }
}
