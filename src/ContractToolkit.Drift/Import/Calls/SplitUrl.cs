namespace ContractToolkit.Drift.Import.Calls;

/// <summary>An address taken apart; placeholders such as <c>{{host}}</c> may stand anywhere in it.</summary>
/// <param name="Server">Scheme and host; null where the address has none or a placeholder stands for it.</param>
/// <param name="Path">The path, from its first slash.</param>
/// <param name="Query">The parameters of the query.</param>
internal sealed record SplitUrl(string? Server, string Path, IReadOnlyList<(string Name, string Value)> Query)
{
    public static SplitUrl Of(string url)
    {
        int fragment = url.IndexOf('#');
        if (fragment >= 0) url = url[..fragment];
        int question = url.IndexOf('?');
        string query = question < 0 ? "" : url[(question + 1)..], address = question < 0 ? url : url[..question];
        int scheme = address.IndexOf("://", StringComparison.Ordinal);
        int slash = address.IndexOf('/', scheme < 0 ? 0 : scheme + 3);
        string? server = scheme < 0 ? null : slash < 0 ? address : address[..slash];
        string path = slash < 0 ? "/" : address[slash..];
        return new SplitUrl(server?.Contains("{{", StringComparison.Ordinal) == true ? null : server, path.Replace("{{", "{").Replace("}}", "}"), Pairs(query));
    }

    private static List<(string, string)> Pairs(string query) =>
        [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(parts => (Decode(parts[0]), parts.Length > 1 ? Decode(parts[1]) : ""))];

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
