namespace ContractToolkit.Http;

/// <summary>Writes <c>application/x-www-form-urlencoded</c>.</summary>
internal static class FormEncoder
{
    /// <summary>
    /// Writes the members of an object. Without an encoding that names a style, a scalar is one pair, an array one pair per item, and an object JSON; the text
    /// is escaped as WHATWG's serialiser does. With a style, the member is written as a query parameter of that style.
    /// </summary>
    public static string Encode(WireValue form, IReadOnlyList<FormEncoding> encodings)
    {
        if (form.Members is not { } members) return PercentEncoding.EscapeForm(form.IsNull ? "" : form.Text);
        return string.Join('&', members.SelectMany(member => Pairs(member.Key, member.Value, Find(encodings, member.Key))));
    }

    /// <summary>The encoding of a member, if it has one.</summary>
    public static FormEncoding? Find(IReadOnlyList<FormEncoding> encodings, string property)
    {
        foreach (FormEncoding encoding in encodings)
        {
            if (encoding.Property == property) return encoding;
        }

        return null;
    }

    private static IEnumerable<string> Pairs(string name, WireValue value, FormEncoding? encoding)
    {
        if (encoding?.Style is { } style)
        {
            Func<string, string> escape = encoding.AllowReserved ? EscapeReserved : PercentEncoding.Escape;
            return StyleWriter.Pairs(name, value, style, encoding.Explode, escape);
        }

        if (value.IsNull) return [];
        bool json = encoding is { IsJson: true };
        return value.Items is { } items
            ? items.Where(item => !item.IsNull).Select(item => Pair(name, json ? item.Json : item.Text))
            : [Pair(name, json ? value.Json : value.Text)];
    }

    private static string Pair(string name, string text) => PercentEncoding.EscapeForm(name) + "=" + PercentEncoding.EscapeForm(text);

    // In a form a plus sign means a space, whatever RFC 6570 allows.
    private static string EscapeReserved(string text) =>
        PercentEncoding.EscapeReservedInQuery(text).Replace("+", "%2B", StringComparison.Ordinal);
}
