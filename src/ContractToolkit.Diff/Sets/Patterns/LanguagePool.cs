using ContractToolkit.Patterns;

namespace ContractToolkit.Diff.Sets.Patterns;

/// <summary>Makes and interns languages, and simplifies them as far as similarity needs.</summary>
internal sealed class LanguagePool
{
    private readonly Dictionary<InternKey, Language> interned = new(InternKey.Comparer);
    private readonly Dictionary<string, Language> literals = new(StringComparer.Ordinal);
    private readonly Dictionary<CodePointSet, Language> sets = [];
    private readonly Dictionary<(int, int), Language> derivatives = [];

    /// <summary>Makes a pool with the basic languages.</summary>
    public LanguagePool()
    {
        Nothing = Intern(new((int)LanguageKind.Nothing), LanguageKind.Nothing, nullable: false);
        Epsilon = Intern(new((int)LanguageKind.Epsilon), LanguageKind.Epsilon, nullable: true);
        Any = One(CodePointSet.All);
        Everything = Loop(Any, 0, -1);
    }

    /// <summary>No string.</summary>
    public Language Nothing { get; }

    /// <summary>The empty string.</summary>
    public Language Epsilon { get; }

    /// <summary>Every string of one code point.</summary>
    public Language Any { get; }

    /// <summary>Every string.</summary>
    public Language Everything { get; }

    /// <summary>The number of languages made so far: the measure of work done.</summary>
    public int Count => interned.Count;

    /// <summary>The strings of one code point out of the set.</summary>
    public Language One(CodePointSet set)
    {
        if (set.IsEmpty) return Nothing;
        if (!sets.TryGetValue(set, out Language? language))
        {
            language = Intern(new((int)LanguageKind.One, sets.Count), LanguageKind.One, nullable: false, set: set);
            sets.Add(set, language);
        }

        return language;
    }

    /// <summary>Exactly this string.</summary>
    public Language Literal(string text)
    {
        if (literals.TryGetValue(text, out Language? known)) return known;
        Language language = Epsilon;
        foreach (int codePoint in CodePoints.Of(text).Reverse()) language = Concat(One(CodePointSet.Of(codePoint)), language);
        language.Text = text;
        literals.Add(text, language);
        return language;
    }

    /// <summary>A string of the first followed by one of the second.</summary>
    public Language Concat(Language first, Language second)
    {
        if (first == Nothing || second == Nothing) return Nothing;
        if (first == Epsilon) return second;
        if (second == Epsilon) return first;
        if (first.Kind == LanguageKind.Concat) return Concat(first.Parts[0], Concat(first.Parts[1], second));
        if (first == Everything && second == Everything) return Everything;
        return Intern(new((int)LanguageKind.Concat, first.Index, second.Index), LanguageKind.Concat, first.Nullable && second.Nullable, [first, second]);
    }

    /// <summary>Repetitions of the part; <paramref name="max"/> -1 for any number.</summary>
    public Language Loop(Language part, int min, int max)
    {
        if (max == 0 || part == Epsilon) return Epsilon;
        if (part == Nothing) return min == 0 ? Epsilon : Nothing;
        if (min == 1 && max == 1) return part;
        if (part.Kind == LanguageKind.Loop && part.Min == 0 && part.Max == -1) return part;
        if (part.Nullable) min = 0;
        return Intern(new((int)LanguageKind.Loop, part.Index, min, max), LanguageKind.Loop, min == 0, [part], min: min, max: max);
    }

    /// <summary>The strings that the part does not have.</summary>
    public Language Not(Language part)
    {
        if (part.Kind == LanguageKind.Not) return part.Parts[0];
        if (part == Nothing) return Everything;
        if (part == Everything) return Nothing;
        return Intern(new((int)LanguageKind.Not, part.Index), LanguageKind.Not, !part.Nullable, [part]);
    }

    /// <summary>The strings of any part.</summary>
    public Language Or(params Language[] parts)
    {
        SortedDictionary<int, Language> flat = Flatten(LanguageKind.Or, parts);
        if (flat.ContainsKey(Everything.Index)) return Everything;
        flat.Remove(Nothing.Index);
        if (flat.Values.Any(part => part.Kind == LanguageKind.Not && flat.ContainsKey(part.Parts[0].Index))) return Everything;
        return flat.Count switch
        {
            0 => Nothing,
            1 => flat.First().Value,
            _ => Intern(new((int)LanguageKind.Or, flat.Keys), LanguageKind.Or, flat.Values.Any(part => part.Nullable), [.. flat.Values]),
        };
    }

    /// <summary>The strings of all parts.</summary>
    public Language And(params Language[] parts)
    {
        SortedDictionary<int, Language> flat = Flatten(LanguageKind.And, parts);
        if (flat.ContainsKey(Nothing.Index)) return Nothing;
        flat.Remove(Everything.Index);
        if (flat.ContainsKey(Epsilon.Index)) return flat.Values.All(part => part.Nullable) ? Epsilon : Nothing;
        if (flat.Values.Any(part => part.Kind == LanguageKind.Not && flat.ContainsKey(part.Parts[0].Index))) return Nothing;
        return flat.Count switch
        {
            0 => Everything,
            1 => flat.First().Value,
            _ => Intern(new((int)LanguageKind.And, flat.Keys), LanguageKind.And, flat.Values.All(part => part.Nullable), [.. flat.Values]),
        };
    }

    /// <summary>What may follow after a string of the language began with this code point.</summary>
    public Language Derive(Language language, int codePoint)
    {
        if (derivatives.TryGetValue((language.Index, codePoint), out Language? known)) return known;
        Language result = language.Kind switch
        {
            LanguageKind.One => language.Set!.Contains(codePoint) ? Epsilon : Nothing,
            LanguageKind.Concat => DeriveConcat(language, codePoint),
            LanguageKind.Or => Or([.. language.Parts.Select(part => Derive(part, codePoint))]),
            LanguageKind.And => And([.. language.Parts.Select(part => Derive(part, codePoint))]),
            LanguageKind.Not => Not(Derive(language.Parts[0], codePoint)),
            LanguageKind.Loop => Concat(
                Derive(language.Parts[0], codePoint),
                Loop(language.Parts[0], Math.Max(0, language.Min - 1), language.Max < 0 ? -1 : language.Max - 1)),
            _ => Nothing,
        };
        derivatives.Add((language.Index, codePoint), result);
        return result;
    }

    private Language DeriveConcat(Language language, int codePoint)
    {
        Language first = language.Parts[0], second = language.Parts[1];
        Language through = Concat(Derive(first, codePoint), second);
        return first.Nullable ? Or(through, Derive(second, codePoint)) : through;
    }

    private static SortedDictionary<int, Language> Flatten(LanguageKind kind, Language[] parts)
    {
        SortedDictionary<int, Language> flat = [];
        foreach (Language part in parts)
        {
            if (part.Kind == kind)
            {
                foreach (Language inner in part.Parts) flat[inner.Index] = inner;
            }
            else
            {
                flat[part.Index] = part;
            }
        }

        return flat;
    }

    private Language Intern(
        InternKey key, LanguageKind kind, bool nullable, Language[]? parts = null, CodePointSet? set = null, int min = 0, int max = 0)
    {
        if (!interned.TryGetValue(key, out Language? language))
        {
            language = new Language
            {
                Index = interned.Count, Kind = kind, Nullable = nullable, Parts = parts ?? [], Set = set, Min = min, Max = max,
            };
            interned.Add(key, language);
        }

        return language;
    }
}
