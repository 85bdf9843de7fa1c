using ContractToolkit.Patterns;

namespace ContractToolkit.Diff.Sets.Patterns;

/// <summary>Splits the code points into classes that a language cannot tell apart by its first step.</summary>
internal static class Alphabet
{
    /// <summary>The classes; together they cover every code point.</summary>
    public static List<CodePointSet> Split(Language language, int limit)
    {
        HashSet<CodePointSet> sets = [];
        Collect(language, sets, []);
        List<CodePointSet> classes = [CodePointSet.All];
        foreach (CodePointSet set in sets)
        {
            List<CodePointSet> finer = [];
            foreach (CodePointSet part in classes)
            {
                CodePointSet inside = part.Intersect(set), outside = part.Intersect(set.Complement());
                if (!inside.IsEmpty) finer.Add(inside);
                if (!outside.IsEmpty) finer.Add(outside);
            }

            classes = finer;
            if (classes.Count > limit) break;
        }

        return classes;
    }

    private static void Collect(Language language, HashSet<CodePointSet> sets, HashSet<Language> seen)
    {
        if (!seen.Add(language)) return;
        if (language.Kind == LanguageKind.One) sets.Add(language.Set!);
        else if (language.Kind == LanguageKind.Concat)
        {
            Collect(language.Parts[0], sets, seen);
            if (language.Parts[0].Nullable) Collect(language.Parts[1], sets, seen);
        }
        else
        {
            foreach (Language part in language.Parts) Collect(part, sets, seen);
        }
    }
}
