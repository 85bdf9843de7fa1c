using System.Text;
using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Profiles;

/// <summary>The queries of one operation. Where they repeat, each is taken apart once.</summary>
internal sealed class KnownQueries(OperationProfile profile, ExchangeScreen? screen, HashSet<string> declared, HashSet<string> secrets)
{
    private const int Remembered = 512;
    private readonly KnownQuery none = new([], screen?.AcceptsQuery(default) ?? true);
    private readonly Utf8Table<KnownQuery> known = new();

    /// <summary>Counts the parameters of a query; true where it surely conforms.</summary>
    public bool Add(ReadOnlySpan<byte> query)
    {
        KnownQuery found = Find(query);
        foreach (KnownPair pair in found.Pairs)
        {
            // What is repeated counts once, so that the count is that of calls.
            if (pair.IsFirst) pair.Seen.Count1(SeenType.String);
            pair.Seen.AddText(pair.Value);
        }

        return found.Conforms;
    }

    private KnownQuery Find(ReadOnlySpan<byte> query)
    {
        if (query.IsEmpty) return none;
        int hint = 0;
        if (known.TryFind(query, ref hint, out KnownQuery? found)) return found!;
        found = new KnownQuery(Pairs(Encoding.UTF8.GetString(query)), screen?.AcceptsQuery(query) ?? true);
        if (known.Count < Remembered) known.Add(query, found);
        return found;
    }

    private KnownPair[] Pairs(string query)
    {
        List<(string Name, string Value)> all = [.. QueryPairs.Of(query)];
        List<KnownPair> pairs = [];
        for (int i = 0; i < all.Count; i++)
        {
            (string name, string value) = all[i];
            // The value of a parameter that nobody declared may be a secret; that it was there is enough.
            bool isDeclared = declared.Contains(name);
            if (profile.Parameters.Get("query " + name, isDeclared) is not { } seen) continue;
            seen.Strings ??= new();
            if (!isDeclared || secrets.Contains(name)) seen.Strings.Texts.Forget();
            pairs.Add(new KnownPair(seen, all.FindIndex(pair => pair.Name == name) == i, Encoding.UTF8.GetBytes(value)));
        }

        return [.. pairs];
    }

    private sealed record KnownQuery(KnownPair[] Pairs, bool Conforms);

    private readonly record struct KnownPair(ValueProfile Seen, bool IsFirst, byte[] Value);
}
