using System.Globalization;
using System.Text;

namespace ContractToolkit.Drift.Profiles;

/// <summary>The least and the greatest number of a place, as the traffic wrote them.</summary>
public sealed class NumberSpan
{
    private const int MaxLength = 40;
    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16];

    /// <summary>The least number as JSON; null before the first.</summary>
    public string? Least { get; private set; }

    /// <summary>The greatest number as JSON; null before the first.</summary>
    public string? Greatest { get; private set; }

    private double least = double.PositiveInfinity;
    private double greatest = double.NegativeInfinity;

    /// <summary>Takes in a number, given as JSON.</summary>
    public void Add(ReadOnlySpan<byte> json)
    {
        if (!TryShort(json, out double value)) value = double.Parse(json, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (value > least && value < greatest) return;
        Add(value, json.Length <= MaxLength ? Encoding.ASCII.GetString(json) : Short(value));
    }

    /// <summary>Adds another span to this one.</summary>
    public void Merge(NumberSpan other)
    {
        if (other.Least is { } low) Add(other.least, low);
        if (other.Greatest is { } high) Add(other.greatest, high);
    }

    /// <summary>Takes in a number, given as JSON text.</summary>
    public void Add(string json) => Add(double.Parse(json, NumberStyles.Float, CultureInfo.InvariantCulture), json);

    /// <summary>Reads digits with or without a point, fifteen at most: both the digits and the power of ten are exact as doubles, so their quotient is the nearest one.</summary>
    private static bool TryShort(ReadOnlySpan<byte> json, out double value)
    {
        long digits = 0;
        int point = -1;
        value = 0;
        if (json.Length > 16) return false;
        bool negative = json[0] == '-';
        for (int i = negative ? 1 : 0; i < json.Length; i++)
        {
            uint digit = (uint)(json[i] - '0');
            if (digit <= 9) digits = (digits * 10) + digit;
            else if (json[i] == '.') point = i;
            else return false;
        }

        if (json.Length == 16 && point < 0 && !negative) return false;
        value = point < 0 ? digits : digits / Powers[json.Length - point - 1];
        if (negative) value = -value;
        return true;
    }

    /// <summary>A number of a great many digits, in the few that a double has.</summary>
    private static string Short(double value) => (double.IsFinite(value) ? value : double.MaxValue * Math.Sign(value)).ToString("R", CultureInfo.InvariantCulture);

    private void Add(double value, string text)
    {
        // Ties between spellings (1, 1.0, 1e0) go to the ordinal order, so that the result never depends on the order of arrival.
        if (value < least || (value == least && string.CompareOrdinal(text, Least) < 0)) (least, Least) = (value, text);
        if (value > greatest || (value == greatest && string.CompareOrdinal(text, Greatest) < 0)) (greatest, Greatest) = (value, text);
    }
}
