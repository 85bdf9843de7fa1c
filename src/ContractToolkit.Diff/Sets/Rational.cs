using System.Globalization;
using System.Numerics;

namespace ContractToolkit.Diff.Sets;

/// <summary>An exact rational number, always in lowest terms with a positive denominator.</summary>
internal readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    // Powers of ten beyond this make numbers of many kilobytes; no schema needs them and a hostile one must not get them.
    private const int MaxExponent = 4000;
    private readonly BigInteger denominatorLessOne;

    private Rational(BigInteger numerator, BigInteger denominator)
    {
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0) divisor = -divisor;
        Numerator = numerator / divisor;
        denominatorLessOne = (denominator / divisor) - 1;
    }

    /// <summary>Zero.</summary>
    public static Rational Zero => default;

    /// <summary>One.</summary>
    public static Rational One => Of(1);

    /// <summary>The numerator.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The denominator, at least one.</summary>
    public BigInteger Denominator => denominatorLessOne + 1;

    /// <summary>Whether the number is an integer.</summary>
    public bool IsInteger => denominatorLessOne.IsZero;

    /// <summary>An integer.</summary>
    public static Rational Of(BigInteger value) => new(value, BigInteger.One);

    /// <summary>Parses a JSON number, exactly.</summary>
    /// <exception cref="NotSupportedException">The exponent is absurd.</exception>
    public static Rational Parse(string text)
    {
        int exponentAt = text.IndexOfAny(['e', 'E']);
        string mantissa = exponentAt < 0 ? text : text.Substring(0, exponentAt);
        int exponent = 0;
        if (exponentAt >= 0 && !int.TryParse(text.Substring(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            throw new NotSupportedException("exponent out of range");
        }

        int point = mantissa.IndexOf('.');
        if (point >= 0)
        {
            exponent -= mantissa.Length - point - 1;
            mantissa = mantissa.Remove(point, 1);
        }

        if (Math.Abs(exponent) > MaxExponent || mantissa.Length > MaxExponent) throw new NotSupportedException("exponent out of range");
        BigInteger digits = BigInteger.Parse(mantissa, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        BigInteger power = BigInteger.Pow(10, Math.Abs(exponent));
        return exponent >= 0 ? Of(digits * power) : new(digits, power);
    }

    /// <summary>The largest integer not above the number.</summary>
    public BigInteger Floor()
    {
        BigInteger quotient = BigInteger.DivRem(Numerator, Denominator, out BigInteger remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The smallest integer not below the number.</summary>
    public BigInteger Ceiling() => -(-this).Floor();

    /// <summary>The least common multiple of two positive numbers.</summary>
    public static Rational LeastCommonMultiple(Rational left, Rational right)
    {
        BigInteger a = left.Numerator * right.Denominator, b = right.Numerator * left.Denominator;
        BigInteger multiple = a / BigInteger.GreatestCommonDivisor(a, b) * b;
        return new(multiple, left.Denominator * right.Denominator);
    }

    /// <summary>Whether this is an integer multiple of the other.</summary>
    public bool IsMultipleOf(Rational other) => !other.Numerator.IsZero && (this / other).IsInteger;

    public static Rational operator +(Rational left, Rational right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Rational operator -(Rational left, Rational right) => left + (-right);

    public static Rational operator -(Rational value) => new(-value.Numerator, value.Denominator);

    public static Rational operator *(Rational left, Rational right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Rational operator /(Rational left, Rational right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    /// <inheritdoc/>
    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Rational other) => Numerator == other.Numerator && denominatorLessOne == other.denominatorLessOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Numerator.GetHashCode() * 397) ^ denominatorLessOne.GetHashCode());

    /// <summary>The number as JSON; a number without a finite decimal form is cut at 20 places.</summary>
    public override string ToString()
    {
        if (IsInteger) return Numerator.ToString(CultureInfo.InvariantCulture);
        int places = 1;
        BigInteger power = 10;
        while (places < 20 && !(power % Denominator).IsZero)
        {
            power *= 10;
            places++;
        }

        BigInteger scaled = BigInteger.Abs(Numerator) * power / Denominator;
        string digits = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        string text = digits.Insert(digits.Length - places, ".").TrimEnd('0');
        return (Numerator.Sign < 0 ? "-" : "") + text;
    }
}
