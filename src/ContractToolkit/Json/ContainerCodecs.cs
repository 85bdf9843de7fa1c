namespace ContractToolkit.Json;

/// <summary>Arrays.</summary>
public readonly struct ListCodec<T, TCodec> : IJsonCodec<EquatableArray<T>>
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static EquatableArray<T> Read(ref JsonCursor json)
    {
        if (!json.EnterArray()) return default;
        var items = new ListBuilder<T>();
        do items.Add(TCodec.Read(ref json));
        while (json.NextItem());
        return new EquatableArray<T>(items.Build());
    }

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, EquatableArray<T> value)
    {
        int start = writer.BeginArray();
        foreach (T item in value)
        {
            writer.BeginItem();
            TCodec.Write(writer, item);
        }

        writer.EndArray(start);
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
    public static void Write(JsonWriter writer, JsonMap<T> value)
    {
        int start = writer.BeginObject();
        foreach (KeyValuePair<string, T> pair in value)
        {
            writer.WriteName(pair.Key);
            TCodec.Write(writer, pair.Value);
        }

        writer.EndObject(start);
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
    public static void Write(JsonWriter writer, T? value)
    {
        if (value is { } present) TCodec.Write(writer, present);
        else writer.WriteNull();
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
    public static void Write(JsonWriter writer, T? value)
    {
        if (value is null) writer.WriteNull();
        else TCodec.Write(writer, value);
    }
}
