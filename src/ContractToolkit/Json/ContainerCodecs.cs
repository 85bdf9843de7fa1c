using ContractToolkit.Validation;

namespace ContractToolkit.Json;

/// <summary>Arrays.</summary>
public readonly struct ListCodec<T, TCodec> : IJsonCodec<EquatableArray<T>>
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static EquatableArray<T> Read(ref JsonCursor json)
    {
        ValueCheck? check = json.Take();
        if (check is not null) return Read(ref json, check);
        if (!json.EnterArray()) return default;
        var items = new ListBuilder<T>();
        do items.Add(TCodec.Read(ref json));
        while (json.NextItem());
        return new EquatableArray<T>(items.Build());
    }

    private static EquatableArray<T> Read(ref JsonCursor json, ValueCheck check)
    {
        ValueCheck? itemCheck = check.Items;
        var items = new ListBuilder<T>();
        for (bool more = json.EnterArray(); more; more = json.NextItem())
        {
            int start = json.Offset;
            ValueCheck? pending = json.Expect(itemCheck);
            items.Add(TCodec.Read(ref json));
            if (pending is not null) json.Conclude(pending, start);
        }

        EquatableArray<T> list = items.Count == 0 ? default : new(items.Build());
        if (!check.AcceptsCount(list.Count)) json.Doubt();
        return list;
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
        int start = json.Offset;
        ValueCheck? check = json.Take();
        MemberChecks? members = check?.MembersOf(JsonShape.Empty);
        bool each = members is { Interprets: false, HasHidden: false };
        for (bool more = json.EnterObject(); more; more = json.NextMember())
        {
            string name = JsonText.Decode(json.ReadName(out JsonStringTraits traits), traits);
            int valueStart = json.Offset;
            ValueCheck? pending = each ? json.Expect(members!.Unknown) : null;
            map[name] = TCodec.Read(ref json);
            if (pending is not null) json.Conclude(pending, valueStart);
        }

        if (check is not null && !each) json.Interpret(check, start);

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
