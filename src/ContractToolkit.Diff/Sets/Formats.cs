namespace ContractToolkit.Diff.Sets;

/// <summary>What is known about formats: which are ranges of numbers, and which imply others.</summary>
internal static class Formats
{
    private static readonly HashSet<(string Narrow, string Wide)> Implications =
    [
        ("email", "idn-email"), ("hostname", "idn-hostname"), ("uri", "iri"), ("uri", "uri-reference"), ("uri", "iri-reference"),
        ("iri", "iri-reference"), ("uri-reference", "iri-reference"),
    ];

    /// <summary>Formats that say nothing about the set of values.</summary>
    public static bool IsVacuous(string name) => name is "password" or "binary" or "float" or "double" or "decimal";

    /// <summary>Whether the format is about numbers.</summary>
    public static bool IsForNumbers(string name) => name is "int32" or "int64" or "float" or "double" or "decimal" or "password" or "binary";

    /// <summary>Whether every string of the one format is one of the other.</summary>
    public static bool Implies(string narrow, string wide) => narrow == wide || Implications.Contains((narrow, wide));

    /// <summary>The formula of a format about numbers.</summary>
    public static Formula Number(FormulaPool pool, string name)
    {
        if (IsVacuous(name)) return pool.True;
        Rational low = Rational.Of(name == "int32" ? int.MinValue : long.MinValue), high = Rational.Of(name == "int32" ? int.MaxValue : long.MaxValue);
        return pool.And([
            pool.Atom(new Constraint.Bound(low, Exclusive: false, Upper: false)), pool.Atom(new Constraint.Bound(high, Exclusive: false, Upper: true))]);
    }

    /// <summary>Whether the check knows the format at all: of one that it does not know, nobody can say which values it rules out.</summary>
    public static bool IsKnown(string name, Func<string, string, bool?> check) =>
        IsForNumbers(name) || Probes.Concat(Solving.FormatSamples.All).Any(text => check(name, text) is not null);

    private static readonly string[] Probes = ["", "a", "0", "\u0000"];
}
