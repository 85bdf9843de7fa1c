namespace ContractToolkit.Exchange;

/// <summary>One header field line, as it travelled: names keep their casing, repeated fields stay apart.</summary>
/// <param name="Name">The field name; compared without regard to case.</param>
/// <param name="Value">The field value without surrounding white space.</param>
public readonly record struct HeaderField(string Name, string Value);

/// <summary>Looks fields up by name.</summary>
public static class HeaderFields
{
    /// <summary>The first value of a field; null where the field is absent.</summary>
    public static string? Find(this EquatableArray<HeaderField> fields, string name)
    {
        foreach (HeaderField field in fields)
        {
            if (string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase)) return field.Value;
        }

        return null;
    }

    /// <summary>All values of a field joined by <c>, </c>, as RFC 9110 section 5.3 lets a recipient do; null where the field is absent.</summary>
    public static string? Combined(this EquatableArray<HeaderField> fields, string name)
    {
        string? joined = null;
        foreach (HeaderField field in fields)
        {
            if (!string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase)) continue;
            joined = joined is null ? field.Value : joined + ", " + field.Value;
        }

        return joined;
    }

    /// <summary>The fields without those of this name, followed by one with the new value.</summary>
    public static EquatableArray<HeaderField> With(this EquatableArray<HeaderField> fields, string name, string value) =>
        fields.Where(field => !string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase))
            .Append(new HeaderField(name, value)).ToEquatableArray();
}
