namespace ContractToolkit.Json;

/// <summary>A generated enumeration of values of type <typeparamref name="TValue"/>. Any value of that type is kept, known or not.</summary>
/// <typeparam name="TSelf">The enumeration.</typeparam>
/// <typeparam name="TValue">The type on the wire.</typeparam>
/// <typeparam name="TCodec">The codec of the type on the wire.</typeparam>
public interface IJsonEnum<TSelf, TValue, TCodec> : IJsonCodec<TSelf>
    where TSelf : struct, IJsonEnum<TSelf, TValue, TCodec>
    where TCodec : IJsonCodec<TValue>
{
    /// <summary>The value on the wire.</summary>
    TValue Value { get; }

    /// <summary>The values that the contract knows.</summary>
    static abstract KnownValues<TValue> Known { get; }

    /// <summary>The enumeration's value for a wire value.</summary>
    static abstract TSelf Of(TValue value);

    /// <inheritdoc/>
    static TSelf IJsonCodec<TSelf>.Read(ref JsonCursor json) => TSelf.Of(TSelf.Known.Intern(TCodec.Read(ref json)));

    /// <inheritdoc/>
    static void IJsonCodec<TSelf>.Write(JsonWriter writer, TSelf value) => TCodec.Write(writer, value.Value);
}

/// <summary>A generated enumeration of texts.</summary>
/// <typeparam name="TSelf">The enumeration.</typeparam>
public interface IStringEnum<TSelf> : IJsonEnum<TSelf, string, StringCodec>
    where TSelf : struct, IStringEnum<TSelf>;

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
