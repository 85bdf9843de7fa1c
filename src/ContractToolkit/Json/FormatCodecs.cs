namespace ContractToolkit.Json;

/// <summary>The codec of the format <c>date</c>: see <see cref="DateFormat"/>.</summary>
public readonly struct DateCodec : IJsonCodec<DateOnly>
{
    /// <inheritdoc/>
    public static DateOnly Read(ref JsonCursor json) => TextCodec<DateOnly, DateFormat>.Read(ref json);

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, DateOnly value) => TextCodec<DateOnly, DateFormat>.Write(writer, value);
}

/// <summary>The codec of the format <c>time</c>: see <see cref="TimeFormat"/>.</summary>
public readonly struct TimeCodec : IJsonCodec<TimeOnly>
{
    /// <inheritdoc/>
    public static TimeOnly Read(ref JsonCursor json) => TextCodec<TimeOnly, TimeFormat>.Read(ref json);

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, TimeOnly value) => TextCodec<TimeOnly, TimeFormat>.Write(writer, value);
}

/// <summary>The codec of the format <c>date-time</c>: see <see cref="DateTimeFormat"/>.</summary>
public readonly struct DateTimeCodec : IJsonCodec<DateTimeOffset>
{
    /// <inheritdoc/>
    public static DateTimeOffset Read(ref JsonCursor json) => TextCodec<DateTimeOffset, DateTimeFormat>.Read(ref json);

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, DateTimeOffset value) => TextCodec<DateTimeOffset, DateTimeFormat>.Write(writer, value);
}

/// <summary>The codec of the format <c>date-time-local</c>: see <see cref="LocalDateTimeFormat"/>.</summary>
public readonly struct LocalDateTimeCodec : IJsonCodec<DateTime>
{
    /// <inheritdoc/>
    public static DateTime Read(ref JsonCursor json) => TextCodec<DateTime, LocalDateTimeFormat>.Read(ref json);

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, DateTime value) => TextCodec<DateTime, LocalDateTimeFormat>.Write(writer, value);
}

/// <summary>The codec of the format <c>date-time-local-space</c>: see <see cref="SpacedLocalDateTimeFormat"/>.</summary>
public readonly struct SpacedLocalDateTimeCodec : IJsonCodec<DateTime>
{
    /// <inheritdoc/>
    public static DateTime Read(ref JsonCursor json) => TextCodec<DateTime, SpacedLocalDateTimeFormat>.Read(ref json);

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, DateTime value) => TextCodec<DateTime, SpacedLocalDateTimeFormat>.Write(writer, value);
}

/// <summary>The codec of the format <c>uuid</c>: see <see cref="GuidFormat"/>.</summary>
public readonly struct GuidCodec : IJsonCodec<Guid>
{
    /// <inheritdoc/>
    public static Guid Read(ref JsonCursor json) => TextCodec<Guid, GuidFormat>.Read(ref json);

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, Guid value) => TextCodec<Guid, GuidFormat>.Write(writer, value);
}

/// <summary>The codec of the format <c>uri</c>: see <see cref="UriFormat"/>.</summary>
public readonly struct UriCodec : IJsonCodec<Uri>
{
    /// <inheritdoc/>
    public static Uri Read(ref JsonCursor json) => TextCodec<Uri, UriFormat>.Read(ref json);

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, Uri value) => TextCodec<Uri, UriFormat>.Write(writer, value);
}

/// <summary>The codec of the format <c>byte</c>: see <see cref="Base64Format"/>.</summary>
public readonly struct Base64Codec : IJsonCodec<byte[]>
{
    /// <inheritdoc/>
    public static byte[] Read(ref JsonCursor json) => TextCodec<byte[], Base64Format>.Read(ref json);

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, byte[] value) => TextCodec<byte[], Base64Format>.Write(writer, value);
}

/// <summary>The codec of the format <c>int64 of strings</c>: see <see cref="Int64Format"/>.</summary>
public readonly struct Int64TextCodec : IJsonCodec<long>
{
    /// <inheritdoc/>
    public static long Read(ref JsonCursor json) => TextCodec<long, Int64Format>.Read(ref json);

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, long value) => TextCodec<long, Int64Format>.Write(writer, value);
}

/// <summary>The codec of the format <c>int32 of strings</c>: see <see cref="Int32Format"/>.</summary>
public readonly struct Int32TextCodec : IJsonCodec<int>
{
    /// <inheritdoc/>
    public static int Read(ref JsonCursor json) => TextCodec<int, Int32Format>.Read(ref json);

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, int value) => TextCodec<int, Int32Format>.Write(writer, value);
}

/// <summary>The codec of the format <c>decimal of strings</c>: see <see cref="DecimalFormat"/>.</summary>
public readonly struct DecimalTextCodec : IJsonCodec<decimal>
{
    /// <inheritdoc/>
    public static decimal Read(ref JsonCursor json) => TextCodec<decimal, DecimalFormat>.Read(ref json);

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, decimal value) => TextCodec<decimal, DecimalFormat>.Write(writer, value);
}

/// <summary>The codec of the format <c>duration</c>: see <see cref="DurationFormat"/>.</summary>
public readonly struct DurationCodec : IJsonCodec<Duration>
{
    /// <inheritdoc/>
    public static Duration Read(ref JsonCursor json) => TextCodec<Duration, DurationFormat>.Read(ref json);

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, Duration value) => TextCodec<Duration, DurationFormat>.Write(writer, value);
}

/// <summary>The codec of the format <c>duration</c> as a length of time: see <see cref="TimeSpanFormat"/>.</summary>
public readonly struct TimeSpanCodec : IJsonCodec<TimeSpan>
{
    /// <inheritdoc/>
    public static TimeSpan Read(ref JsonCursor json) => TextCodec<TimeSpan, TimeSpanFormat>.Read(ref json);

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, TimeSpan value) => TextCodec<TimeSpan, TimeSpanFormat>.Write(writer, value);
}
