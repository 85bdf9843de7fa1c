namespace ContractToolkit.Exchange;

/// <summary>A media type or media range taken apart (RFC 9110 section 8.3.1); type and subtype are lower case.</summary>
/// <param name="Type">The type, such as <c>application</c>, or <c>*</c>.</param>
/// <param name="Subtype">The subtype with its suffix, such as <c>problem+json</c>, or <c>*</c>.</param>
/// <param name="Parameters">The parameters; names lower case, values unquoted.</param>
public sealed record MediaTypeName(string Type, string Subtype, EquatableArray<KeyValuePair<string, string>> Parameters)
{
    /// <summary><c>type/subtype</c>, without parameters.</summary>
    public string Essence => Type + "/" + Subtype;

    /// <summary>Whether it is JSON by its name: <c>application/json</c>, <c>text/json</c>, or a <c>+json</c> suffix.</summary>
    public bool IsJson => Subtype is "json" || Subtype.EndsWith("+json", StringComparison.Ordinal);

    /// <summary>Whether it is XML by its name.</summary>
    public bool IsXml => Subtype is "xml" || Subtype.EndsWith("+xml", StringComparison.Ordinal);

    /// <summary>Whether a wildcard stands in it.</summary>
    public bool IsRange => Type == "*" || Subtype == "*";

    /// <summary>The value of a parameter such as <c>charset</c> or <c>boundary</c>; null where it is absent.</summary>
    public string? Parameter(string name)
    {
        foreach (KeyValuePair<string, string> parameter in Parameters)
        {
            if (parameter.Key == name) return parameter.Value;
        }

        return null;
    }

    // Traffic repeats the same few names over and over.
    [ThreadStatic]
    private static Dictionary<string, MediaTypeName?>? recent;

    /// <summary>Takes a media type apart; null where the text is none.</summary>
    public static MediaTypeName? Parse(string? text)
    {
        const int Remembered = 64, Longest = 200;
        if (text is null) return null;
        Dictionary<string, MediaTypeName?> known = recent ??= new(StringComparer.Ordinal);
        if (known.TryGetValue(text, out MediaTypeName? name)) return name;
        name = Read(text);
        if (known.Count >= Remembered) known.Clear();
        if (text.Length <= Longest) known.Add(text, name);
        return name;
    }

    private static MediaTypeName? Read(string text)
    {
        List<string> parts = SplitOutsideQuotes(text, ';');
        string essence = parts[0].Trim();
        int slash = essence.IndexOf('/');
        if (essence == "*") return new MediaTypeName("*", "*", default);
        if (slash <= 0 || slash == essence.Length - 1 || essence.AsSpan().IndexOfAny(" \t,") >= 0) return null;
        var parameters = new List<KeyValuePair<string, string>>();
        foreach (string part in parts.Skip(1))
        {
            int equals = part.IndexOf('=');
            if (equals <= 0) continue;
            parameters.Add(new(part[..equals].Trim().ToLowerInvariant(), Unquote(part[(equals + 1)..].Trim())));
        }

        return new MediaTypeName(essence[..slash].ToLowerInvariant(), essence[(slash + 1)..].ToLowerInvariant(), parameters.ToEquatableArray());
    }

    /// <summary>How well a concrete media type fits this one as a range: 0 not at all, 1 by <c>*/*</c>, 2 by type, 3 by name, 4 by name and
    /// the parameters that the range names.</summary>
    public int Matches(MediaTypeName concrete)
    {
        if (Type == "*" && Subtype == "*") return 1;
        if (Type != concrete.Type) return 0;
        if (Subtype == "*") return 2;
        if (Subtype != concrete.Subtype && !(Subtype.StartsWith("*+", StringComparison.Ordinal)
            && concrete.Subtype.EndsWith(Subtype[1..], StringComparison.Ordinal))) return 0;
        return !Parameters.IsEmpty && Parameters.All(p => string.Equals(concrete.Parameter(p.Key), p.Value, StringComparison.OrdinalIgnoreCase)) ? 4 : 3;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Essence + string.Concat(Parameters.Select(p => "; " + p.Key + "=" + p.Value));

    internal static List<string> SplitOutsideQuotes(string text, char separator)
    {
        var parts = new List<string>();
        bool quoted = false;
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && quoted) i++;
            else if (text[i] == '"') quoted = !quoted;
            else if (text[i] == separator && !quoted)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    internal static string Unquote(string text)
    {
        if (text.Length < 2 || text[0] != '"' || text[^1] != '"') return text;
        var plain = new System.Text.StringBuilder(text.Length);
        for (int i = 1; i < text.Length - 1; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length - 1) i++;
            plain.Append(text[i]);
        }

        return plain.ToString();
    }
}
