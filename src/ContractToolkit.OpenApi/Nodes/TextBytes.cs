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
        if (bytes.Length >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE) return Transcode(content, System.Text.Encoding.Unicode);
        if (bytes.Length >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF) return Transcode(content, System.Text.Encoding.BigEndianUnicode);
        int start = bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0;
        int invalid = Utf8Check.FirstInvalid(bytes);
        if (invalid < 0) return new TextBytes(ArrayOf(content), start, bytes.Length, -1);
        byte[] repaired = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
        return new TextBytes(repaired, start, repaired.Length, invalid);
    }

    public string Decode() => System.Text.Encoding.UTF8.GetString(Buffer, Start, Length - Start);

    private static TextBytes Transcode(ReadOnlyMemory<byte> content, System.Text.Encoding from)
    {
        byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(from.GetString(content.Slice(2).ToArray()));
        return new TextBytes(utf8, 0, utf8.Length, -1);
    }

    private static byte[] ArrayOf(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out ArraySegment<byte> segment) && segment is { Offset: 0, Array: { } whole } && whole.Length == content.Length
            ? whole
            : content.ToArray();
}
