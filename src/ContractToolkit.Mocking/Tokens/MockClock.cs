namespace ContractToolkit.Mocking;

/// <summary>A clock that runs as the system's does, but can be set: tokens end when a test wants them to. Safe to share between threads.</summary>
public sealed class MockClock : TimeProvider
{
    private long ahead;

    /// <summary>Makes a clock.</summary>
    /// <param name="now">What it shows; null for the time of the system.</param>
    public MockClock(DateTimeOffset? now = null)
    {
        if (now is { } start) Set(start);
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    /// <summary>Sets the clock.</summary>
    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref ahead, (now - System.GetUtcNow()).Ticks);

    /// <summary>Moves the clock.</summary>
    /// <param name="time">By how much; less than zero for back.</param>
    public void Advance(TimeSpan time) => Interlocked.Add(ref ahead, time.Ticks);
}
