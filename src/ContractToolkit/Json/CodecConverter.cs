using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContractToolkit.Json;

/// <summary>Makes a type work with <see cref="JsonSerializer"/> through its codec.</summary>
public sealed class CodecConverter<T, TCodec> : JsonConverter<T>
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        var json = new JsonCursor(Encoding.UTF8.GetBytes(document.RootElement.GetRawText()));
        try
        {
            return TCodec.Read(ref json);
        }
        catch (JsonReadException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        JsonWriter json = JsonWriter.Take();
        TCodec.Write(json, value);
        JsonTranscriber.Copy(json.Written, writer);
        json.Return();
    }
}

/// <summary>Stands on generated types and makes them work with <see cref="JsonSerializer"/>, without reflection.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class JsonAttribute<T> : JsonConverterAttribute
    where T : IJsonCodec<T>
{
    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert) => new CodecConverter<T, T>();
}
