namespace ContractToolkit.Http;

/// <summary>
/// Writes values in OpenAPI's parameter styles, as the table of the specification and RFC 6570 show them. Null and absent values are left out.
/// </summary>
internal static class StyleWriter
{
    /// <summary>A path parameter: simple, label or matrix.</summary>
    public static string Path(string name, WireValue value, WireStyle style, bool explode, Func<string, string> escape) => style switch
    {
        WireStyle.Label => Label(value, explode, escape),
        WireStyle.Matrix => Matrix(escape(name), value, explode, escape),
        WireStyle.SpaceDelimited => Join(value, "%20", "%20", escape),
        WireStyle.PipeDelimited => Join(value, "%7C", "%7C", escape),
        WireStyle.TabDelimited => Join(value, "%09", "%09", escape),
        _ => Simple(value, explode, escape),
    };

    /// <summary>A header: simple, or the separators of OpenAPI 2.0 as they are.</summary>
    public static string Header(WireValue value, WireStyle style, bool explode, Func<string, string> escape) => style switch
    {
        WireStyle.SpaceDelimited => Join(value, " ", " ", escape),
        WireStyle.PipeDelimited => Join(value, "|", "|", escape),
        WireStyle.TabDelimited => Join(value, "\t", "\t", escape),
        _ => Simple(value, explode, escape),
    };

    /// <summary>simple: what a path parameter, a header and the list styles build on.</summary>
    public static string Simple(WireValue value, bool explode, Func<string, string> escape) =>
        Join(value, ",", explode ? "=" : ",", escape);

    /// <summary>The <c>name=value</c> pairs of a query or form parameter, ready to be joined by <c>&amp;</c>.</summary>
    public static IEnumerable<string> Pairs(string name, WireValue value, WireStyle style, bool explode, Func<string, string> escape)
    {
        string escapedName = PercentEncoding.Escape(name);
        return style switch
        {
            WireStyle.DeepObject => DeepObject(name, value, escape),
            WireStyle.SpaceDelimited => List(escapedName, value, "%20", explode, escape),
            WireStyle.PipeDelimited => List(escapedName, value, "%7C", explode, escape),
            WireStyle.TabDelimited => List(escapedName, value, "%09", explode, escape),
            _ => List(escapedName, value, ",", explode, escape),
        };
    }

    private static string Label(WireValue value, bool explode, Func<string, string> escape)
    {
        if (value.IsNull || IsEmpty(value)) return "";
        return "." + (explode ? Join(value, ".", "=", escape) : Join(value, ",", ",", escape));
    }

    private static string Matrix(string name, WireValue value, bool explode, Func<string, string> escape)
    {
        if (value.IsNull || IsEmpty(value)) return "";
        if (!explode || value.Scalar is not null) return MatrixPair(name, Join(value, ",", ",", escape));
        IEnumerable<string> pairs = value.Items is { } items
            ? items.Where(item => !item.IsNull).Select(item => MatrixPair(name, escape(item.Text)))
            : value.Members!.Where(member => !member.Value.IsNull)
                .Select(member => MatrixPair(escape(member.Key), escape(member.Value.Text)));
        return string.Concat(pairs);
    }

    // RFC 6570: ";color" for an empty value, without the equals sign.
    private static string MatrixPair(string name, string text) => text.Length == 0 ? ";" + name : ";" + name + "=" + text;

    private static IEnumerable<string> List(string name, WireValue value, string separator, bool explode, Func<string, string> escape)
    {
        if (value.IsNull || IsEmpty(value)) return [];
        if (!explode || value.Scalar is not null) return [name + "=" + Join(value, separator, separator, escape)];
        return value.Items is { } items
            ? items.Where(item => !item.IsNull).Select(item => name + "=" + escape(item.Text))
            : value.Members!.Where(member => !member.Value.IsNull)
                .Select(member => PercentEncoding.Escape(member.Key) + "=" + escape(member.Value.Text));
    }

    private static IEnumerable<string> DeepObject(string name, WireValue value, Func<string, string> escape)
    {
        if (value.IsNull) return [];
        if (value.Scalar is { } scalar) return [PercentEncoding.Escape(name) + "=" + escape(scalar)];
        return value.Items is { } items
            ? items.SelectMany((item, index) => DeepObject(FormattableString.Invariant($"{name}[{index}]"), item, escape))
            : value.Members!.SelectMany(member => DeepObject(name + "[" + member.Key + "]", member.Value, escape));
    }

    private static string Join(WireValue value, string between, string afterName, Func<string, string> escape)
    {
        if (value.IsNull) return "";
        if (value.Scalar is { } scalar) return escape(scalar);
        IEnumerable<string> parts = value.Items is { } items
            ? items.Where(item => !item.IsNull).Select(item => escape(item.Text))
            : value.Members!.Where(member => !member.Value.IsNull)
                .Select(member => escape(member.Key) + afterName + escape(member.Value.Text));
        return string.Join(between, parts);
    }

    private static bool IsEmpty(WireValue value) =>
        (value.Items?.All(item => item.IsNull) ?? false) || (value.Members?.All(member => member.Value.IsNull) ?? false);
}
