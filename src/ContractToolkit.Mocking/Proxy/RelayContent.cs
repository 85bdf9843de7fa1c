using System.Buffers;
using System.Net;

namespace ContractToolkit.Mocking;

/// <summary>A request body that is passed on while it comes, with a copy kept.</summary>
internal sealed class RelayContent(Stream source, long? length, BodyCapture capture) : HttpContent
{
    private readonly TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the body was passed on in full.</summary>
    public Task Sent => sent.Task;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellation)
    {
        byte[] part = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            for (int read = await source.ReadAsync(part, cancellation).ConfigureAwait(false); read > 0; read = await source.ReadAsync(part, cancellation).ConfigureAwait(false))
            {
                capture.Add(part.AsSpan(0, read));
                await stream.WriteAsync(part.AsMemory(0, read), cancellation).ConfigureAwait(false);
                await stream.FlushAsync(cancellation).ConfigureAwait(false);
            }

            sent.TrySetResult();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(part);
        }
    }

    protected override bool TryComputeLength(out long known)
    {
        known = length ?? 0;
        return length is not null;
    }
}
