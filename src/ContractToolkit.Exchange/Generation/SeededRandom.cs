namespace ContractToolkit.Exchange;

/// <summary>A small random sequence (SplitMix64) that is the same on every machine and version of the platform, unlike <see cref="Random"/>.</summary>
internal struct SeededRandom(ulong state)
{
    private ulong state = state;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        return Mix(state);
    }

    /// <summary>A number from 0 to below <paramref name="bound"/>; 0 where the bound is not positive.</summary>
    public int Below(int bound) => bound <= 1 ? 0 : (int)(Next() % (ulong)bound);

    /// <summary>A number within both limits, inclusive.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>One of the items.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Spreads a state over all bits.</summary>
    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>Combines a state with a text.</summary>
    public static ulong Combine(ulong seed, ReadOnlySpan<char> text)
    {
        ulong hash = seed ^ 14695981039346656037UL;
        foreach (char c in text) hash = (hash ^ c) * 1099511628211UL;
        return Mix(hash);
    }
}
