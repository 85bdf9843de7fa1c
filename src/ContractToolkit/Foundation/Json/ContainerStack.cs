namespace ContractToolkit.Json;

/// <summary>Remembers of each open container whether it is an object, one bit each; the first 64 need no memory of their own.</summary>
internal struct ContainerStack
{
    private ulong low;
    private ulong[]? high;

    public int Depth { get; private set; }

    /// <summary>Whether the innermost container is an object.</summary>
    public readonly bool IsObject
    {
        get
        {
            int index = Depth - 1;
            ulong word = index < 64 ? low : high![(index >> 6) - 1];
            return ((word >> (index & 63)) & 1) != 0;
        }
    }

    public void Push(bool isObject)
    {
        int index = Depth++;
        ulong bit = 1UL << (index & 63);
        if (index < 64)
        {
            low = isObject ? low | bit : low & ~bit;
            return;
        }

        int word = (index >> 6) - 1;
        high ??= new ulong[4];
        if (word >= high.Length) Array.Resize(ref high, high.Length * 2);
        high[word] = isObject ? high[word] | bit : high[word] & ~bit;
    }

    public void Pop() => Depth--;
}
