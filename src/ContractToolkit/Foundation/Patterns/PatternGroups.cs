namespace ContractToolkit.Patterns;

/// <summary>Numbers the groups of a pattern before it is parsed: a reference may stand before its group.</summary>
internal static class PatternGroups
{
    /// <summary>No group.</summary>
    public static IReadOnlyDictionary<string, int> None { get; } = new Dictionary<string, int>();

    /// <summary>Whether the pattern refers to a group at all.</summary>
    public static bool AreReferredTo(string pattern)
    {
        for (int i = 0; i + 1 < pattern.Length; i++)
        {
            if (pattern[i] != '\\') continue;
            if (pattern[i + 1] is (>= '1' and <= '9') or 'k') return true;
            i++;
        }

        return false;
    }

    /// <summary>The groups by name, in order from 1; those without a name have one that no pattern can write.</summary>
    public static IReadOnlyDictionary<string, int> Number(string pattern)
    {
        Dictionary<string, int> groups = new(StringComparer.Ordinal);
        bool inClass = false;
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (c == '\\') i++;
            else if (c == '[') inClass = true;
            else if (c == ']') inClass = false;
            else if (c == '(' && !inClass) Add(groups, pattern, i + 1);
        }

        return groups;
    }

    private static void Add(Dictionary<string, int> groups, string pattern, int start)
    {
        bool plain = start >= pattern.Length || pattern[start] != '?';
        bool named = !plain && start + 2 < pattern.Length && pattern[start + 1] == '<' && pattern[start + 2] is not ('=' or '!');
        if (!plain && !named) return;
        int close = named ? pattern.IndexOf('>', start) : -1;
        string name = close < 0 ? FormattableString.Invariant($"\0{groups.Count}") : pattern.Substring(start + 2, close - start - 2);
        if (!groups.ContainsKey(name)) groups.Add(name, groups.Count + 1);
    }
}
