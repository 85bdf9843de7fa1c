using System.Text.RegularExpressions;

namespace ContractToolkit.Diff.Sets;

/// <summary>Checks texts against formats, and against patterns that no automaton can decide.</summary>
internal sealed class PatternCheck(Func<string, string, bool?>? checkFormat)
{
    private const string Prefix = "pattern ";
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(50);
    private readonly Dictionary<string, Regex?> known = new(StringComparer.Ordinal);

    /// <summary>Whether the text is valid by the format, or by the pattern behind "pattern "; null where that is not known.</summary>
    public bool? Check(string format, string text)
    {
        if (!format.StartsWith(Prefix, StringComparison.Ordinal)) return checkFormat?.Invoke(format, text);
        try
        {
            return Compile(format.Substring(Prefix.Length))?.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private Regex? Compile(string pattern)
    {
        if (!known.TryGetValue(pattern, out Regex? regex))
        {
            try
            {
                regex = new Regex(pattern, RegexOptions.CultureInvariant, Limit);
            }
            catch (ArgumentException)
            {
                regex = null;
            }

            known.Add(pattern, regex);
        }

        return regex;
    }
}
