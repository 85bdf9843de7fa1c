using ContractToolkit.Diff.Sets.Patterns;

namespace ContractToolkit.Diff.Sets;

/// <summary>The languages of patterns, each built once.</summary>
internal sealed class PatternSet(LanguagePool pool)
{
    private readonly Dictionary<string, Language?> known = new(StringComparer.Ordinal);

    /// <summary>The texts in which the pattern finds a match.</summary>
    /// <param name="pattern">The pattern, in ECMA-262 syntax.</param>
    /// <param name="regular">False where the pattern is beyond regular languages; the result is then every text.</param>
    public Language Search(string pattern, out bool regular)
    {
        if (!known.TryGetValue(pattern, out Language? language))
        {
            try
            {
                language = new PatternLanguage(pool).Search(pattern);
            }
            catch (NotSupportedException)
            {
                language = null;
            }

            known.Add(pattern, language);
        }

        regular = language is not null;
        return language ?? pool.Everything;
    }
}
