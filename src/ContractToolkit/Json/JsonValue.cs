using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ContractToolkit.Json;

/// <summary>
/// Any JSON value, kept as its own UTF-8 text: nothing is lost, and it is taken apart only on demand. The default is <c>null</c>.
/// Compared as JSON: neither white space, escapes, spelling of numbers nor the order of members counts.
/// </summary>
public readonly partial struct JsonValue : IEquatable<JsonValue>
{
    private readonly byte[]? text;

    private JsonValue(byte[] text) => this.text = text;

    /// <summary>The value <c>null</c>.</summary>
    public static JsonValue Null => default;

    /// <summary>The kind of the value.</summary>
    public JsonValueKind Kind => new JsonCursor(Utf8).Kind;

    /// <summary>The JSON text in UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8 => text ?? "null"u8;

    /// <summary>Takes a JSON text, which must be well-formed.</summary>
    /// <exception cref="JsonReadException">It is not.</exception>
    public static JsonValue Parse(ReadOnlySpan<byte> utf8)
    {
        var json = new JsonCursor(utf8);
        JsonValue value = Read(ref json);
        json.Finish();
        return value;
    }

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static JsonValue Parse(string json) => Parse(Encoding.UTF8.GetBytes(json));

    /// <summary>The text value as a JSON string.</summary>
    public static JsonValue From(string? value) => value is null ? default : new(Written(writer => writer.WriteString(value)));

    /// <summary>The value as JSON, by its generated code.</summary>
    public static JsonValue From<T>(T value)
        where T : IJsonModel<T>
    {
        JsonWriter writer = JsonWriter.Take();
        value.WriteTo(writer);
        return new(writer.Finish());
    }

    /// <summary>What <paramref name="write"/> writes.</summary>
    public static JsonValue Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(128);
        using (var writer = new Utf8JsonWriter(buffer, JsonWriting.Options)) write(writer);
        return new JsonValue(buffer.WrittenSpan.ToArray());
    }

    /// <summary>Reads the value at the cursor.</summary>
    public static JsonValue Read(ref JsonCursor json) => json.TryReadNull() ? default : new(json.ReadRaw().ToArray());

    /// <summary>Writes the text as it is.</summary>
    public void WriteTo(JsonWriter writer) => writer.WriteRaw(Utf8);

    /// <summary>Writes the text as it is.</summary>
    public void WriteTo(Utf8JsonWriter writer) => writer.WriteRawValue(Utf8, skipInputValidation: true);

    /// <summary>Reads the value as a generated type.</summary>
    /// <exception cref="JsonReadException">It does not fit.</exception>
    public T As<T>()
        where T : IJsonModel<T>
    {
        var json = new JsonCursor(Utf8);
        return T.Read(ref json);
    }

    /// <summary>The text of a JSON string.</summary>
    /// <exception cref="JsonReadException">It is none.</exception>
    public string GetString() => Cursor().ReadString();

    /// <summary>A JSON number as an integer.</summary>
    /// <exception cref="JsonReadException">It is none, or too large.</exception>
    public long GetInt64() => Cursor().ReadInt64();

    /// <summary>A JSON number.</summary>
    /// <exception cref="JsonReadException">It is none.</exception>
    public double GetDouble() => Cursor().ReadDouble();

    /// <summary>A JSON number, exactly.</summary>
    /// <exception cref="JsonReadException">It is none, or too large.</exception>
    public decimal GetDecimal() => Cursor().ReadDecimal();

    /// <summary>A JSON boolean.</summary>
    /// <exception cref="JsonReadException">It is none.</exception>
    public bool GetBoolean() => Cursor().ReadBoolean();

    /// <summary>The value as <see cref="JsonElement"/>, for code that works with System.Text.Json's own model.</summary>
    public JsonElement ToElement()
    {
        using JsonDocument document = JsonDocument.Parse(Encoding.UTF8.GetString(Utf8));
        return document.RootElement.Clone();
    }

    /// <summary>The JSON text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8);

    /// <summary>A JSON string.</summary>
    public static implicit operator JsonValue(string? value) => From(value);

    /// <summary>A JSON number.</summary>
    public static implicit operator JsonValue(long value) => new(Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A JSON number.</summary>
    public static implicit operator JsonValue(double value) => new(Written(writer => writer.WriteNumber(value)));

    /// <summary>A JSON number.</summary>
    public static implicit operator JsonValue(decimal value) => new(Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A JSON boolean.</summary>
    public static implicit operator JsonValue(bool value) => new(value ? "true"u8.ToArray() : "false"u8.ToArray());

    private static byte[] Written(Action<JsonWriter> write)
    {
        JsonWriter writer = JsonWriter.Take();
        write(writer);
        return writer.Finish();
    }

    private JsonCursor Cursor() => new(Utf8);
}
