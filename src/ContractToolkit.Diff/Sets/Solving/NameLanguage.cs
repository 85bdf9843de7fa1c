using ContractToolkit.Diff.Sets.Patterns;

namespace ContractToolkit.Diff.Sets.Solving;

/// <summary>Names as languages.</summary>
internal sealed class NameLanguage(FormulaPool pool)
{
    private readonly LanguagePool languages = pool.Languages;

    /// <summary>The one name of a language that has just one and is written as such; null otherwise.</summary>
    public static string? Single(Language language)
    {
        List<int> codePoints = [];
        while (language.Kind == LanguageKind.Concat)
        {
            if (Point(language.Parts[0]) is not { } point) return null;
            codePoints.Add(point);
            language = language.Parts[1];
        }

        if (language.Kind == LanguageKind.Epsilon) return CodePoints.Text(codePoints);
        if (Point(language) is not { } last) return null;
        codePoints.Add(last);
        return CodePoints.Text(codePoints);
    }

    /// <summary>The strings that a formula accepts; null where it rests on formats or references.</summary>
    public Language? Of(Formula formula) => formula.Kind switch
    {
        FormulaKind.True => languages.Everything,
        FormulaKind.False => languages.Nothing,
        FormulaKind.And => Parts(formula) is { } parts ? languages.And(parts) : null,
        FormulaKind.Or => Parts(formula) is { } parts ? languages.Or(parts) : null,
        FormulaKind.Atom => Atom(formula.Constraint!) is { } language ? formula.Negated ? languages.Not(language) : language : null,
        _ => null,
    };

    private Language[]? Parts(Formula formula)
    {
        Language?[] parts = [.. formula.Parts.Select(Of)];
        return parts.Any(part => part is null) ? null : [.. parts.Select(part => part!)];
    }

    private Language? Atom(Constraint constraint) => constraint switch
    {
        Constraint.OfKind of => (of.Kinds & (1 << (int)ValueKind.String)) != 0 ? languages.Everything : languages.Nothing,
        Constraint.OneOf one => languages.Or([.. one.Values.OfType<Value.StringValue>().Select(value => languages.Literal(value.Text))]),
        Constraint.Text text => text.Language,
        Constraint.Length { Min: < int.MaxValue, Max: < int.MaxValue } length =>
            languages.Loop(languages.Any, (int)length.Min, length.Max < 0 ? -1 : (int)length.Max),
        Constraint.Format or Constraint.Opaque => null,
        _ => languages.Everything,
    };

    private static int? Point(Language language) =>
        language is { Kind: LanguageKind.One, Set: { Ranges.Count: 1 } set } && set.Ranges[0].First == set.Ranges[0].Last ? set.Ranges[0].First : null;
}
