namespace ContractToolkit.Exchange;

/// <summary>One side of a recorded exchange, as slices of the recording.</summary>
internal sealed class RecordedMessage
{
    /// <summary>The header fields in the order they travelled.</summary>
    public List<RecordedField> Headers { get; } = [];

    /// <summary>The body, with base64 and content codings undone.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>How much of the body the recording holds.</summary>
    public BodyState State { get; set; }

    /// <summary>Whether the recording left the header fields out.</summary>
    public bool HeadersNotRecorded { get; set; }

    /// <summary>The value of <c>Content-Type</c>; null where there is none.</summary>
    public ReadOnlyMemory<byte>? ContentType { get; set; }

    /// <summary>The first value of a field; null where the field is absent.</summary>
    public ReadOnlyMemory<byte>? Find(ReadOnlySpan<byte> name)
    {
        foreach (RecordedField field in Headers)
        {
            if (field.Is(name)) return field.Value;
        }

        return null;
    }

    public EquatableArray<HeaderField> Fields()
    {
        HeaderField[] fields = new HeaderField[Headers.Count];
        for (int i = 0; i < fields.Length; i++) fields[i] = Headers[i].ToHeaderField();
        return fields.ToEquatableArray();
    }

    public void Clear()
    {
        Headers.Clear();
        Body = default;
        State = BodyState.Complete;
        ContentType = null;
        HeadersNotRecorded = false;
    }

    /// <summary>Takes over one side of an exchange that is at hand as objects.</summary>
    public void Set(EquatableArray<HeaderField> fields, bool fieldsNotRecorded, ReadOnlyMemory<byte> body, BodyState state)
    {
        Clear();
        HeadersNotRecorded = fieldsNotRecorded;
        foreach (HeaderField field in fields) Headers.Add(new RecordedField(Encoding.UTF8.GetBytes(field.Name), Encoding.UTF8.GetBytes(field.Value)));
        (Body, State, ContentType) = (body, state, Find("Content-Type"u8));
    }
}
