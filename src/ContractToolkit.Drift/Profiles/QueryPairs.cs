namespace ContractToolkit.Drift.Profiles;

/// <summary>Takes the query of an address apart.</summary>
internal static class QueryPairs
{
    public static IEnumerable<(string Name, string Value)> Of(string query)
    {
        foreach (string pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=');
            yield return equals < 0 ? (Decode(pair), "") : (Decode(pair[..equals]), Decode(pair[(equals + 1)..]));
        }
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
