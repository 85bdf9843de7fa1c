namespace ContractToolkit.Json;

/// <summary><c>unix-time</c>: whole seconds since 1970-01-01T00:00:00Z.</summary>
public readonly struct UnixTimeCodec : IJsonCodec<DateTimeOffset>
{
    private const long Min = -62_135_596_800;
    private const long Max = 253_402_300_799;

    /// <inheritdoc/>
    public static DateTimeOffset Read(ref JsonCursor json)
    {
        int start = json.Offset;
        long seconds = json.ReadInt64();
        if (seconds is < Min or > Max) json.Fail("expected seconds since 1970 within the years 1 to 9999", start);
        return DateTimeOffset.FromUnixTimeSeconds(seconds);
    }

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, DateTimeOffset value) => writer.WriteNumber(value.ToUnixTimeSeconds());
}
