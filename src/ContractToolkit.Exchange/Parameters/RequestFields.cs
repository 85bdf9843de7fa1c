namespace ContractToolkit.Exchange;

/// <summary>One <c>name=value</c> of a query, form or cookie, both as they came and decoded.</summary>
/// <param name="Name">The decoded name.</param>
/// <param name="Raw">The value as it came.</param>
/// <param name="PlusIsSpace">Whether <c>+</c> stands for a space in it.</param>
internal readonly record struct RawField(string Name, string Raw, bool PlusIsSpace)
{
    /// <summary>The decoded value.</summary>
    // The default field, which a search without a hit gives, has no value.
    public string Value => Raw is null ? "" : PercentCoding.Decode(Raw, PlusIsSpace);

    /// <summary>Takes a query string or form body apart.</summary>
    public static List<RawField> ParseForm(string? text)
    {
        var fields = new List<RawField>();
        if (string.IsNullOrEmpty(text)) return fields;
        foreach (string part in text.Split('&'))
        {
            if (part.Length == 0) continue;
            int equals = part.IndexOf('=');
            string name = PercentCoding.Decode(equals < 0 ? part : part[..equals], plusIsSpace: true);
            fields.Add(new RawField(name, equals < 0 ? "" : part[(equals + 1)..], true));
        }

        return fields;
    }

    /// <summary>Takes the <c>Cookie</c> field apart.</summary>
    public static List<RawField> ParseCookies(string? text)
    {
        var fields = new List<RawField>();
        if (string.IsNullOrEmpty(text)) return fields;
        foreach (string part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=');
            if (equals <= 0) continue;
            string value = part[(equals + 1)..];
            // Exploded form style in a cookie, which the specification writes with "&" inside one cookie pair.
            string[] pieces = value.Contains('&') && value.Contains('=') ? value.Split('&') : [value];
            fields.Add(new RawField(part[..equals], MediaTypeName.Unquote(pieces[0]), false));
            foreach (string piece in pieces.Skip(1))
            {
                int inner = piece.IndexOf('=');
                fields.Add(inner <= 0 ? new RawField(part[..equals], piece, false) : new RawField(piece[..inner], piece[(inner + 1)..], false));
            }
        }

        return fields;
    }
}

/// <summary>The places of a request that parameters are read from, each taken apart when first asked for.</summary>
internal sealed class RequestFields(ExchangeRequest request, RequestTarget target, EquatableArray<PathValue> path)
{
    private List<RawField>? query;
    private List<RawField>? cookies;

    public string? RawQuery => target.Query;

    public List<RawField> Query => query ??= RawField.ParseForm(target.Query);

    public List<RawField> Cookies => cookies ??= RawField.ParseCookies(request.Headers.Combined("Cookie")?.Replace(", ", "; "));

    public string? Header(string name) => request.Headers.Combined(name);

    public string? Path(string name)
    {
        foreach (PathValue value in path)
        {
            if (value.Name == name) return value.Raw;
        }

        return null;
    }
}
