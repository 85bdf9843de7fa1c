using System.Net;

namespace ContractToolkit.Mocking;

/// <summary>A body that comes slowly, or breaks off in the middle, as it would over a network.</summary>
internal sealed class TroubledContent(ReadOnlyMemory<byte> body, ChaosEffect effect) : HttpContent
{
    private const int PartsPerSecond = 10;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> left = effect.Truncate ? body[..(body.Length / 2)] : body;
        int part = effect.BytesPerSecond > 0 ? Math.Max(1, effect.BytesPerSecond / PartsPerSecond) : Math.Max(1, left.Length);
        while (!left.IsEmpty)
        {
            int size = Math.Min(part, left.Length);
            await stream.WriteAsync(left[..size], cancellationToken).ConfigureAwait(false);
            left = left[size..];
            if (effect.BytesPerSecond > 0 && !left.IsEmpty) await Task.Delay(1000 / PartsPerSecond, cancellationToken).ConfigureAwait(false);
        }

        if (effect.Truncate) throw new HttpIOException(HttpRequestError.ResponseEnded, "The answer broke off: this trouble was asked for.");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
