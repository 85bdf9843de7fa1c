namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads the keywords for numbers.</summary>
internal sealed class NumberKeywords(ScalarValues values)
{
    public NumberRules Read(SchemaView view) => new()
    {
        Minimum = Bounds(view, Keyword.Minimum, Keyword.ExclusiveMinimum),
        Maximum = Bounds(view, Keyword.Maximum, Keyword.ExclusiveMaximum),
        MultipleOf = MultipleOf(view),
    };

    private EquatableArray<NumberBound> Bounds(SchemaView view, Keyword inclusive, Keyword exclusive)
    {
        string? bound = values.Number(view[inclusive]);
        if (view.Dialect.HasBooleanExclusives)
        {
            bool excluded = values.Flag(view[exclusive]);
            return bound is null ? default : EquatableArray.Create<NumberBound>([new(bound, excluded)]);
        }

        string? other = values.Number(view[exclusive]);
        if (bound is null) return other is null ? default : EquatableArray.Create<NumberBound>([new(other, true)]);
        return other is null
            ? EquatableArray.Create<NumberBound>([new(bound, false)])
            : EquatableArray.Create<NumberBound>([new(bound, false), new(other, true)]);
    }

    private string? MultipleOf(SchemaView view)
    {
        string? divisor = values.Number(view[Keyword.MultipleOf]);
        if (divisor is null || (divisor[0] != '-' && HasDigitButZero(divisor))) return divisor;
        values.Malformed(view[Keyword.MultipleOf], "a number greater than 0");
        return null;
    }

    private static bool HasDigitButZero(string number)
    {
        foreach (char c in number)
        {
            if (c is 'e' or 'E') return false;
            if (c is >= '1' and <= '9') return true;
        }

        return false;
    }
}
