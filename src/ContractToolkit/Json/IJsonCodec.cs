namespace ContractToolkit.Json;

/// <summary>Reads and writes one type as JSON. Codecs have no state; generated code names them as type arguments.</summary>
/// <typeparam name="T">The type.</typeparam>
public interface IJsonCodec<T>
{
    /// <summary>Reads the value at the cursor and moves behind it.</summary>
    /// <exception cref="JsonReadException">The value does not fit; the exception names its JSON pointer.</exception>
    static abstract T Read(ref JsonCursor json);

    /// <summary>Writes the value.</summary>
    static abstract void Write(JsonWriter writer, T value);
}
