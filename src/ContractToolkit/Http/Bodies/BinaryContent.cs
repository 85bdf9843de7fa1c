using System.Net;

namespace ContractToolkit.Http;

/// <summary>Bytes to send: a whole body, or a file in a form.</summary>
public sealed class BinaryContent
{
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly Stream? stream;
    private readonly long start;

    private BinaryContent(ReadOnlyMemory<byte> bytes, Stream? stream, string? fileName, string? contentType)
    {
        this.bytes = bytes;
        this.stream = stream;
        start = stream is { CanSeek: true } ? stream.Position : 0;
        FileName = fileName;
        ContentType = contentType;
    }

    /// <summary>The file's name as told to the server; null for none.</summary>
    public string? FileName { get; init; }

    /// <summary>The media type; null for the contract's.</summary>
    public string? ContentType { get; init; }

    /// <summary>Further headers of the part, in a form.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The number of bytes; null where a stream does not tell.</summary>
    public long? Length => stream is null ? bytes.Length : stream.CanSeek ? stream.Length - start : null;

    /// <summary>Whether the bytes can be sent a second time.</summary>
    public bool CanRepeat => stream is null || stream.CanSeek;

    /// <summary>Bytes in memory.</summary>
    public static BinaryContent From(ReadOnlyMemory<byte> bytes, string? fileName = null, string? contentType = null) =>
        new(bytes, null, fileName, contentType);

    /// <summary>A stream, from its present position on. It stays open: it is the caller's.</summary>
    public static BinaryContent From(Stream stream, string? fileName = null, string? contentType = null) =>
        new(default, stream ?? throw new ArgumentNullException(nameof(stream)), fileName, contentType);

    /// <summary>Bytes in memory.</summary>
    public static implicit operator BinaryContent(byte[] bytes) => From(bytes);

    /// <summary>A stream.</summary>
    public static implicit operator BinaryContent(Stream stream) => From(stream);

    internal async Task CopyToAsync(Stream target, CancellationToken cancellation)
    {
        if (stream is null)
        {
            await target.WriteAsync(bytes, cancellation).ConfigureAwait(false);
            return;
        }

        if (stream.CanSeek) stream.Position = start;
        await stream.CopyToAsync(target, cancellation).ConfigureAwait(false);
    }
}

/// <summary>Sends <see cref="BinaryContent"/> without taking its stream over.</summary>
internal sealed class BinaryHttpContent(BinaryContent content) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => content.CopyToAsync(stream, default);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        content.CopyToAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = content.Length ?? 0;
        return content.Length is not null;
    }
}
