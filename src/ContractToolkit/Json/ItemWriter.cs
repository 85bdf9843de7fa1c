namespace ContractToolkit.Json;

/// <summary>Writes the items of a generated tuple as an array. An absent item is left out where nothing follows it, and is null in front of others.</summary>
public ref struct ItemWriter
{
    private readonly JsonWriter writer;
    private readonly string rules;
    private readonly JsonExtras extras;
    private readonly int start;
    private int gaps;

    /// <summary>Writes the start of the array.</summary>
    public ItemWriter(JsonWriter writer, string rules, JsonExtras extras)
    {
        this.writer = writer;
        this.rules = rules;
        this.extras = extras;
        start = writer.BeginArray();
    }

    /// <summary>Writes an item whose type is a class; null means absent where the rules do not allow it.</summary>
    public void Write<T, TCodec>(int index, T? value)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        if (value is null || IsGap(index, false)) WriteAbsent(index);
        else WritePresent<T, TCodec>(index, value);
    }

    /// <summary>Writes an item whose type is a struct.</summary>
    public void WriteValue<T, TCodec>(int index, T? value)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (value is { } present && !(!extras.IsEmpty && IsGap(index, EqualityComparer<T>.Default.Equals(present, default)))) WritePresent<T, TCodec>(index, present);
        else WriteAbsent(index);
    }

    /// <summary>Writes an item that may be absent or null, and whose type is a class.</summary>
    public void WriteOptional<T, TCodec>(int index, Optional<T?> value)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        if (!value.IsPresent) gaps++;
        else WritePresent<T?, NullableReferenceCodec<T, TCodec>>(index, value.Value);
    }

    /// <summary>Writes an item that may be absent or null, and whose type is a struct.</summary>
    public void WriteOptionalValue<T, TCodec>(int index, Optional<T?> value)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (!value.IsPresent) gaps++;
        else WritePresent<T?, NullableCodec<T, TCodec>>(index, value.Value);
    }

    /// <summary>Writes the items behind the places.</summary>
    public void WriteRest<T, TCodec>(EquatableArray<T> rest)
        where TCodec : IJsonCodec<T>
    {
        if (rest.IsEmpty) return;
        FillGaps();
        if (!extras.IsEmpty && extras.TryGetSpelling(rules.Length, out JsonValue spelling) && Spelling.StandsFor<EquatableArray<T>, ListCodec<T, TCodec>>(spelling, rest))
        {
            foreach (JsonValue item in spelling.Items()) WriteItem(item);
            return;
        }

        foreach (T item in rest)
        {
            writer.BeginItem();
            TCodec.Write(writer, item);
        }
    }

    /// <summary>Writes the items that the tuple has no place for, and the end of the array.</summary>
    public void Close()
    {
        if (!extras.IsEmpty)
        {
            foreach (KeyValuePair<string, JsonValue> item in extras.UnknownMembers)
            {
                FillGaps();
                WriteItem(item.Value);
            }
        }

        writer.EndArray(start);
    }

    private void WriteAbsent(int index)
    {
        bool isNull = (MemberRule)rules[index] is MemberRule.RequiredNullable ? extras.IsEmpty || !extras.WasMissing(index) : !extras.IsEmpty && extras.WasNull(index);
        gaps++;
        if (isNull) FillGaps();
    }

    /// <summary>Whether a value only stands where the text that was read had none: the type's default, or the one value that the place can have.</summary>
    private readonly bool IsGap(int index, bool isDefault) => !extras.IsEmpty && (isDefault || (MemberRule)rules[index] == MemberRule.Constant)
        && (extras.WasMissing(index) || extras.WasNull(index));

    private void FillGaps()
    {
        for (; gaps > 0; gaps--) WriteItem(JsonValue.Null);
    }

    private readonly void WriteItem(JsonValue value)
    {
        writer.BeginItem();
        writer.WriteRaw(value.Utf8);
    }

    private void WritePresent<T, TCodec>(int index, T value)
        where TCodec : IJsonCodec<T>
    {
        FillGaps();
        writer.BeginItem();
        if (!extras.IsEmpty && extras.TryGetSpelling(index, out JsonValue spelling) && Spelling.StandsFor<T, TCodec>(spelling, value)) writer.WriteRaw(spelling.Utf8);
        else TCodec.Write(writer, value);
    }
}
