using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace ContractToolkit.Json;

/// <summary><c>date</c>: RFC 3339 full-date.</summary>
public readonly struct DateFormat : ITextFormat<DateOnly>
{
    /// <inheritdoc/>
    public static string Expected => "a date (yyyy-MM-dd)";

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateOnly value)
    {
        value = default;
        return text.Length == 10 && Rfc3339.TryReadDate(text, out value);
    }

    /// <inheritdoc/>
    public static int Format(DateOnly value, Span<byte> target) =>
        target.Length < Rfc3339.LongestText ? -1 : Rfc3339.WriteDate(value, target);
}

/// <summary><c>time</c>: RFC 3339 full-time. The offset is not part of the value; one is written as <c>Z</c>, and none is needed to read.</summary>
public readonly struct TimeFormat : ITextFormat<TimeOnly>
{
    /// <inheritdoc/>
    public static string Expected => "a time (HH:mm:ss, with a fraction and an offset if need be)";

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> text, out TimeOnly value)
    {
        value = default;
        if (!Rfc3339.TryReadTime(text, out long ticks, out int length)) return false;
        value = new TimeOnly(ticks);
        return length == text.Length || Rfc3339.TryReadOffset(text[length..], out _);
    }

    /// <inheritdoc/>
    public static int Format(TimeOnly value, Span<byte> target)
    {
        if (target.Length < Rfc3339.LongestText) return -1;
        int written = Rfc3339.WriteTime(value, target);
        target[written] = (byte)'Z';
        return written + 1;
    }
}

/// <summary><c>date-time</c>: RFC 3339.</summary>
public readonly struct DateTimeFormat : ITextFormat<DateTimeOffset>
{
    /// <inheritdoc/>
    public static string Expected => "a date and time with an offset (yyyy-MM-ddTHH:mm:ssZ)";

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length < 20 || (text[10] | 0x20) != 't') return false;
        if (!Rfc3339.TryReadDate(text[..10], out DateOnly date) || !Rfc3339.TryReadTime(text[11..], out long ticks, out int length)) return false;
        if (!Rfc3339.TryReadOffset(text[(11 + length)..], out TimeSpan offset)) return false;
        DateTime local = date.ToDateTime(new TimeOnly(ticks));
        long utc = local.Ticks - offset.Ticks;
        if (utc < 0 || utc > DateTime.MaxValue.Ticks) return false;
        value = new DateTimeOffset(local, offset);
        return true;
    }

    /// <inheritdoc/>
    public static int Format(DateTimeOffset value, Span<byte> target)
    {
        if (target.Length < Rfc3339.LongestText) return -1;
        int written = Rfc3339.WriteDateTime(value.DateTime, 'T', target);
        return written + Rfc3339.WriteOffset(value.Offset, target[written..]);
    }
}

/// <summary>A date and time without a zone, <c>yyyy-MM-ddTHH:mm:ss</c> with a fraction if need be.</summary>
public readonly struct LocalDateTimeFormat : ITextFormat<DateTime>
{
    /// <inheritdoc/>
    public static string Expected => "a local date and time (yyyy-MM-ddTHH:mm:ss)";

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTime value) => LocalDateTime.TryParse(text, 'T', out value);

    /// <inheritdoc/>
    public static int Format(DateTime value, Span<byte> target) =>
        target.Length < Rfc3339.LongestText ? -1 : Rfc3339.WriteDateTime(value, 'T', target);
}

/// <summary>A date and time without a zone, <c>yyyy-MM-dd HH:mm:ss</c>.</summary>
public readonly struct SpacedLocalDateTimeFormat : ITextFormat<DateTime>
{
    /// <inheritdoc/>
    public static string Expected => "a local date and time (yyyy-MM-dd HH:mm:ss)";

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTime value)
    {
        value = default;
        return text.Length == 19 && LocalDateTime.TryParse(text, ' ', out value);
    }

    /// <inheritdoc/>
    public static int Format(DateTime value, Span<byte> target) =>
        target.Length < Rfc3339.LongestText ? -1 : Rfc3339.WriteDateTime(value.AddTicks(-(value.Ticks % TimeSpan.TicksPerSecond)), ' ', target);
}

