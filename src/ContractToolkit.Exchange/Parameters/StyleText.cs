using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>The textual side of parameter styles: delimiters and prefixes.</summary>
internal static class StyleText
{
    /// <summary>The style's name in a document.</summary>
    public static string NameOf(ParameterStyle style) => style == ParameterStyle.TabDelimited ? "tsv"
        : char.ToLowerInvariant(style.ToString()[0]) + style.ToString()[1..];

    /// <summary>Splits the raw value of a query, form or cookie field at the style's delimiter, encoded or not.</summary>
    public static string[] Split(ParameterStyle style, string raw) => style switch
    {
        ParameterStyle.SpaceDelimited => raw.Split(["%20", "+", " "], StringSplitOptions.None),
        ParameterStyle.PipeDelimited => raw.Split(["|", "%7C", "%7c"], StringSplitOptions.None),
        ParameterStyle.TabDelimited => raw.Split(["%09", "\t"], StringSplitOptions.None),
        _ => raw.Split(','),
    };

    /// <summary>Items that alternate between name and value; null where their count is odd.</summary>
    public static IEnumerable<KeyValuePair<string, string>>? Pairs(string[] items)
    {
        if (items.Length % 2 != 0) return null;
        return Enumerable.Range(0, items.Length / 2).Select(i => new KeyValuePair<string, string>(items[2 * i], items[(2 * i) + 1]));
    }

    /// <summary>The text of a path or header parameter without what its style puts in front; null where that is missing.</summary>
    public static string? WithoutPrefix(Parameter parameter, string raw)
    {
        switch (parameter.Style)
        {
            case ParameterStyle.Label:
                return raw.StartsWith('.') ? raw[1..] : null;
            case ParameterStyle.Matrix:
                if (!raw.StartsWith(';')) return null;
                string name = PercentCoding.Encode(parameter.Name);
                if (raw == ";" + name) return "";
                // An exploded array or object repeats names, so only a single value loses its name here.
                bool exploded = parameter.Explode && raw.IndexOf(';', 1) > 0;
                return !exploded && raw.StartsWith(";" + name + "=", StringComparison.Ordinal) ? raw[(name.Length + 2)..] : raw[1..];
            default:
                return raw;
        }
    }

    /// <summary>The items of an array in a path or header parameter.</summary>
    public static IEnumerable<string> Items(Parameter parameter, string text)
    {
        switch (parameter.Style)
        {
            case ParameterStyle.Label:
                // Early editions of the specification separate unexploded items by dots, later ones by commas, as RFC 6570 does.
                return parameter.Explode || !text.Contains(',') ? text.Split('.') : text.Split(',');
            case ParameterStyle.Matrix when parameter.Explode:
                string prefix = PercentCoding.Encode(parameter.Name) + "=";
                return text.Split(';').Select(item => item.StartsWith(prefix, StringComparison.Ordinal) ? item[prefix.Length..] : item);
            default:
                return Split(parameter.Style, text);
        }
    }

    /// <summary>The members of an object in a path or header parameter; null where the text is none.</summary>
    public static IEnumerable<KeyValuePair<string, string>>? Members(Parameter parameter, string text)
    {
        char separator = parameter.Style switch
        {
            ParameterStyle.Label when parameter.Explode || !text.Contains(',') => '.',
            ParameterStyle.Matrix when parameter.Explode => ';',
            _ => ',',
        };
        string[] items = text.Split(separator);
        if (!parameter.Explode) return Pairs(items);
        var members = new List<KeyValuePair<string, string>>();
        foreach (string item in items)
        {
            int equals = item.IndexOf('=');
            if (equals > 0) members.Add(new(item[..equals].Trim(), item[(equals + 1)..]));
            else if (parameter.Style == ParameterStyle.Label && members.Count > 0) members[^1] = new(members[^1].Key, members[^1].Value + "." + item); // A dot of the value's own.
            else return null;
        }

        return members;
    }
}
