namespace ContractToolkit.Json;

/// <summary>The zone that local times are in, known when the code is generated.</summary>
public interface IZone
{
    /// <summary>How far the zone is ahead of UTC.</summary>
    static abstract TimeSpan Offset { get; }
}

/// <summary>Text of a local date and time, as a moment in a zone of fixed offset.</summary>
/// <typeparam name="TFormat">How the local date and time is written.</typeparam>
/// <typeparam name="TZone">The zone.</typeparam>
public readonly struct ZonedFormat<TFormat, TZone> : ITextFormat<DateTimeOffset>
    where TFormat : ITextFormat<DateTime>
    where TZone : IZone
{
    /// <inheritdoc/>
    public static string Expected => TFormat.Expected;

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (!TFormat.TryParse(text, out DateTime local)) return false;
        long utc = local.Ticks - TZone.Offset.Ticks;
        if (utc < 0 || utc > DateTime.MaxValue.Ticks) return false;
        value = new DateTimeOffset(local, TZone.Offset);
        return true;
    }

    /// <inheritdoc/>
    public static int Format(DateTimeOffset value, Span<byte> target) => TFormat.Format(value.ToOffset(TZone.Offset).DateTime, target);
}
