using System.Buffers;
using System.Globalization;

namespace ContractToolkit.Json;

/// <content>Numbers, and texts of a format.</content>
public sealed partial class JsonWriter
{
    // Two of them stand for every double between: nothing shorter than 15 digits can be ambiguous.
    private const double MostExact = 1e15;
    private const int MostPlaces = 6;
    private const int LongestNumber = 40;
    private const int UsualText = 128;

    private static ReadOnlySpan<double> Powers => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6];

    /// <summary>Writes an integer.</summary>
    public void WriteNumber(long value)
    {
        value.TryFormat(Reserve(LongestNumber), out int written, default, CultureInfo.InvariantCulture);
        length += written;
    }

    /// <summary>Writes the shortest number that reads back as the same <see cref="double"/>.</summary>
    /// <exception cref="ArgumentException">JSON has no spelling for it: it is infinite or not a number.</exception>
    public void WriteNumber(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentException($"JSON has no number for {value.ToString(CultureInfo.InvariantCulture)}.", nameof(value));
        if (!TryWriteShort(value)) Format(value);
    }

    /// <summary>Writes the shortest number that reads back as the same <see cref="float"/>.</summary>
    /// <exception cref="ArgumentException">JSON has no spelling for it: it is infinite or not a number.</exception>
    public void WriteNumber(float value)
    {
        if (!float.IsFinite(value)) throw new ArgumentException($"JSON has no number for {value.ToString(CultureInfo.InvariantCulture)}.", nameof(value));
        Format(value);
    }

    /// <summary>Writes a decimal number, zeros at its end included.</summary>
    public void WriteNumber(decimal value) => Format(value);

    /// <summary>Writes a member whose value is an integer.</summary>
    /// <param name="member">A comma, the name and a colon, as JSON.</param>
    /// <param name="value">The value.</param>
    internal void WriteMember(ReadOnlySpan<byte> member, long value)
    {
        Span<byte> target = Reserve(member.Length + LongestNumber);
        member.CopyTo(target);
        value.TryFormat(target[member.Length..], out int written, default, CultureInfo.InvariantCulture);
        length += member.Length + written;
    }

    /// <summary>Writes a string in a format.</summary>
    internal void WriteText<T, TFormat>(T value)
        where TFormat : ITextFormat<T>
    {
        Span<byte> target = Reserve(UsualText + 2);
        int written = TFormat.Format(value, target.Slice(1, UsualText));
        if (written < 0 || JsonStringScanner.NextSpecial(target.Slice(1, written), 0) < written)
        {
            WriteUnusual<T, TFormat>(value);
            return;
        }

        target[0] = target[written + 1] = (byte)'"';
        length += written + 2;
    }

    private void Format<T>(T value)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(Reserve(LongestNumber), out int written, default, CultureInfo.InvariantCulture);
        length += written;
    }

    /// <summary>Writes a number of few digits, such as a price, without the search for its shortest spelling: where at most 15 digits give the same
    /// double, they are that spelling.</summary>
    private bool TryWriteShort(double value)
    {
        if (value == 0 || Math.Abs(value) >= MostExact) return value == 0 && !double.IsNegative(value) && WriteDigits(0, 0);
        for (int places = 0; places <= MostPlaces; places++)
        {
            double digits = Math.Round(value * Powers[places]);
            if (Math.Abs(digits) >= MostExact) return false;
            if (digits / Powers[places] == value) return WriteDigits((long)digits, places);
        }

        return false;
    }

    private bool WriteDigits(long digits, int places)
    {
        Span<byte> target = Reserve(LongestNumber);
        if (digits < 0)
        {
            target[0] = (byte)'-';
            target = target[1..];
            length++;
            digits = -digits;
        }

        (long whole, long fraction) = Math.DivRem(digits, (long)Powers[places]);
        whole.TryFormat(target, out int written, default, CultureInfo.InvariantCulture);
        length += written;
        if (places == 0) return true;
        target[written] = (byte)'.';
        for (int i = places; i > 0; i--)
        {
            (fraction, long digit) = Math.DivRem(fraction, 10);
            target[written + i] = (byte)('0' + digit);
        }

        length += places + 1;
        return true;
    }

    private void WriteUnusual<T, TFormat>(T value)
        where TFormat : ITextFormat<T>
    {
        for (int size = UsualText; ; size *= 4)
        {
            byte[] rented = ArrayPool<byte>.Shared.Rent(size);
            int written = TFormat.Format(value, rented);
            if (written >= 0) WriteString(rented.AsSpan(0, written));
            ArrayPool<byte>.Shared.Return(rented);
            if (written >= 0) return;
        }
    }
}
