using System.Globalization;
using System.Numerics;
using System.Text;

namespace ContractToolkit.Json;

/// <summary>Numbers as JSON spells them, compared and converted exactly.</summary>
internal static class NumberText
{
    /// <summary>An integer with more digits than this is treated as none, so that <c>1e999999999</c> costs nothing.</summary>
    private const int MaxDigits = 10_000;

    /// <summary>Whether <paramref name="token"/> has exactly the value that is written for <paramref name="value"/>.</summary>
    public static bool IsSpelling<T>(ReadOnlySpan<byte> token, T value)
        where T : IUtf8SpanFormattable
    {
        Span<byte> buffer = stackalloc byte[64];
        return value.TryFormat(buffer, out int written, default, CultureInfo.InvariantCulture) && AreEqual(token, buffer[..written]);
    }

    /// <summary>Whether two JSON numbers have the same value.</summary>
    public static bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.SequenceEqual(right)) return true;
        return Normalize(left) == Normalize(right);
    }

    /// <summary>A hash that equal numbers share.</summary>
    public static int Hash(ReadOnlySpan<byte> token) => Normalize(token).GetHashCode();

    /// <summary>The value as an integer; false where it has a fraction.</summary>
    public static bool TryToInteger(ReadOnlySpan<byte> token, out BigInteger value)
    {
        (bool negative, string digits, BigInteger exponent) = Normalize(token);
        value = default;
        if (digits.Length == 0) return true;
        if (exponent.Sign < 0 || exponent + digits.Length > MaxDigits) return false;
        BigInteger magnitude = BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) * BigInteger.Pow(10, (int)exponent);
        value = negative ? -magnitude : magnitude;
        return true;
    }

    /// <summary>Sign, digits without zeros at either end, and the power of ten of the last digit.</summary>
    private static (bool Negative, string Digits, BigInteger Exponent) Normalize(ReadOnlySpan<byte> token)
    {
        bool negative = token[0] == (byte)'-';
        if (negative) token = token[1..];
        BigInteger exponent = default;
        int e = token.IndexOfAny((byte)'e', (byte)'E');
        if (e >= 0)
        {
            exponent = BigInteger.Parse(Encoding.ASCII.GetString(token[(e + 1)..]), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            token = token[..e];
        }

        int point = token.IndexOf((byte)'.');
        string digits = Encoding.ASCII.GetString(token);
        if (point >= 0)
        {
            exponent -= digits.Length - point - 1;
            digits = digits.Remove(point, 1);
        }

        string trimmed = digits.TrimEnd('0');
        exponent += digits.Length - trimmed.Length;
        trimmed = trimmed.TrimStart('0');
        return trimmed.Length == 0 ? (false, "", BigInteger.Zero) : (negative, trimmed, exponent);
    }
}
