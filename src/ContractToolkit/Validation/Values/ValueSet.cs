namespace ContractToolkit.Validation;

/// <summary>The values of an <c>enum</c>, or the one of a <c>const</c>.</summary>
internal sealed class ValueSet
{
    private readonly JsonConstant[] others;
    private readonly NameTable strings;

    public ValueSet(IEnumerable<string> texts)
    {
        Values = texts.Select(text => new JsonConstant(text).WithPlainString()).ToArray();
        strings = new(Values.Where(value => value.PlainString is not null).Select(value => value.PlainString!));
        others = Values.Where(value => value.PlainString is null).ToArray();
    }

    /// <summary>All values, in document order.</summary>
    public JsonConstant[] Values { get; }

    /// <summary>Whether a string without escapes is one of the values.</summary>
    public bool HasPlain(ReadOnlySpan<byte> inside) => strings.Find(inside) >= 0;

    /// <summary>Whether a number is one of the values.</summary>
    public bool HasNumber(ReadOnlySpan<byte> number)
    {
        foreach (JsonConstant candidate in others)
        {
            if (candidate.Kind == ValueKind.Number && DecimalText.Compare(new(number), new(candidate.Json)) == 0) return true;
        }

        return false;
    }

    public bool Contains(JsonValue value)
    {
        TapeEntry entry = value.Entry;
        if (entry.Kind == ValueKind.String && !entry.IsEscaped) return strings.Find(value.Text) >= 0;
        if (entry.Kind == ValueKind.String && entry.IsEscaped) return ContainsSlowly(value, Values);
        return others.Length > 0 && ContainsSlowly(value, others);
    }

    private static bool ContainsSlowly(JsonValue value, JsonConstant[] candidates)
    {
        foreach (JsonConstant candidate in candidates)
        {
            if (JsonValue.Equal(value, new(candidate.Json, candidate.Entries, 0))) return true;
        }

        return false;
    }
}
