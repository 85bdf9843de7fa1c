using System.Text.Json;

namespace ContractToolkit.Json;

/// <summary>Arrays.</summary>
public readonly struct ListCodec<T, TCodec> : IJsonCodec<EquatableArray<T>>
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static EquatableArray<T> Read(ref JsonCursor json)
    {
        if (!json.EnterArray()) return default;
        T[] items = new T[4];
        int count = 0;
        do
        {
            if (count == items.Length) Array.Resize(ref items, count * 2);
            items[count++] = TCodec.Read(ref json);
        }
        while (json.NextItem());
        if (count < items.Length) Array.Resize(ref items, count);
        return new EquatableArray<T>(items);
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, EquatableArray<T> value)
    {
        writer.WriteStartArray();
        foreach (T item in value) TCodec.Write(writer, item);
        writer.WriteEndArray();
    }
}

/// <summary>Objects without declared members.</summary>
public readonly struct MapCodec<T, TCodec> : IJsonCodec<JsonMap<T>>
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static JsonMap<T> Read(ref JsonCursor json)
    {
        var map = new JsonMap<T>();
        for (bool more = json.EnterObject(); more; more = json.NextMember())
        {
            string name = JsonText.Decode(json.ReadName(out JsonStringTraits traits), traits);
            map[name] = TCodec.Read(ref json);
        }

        return map;
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonMap<T> value)
    {
        writer.WriteStartObject();
        foreach (KeyValuePair<string, T> pair in value)
        {
            writer.WritePropertyName(pair.Key);
            TCodec.Write(writer, pair.Value);
        }

        writer.WriteEndObject();
    }
}

/// <summary>A struct, or null.</summary>
public readonly struct NullableCodec<T, TCodec> : IJsonCodec<T?>
    where T : struct
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static T? Read(ref JsonCursor json) => json.TryReadNull() ? null : TCodec.Read(ref json);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is { } present) TCodec.Write(writer, present);
        else writer.WriteNullValue();
    }
}

/// <summary>A class, or null.</summary>
public readonly struct NullableReferenceCodec<T, TCodec> : IJsonCodec<T?>
    where T : class
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static T? Read(ref JsonCursor json) => json.TryReadNull() ? null : TCodec.Read(ref json);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is null) writer.WriteNullValue();
        else TCodec.Write(writer, value);
    }
}
