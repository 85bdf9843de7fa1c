using System.Globalization;
using System.Text;

namespace ContractToolkit.Drift.Profiles;

/// <summary>The least and the greatest number of a place, as the traffic wrote them.</summary>
public sealed class NumberSpan
{
    private const int MaxLength = 40;

    /// <summary>The least number as JSON; null before the first.</summary>
    public string? Least { get; private set; }

    /// <summary>The greatest number as JSON; null before the first.</summary>
    public string? Greatest { get; private set; }

    private double least = double.PositiveInfinity;
    private double greatest = double.NegativeInfinity;

    /// <summary>Takes in a number, given as JSON.</summary>
    public void Add(ReadOnlySpan<byte> json)
    {
        double value = json.Length < 16 && json.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 ? Whole(json) : double.Parse(json, NumberStyles.Float, CultureInfo.InvariantCulture);
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

    private static double Whole(ReadOnlySpan<byte> digits)
    {
        long value = 0;
        foreach (byte digit in digits) value = (value * 10) + (digit - '0');
        return value;
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
