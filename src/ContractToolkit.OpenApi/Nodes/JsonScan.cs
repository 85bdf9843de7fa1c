namespace ContractToolkit.OpenApi.Nodes;

/// <summary>Searches in JSON bytes.</summary>
internal static class JsonScan
{
#if NET
    private static readonly System.Buffers.SearchValues<byte> Special = System.Buffers.SearchValues.Create(SpecialBytes());
#endif

    /// <summary>The offset of the next quote, backslash or control character; -1 where there is none.</summary>
    public static int IndexOfQuoteEscapeOrControl(ReadOnlySpan<byte> text)
    {
        // Most strings are short: a plain loop finds their end before a vector search has started.
        int near = Math.Min(text.Length, 16);
        for (int i = 0; i < near; i++)
        {
            if (text[i] is (byte)'"' or (byte)'\\' or < 0x20) return i;
        }

        if (near == text.Length) return -1;
#if NET
        int found = text.Slice(near).IndexOfAny(Special);
        return found < 0 ? -1 : found + near;
#else
        for (int i = near; i < text.Length; i++)
        {
            if (text[i] is (byte)'"' or (byte)'\\' or < 0x20) return i;
        }

        return -1;
#endif
    }

    public static bool IsHexDigit(byte c) => c is (>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'f') or (>= (byte)'A' and <= (byte)'F');

#if NET
    private static byte[] SpecialBytes()
    {
        byte[] special = new byte[34];
        for (int i = 0; i < 32; i++) special[i] = (byte)i;
        special[32] = (byte)'"';
        special[33] = (byte)'\\';
        return special;
    }
#endif
}
