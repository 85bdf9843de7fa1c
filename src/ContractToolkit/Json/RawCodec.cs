namespace ContractToolkit.Json;

/// <summary>The codec of <see cref="JsonValue"/>.</summary>
public readonly struct RawCodec : IJsonCodec<JsonValue>
{
    /// <inheritdoc/>
    public static JsonValue Read(ref JsonCursor json) => JsonValue.Read(ref json);

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, JsonValue value) => value.WriteTo(writer);
}
