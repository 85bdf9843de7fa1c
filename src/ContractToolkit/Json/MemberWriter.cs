namespace ContractToolkit.Json;

/// <summary>Writes the members of a generated record as an object.</summary>
public readonly ref struct MemberWriter
{
    private readonly JsonWriter writer;
    private readonly JsonShape shape;
    private readonly JsonExtras extras;
    private readonly int start;

    /// <summary>Writes the start of the object.</summary>
    public MemberWriter(JsonWriter writer, JsonShape shape, JsonExtras extras)
    {
        this.writer = writer;
        this.shape = shape;
        this.extras = extras;
        start = writer.BeginObject();
    }

    /// <summary>Writes a member; null means absent where the shape does not allow it.</summary>
    public void Write(int index, string? value)
    {
        if (value is not null && !IsGap(index, false)) writer.WriteMember(shape.Literal(index), value);
        else WriteAbsent(index);
    }

    /// <inheritdoc cref="Write(int, string?)"/>
    public void Write(int index, long? value)
    {
        if (value is { } number && !IsGap(index, number == 0)) writer.WriteMember(shape.Literal(index), number);
        else WriteAbsent(index);
    }

    /// <inheritdoc cref="Write(int, string?)"/>
    public void Write(int index, int? value) => Write(index, (long?)value);

    /// <inheritdoc cref="Write(int, string?)"/>
    public void Write(int index, bool? value)
    {
        if (value is { } boolean && !IsGap(index, !boolean)) writer.WriteMember(shape.Literal(index), boolean ? "true"u8 : "false"u8);
        else WriteAbsent(index);
    }

    /// <summary>Writes a member whose type is a generated record or union.</summary>
    public void Write<T>(int index, T? value)
        where T : class, IJsonCodec<T> => Write<T, T>(index, value);

    /// <summary>Writes a member whose type is a generated enumeration.</summary>
    public void WriteEnum<T>(int index, T? value)
        where T : struct, IJsonCodec<T> => WriteValue<T, T>(index, value);

    /// <summary>Writes a member whose type is a list of generated types.</summary>
    public void WriteList<T>(int index, EquatableArray<T>? value)
        where T : IJsonCodec<T> => WriteValue<EquatableArray<T>, ListCodec<T, T>>(index, value);

    /// <summary>Writes a member whose type is a list of texts.</summary>
    public void WriteList(int index, EquatableArray<string>? value) => WriteValue<EquatableArray<string>, ListCodec<string, StringCodec>>(index, value);

    /// <summary>Writes a member whose type is a class.</summary>
    public void Write<T, TCodec>(int index, T? value)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        if (value is null) WriteAbsent(index);
        else WritePresent<T, TCodec>(index, value);
    }

    /// <summary>Writes a member whose type is a struct.</summary>
    public void WriteValue<T, TCodec>(int index, T? value)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (value is { } present && !(!extras.IsEmpty && IsGap(index, EqualityComparer<T>.Default.Equals(present, default)))) WritePresent<T, TCodec>(index, present);
        else WriteAbsent(index);
    }

    /// <summary>Writes a member that may be absent or null, and whose type is a struct.</summary>
    public void WriteOptionalValue<T, TCodec>(int index, Optional<T?> value)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (!value.IsPresent) return;
        if (value.ValueOrDefault is { } present) WritePresent<T, TCodec>(index, present);
        else WriteNull(index);
    }

    /// <summary>Writes a member that may be absent or null, and whose type is a class.</summary>
    public void WriteOptional<T, TCodec>(int index, Optional<T?> value)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        if (!value.IsPresent) return;
        if (value.ValueOrDefault is { } present) WritePresent<T, TCodec>(index, present);
        else WriteNull(index);
    }

    /// <summary>Writes a member that may be absent or null, and whose type is a generated record or union.</summary>
    public void WriteOptional<T>(int index, Optional<T?> value)
        where T : class, IJsonCodec<T> => WriteOptional<T, T>(index, value);

    /// <summary>Writes a text that may be absent or null.</summary>
    public void WriteOptional(int index, Optional<string?> value)
    {
        if (!value.IsPresent) return;
        if (value.ValueOrDefault is { } text) writer.WriteMember(shape.Literal(index), text);
        else WriteNull(index);
    }

    /// <summary>Writes the members of a bag.</summary>
    public void WriteBag<T, TCodec>(JsonMap<T> bag)
        where TCodec : IJsonCodec<T>
    {
        foreach (KeyValuePair<string, T> pair in bag)
        {
            writer.WriteName(pair.Key);
            TCodec.Write(writer, pair.Value);
        }
    }

    /// <summary>Writes the members that the record does not know, and the end of the object.</summary>
    public void Close()
    {
        if (!extras.IsEmpty) WriteExtras();
        writer.EndObject(start);
    }

    private void WriteExtras()
    {
        foreach (KeyValuePair<string, JsonValue> pair in extras.UnknownMembers)
        {
            writer.WriteName(pair.Key);
            writer.WriteRaw(pair.Value.Utf8);
        }
    }

    private void WriteAbsent(int index)
    {
        bool isNull = shape.Rule(index) is MemberRule.RequiredNullable ? extras.IsEmpty || !extras.WasMissing(index) : !extras.IsEmpty && extras.WasNull(index);
        if (isNull) WriteNull(index);
    }

    private void WriteNull(int index) => writer.WriteMember(shape.Literal(index), "null"u8);

    /// <summary>Whether a value only stands where the text that was read had none: the type's default, or the one value that the member can have.</summary>
    private bool IsGap(int index, bool isDefault) => !extras.IsEmpty && (isDefault || shape.Rule(index) == MemberRule.Constant)
        && (extras.WasMissing(index) || extras.WasNull(index));

    private void WritePresent<T, TCodec>(int index, T value)
        where TCodec : IJsonCodec<T>
    {
        writer.WriteRaw(shape.Literal(index));
        if (!extras.IsEmpty && extras.TryGetSpelling(index, out JsonValue spelling) && Spelling.StandsFor<T, TCodec>(spelling, value))
        {
            writer.WriteRaw(spelling.Utf8);
            return;
        }

        TCodec.Write(writer, value);
    }
}
