using System.Text;

namespace ContractToolkit.Validation;

/// <summary>A bound of a number, exact; whole bounds of up to 18 digits are compared as integers.</summary>
internal sealed class NumberBound
{
    private readonly byte[] text;
    private readonly bool isLower;
    private readonly bool isWhole;
    private readonly long whole;

    public NumberBound(PlanBound bound, bool isLower)
    {
        Text = bound.Value;
        text = Encoding.ASCII.GetBytes(bound.Value);
        this.isLower = isLower;
        IsExclusive = bound.Exclusive;
        isWhole = WholeNumber.TryRead(text, out whole);
    }

    /// <summary>The bound as written.</summary>
    public string Text { get; }

    public bool IsExclusive { get; }

    /// <summary>Whether a number respects the bound.</summary>
    /// <param name="number">The number's text.</param>
    /// <param name="isInteger">Whether the text has neither fraction nor exponent.</param>
    public bool Accepts(ReadOnlySpan<byte> number, bool isInteger)
    {
        int order = isInteger && isWhole && WholeNumber.TryRead(number, out long value)
            ? value.CompareTo(whole)
            : DecimalText.Compare(new(number), new(text));
        if (order == 0) return !IsExclusive;
        return isLower ? order > 0 : order < 0;
    }
}

/// <summary>Reads integers of up to 18 digits.</summary>
internal static class WholeNumber
{
    public static bool TryRead(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        if (text.Length is 0 or > 18) return false;
        bool negative = text[0] == (byte)'-';
        for (int i = negative ? 1 : 0; i < text.Length; i++)
        {
            uint digit = (uint)(text[i] - '0');
            if (digit > 9) return false;
            value = value * 10 + digit;
        }

        if (negative) value = -value;
        return true;
    }
}
