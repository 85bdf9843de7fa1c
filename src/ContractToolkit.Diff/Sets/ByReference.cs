using System.Runtime.CompilerServices;

namespace ContractToolkit.Diff.Sets;

/// <summary>Tells objects apart by what they are, not by what they say: for records whose equality walks a whole tree.</summary>
internal sealed class ByReference<T> : IEqualityComparer<T>
    where T : class
{
    public static ByReference<T> Comparer { get; } = new();

    public bool Equals(T? left, T? right) => ReferenceEquals(left, right);

    public int GetHashCode(T value) => RuntimeHelpers.GetHashCode(value);
}
