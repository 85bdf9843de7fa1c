namespace ContractToolkit.Validation;

/// <summary>
/// A JSON number taken at its word: sign, significant digits and a power of ten, compared exactly whatever its size. The digits stay
/// in the text; no value is ever expanded, so that <c>1e999999999</c> costs as much as <c>1</c>.
/// </summary>
internal readonly ref struct DecimalText
{
    // Far beyond any exponent that adds up with a digit count, far below overflow.
    private const long ExponentLimit = 1L << 60;

    private readonly ReadOnlySpan<byte> whole;
    private readonly ReadOnlySpan<byte> fraction;
    private readonly int first;

    /// <summary>Takes apart a number that the grammar has accepted.</summary>
    public DecimalText(ReadOnlySpan<byte> number)
    {
        bool negative = number[0] == (byte)'-';
        if (negative) number = number.Slice(1);
        int end = DigitsEnd(number, 0);
        whole = number.Slice(0, end);
        fraction = default;
        if (end < number.Length && number[end] == (byte)'.')
        {
            int start = end + 1;
            end = DigitsEnd(number, start);
            fraction = number.Slice(start, end - start);
        }

        long exponent = end < number.Length ? ReadExponent(number.Slice(end + 1)) : 0;
        int last = whole.Length + fraction.Length;
        while (first < last && this[first] == 0) first++;
        while (last > first && this[last - 1] == 0) last--;
        DigitCount = last - first;
        IsNegative = negative && DigitCount > 0;
        Magnitude = DigitCount == 0 ? 0 : exponent + whole.Length - first;
    }

    /// <summary>Whether it is below zero; <c>-0</c> is not.</summary>
    public bool IsNegative { get; }

    /// <summary>The number of significant digits: without zeros at either end. Zero has none.</summary>
    public int DigitCount { get; }

    /// <summary>The value is 0.d1d2d3... times ten to this power.</summary>
    public long Magnitude { get; }

    /// <summary>The power of ten of the last significant digit.</summary>
    public long Exponent => Magnitude - DigitCount;

    /// <summary>Whether it has no fractional part.</summary>
    public bool IsIntegral => DigitCount == 0 || Exponent >= 0;

    private int this[int index] => (index < whole.Length ? whole[index] : fraction[index - whole.Length]) - '0';

    /// <summary>The significant digit at a place, from the front.</summary>
    public int Digit(int index) => this[first + index];

    /// <summary>Compares two numbers by value.</summary>
    public static int Compare(DecimalText left, DecimalText right)
    {
        if (left.IsNegative != right.IsNegative) return left.IsNegative ? -1 : 1;
        int magnitudes = CompareMagnitudes(left, right);
        return left.IsNegative ? -magnitudes : magnitudes;
    }

    /// <summary>Equal numbers have equal hash codes, however they are written.</summary>
    public int Hash()
    {
        HashCode hash = default;
        hash.Add(IsNegative);
        hash.Add(Magnitude);
        for (int i = 0; i < DigitCount; i++) hash.Add(Digit(i));
        return hash.ToHashCode();
    }

    private static int CompareMagnitudes(DecimalText left, DecimalText right)
    {
        if (left.DigitCount == 0 || right.DigitCount == 0) return left.DigitCount.CompareTo(right.DigitCount);
        if (left.Magnitude != right.Magnitude) return left.Magnitude.CompareTo(right.Magnitude);
        int shared = Math.Min(left.DigitCount, right.DigitCount);
        for (int i = 0; i < shared; i++)
        {
            int difference = left.Digit(i) - right.Digit(i);
            if (difference != 0) return Math.Sign(difference);
        }

        return left.DigitCount.CompareTo(right.DigitCount);
    }

    private static int DigitsEnd(ReadOnlySpan<byte> text, int index)
    {
        while ((uint)index < (uint)text.Length && (uint)(text[index] - '0') <= 9) index++;
        return index;
    }

    private static long ReadExponent(ReadOnlySpan<byte> text)
    {
        bool negative = text[0] == (byte)'-';
        if (text[0] is (byte)'-' or (byte)'+') text = text.Slice(1);
        long value = 0;
        foreach (byte digit in text) value = Math.Min(value * 10 + (digit - '0'), ExponentLimit);
        return negative ? -value : value;
    }
}
