using System.Globalization;

namespace ContractToolkit.Testing;

/// <summary>One of several equal parts of a run, for build matrices.</summary>
/// <param name="Number">Which part, from 1.</param>
/// <param name="Count">How many parts there are.</param>
public sealed record Shard(int Number, int Count)
{
    /// <summary>Whether the operation at this index of the document belongs to the part.</summary>
    public bool Takes(int index) => index % Count == Number - 1;

    /// <summary>Reads <c>2/8</c>.</summary>
    /// <exception cref="FormatException">The text is no shard.</exception>
    public static Shard Parse(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count) && number >= 1 && number <= count
            ? new(number, count) : throw new FormatException($"'{text}' is no shard; write the part and the number of parts, as 2/8");
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Number}/{Count}");
}
