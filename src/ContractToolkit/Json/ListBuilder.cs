using System.Buffers;
using System.Runtime.CompilerServices;

namespace ContractToolkit.Json;

/// <summary>Gathers the items of a list whose length is not known: the first few on the stack, the others in a borrowed array, so that nothing
/// but the list itself is allocated. What is borrowed is lost to the pool, and nothing else, where an exception ends the reading.</summary>
internal ref struct ListBuilder<T>
{
    private FirstItems first;
    private T[]? rented;
    private int count;

    /// <summary>The number of items so far.</summary>
    public readonly int Count => count;

    /// <summary>Adds an item.</summary>
    public void Add(T item)
    {
        if (count < FirstItems.Length)
        {
            first[count++] = item;
            return;
        }

        if (rented is null || count - FirstItems.Length == rented.Length) Grow();
        rented![count++ - FirstItems.Length] = item;
    }

    /// <summary>The items, and what was borrowed is given back.</summary>
    public T[] Build()
    {
        T[] items = new T[count];
        ReadOnlySpan<T> start = first;
        start[..Math.Min(count, FirstItems.Length)].CopyTo(items);
        if (rented is null) return items;
        rented.AsSpan(0, count - FirstItems.Length).CopyTo(items.AsSpan(FirstItems.Length));
        Return();
        return items;
    }

    private void Grow()
    {
        T[] longer = ArrayPool<T>.Shared.Rent(rented is null ? 4 * FirstItems.Length : rented.Length * 2);
        rented?.CopyTo(longer, 0);
        Return();
        rented = longer;
    }

    private readonly void Return()
    {
        if (rented is not null) ArrayPool<T>.Shared.Return(rented, clearArray: RuntimeHelpers.IsReferenceOrContainsReferences<T>());
    }

    [InlineArray(Length)]
    private struct FirstItems
    {
        public const int Length = 8;
        private T item;
    }
}
