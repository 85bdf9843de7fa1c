using System.Buffers.Text;
using System.Globalization;

namespace ContractToolkit.Validation;

/// <summary>The sizes of numbers in the OpenAPI format registry: of JSON numbers, and of strings that hold a number.</summary>
internal static class NumberFormats
{
    /// <summary>A check that a number is whole and lies between two bounds, both included.</summary>
    public static FormatCheck Whole(string minimum, string maximum)
    {
        NumberBound lower = new(new(minimum, Exclusive: false), isLower: true);
        NumberBound upper = new(new(maximum, Exclusive: false), isLower: false);
        return number =>
        {
            bool isInteger = number.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0;
            return (isInteger || new DecimalText(number).IsIntegral) && lower.Accepts(number, isInteger) && upper.Accepts(number, isInteger);
        };
    }

    /// <summary>The same for a string: an optional minus and decimal digits without a leading zero.</summary>
    public static FormatCheck WholeText(string minimum, string maximum)
    {
        FormatCheck check = Whole(minimum, maximum);
        return text => IsWholeText(text) && check(text);
    }

    /// <summary>Whether a number is finite as a double.</summary>
    public static bool IsDouble(ReadOnlySpan<byte> number) =>
        IsSurelyFinite(number) || Utf8Parser.TryParse(number, out double value, out int consumed) && consumed == number.Length && double.IsFinite(value);

    /// <summary>Whether a number is finite as a float.</summary>
    public static bool IsSingle(ReadOnlySpan<byte> number) => IsSurelyFinite(number) || IsDouble(number)
        && float.IsFinite((float)double.Parse(System.Text.Encoding.ASCII.GetString(number), CultureInfo.InvariantCulture));

    /// <summary>Whether the digits are too few for a number that is beyond a float, and there is no exponent.</summary>
    private static bool IsSurelyFinite(ReadOnlySpan<byte> number)
    {
        const int fewDigits = 38;
        return number.Length <= fewDigits && number.IndexOfAny((byte)'e', (byte)'E') < 0;
    }

    /// <summary>A number as JSON writes it, in a string.</summary>
    public static bool IsNumberText(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || !(text[0] == (byte)'-' || char.IsAsciiDigit((char)text[0]))) return false;
        Json.JsonFault fault = default;
        return Json.JsonScanner.SkipNumber(text, 0, out _, ref fault) == text.Length;
    }

    private static bool IsWholeText(ReadOnlySpan<byte> text)
    {
        FormatCursor cursor = new(text);
        bool negative = cursor.Take('-');
        bool leadingZero = cursor.Next == (byte)'0';
        int digits = cursor.TakeDigits();
        return digits > 0 && cursor.AtEnd && (!leadingZero || (digits == 1 && !negative));
    }
}
