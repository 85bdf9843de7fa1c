using System.Net;
using System.Text;

namespace ContractToolkit.Http;

/// <summary>One part of a multipart body: text in memory, or a file.</summary>
internal sealed record MultipartPart(string Name, ReadOnlyMemory<byte> Text, BinaryContent? File, string? ContentType)
{
    /// <summary>The headers that the contract's encoding declares.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The part's headers with the empty line that ends them.</summary>
    public byte[] Head(bool named)
    {
        StringBuilder head = new();
        if (named)
        {
            head.Append("Content-Disposition: form-data; name=\"").Append(Quote(Name)).Append('"');
            string? fileName = File is null ? null : File.FileName ?? Name;
            if (fileName is not null) head.Append("; filename=\"").Append(Quote(fileName)).Append('"');
            head.Append("\r\n");
        }

        string? type = ContentType ?? (File is null ? null : "application/octet-stream");
        if (type is not null) head.Append("Content-Type: ").Append(OneLine(type)).Append("\r\n");
        foreach ((string name, string value) in Headers.Concat(File?.Headers ?? new Dictionary<string, string>()))
        {
            head.Append(OneLine(name)).Append(": ").Append(OneLine(value)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(head.Append("\r\n").ToString());
    }

    // As WHATWG's form submission does.
    private static string Quote(string text) => text
        .Replace("\"", "%22", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}

/// <summary>Writes the parts one after the other; files are streamed.</summary>
internal sealed class MultipartHttpContent(IReadOnlyList<MultipartPart> parts, string boundary, bool named) : HttpContent
{
    private readonly byte[] delimiter = Encoding.ASCII.GetBytes("--" + boundary + "\r\n");
    private readonly byte[] end = Encoding.ASCII.GetBytes("--" + boundary + "--\r\n");

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        foreach (MultipartPart part in parts)
        {
            await stream.WriteAsync(delimiter, cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync(part.Head(named), cancellationToken).ConfigureAwait(false);
            if (part.File is { } file) await file.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
            else await stream.WriteAsync(part.Text, cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync("\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        }

        await stream.WriteAsync(end, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = end.Length;
        foreach (MultipartPart part in parts)
        {
            if (part.File is { Length: null }) return false;
            length += delimiter.Length + part.Head(named).Length + (part.File?.Length ?? part.Text.Length) + 2;
        }

        return true;
    }
}
