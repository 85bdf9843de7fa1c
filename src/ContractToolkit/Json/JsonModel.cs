using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ContractToolkit.Json;

/// <summary>A generated type that reads and writes itself as JSON.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IJsonModel<TSelf>
    where TSelf : IJsonModel<TSelf>
{
    /// <summary>Reads a value of the type.</summary>
    /// <exception cref="JsonReadException">The value does not fit; the exception names its JSON pointer.</exception>
    static abstract TSelf Read(ref JsonCursor json);

    /// <summary>Writes the value as JSON.</summary>
    void WriteTo(Utf8JsonWriter writer);
}

/// <summary>What all generated records and unions can do.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public abstract record JsonModel<TSelf>
    where TSelf : JsonModel<TSelf>, IJsonModel<TSelf>
{
    /// <summary>Reads a JSON text in UTF-8.</summary>
    /// <exception cref="JsonReadException">The text is no JSON, or does not fit; the exception names the JSON pointer.</exception>
    public static TSelf Parse(ReadOnlySpan<byte> utf8)
    {
        var json = new JsonCursor(utf8);
        TSelf value = TSelf.Read(ref json);
        json.Finish();
        return value;
    }

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static TSelf Parse(string json) => Parse(Encoding.UTF8.GetBytes(json));

    /// <summary>Writes the value as JSON.</summary>
    public abstract void WriteTo(Utf8JsonWriter writer);

    /// <summary>The value as JSON text in UTF-8.</summary>
    public byte[] ToUtf8Json()
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, JsonWriting.Options)) WriteTo(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
