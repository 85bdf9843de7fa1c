namespace ContractToolkit.Exchange;

/// <summary>A header field of a recorded exchange, as bytes.</summary>
/// <param name="Name">The name as it travelled.</param>
/// <param name="Value">The value.</param>
internal readonly record struct RecordedField(ReadOnlyMemory<byte> Name, ReadOnlyMemory<byte> Value)
{
    /// <summary>Whether the field has this name, without regard to case.</summary>
    public bool Is(ReadOnlySpan<byte> name) => Name.Length == name.Length && System.Text.Ascii.EqualsIgnoreCase(Name.Span, name);

    public HeaderField ToHeaderField() => new(Encoding.UTF8.GetString(Name.Span), Encoding.UTF8.GetString(Value.Span));
}
