namespace ContractToolkit.Validation;

/// <summary>The kind of a JSON value on a tape.</summary>
internal enum ValueKind : byte
{
    Null,
    False,
    True,
    Number,
    String,
    Array,
    Object,
}

/// <summary>
/// One value or member name of an instance: where its text is, what it is, and which entry follows it and all that is in it.
/// Of a string or name, <see cref="Start"/> and <see cref="Length"/> leave out the quotes.
/// </summary>
internal struct TapeEntry
{
    public const uint NoKind = 7;
    public const uint Escaped = 8;
    public const uint NonAscii = 16;
    public const uint Integer = 32;
    public const int CountShift = 8;
    public const int MaxCount = (1 << 24) - 1;

    public int Start;
    public int Length;
    public int Next;
    public uint Meta;

    public readonly ValueKind Kind => (ValueKind)(Meta & 7);

    /// <summary>The number of items or members.</summary>
    public readonly int Count => (int)(Meta >> CountShift);

    /// <summary>Whether a number has neither fraction nor exponent.</summary>
    public readonly bool IsInteger => (Meta & Integer) != 0;

    public readonly bool IsEscaped => (Meta & Escaped) != 0;

    public readonly bool IsAscii => (Meta & (Escaped | NonAscii)) == 0;

    public readonly int End => Start + Length;
}
