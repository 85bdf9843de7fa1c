using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>A copy of a body that passes by, up to a size.</summary>
/// <param name="limit">The largest body that is kept, in bytes.</param>
internal sealed class BodyCapture(int limit)
{
    private readonly MemoryStream kept = new();

    /// <summary>Whether the body was larger than what is kept.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>What was kept so far, as it travelled.</summary>
    public ReadOnlyMemory<byte> Raw => kept.GetBuffer().AsMemory(0, (int)kept.Length);

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (IsTooLarge) return;
        if (kept.Length + bytes.Length <= limit) kept.Write(bytes);
        else IsTooLarge = true;
    }

    /// <summary>Lets go of what was kept; nothing more is kept.</summary>
    public void Release()
    {
        kept.SetLength(0);
        kept.Capacity = 0;
    }

    /// <summary>The body with its content coding undone, and how much of it is known: a body that is too large, or of an unknown coding, counts as not recorded.</summary>
    /// <param name="coding">The value of <c>Content-Encoding</c>.</param>
    /// <param name="complete">Whether the body came to its end.</param>
    public (ReadOnlyMemory<byte> Body, BodyState State) Content(string? coding, bool complete)
    {
        if (IsTooLarge) return (default, BodyState.NotRecorded);
        if (coding is null || coding.Trim().Equals("identity", StringComparison.OrdinalIgnoreCase) || kept.Length == 0) return (Raw, complete ? BodyState.Complete : BodyState.Truncated);
        if (!complete) return (default, BodyState.NotRecorded);
        return ContentCoding.Undo(Raw, coding, limit) is { } plain ? (plain, BodyState.Complete) : (default, BodyState.NotRecorded);
    }
}
