namespace ContractToolkit.Drift.Import.Calls;

/// <summary>An address taken apart; placeholders such as <c>{{host}}</c> may stand anywhere in it.</summary>
/// <param name="Server">Scheme and host; null where the address has none.</param>
/// <param name="Path">The path, from its first slash.</param>
/// <param name="Query">The parameters of the query.</param>
internal sealed record SplitUrl(ServerTemplate? Server, string Path, IReadOnlyList<(string Name, string Value)> Query)
{
    public static SplitUrl Of(string url)
    {
        int fragment = url.IndexOf('#');
        if (fragment >= 0) url = url[..fragment];
        int question = url.IndexOf('?');
        string query = question < 0 ? "" : url[(question + 1)..], address = question < 0 ? url : url[..question];
        int cut = Authority(address);
        string path = address[cut..].Replace("{{", "{").Replace("}}", "}");
        return new SplitUrl(ServerTemplate.Of(address[..cut]), path.StartsWith('/') ? path : "/" + path, Pairs(query));
    }

    /// <summary>Where the path begins.</summary>
    private static int Authority(string address)
    {
        int scheme = address.IndexOf("://", StringComparison.Ordinal);
        int slash = address.IndexOf('/', scheme < 0 ? 0 : scheme + 3);
        if (slash < 0) slash = address.Length;
        if (scheme >= 0 || !address.StartsWith("{{", StringComparison.Ordinal)) return slash;
        // "{{baseUrl}}orders": the variable's value ends with the slash.
        int close = address.IndexOf("}}", StringComparison.Ordinal) + 2;
        return close >= 2 && close < slash && address[close] is not (':' or '.' or '{') ? close : slash;
    }

    private static List<(string, string)> Pairs(string query) =>
        [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(parts => (Decode(parts[0]), parts.Length > 1 ? Decode(parts[1]) : ""))];

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
