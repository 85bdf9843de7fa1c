namespace ContractToolkit.Testing;

/// <summary>Divides a number among several by weight.</summary>
internal static class Apportionment
{
    /// <summary>Whole shares, none larger than its limit, by largest remainders; of equal remainders the first wins. They add up to <paramref name="amount"/> unless limits forbid it.</summary>
    public static int[] Divide(int amount, IReadOnlyList<double> weights, IReadOnlyList<int> limits)
    {
        int[] shares = new int[weights.Count];
        double total = weights.Sum();
        if (total <= 0) return shares;
        double[] exact = [.. weights.Select(weight => amount * weight / total)];
        for (int i = 0; i < shares.Length; i++) shares[i] = Math.Min(limits[i], (int)exact[i]);
        int left = amount - shares.Sum();
        foreach (int i in Enumerable.Range(0, shares.Length).OrderByDescending(i => exact[i] - Math.Floor(exact[i])))
        {
            if (left == 0) break;
            if (weights[i] <= 0 || shares[i] >= limits[i]) continue;
            shares[i]++;
            left--;
        }

        return shares;
    }
}
