using System.Text.Json;

namespace ContractToolkit.Json;

/// <summary>Writes the members of a generated record as an object.</summary>
public readonly ref struct MemberWriter
{
    private readonly Utf8JsonWriter writer;
    private readonly JsonShape shape;
    private readonly JsonExtras extras;

    /// <summary>Writes the start of the object.</summary>
    public MemberWriter(Utf8JsonWriter writer, JsonShape shape, JsonExtras extras)
    {
        this.writer = writer;
        this.shape = shape;
        this.extras = extras;
        writer.WriteStartObject();
    }

    /// <summary>Writes a member; null means absent where the shape does not allow it.</summary>
    public void Write(int index, string? value)
    {
        if (value is not null) writer.WriteString(shape.Name(index), value);
        else WriteNull(index);
    }

    /// <inheritdoc cref="Write(int, string?)"/>
    public void Write(int index, long? value)
    {
        if (value is { } number) writer.WriteNumber(shape.Name(index), number);
        else WriteNull(index);
    }

    /// <inheritdoc cref="Write(int, string?)"/>
    public void Write(int index, int? value)
    {
        if (value is { } number) writer.WriteNumber(shape.Name(index), number);
        else WriteNull(index);
    }

    /// <inheritdoc cref="Write(int, string?)"/>
    public void Write(int index, bool? value)
    {
        if (value is { } boolean) writer.WriteBoolean(shape.Name(index), boolean);
        else WriteNull(index);
    }

    /// <summary>Writes a member whose type is a class.</summary>
    public void WriteObject<T, TCodec>(int index, T? value)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        if (value is null) WriteNull(index);
        else WritePresent<T, TCodec>(index, value);
    }

    /// <summary>Writes a member whose type is a struct.</summary>
    public void WriteValue<T, TCodec>(int index, T? value)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (value is { } present) WritePresent<T, TCodec>(index, present);
        else WriteNull(index);
    }

    /// <summary>Writes a member that may be absent or null.</summary>
    /// <typeparam name="T">The annotated type.</typeparam>
    /// <typeparam name="TCodec">The codec of the annotated type.</typeparam>
    public void WriteOptional<T, TCodec>(int index, Optional<T> value)
        where TCodec : IJsonCodec<T>
    {
        if (value.IsPresent) WritePresent<T, TCodec>(index, value.Value);
    }

    /// <summary>Writes the members of a bag.</summary>
    public void WriteBag<T, TCodec>(JsonMap<T> bag)
        where TCodec : IJsonCodec<T>
    {
        foreach (KeyValuePair<string, T> pair in bag)
        {
            writer.WritePropertyName(pair.Key);
            TCodec.Write(writer, pair.Value);
        }
    }

    /// <summary>Writes the members that the record does not know, and the end of the object.</summary>
    public void Close()
    {
        if (!extras.IsEmpty) WriteExtras();
        writer.WriteEndObject();
    }

    private void WriteExtras()
    {
        foreach (KeyValuePair<string, JsonValue> pair in extras.UnknownMembers)
        {
            writer.WritePropertyName(pair.Key);
            pair.Value.WriteTo(writer);
        }
    }

    private void WriteNull(int index)
    {
        if (shape.Rule(index) is MemberRule.RequiredNullable) writer.WriteNull(shape.Name(index));
    }

    private void WritePresent<T, TCodec>(int index, T value)
        where TCodec : IJsonCodec<T>
    {
        writer.WritePropertyName(shape.Name(index));
        if (!extras.IsEmpty && extras.TryGetSpelling(index, out JsonValue spelling) && IsSpelling<T, TCodec>(spelling, value))
        {
            spelling.WriteTo(writer);
            return;
        }

        TCodec.Write(writer, value);
    }

    /// <summary>Whether the kept text still stands for the value, which may have been replaced since it was read.</summary>
    private static bool IsSpelling<T, TCodec>(JsonValue spelling, T value)
        where TCodec : IJsonCodec<T>
    {
        var json = new JsonCursor(spelling.Utf8);
        return EqualityComparer<T>.Default.Equals(TCodec.Read(ref json), value);
    }
}
