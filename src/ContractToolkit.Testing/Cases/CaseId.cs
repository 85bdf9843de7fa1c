using System.Globalization;

namespace ContractToolkit.Testing;

/// <summary>Names one case so that it can be made again: the argument of <c>--replay</c>.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Operation">The operation's id, else its method and path with colons.</param>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Index">The number of the case within phase and operation, from 0.</param>
public sealed record CaseId(TestPhase Phase, string Operation, ulong Seed, int Index)
{
    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Phase.ToString().ToLowerInvariant()}.{Uri.EscapeDataString(Operation)}.{Seed}.{Index}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text names no case.</exception>
    public static CaseId Parse(string text)
    {
        string[] parts = text.Split('.');
        if (parts.Length >= 4 && Enum.TryParse(parts[0], ignoreCase: true, out TestPhase phase) && !char.IsDigit(parts[0][0])
            && ulong.TryParse(parts[^2], NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int index))
        {
            return new(phase, Uri.UnescapeDataString(string.Join('.', parts[1..^2])), seed, index);
        }

        throw new FormatException($"'{text}' names no case; copy the text after 'replay' of a finding, as examples.getPet.1.0");
    }
}
