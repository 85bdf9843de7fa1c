namespace ContractToolkit.Validation;

/// <summary>Walks over a text piece by piece; each step fails without moving.</summary>
internal ref struct FormatCursor(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> rest = text;

    public readonly bool AtEnd => rest.IsEmpty;

    public readonly byte Next => rest.IsEmpty ? (byte)0 : rest[0];

    public readonly ReadOnlySpan<byte> Rest => rest;

    public bool Take(char expected)
    {
        if (rest.IsEmpty || rest[0] != expected) return false;
        rest = rest.Slice(1);
        return true;
    }

    /// <summary>Takes either case of an ASCII letter.</summary>
    public bool TakeLetter(char lower)
    {
        if (rest.IsEmpty || (rest[0] | 0x20) != lower) return false;
        rest = rest.Slice(1);
        return true;
    }

    /// <summary>Takes exactly <paramref name="count"/> digits.</summary>
    public bool TakeNumber(int count, out int value)
    {
        value = 0;
        if (rest.Length < count) return false;
        for (int i = 0; i < count; i++)
        {
            if (!char.IsAsciiDigit((char)rest[i])) return false;
            value = value * 10 + (rest[i] - '0');
        }

        rest = rest.Slice(count);
        return true;
    }

    /// <summary>Takes as many digits as there are and tells how many.</summary>
    public int TakeDigits()
    {
        int count = 0;
        while (count < rest.Length && char.IsAsciiDigit((char)rest[count])) count++;
        rest = rest.Slice(count);
        return count;
    }
}
