using System.Globalization;
using System.Numerics;
using ContractToolkit.Diff.Schemas.Keywords;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Sets;

/// <summary>Numbers and booleans that travel as text, as the strings that they are written as: rules for strings bear on those.</summary>
internal static class WrittenValues
{
    private const int MostListed = 1000;
    private const string Integers = "^(0|-?[1-9][0-9]*)$", Naturals = "^(0|[1-9][0-9]*)$", Numbers = "^(0|-?[1-9][0-9]*|-?(0|[1-9][0-9]*)[.][0-9]+)$";

    /// <summary>The sender's schema as one of strings, where it has numbers or booleans and the receiver takes strings by rules of their own; null elsewhere.</summary>
    /// <param name="sent">The sender's schema.</param>
    /// <param name="read">The receiver's.</param>
    public static Schema? Of(Schema sent, Schema read)
    {
        if (!ReadsStringsByRule(read) || sent.Composition is not null) return null;
        if (sent.Types is not (SchemaTypes.Integer or SchemaTypes.Number or SchemaTypes.Boolean)) return null;
        if (sent.Const is { } constant) return Listed(sent, [constant.Text]);
        if (sent.Enum is { } values) return Listed(sent, values.Select(value => value.Text));
        if (sent.Types == SchemaTypes.Boolean) return Listed(sent, ["true", "false"]);
        return sent.Types == SchemaTypes.Number ? Matching(sent, Numbers, null) : Whole(sent);
    }

    private static bool ReadsStringsByRule(Schema read)
    {
        if (read.Composition is not null) return false;
        // A single keyword may be asked about, taken from its schema.
        if (read.Types == SchemaTypes.None) return (read.Enum ?? default).Append(read.Const).OfType<JsonLiteral>() is var values && values.Any() && values.All(value => value.Kind == JsonKind.String);
        return (read.Types & ~SchemaTypes.Null) == SchemaTypes.String && (read.String is not null || read.Enum is not null || read.Const is not null || read.Format is not null);
    }

    private static Schema Whole(Schema sent)
    {
        (BigInteger low, BigInteger high) = Range(sent);
        if (high >= low && high - low < MostListed)
        {
            Rational? step = sent.Number?.MultipleOf is { } divisor ? Rational.Parse(divisor) : null;
            List<string> all = [];
            for (BigInteger value = low; value <= high; value++)
            {
                if (step is not { } steps || Rational.Of(value).IsMultipleOf(steps)) all.Add(value.ToString(CultureInfo.InvariantCulture));
            }

            return Listed(sent, all);
        }

        int length = Math.Max(low.ToString(CultureInfo.InvariantCulture).Length, high.ToString(CultureInfo.InvariantCulture).Length);
        return Matching(sent, low.Sign < 0 ? Integers : Naturals, length);
    }

    // As everywhere, what is called an integer fits into 64 bits unless it says otherwise.
    private static (BigInteger Low, BigInteger High) Range(Schema sent)
    {
        (BigInteger low, BigInteger high) = sent.Format == "int32" ? (int.MinValue, int.MaxValue) : ((BigInteger)long.MinValue, (BigInteger)long.MaxValue);
        foreach (NumberBound bound in sent.Number?.Minimum ?? default)
        {
            Rational value = Rational.Parse(bound.Value);
            low = BigInteger.Max(low, bound.Exclusive ? value.Floor() + 1 : value.Ceiling());
        }

        foreach (NumberBound bound in sent.Number?.Maximum ?? default)
        {
            Rational value = Rational.Parse(bound.Value);
            high = BigInteger.Min(high, bound.Exclusive ? value.Ceiling() - 1 : value.Floor());
        }

        return (low, high);
    }

    private static Schema Listed(Schema sent, IEnumerable<string> texts) =>
        Bare.Of(sent) with { Enum = texts.Select(text => new JsonLiteral(JsonKind.String, text[0] == '"' ? text : $"\"{text}\"")).ToEquatableArray() };

    private static Schema Matching(Schema sent, string pattern, int? length) =>
        Bare.Of(sent) with { Types = SchemaTypes.String, String = new() { Pattern = pattern, MaxLength = length } };
}
