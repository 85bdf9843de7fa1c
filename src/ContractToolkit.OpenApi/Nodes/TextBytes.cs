using System.Runtime.InteropServices;

namespace ContractToolkit.OpenApi.Nodes;

/// <summary>The bytes of a file brought to UTF-8 without a byte-order mark.</summary>
/// <param name="Buffer">The bytes.</param>
/// <param name="Start">Where the text begins, behind a byte-order mark.</param>
/// <param name="Length">The length of <paramref name="Buffer"/> that counts.</param>
/// <param name="InvalidAt">The offset of the first byte that is no UTF-8 in the file; -1 where all is well. The buffer holds U+FFFD there.</param>
internal readonly record struct TextBytes(byte[] Buffer, int Start, int Length, int InvalidAt)
{
    public static TextBytes From(ReadOnlyMemory<byte> content)
    {
        ReadOnlySpan<byte> bytes = content.Span;
        if (Wide(bytes) is { } wide) return Transcode(content, wide);
        int start = bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0;
        int invalid = Utf8Check.FirstInvalid(bytes);
        if (invalid < 0) return new TextBytes(ArrayOf(content), start, bytes.Length, -1);
        byte[] repaired = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
        return new TextBytes(repaired, start, repaired.Length, invalid);
    }

    public string Decode() => System.Text.Encoding.UTF8.GetString(Buffer, Start, Length - Start);

    /// <summary>UTF-16 or UTF-32, told by a byte-order mark or, since a text begins with an ASCII character, by the zeros beside it (YAML 1.2, section 5.2); null for UTF-8.</summary>
    private static System.Text.Encoding? Wide(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4) return null;
        return (bytes[0], bytes[1], bytes[2], bytes[3]) switch
        {
            (0x00, 0x00, 0xFE, 0xFF) or (0x00, 0x00, 0x00, not 0) => new System.Text.UTF32Encoding(bigEndian: true, byteOrderMark: false),
            (0xFF, 0xFE, 0x00, 0x00) or (not 0, 0x00, 0x00, 0x00) => System.Text.Encoding.UTF32,
            (0xFE, 0xFF, _, _) or (0x00, not 0, 0x00, not 0) => System.Text.Encoding.BigEndianUnicode,
            (0xFF, 0xFE, _, _) or (not 0, 0x00, not 0, 0x00) => System.Text.Encoding.Unicode,
            _ => null,
        };
    }

    private static TextBytes Transcode(ReadOnlyMemory<byte> content, System.Text.Encoding from)
    {
        string text = from.GetString(content.ToArray());
        byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(text.Length > 0 && text[0] == '\uFEFF' ? text.Substring(1) : text);
        return new TextBytes(utf8, 0, utf8.Length, -1);
    }

    private static byte[] ArrayOf(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out ArraySegment<byte> segment) && segment is { Offset: 0, Array: { } whole } && whole.Length == content.Length
            ? whole
            : content.ToArray();
}
