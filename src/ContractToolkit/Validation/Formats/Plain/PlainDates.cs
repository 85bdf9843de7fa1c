using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ContractToolkit.Validation;

/// <summary>Dates, and dates with times, by their fixed layout.</summary>
internal static class PlainDates
{
    private const int DateLength = 10;
    private const int DaysOfEveryMonth = 28;

    /// <summary><c>yyyy-MM-ddTHH:mm:ss</c>, perhaps a fraction, then <c>Z</c> or an offset.</summary>
    public static int EndOfDateTime(ReadOnlySpan<byte> json, int index)
    {
        const int shortest = 21;
        if (json.Length - index < shortest || !HasDateAndMinutes(json, index) || !IsDay(json, index)) return -1;
        if (Number(json, index + 11) > 23 || json[index + 16] != (byte)':' || json[index + 17] is < (byte)'0' or > (byte)'5' || !IsDigit(json[index + 18])) return -1;
        return EndOfZone(json, EndOfFraction(json, index + 19));
    }

    /// <summary><c>yyyy-MM-dd</c>.</summary>
    public static int EndOfDate(ReadOnlySpan<byte> json, int index)
    {
        const int shortest = 11;
        if (json.Length - index < shortest || json[index + 4] != (byte)'-' || json[index + 7] != (byte)'-') return -1;
        bool digits = IsDigit(json[index]) & IsDigit(json[index + 1]) & IsDigit(json[index + 2]) & IsDigit(json[index + 3])
            & IsDigit(json[index + 5]) & IsDigit(json[index + 6]) & IsDigit(json[index + 8]) & IsDigit(json[index + 9]);
        return digits && IsDay(json, index) ? PlainFormats.Quote(json, index + DateLength) : -1;
    }

    /// <summary>Whether <c>yyyy-MM-ddTHH:mm</c> stands there by its marks and digits, with no more than 59 minutes.</summary>
    private static bool HasDateAndMinutes(ReadOnlySpan<byte> json, int index)
    {
        Vector128<byte> least = Vector128.Create("0000-00-00T00:00"u8);
        Vector128<byte> span = Vector128.Create((byte)9, 9, 9, 9, 0, 1, 9, 0, 3, 9, 0, 2, 9, 0, 5, 9);
        Vector128<byte> block = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(json), (nuint)index);
        return Vector128.LessThanOrEqualAll(block - least, span);
    }

    private static bool IsDay(ReadOnlySpan<byte> json, int index)
    {
        int month = Number(json, index + 5);
        int day = Number(json, index + 8);
        if (month - 1 is < 0 or > 11 || day < 1) return false;
        return day <= DaysOfEveryMonth || day <= DateFormats.DaysInMonth(Number(json, index) * 100 + Number(json, index + 2), month);
    }

    private static int EndOfFraction(ReadOnlySpan<byte> json, int index)
    {
        if (json[index] != (byte)'.') return index;
        int i = index + 1;
        while (i < json.Length && IsDigit(json[i])) i++;
        return i > index + 1 ? i : json.Length;
    }

    private static int EndOfZone(ReadOnlySpan<byte> json, int index)
    {
        const int offsetLength = 6;
        if (index >= json.Length) return -1;
        if (json[index] == (byte)'Z') return PlainFormats.Quote(json, index + 1);
        if (json.Length - index <= offsetLength || json[index] is not ((byte)'+' or (byte)'-') || json[index + 3] != (byte)':') return -1;
        bool digits = IsDigit(json[index + 1]) & IsDigit(json[index + 2]) & IsDigit(json[index + 4]) & IsDigit(json[index + 5]);
        return digits && Number(json, index + 1) < 24 && Number(json, index + 4) < 60 ? PlainFormats.Quote(json, index + offsetLength) : -1;
    }

    /// <summary>The number of two digits.</summary>
    private static int Number(ReadOnlySpan<byte> json, int index) => (json[index] - '0') * 10 + json[index + 1] - '0';

    private static bool IsDigit(byte b) => (uint)(b - '0') <= 9;
}
