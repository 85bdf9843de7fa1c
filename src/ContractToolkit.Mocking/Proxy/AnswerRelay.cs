using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace ContractToolkit.Mocking;

/// <summary>Carries the body of an answer from the target to the client, with a copy kept.</summary>
/// <param name="source">The body.</param>
/// <param name="silence">How long the target may be silent.</param>
/// <param name="capture">Where the copy goes.</param>
/// <param name="context">The client.</param>
internal sealed class AnswerRelay(Stream source, TimeSpan silence, BodyCapture capture, HttpContext context)
{
    // What was read beyond what is kept, and must still go to the client.
    private byte[] overhang = [];

    /// <summary>Passes the body on, each part as it comes; why it broke, or null.</summary>
    public Task<Exception?> PassAsync() => CopyAsync(async part =>
    {
        capture.Add(part.Span);
        await context.Response.BodyWriter.WriteAsync(part, context.RequestAborted).ConfigureAwait(false);
        return true;
    });

    /// <summary>Keeps the body back, up to what is kept; why it broke, or null.</summary>
    public Task<Exception?> HoldAsync() => CopyAsync(part =>
    {
        capture.Add(part.Span);
        if (capture.IsTooLarge) overhang = part.ToArray();
        return Task.FromResult(!capture.IsTooLarge);
    });

    /// <summary>Lets go what was kept back, and the rest; why it broke, or null.</summary>
    public async Task<Exception?> ReleaseAsync()
    {
        try
        {
            await context.Response.BodyWriter.WriteAsync(capture.Raw, context.RequestAborted).ConfigureAwait(false);
            if (!capture.IsTooLarge) return null;
            await context.Response.BodyWriter.WriteAsync(overhang, context.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException gone)
        {
            return gone;
        }

        return await PassAsync().ConfigureAwait(false);
    }

    private async Task<Exception?> CopyAsync(Func<ReadOnlyMemory<byte>, Task<bool>> take)
    {
        byte[] part = ArrayPool<byte>.Shared.Rent(16 * 1024);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        try
        {
            while (true)
            {
                limit.CancelAfter(silence);
                int read = await source.ReadAsync(part, limit.Token).ConfigureAwait(false);
                limit.CancelAfter(Timeout.InfiniteTimeSpan);
                if (read == 0 || !await take(part.AsMemory(0, read)).ConfigureAwait(false)) return null;
            }
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or OperationCanceledException)
        {
            return failure is OperationCanceledException && !context.RequestAborted.IsCancellationRequested ? new TimeoutException() : failure;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(part);
        }
    }
}
