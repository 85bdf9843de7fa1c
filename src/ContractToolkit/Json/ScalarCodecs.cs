using System.Globalization;
using System.Numerics;
using System.Text;

namespace ContractToolkit.Json;

/// <summary>Strings as they are.</summary>
public readonly struct StringCodec : IJsonCodec<string>
{
    /// <inheritdoc/>
    public static string Read(ref JsonCursor json) => json.ReadString();

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, string value) => writer.WriteString(value);
}

/// <summary>Booleans.</summary>
public readonly struct BooleanCodec : IJsonCodec<bool>
{
    /// <inheritdoc/>
    public static bool Read(ref JsonCursor json) => json.ReadBoolean();

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, bool value) => writer.WriteBoolean(value);
}

/// <summary>Integers of 32 bits.</summary>
public readonly struct Int32Codec : IJsonCodec<int>
{
    /// <inheritdoc/>
    public static int Read(ref JsonCursor json) => json.ReadInt32();

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, int value) => writer.WriteNumber(value);
}

/// <summary>Integers of 64 bits.</summary>
public readonly struct Int64Codec : IJsonCodec<long>
{
    /// <inheritdoc/>
    public static long Read(ref JsonCursor json) => json.ReadInt64();

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, long value) => writer.WriteNumber(value);
}

/// <summary>Integers of any size.</summary>
public readonly struct BigIntegerCodec : IJsonCodec<BigInteger>
{
    /// <inheritdoc/>
    public static BigInteger Read(ref JsonCursor json) => json.ReadBigInteger();

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, BigInteger value) =>
        writer.WriteRaw(Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>Numbers as the nearest <see cref="double"/>.</summary>
public readonly struct DoubleCodec : IJsonCodec<double>
{
    /// <inheritdoc/>
    public static double Read(ref JsonCursor json) => json.ReadDouble();

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, double value) => writer.WriteNumber(value);
}

/// <summary>Numbers as the nearest <see cref="float"/>.</summary>
public readonly struct SingleCodec : IJsonCodec<float>
{
    /// <inheritdoc/>
    public static float Read(ref JsonCursor json) => json.ReadSingle();

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, float value) => writer.WriteNumber(value);
}

/// <summary>Numbers as the nearest <see cref="decimal"/>.</summary>
public readonly struct DecimalCodec : IJsonCodec<decimal>
{
    /// <inheritdoc/>
    public static decimal Read(ref JsonCursor json) => json.ReadDecimal();

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, decimal value) => writer.WriteNumber(value);
}

/// <summary>The codec of a generated type: the type itself, by a name that can stand in expressions.</summary>
public readonly struct ModelCodec<T> : IJsonCodec<T>
    where T : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static T Read(ref JsonCursor json) => T.Read(ref json);

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, T value) => T.Write(writer, value);
}
