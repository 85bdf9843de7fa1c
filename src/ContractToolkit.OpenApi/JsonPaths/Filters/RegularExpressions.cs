using System.Text.RegularExpressions;

namespace ContractToolkit.OpenApi.JsonPaths.Filters;

/// <summary>Runs I-Regexps (RFC 9485), each compiled once a search, with a limit of time.</summary>
/// <param name="spend">Is told what a run costs.</param>
internal sealed class RegularExpressions(Action<int> spend)
{
    /// <summary>How many are kept; a document could hold a pattern per value.</summary>
    private const int MaxKept = 256;

    /// <summary>How long one run may take. What takes longer counts as a large part of the steps of a search, so that few may.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(250);
    private const int CostOfTimeout = 4_000_000;

    private readonly Dictionary<(string Pattern, bool Whole), Regex?> known = [];

    /// <summary>Whether a text fits, as a whole or in part. What is no I-Regexp fits nothing.</summary>
    public bool Fits(string text, string pattern, bool whole)
    {
        spend(1 + (text.Length >> 4));
        if (Find(pattern, whole) is not { } expression) return false;
        try
        {
            return expression.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            spend(CostOfTimeout);
            return false;
        }
    }

    private Regex? Find(string pattern, bool whole)
    {
        if (known.TryGetValue((pattern, whole), out Regex? found)) return found;
        spend(100 + pattern.Length);
        found = Compile(pattern, whole);
        if (known.Count >= MaxKept) known.Clear();
        known[(pattern, whole)] = found;
        return found;
    }

    private static Regex? Compile(string pattern, bool whole)
    {
        if (RegularExpressionText.ToNet(pattern) is not { } translated) return null;
        string text = whole ? $@"\A(?:{translated})\z" : translated;
        try
        {
#if NET
            return new Regex(text, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Limit);
#else
            return new Regex(text, RegexOptions.CultureInvariant, Limit);
#endif
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            // A category that .NET does not know, or an automaton beyond its limit.
            return null;
        }
    }
}
