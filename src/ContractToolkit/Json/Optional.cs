namespace ContractToolkit;

/// <summary>A member that may be absent or present; used only where a present member may also be null.</summary>
/// <typeparam name="T">The type of the value, nullable.</typeparam>
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    private readonly T value;

    /// <summary>A present member.</summary>
    public Optional(T value)
    {
        this.value = value;
        IsPresent = true;
    }

    /// <summary>An absent member; the same as <c>default</c>.</summary>
    public static Optional<T> Absent => default;

    /// <summary>Whether the member is present, be it null.</summary>
    public bool IsPresent { get; }

    /// <summary>The value of a present member.</summary>
    /// <exception cref="InvalidOperationException">The member is absent.</exception>
    public T Value => IsPresent ? value : throw new InvalidOperationException("The member is absent.");

    /// <summary>The value; null (the type's default) where the member is absent.</summary>
    public T? ValueOrDefault => value;

    /// <summary>A present member with this value.</summary>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Whether both are absent or both are present with equal values.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) =>
        IsPresent == other.IsPresent && EqualityComparer<T>.Default.Equals(value, other.value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => IsPresent ? HashCode.Combine(value) : 0;

    /// <inheritdoc/>
    public override string ToString() => IsPresent ? value?.ToString() ?? "null" : "absent";
}
