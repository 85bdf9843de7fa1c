using ContractToolkit.Patterns;

namespace ContractToolkit.Diff.Sets.Patterns;

/// <summary>Looks for the shortest string of a language by walking its derivatives.</summary>
internal static class LanguageSearch
{
    /// <summary>Finds strings of the language, the shortest first.</summary>
    /// <param name="pool">The pool of the language.</param>
    /// <param name="language">The language.</param>
    /// <param name="want">How many strings are wanted at most.</param>
    /// <param name="budget">How many languages may be made before the search gives up.</param>
    /// <param name="complete">Whether every string of the language was found or <paramref name="want"/> was reached;
    /// false where the budget ended the search.</param>
    public static List<string> Find(LanguagePool pool, Language language, int want, int budget, out bool complete)
    {
        List<string> found = [];
        int limit = pool.Count + budget;
        Dictionary<Language, int> visits = [];
        Queue<(Language Language, Step? Path)> queue = new();
        queue.Enqueue((language, null));
        complete = true;
        while (queue.Count > 0 && found.Count < want)
        {
            (Language current, Step? path) = queue.Dequeue();
            visits.TryGetValue(current, out int seen);
            if (seen >= want) continue;
            visits[current] = seen + 1;
            if (current.Nullable) found.Add(Text(path));
            if (pool.Count > limit || queue.Count > budget)
            {
                complete = false;
                return found;
            }

            foreach (CodePointSet part in Alphabet.Split(current, limit: 4096))
            {
                int codePoint = ReadableCodePoint.Of(part);
                Language next = pool.Derive(current, codePoint);
                if (next != pool.Nothing) queue.Enqueue((next, new Step(codePoint, path)));
            }
        }

        return found;
    }

    /// <summary>Whether a text belongs to the language.</summary>
    public static bool Matches(LanguagePool pool, Language language, string text)
    {
        if (language.Text is { } only) return only == text;
        if (language == pool.Everything) return true;
        switch (language.Kind)
        {
            case LanguageKind.Nothing:
                return false;
            case LanguageKind.Not:
                return !Matches(pool, language.Parts[0], text);
            case LanguageKind.Or:
                return Array.Exists(language.Parts, part => Matches(pool, part, text));
            case LanguageKind.And:
                return Array.TrueForAll(language.Parts, part => Matches(pool, part, text));
            default:
                foreach (int codePoint in CodePoints.Of(text)) language = pool.Derive(language, codePoint);
                return language.Nullable;
        }
    }

    private static string Text(Step? path)
    {
        List<int> codePoints = [];
        for (Step? step = path; step is not null; step = step.Before) codePoints.Add(step.CodePoint);
        codePoints.Reverse();
        return CodePoints.Text(codePoints);
    }

    private sealed record Step(int CodePoint, Step? Before);
}
