namespace ContractToolkit.Http;

/// <summary>Ends a call when its time is over, and tells that apart from the caller's own cancellation.</summary>
internal static class Deadline
{
    /// <summary>Runs a call within <see cref="ClientOptions.Timeout"/>.</summary>
    /// <exception cref="TaskCanceledException">The time is over (a <see cref="TimeoutException"/> is inside), or the caller gave up.</exception>
    public static async Task<T> RunAsync<T>(ClientOptions options, CancellationToken callers, Func<CancellationToken, Task<T>> call)
    {
        if (options.Timeout == Timeout.InfiniteTimeSpan) return await call(callers).ConfigureAwait(false);
        using CancellationTokenSource clock = new(options.Timeout, options.Clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, callers);
        try
        {
            return await call(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (clock.IsCancellationRequested && !callers.IsCancellationRequested)
        {
            string message = FormattableString.Invariant($"The call took longer than {options.Timeout.TotalSeconds} s (ClientOptions.Timeout).");
            throw new TaskCanceledException(message, new TimeoutException(message, exception), clock.Token);
        }
    }
}