/// <summary><c>uuid</c>.</summary>
public readonly struct GuidFormat : ITextFormat<Guid>
{
    /// <inheritdoc/>
    public static string Expected => "a UUID";

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> text, out Guid value) =>
        Utf8Parser.TryParse(text, out value, out int consumed, 'D') && consumed == text.Length;

    /// <inheritdoc/>
    public static int Format(Guid value, Span<byte> target) => Utf8Formatter.TryFormat(value, target, out int written, 'D') ? written : -1;
}

/// <summary><c>uri</c> and <c>uri-reference</c>, by their original text.</summary>
public readonly struct UriFormat : ITextFormat<Uri>
{
    /// <inheritdoc/>
    public static string Expected => "a URI";

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> text, out Uri value)
    {
        string original = Encoding.UTF8.GetString(text);

        // What .NET takes for no URI (https://.../logo, which RFC 3986 allows) becomes a relative one that says the same in escaped form: better than
        // to refuse the whole answer. The text itself is kept by the record around it.
        return Uri.TryCreate(original, UriKind.RelativeOrAbsolute, out value!) || Uri.TryCreate(Uri.EscapeDataString(original), UriKind.Relative, out value!);
    }

    /// <inheritdoc/>
    public static int Format(Uri value, Span<byte> target) =>
        Encoding.UTF8.TryGetBytes(value.OriginalString, target, out int written) ? written : -1;
}

/// <summary><c>byte</c>: base 64.</summary>
public readonly struct Base64Format : ITextFormat<byte[]>
{
    /// <inheritdoc/>
    public static string Expected => "bytes in base 64";

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> text, out byte[] value)
    {
        value = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        bool whole = Base64.DecodeFromUtf8(text, value, out _, out int written) == System.Buffers.OperationStatus.Done
            || Base64.DecodeFromUtf8(WithoutSpareBits(text), value, out _, out written) == System.Buffers.OperationStatus.Done;
        if (!whole) return false;
        if (written < value.Length) Array.Resize(ref value, written);
        return true;
    }

    /// <summary>The text with the bits behind the last byte set to zero. RFC 4648 (3.5) lets a decoder refuse others, and .NET does; they say nothing,
    /// and the text itself is kept by the record around it.</summary>
    private static ReadOnlySpan<byte> WithoutSpareBits(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8;
        int last = text.TrimEnd((byte)'=').Length - 1;
        int padding = text.Length - last - 1;
        if (padding is not (1 or 2) || last < 0 || digits.IndexOf(text[last]) is var digit && digit < 0) return text;
        byte[] changed = text.ToArray();
        changed[last] = digits[digit & (padding == 1 ? ~0b11 : ~0b1111)];
        return changed;
    }

    /// <inheritdoc/>
    public static int Format(byte[] value, Span<byte> target) =>
        Base64.EncodeToUtf8(value, target, out _, out int written) == System.Buffers.OperationStatus.Done ? written : -1;
}

/// <summary>An integer of 64 bits as text.</summary>
public readonly struct Int64Format : ITextFormat<long>
{
    /// <inheritdoc/>
    public static string Expected => "an integer of 64 bits, as text";

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> text, out long value) => Utf8Parser.TryParse(text, out value, out int used) && used == text.Length;

    /// <inheritdoc/>
    public static int Format(long value, Span<byte> target) => Utf8Formatter.TryFormat(value, target, out int written) ? written : -1;
}

/// <summary>An integer of 32 bits as text.</summary>
public readonly struct Int32Format : ITextFormat<int>
{
    /// <inheritdoc/>
    public static string Expected => "an integer of 32 bits, as text";

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> text, out int value) => Utf8Parser.TryParse(text, out value, out int used) && used == text.Length;

    /// <inheritdoc/>
    public static int Format(int value, Span<byte> target) => Utf8Formatter.TryFormat(value, target, out int written) ? written : -1;
}

/// <summary>A decimal number as text.</summary>
public readonly struct DecimalFormat : ITextFormat<decimal>
{
    /// <inheritdoc/>
    public static string Expected => "a decimal number, as text";

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <inheritdoc/>
    public static int Format(decimal value, Span<byte> target) =>
        value.TryFormat(target, out int written, default, CultureInfo.InvariantCulture) ? written : -1;
}
