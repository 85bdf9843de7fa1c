using ContractToolkit.Json;

namespace ContractToolkit.Http;

/// <summary>Reads the JSON value at a cursor: the <c>Read</c> method of a codec.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="json">The cursor; it stands behind the value afterwards.</param>
/// <exception cref="JsonReadException">The value does not fit.</exception>
public delegate T JsonRead<out T>(ref JsonCursor json);

/// <summary>Writes a value as one JSON value: the <c>Write</c> method of a codec.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="writer">Where to.</param>
/// <param name="value">The value.</param>
public delegate void JsonWrite<in T>(JsonWriter writer, T value);

/// <summary>Turns values into JSON bytes and back with the codecs that generated code hands over.</summary>
internal static class JsonBytes
{
    public static ReadOnlyMemory<byte> Write<T>(T value, JsonWrite<T> write)
    {
        JsonWriter writer = JsonWriter.Take();
        write(writer, value);
        return writer.Finish();
    }

    public static WireValue ToWire<T>(T value, JsonWrite<T> write) => WireValue.Parse(Write(value, write).Span);

    public static T Read<T>(ReadOnlySpan<byte> utf8, JsonRead<T> read)
    {
        JsonCursor cursor = new(utf8);
        T value = read(ref cursor);
        cursor.Finish();
        return value;
    }
}
