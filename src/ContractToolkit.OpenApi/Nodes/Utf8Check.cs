namespace ContractToolkit.OpenApi.Nodes;

/// <summary>Finds bytes that are no UTF-8 (RFC 3629).</summary>
internal static class Utf8Check
{
    /// <summary>The offset of the first byte that begins no valid sequence; -1 where there is none.</summary>
    public static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
#if NET
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return -1;
#endif
        for (int i = 0; i < bytes.Length;)
        {
            if (bytes[i] < 0x80)
            {
                i++;
                continue;
            }

            int length = SequenceLength(bytes.Slice(i));
            if (length == 0) return i;
            i += length;
        }

        return -1;
    }

    private static int SequenceLength(ReadOnlySpan<byte> bytes)
    {
        byte lead = bytes[0];
        int length = lead switch { < 0xC2 => 0, < 0xE0 => 2, < 0xF0 => 3, < 0xF5 => 4, _ => 0 };
        if (length == 0 || bytes.Length < length) return 0;
        for (int i = 1; i < length; i++)
        {
            if ((bytes[i] & 0xC0) != 0x80) return 0;
        }

        // Overlong forms, surrogates, and what lies beyond U+10FFFF.
        bool excluded = (lead == 0xE0 && bytes[1] < 0xA0) || (lead == 0xED && bytes[1] >= 0xA0)
            || (lead == 0xF0 && bytes[1] < 0x90) || (lead == 0xF4 && bytes[1] >= 0x90);
        return excluded ? 0 : length;
    }
}
