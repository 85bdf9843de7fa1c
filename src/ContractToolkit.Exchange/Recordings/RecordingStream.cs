using System.IO.Compression;

namespace ContractToolkit.Exchange;

/// <summary>Makes plain UTF-8 of a recording: gzip undone, UTF-16 (told by its byte-order mark) converted.</summary>
internal static class RecordingStream
{
    public static Stream Open(Stream stream)
    {
        (byte[] head, Stream whole) = Peek(stream);
        if (head is [0x1F, 0x8B])
        {
            // A file may hold several members, each packed for itself; and what was packed may be UTF-16.
            (head, whole) = Peek(new GZipStream(whole, CompressionMode.Decompress));
        }

        return head switch
        {
            [0xFF, 0xFE] => System.Text.Encoding.CreateTranscodingStream(whole, System.Text.Encoding.Unicode, new System.Text.UTF8Encoding(false)),
            [0xFE, 0xFF] => System.Text.Encoding.CreateTranscodingStream(whole, System.Text.Encoding.BigEndianUnicode, new System.Text.UTF8Encoding(false)),
            _ => whole,
        };
    }

    private static (byte[] Head, Stream Whole) Peek(Stream stream)
    {
        byte[] head = new byte[2];
        int read = stream.ReadAtLeast(head, 2, throwOnEndOfStream: false);
        return (head[..read], new PrefixedStream(head.AsMemory(0, read), stream));
    }
}
