using System.Buffers;
using System.Buffers.Text;
using System.IO.Compression;
using ContractToolkit.Json;

namespace ContractToolkit.Exchange;

/// <summary>Makes the bytes of a body of what a recording holds in its place.</summary>
internal static class RecordedBody
{
    private const int MaxUnpacked = RecordingReader.MaxExchange;

    /// <summary>The text of a JSON string.</summary>
    public static byte[] Text(ReadOnlySpan<byte> inside, JsonStringTraits traits)
    {
        if (!traits.HasFlag(JsonStringTraits.Escaped)) return inside.ToArray();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(inside.Length);
        byte[] text = buffer.AsSpan(0, ContractToolkit.Json.JsonText.Unescape(inside, buffer)).ToArray();
        ArrayPool<byte>.Shared.Return(buffer);
        return text;
    }

    /// <summary>The bytes of base64, of either alphabet (RFC 4648), padded or not; null where it is none.</summary>
    public static byte[]? FromBase64(ReadOnlySpan<byte> text)
    {
        byte[] bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length + 3)];
        if (Base64.DecodeFromUtf8(text, bytes, out _, out int written) == OperationStatus.Done) return bytes[..written];
        byte[] padded = [.. text.TrimEnd((byte)'='), (byte)'=', (byte)'=', (byte)'='];
        padded.AsSpan().Replace((byte)'-', (byte)'+');
        padded.AsSpan().Replace((byte)'_', (byte)'/');
        int length = padded.Length - 3 + ((4 - ((padded.Length - 3) % 4)) % 4);
        return Base64.DecodeFromUtf8(padded.AsSpan(0, length), bytes, out _, out written) == OperationStatus.Done ? bytes[..written] : null;
    }

    /// <summary>Undoes a content coding that the recorder left on. Most undo it and keep the header, so bytes that do not fit are taken as they are.</summary>
    public static byte[] Unpack(byte[] bytes, string? coding)
    {
        if (coding is null) return bytes;
        if (bytes is [0x1F, 0x8B, ..] && coding.Contains("gzip", StringComparison.OrdinalIgnoreCase)) return Unpack(bytes, static packed => new GZipStream(packed, CompressionMode.Decompress));
        if (LooksDecoded(bytes)) return bytes;
        if (coding.Equals("br", StringComparison.OrdinalIgnoreCase)) return Unpack(bytes, static packed => new BrotliStream(packed, CompressionMode.Decompress));
        if (coding.Equals("deflate", StringComparison.OrdinalIgnoreCase)) return Unpack(bytes, static packed => new ZLibStream(packed, CompressionMode.Decompress));
        return bytes;
    }

    private static bool LooksDecoded(ReadOnlySpan<byte> bytes) => bytes.IsEmpty || System.Text.Unicode.Utf8.IsValid(bytes);

    private static byte[] Unpack(byte[] bytes, Func<Stream, Stream> open)
    {
        try
        {
            using Stream unpacked = open(new MemoryStream(bytes));
            using MemoryStream whole = new();
            byte[] part = new byte[81920];
            for (int read; (read = unpacked.Read(part)) > 0 && whole.Length < MaxUnpacked;) whole.Write(part, 0, read);
            return whole.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            return bytes;
        }
    }
}
