using System.ComponentModel;

namespace ContractToolkit.Json;

/// <summary>A generated enumeration of values of type <typeparamref name="TValue"/>. Any value of that type is kept, known or not.</summary>
/// <typeparam name="TSelf">The enumeration.</typeparam>
/// <typeparam name="TValue">The type on the wire.</typeparam>
/// <typeparam name="TCodec">The codec of the type on the wire.</typeparam>
public interface IJsonEnum<TSelf, TValue, TCodec> : IJsonCodec<TSelf>, IJsonWritable
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

    /// <inheritdoc/>
    void IJsonWritable.WriteTo(JsonWriter writer) => TCodec.Write(writer, Value);
}

/// <summary>A generated enumeration of texts.</summary>
/// <typeparam name="TSelf">The enumeration.</typeparam>
public interface IStringEnum<TSelf> : IJsonEnum<TSelf, string, StringCodec>
    where TSelf : struct, IStringEnum<TSelf>;

/// <summary>The values that a contract knows of an enumeration.</summary>
public sealed class KnownValues<TValue>
{
    private readonly HashSet<TValue> set = [];
    private readonly List<TValue> values = [];
    private bool read;

    /// <summary>All of them, in the order of the document.</summary>
    public IReadOnlyList<TValue> All
    {
        get
        {
            Close();
            return values;
        }
    }

    /// <summary>Adds a value and returns it: for generated code, which makes all of them before the first is asked for.</summary>
    /// <exception cref="InvalidOperationException">The values were asked for already.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TValue Add(TValue value)
    {
        if (read) throw new InvalidOperationException("The known values of an enumeration are those of its contract; none can be added.");
        if (set.Add(value)) values.Add(value);
        return value;
    }

    /// <summary>Whether <paramref name="value"/> is one of them.</summary>
    public bool Contains(TValue value)
    {
        Close();
        return value is not null && set.Contains(value);
    }

    /// <summary>The instance that equals <paramref name="value"/>, else the value itself.</summary>
    internal TValue Intern(TValue value)
    {
        Close();
        return set.TryGetValue(value, out TValue? known) ? known : value;
    }

    // Asked first: a write by every reader would take the line from the other processors.
    private void Close()
    {
        if (!read) read = true;
    }
}
