using System.Text;

namespace ContractToolkit.Drift.Import;

/// <summary>Makes text of the bytes of a saved page, whatever its editor wrote: UTF-8, UTF-16 with or without a mark, or GB 18030 as Chinese systems do.</summary>
public static class PageText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The text, without a byte-order mark, its lines ended by <c>\n</c>.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => Text(bytes).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (Utf16(bytes) is { } wide) return wide.GetString(bytes);
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes);
        }
    }

    /// <summary>UTF-16 without a mark, told by the zero bytes that its ASCII has on one side.</summary>
    private static Encoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length & ~1, 4096)];
        int even = 0, odd = 0;
        for (int i = 0; i < head.Length; i += 2)
        {
            if (head[i] == 0) even++;
            if (head[i + 1] == 0) odd++;
        }

        if (odd > head.Length / 10 && even == 0) return Encoding.Unicode;
        return even > head.Length / 10 && odd == 0 ? Encoding.BigEndianUnicode : null;
    }
}
