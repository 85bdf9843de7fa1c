using System.Collections;
using System.Runtime.CompilerServices;

namespace ContractToolkit;

/// <summary>
/// An immutable array that compares by its elements, so that the models built from it can be compared as values.
/// The default instance is the empty array.
/// </summary>
/// <typeparam name="T">The element type; compared with its default equality.</typeparam>
[CollectionBuilder(typeof(EquatableArray), nameof(EquatableArray.Create))]
public readonly struct EquatableArray<T> : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
{
    private readonly T[]? items;

    internal EquatableArray(T[] items) => this.items = items;

    /// <summary>The empty array.</summary>
    public static EquatableArray<T> Empty => default;

    /// <summary>The number of elements.</summary>
    public int Count => items?.Length ?? 0;

    /// <summary>Whether the array has no element.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The element at <paramref name="index"/>.</summary>
    /// <exception cref="IndexOutOfRangeException">The index is outside the array.</exception>
    public T this[int index] => (items ?? [])[index];

    /// <summary>The elements as a span.</summary>
    public ReadOnlySpan<T> AsSpan() => items;

    /// <inheritdoc/>
    public bool Equals(EquatableArray<T> other)
    {
        if (ReferenceEquals(items, other.items)) return true;
        if (Count != other.Count) return false;
        EqualityComparer<T> comparer = EqualityComparer<T>.Default;
        for (int i = 0; i < Count; i++)
        {
            if (!comparer.Equals(items![i], other.items![i])) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Not System.HashCode: it is absent from netstandard2.0, where these sources are compiled too.
        uint hash = (uint)Count;
        foreach (T item in AsSpan())
        {
            hash = (((hash << 5) | (hash >> 27)) + hash) ^ (uint)(item?.GetHashCode() ?? 0);
        }

        return (int)hash;
    }

    /// <summary>Enumerates without allocating.</summary>
    public Enumerator GetEnumerator() => new(items ?? []);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (items ?? []).GetEnumerator();

    /// <summary>Whether both arrays have equal elements in the same order.</summary>
    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    /// <summary>Whether the arrays differ.</summary>
    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);

    /// <summary>Walks the elements of an <see cref="EquatableArray{T}"/>.</summary>
    public struct Enumerator
    {
        private readonly T[] items;
        private int index;

        internal Enumerator(T[] items)
        {
            this.items = items;
            index = -1;
        }

        /// <summary>The current element.</summary>
        public readonly T Current => items[index];

        /// <summary>Moves to the next element.</summary>
        public bool MoveNext() => ++index < items.Length;
    }
}

/// <summary>Creates instances of <see cref="EquatableArray{T}"/>; the target of collection expressions.</summary>
public static class EquatableArray
{
    /// <summary>Copies <paramref name="items"/> into an array.</summary>
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? default : new(items.ToArray());

    /// <summary>Takes <paramref name="items"/> itself, without a copy: nobody may change it afterwards.</summary>
    public static EquatableArray<T> Wrap<T>(T[] items) => new(items);

    /// <summary>What <paramref name="convert"/> makes of each element, in order.</summary>
    public static EquatableArray<TResult> Map<T, TResult>(this EquatableArray<T> items, Func<T, TResult> convert)
    {
        ReadOnlySpan<T> from = items.AsSpan();
        if (from.IsEmpty) return default;
        var to = new TResult[from.Length];
        for (int i = 0; i < to.Length; i++) to[i] = convert(from[i]);
        return new(to);
    }

    /// <summary>Copies <paramref name="items"/> into an array.</summary>
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items) => new(items.ToArray());
}
