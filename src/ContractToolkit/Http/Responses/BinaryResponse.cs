namespace ContractToolkit.Http;

/// <summary>A body as a stream. Whoever got it disposes it, which ends the HTTP exchange.</summary>
public sealed class BinaryResponse : IDisposable, IAsyncDisposable
{
    private readonly HttpResponseMessage response;

    internal BinaryResponse(HttpResponseMessage response, Stream stream, ApiAnswer answer)
    {
        this.response = response;
        Content = stream;
        Answer = answer;
    }

    /// <summary>The bytes.</summary>
    public Stream Content { get; }

    /// <summary>Status and headers.</summary>
    public ApiAnswer Answer { get; }

    /// <summary>The media type with its parameters; null where the server did not say.</summary>
    public string? ContentType => response.Content.Headers.ContentType?.ToString();

    /// <summary>The number of bytes; null where the server did not say.</summary>
    public long? Length => response.Content.Headers.ContentLength;

    /// <summary>The file name that the server proposes: its last segment only, since it is the server's text.</summary>
    public string? FileName
    {
        get
        {
            System.Net.Http.Headers.ContentDispositionHeaderValue? disposition = response.Content.Headers.ContentDisposition;
            string? name = (disposition?.FileNameStar ?? disposition?.FileName)?.Trim('"');
            return name?[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        }
    }

    /// <summary>Reads all bytes.</summary>
    public async Task<byte[]> ReadAllAsync(CancellationToken cancellationToken = default)
    {
        using MemoryStream bytes = new();
        await Content.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
        return bytes.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => response.Dispose();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);
        response.Dispose();
    }
}

/// <summary>A body that is handed over as a stream.</summary>
internal sealed class BinaryReply(string status, string mediaType) : Reply<BinaryResponse>(status, mediaType)
{
    internal override bool IsStream => true;

    internal override async ValueTask<BinaryResponse> ReadAsync(ReplyContext context)
    {
        Stream stream = await context.Response.Content.ReadAsStreamAsync(context.Cancellation).ConfigureAwait(false);
        return new BinaryResponse(context.Response, stream, context.Answer);
    }

    // A failure's body was buffered already, and its bytes are in the exception's answer.
    internal override Task<ApiException> ToExceptionAsync(ReplyContext context) => Task.FromResult(Failures.Plain(context.Answer));
}
