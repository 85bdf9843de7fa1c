using System.Text.Json;

namespace ContractToolkit.Json;

/// <summary>A generated enumeration of values of type <typeparamref name="TValue"/>. Any value of that type is kept, known or not.</summary>
/// <typeparam name="TSelf">The enumeration.</typeparam>
/// <typeparam name="TValue">The type on the wire.</typeparam>
public interface IJsonEnum<TSelf, TValue>
    where TSelf : struct, IJsonEnum<TSelf, TValue>
{
    /// <summary>The value on the wire.</summary>
    TValue Value { get; }

    /// <summary>The values that the contract knows.</summary>
    static abstract KnownValues<TValue> Known { get; }

    /// <summary>The enumeration's value for a wire value.</summary>
    static abstract TSelf Of(TValue value);
}

/// <summary>The values that a contract knows of an enumeration.</summary>
public sealed class KnownValues<TValue>(params TValue[] values)
{
    private readonly HashSet<TValue> set = [.. values];

    /// <summary>All of them, in the order of the document.</summary>
    public IReadOnlyList<TValue> All => values;

    /// <summary>Whether <paramref name="value"/> is one of them.</summary>
    public bool Contains(TValue value) => value is not null && set.Contains(value);

    /// <summary>The instance that equals <paramref name="value"/>, else the value itself.</summary>
    internal TValue Intern(TValue value) => set.TryGetValue(value, out TValue? known) ? known : value;
}

/// <summary>Generated enumerations.</summary>
public readonly struct EnumCodec<T, TValue, TCodec> : IJsonCodec<T>
    where T : struct, IJsonEnum<T, TValue>
    where TCodec : IJsonCodec<TValue>
{
    /// <inheritdoc/>
    public static T Read(ref JsonCursor json) => T.Of(T.Known.Intern(TCodec.Read(ref json)));

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, T value) => TCodec.Write(writer, value.Value);
}

/// <summary>Makes a generated enumeration work with <see cref="JsonSerializer"/>.</summary>
public sealed class EnumConverter<T, TValue, TCodec> : CodecConverter<T, EnumCodec<T, TValue, TCodec>>
    where T : struct, IJsonEnum<T, TValue>
    where TCodec : IJsonCodec<TValue>;
