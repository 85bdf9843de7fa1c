namespace ContractToolkit.Diff.Sets;

/// <summary>What makes two interned things the same: their shape and the numbers of their parts.</summary>
internal readonly struct InternKey
{
    private readonly int shape;
    private readonly int[] numbers;
    private readonly int hash;

    /// <summary>Makes a key.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="numbers">The parts, in an order that means something.</param>
    public InternKey(int shape, params IEnumerable<int> numbers)
    {
        this.shape = shape;
        this.numbers = [.. numbers];
        uint mixed = (uint)shape;
        foreach (int number in this.numbers) mixed = ((mixed << 5) | (mixed >> 27)) + (mixed ^ ((uint)number * 0x9E3779B1));
        hash = (int)mixed;
    }

    /// <summary>Compares keys.</summary>
    public static IEqualityComparer<InternKey> Comparer { get; } = new ByContent();

    private sealed class ByContent : IEqualityComparer<InternKey>
    {
        public bool Equals(InternKey left, InternKey right) =>
            left.hash == right.hash && left.shape == right.shape && left.numbers.AsSpan().SequenceEqual(right.numbers);

        public int GetHashCode(InternKey key) => key.hash;
    }
}
