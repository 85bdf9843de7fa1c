using System.Buffers;
using System.Text.Json;
using ContractToolkit.Validation;

namespace ContractToolkit.Json;

/// <summary>A generated type that reads and writes itself as JSON, and is its own codec.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IJsonModel<TSelf> : IJsonCodec<TSelf>, IJsonWritable
    where TSelf : IJsonModel<TSelf>
{
    /// <summary>The schema that values of the type must meet.</summary>
    static virtual SchemaCheck SchemaCheck => default;

    /// <inheritdoc/>
    static void IJsonCodec<TSelf>.Write(JsonWriter writer, TSelf value) => value.WriteTo(writer);
}

/// <summary>What all generated records and unions can do.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public abstract record JsonModel<TSelf>
    where TSelf : JsonModel<TSelf>, IJsonModel<TSelf>
{
    /// <summary>Reads a JSON text in UTF-8. Only the types that the properties need are asked for: a required member that is missing leaves its
    /// property at null or zero, and no other rule of the schema is checked. To check, take the overload with <c>violations</c>, as clients do.</summary>
    /// <exception cref="JsonReadException">The text is no JSON, or does not fit; the exception names the JSON pointer.</exception>
    public static TSelf Parse(ReadOnlySpan<byte> utf8) => ModelParser.Parse<TSelf>(utf8);

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static TSelf Parse(string json) => ModelParser.Parse<TSelf>(json);

    /// <summary>Reads a JSON text in UTF-8 and checks it against the schema of the type in the same pass.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="violations">What is wrong; empty where nothing is.</param>
    /// <param name="direction">Which way the text travels.</param>
    /// <exception cref="JsonReadException">The text is no JSON, or does not fit the type; the exception names the JSON pointer.</exception>
    public static TSelf Parse(ReadOnlySpan<byte> utf8, out IReadOnlyList<Violation> violations, Direction direction = Direction.None) =>
        ModelParser.Parse<TSelf>(utf8, out violations, direction);

    /// <summary>What the value keeps of the JSON text that it was read from, beyond its properties.</summary>
    protected JsonExtras Extras { get; init; }

    /// <summary>Writes the value as JSON.</summary>
    public abstract void WriteTo(JsonWriter writer);

    /// <summary>Writes the value with a writer of System.Text.Json, by its options.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        JsonWriter json = JsonWriter.Take();
        WriteTo(json);
        JsonTranscriber.Copy(json.Written, writer);
        json.Return();
    }

    /// <summary>Writes the value as JSON text in UTF-8.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        JsonWriter json = JsonWriter.Take();
        WriteTo(json);
        output.Write(json.Written);
        json.Return();
    }

    /// <summary>The value as JSON text in UTF-8.</summary>
    public byte[] ToUtf8Json()
    {
        JsonWriter writer = JsonWriter.Take();
        WriteTo(writer);
        return writer.Finish();
    }

    /// <summary>Checks a JSON text in UTF-8 against the schema of the type.</summary>
    /// <returns>What is wrong; empty where nothing is.</returns>
    public static IReadOnlyList<Violation> Validate(ReadOnlySpan<byte> utf8, Direction direction = Direction.None) =>
        TSelf.SchemaCheck.Validate(utf8, direction);

    /// <summary>Checks the value against the schema of its type.</summary>
    /// <returns>What is wrong; empty where nothing is.</returns>
    public IReadOnlyList<Violation> Validate(Direction direction = Direction.None) => TSelf.SchemaCheck.Validate(ToUtf8Json(), direction);
}
