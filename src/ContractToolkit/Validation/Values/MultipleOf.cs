using System.Globalization;
using System.Numerics;

namespace ContractToolkit.Validation;

/// <summary>Decides <c>multipleOf</c> exactly, in time linear in the digits for divisors of up to 18 digits.</summary>
internal sealed class MultipleOf
{
    // What fits into 64 bits whatever the digits are.
    private const int SmallDigits = 18;

    private readonly UInt128 digits;
    private readonly BigInteger bigDigits;
    private readonly long exponent;
    private readonly bool isZero;
    private readonly bool isSmall;

    public MultipleOf(string text)
    {
        Text = text;
        DecimalText divisor = new(System.Text.Encoding.ASCII.GetBytes(text));
        exponent = divisor.Exponent;
        isZero = divisor.DigitCount == 0;
        isSmall = divisor.DigitCount <= SmallDigits;
        if (isSmall) digits = ReadSmall(divisor);
        else bigDigits = ReadBig(divisor);
    }

    /// <summary>The divisor as written.</summary>
    public string Text { get; }

    public bool Accepts(ReadOnlySpan<byte> number)
    {
        DecimalText value = new(number);
        if (value.DigitCount == 0 || isZero) return true;

        // Neither number's significant digits end in zero: a value that reaches further behind the point is no multiple.
        long shift = value.Exponent - exponent;
        if (shift < 0) return false;
        if (!isSmall) return (ReadBig(value) * BigInteger.ModPow(10, shift, bigDigits) % bigDigits).IsZero;
        return value.DigitCount + shift <= SmallDigits ? AcceptsSmall(value, (int)shift) : AcceptsLarge(value, shift);
    }

    private bool AcceptsSmall(DecimalText value, int shift)
    {
        ulong scaled = ReadSmall(value);
        for (int i = 0; i < shift; i++) scaled *= 10;
        return scaled % (ulong)digits == 0;
    }

    private bool AcceptsLarge(DecimalText value, long shift)
    {
        UInt128 remainder = 0;
        for (int i = 0; i < value.DigitCount; i++) remainder = (remainder * 10 + (UInt128)value.Digit(i)) % digits;
        return remainder * PowerOfTen(shift) % digits == 0;
    }

    private UInt128 PowerOfTen(long power)
    {
        UInt128 result = 1 % digits;
        UInt128 square = 10 % digits;
        for (long rest = power; rest > 0; rest >>= 1)
        {
            if ((rest & 1) != 0) result = result * square % digits;
            square = square * square % digits;
        }

        return result;
    }

    private static ulong ReadSmall(DecimalText number)
    {
        ulong value = 0;
        for (int i = 0; i < number.DigitCount; i++) value = value * 10 + (ulong)number.Digit(i);
        return value;
    }

    private static BigInteger ReadBig(DecimalText number)
    {
        char[] text = new char[number.DigitCount];
        for (int i = 0; i < text.Length; i++) text[i] = (char)('0' + number.Digit(i));
        return BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
