namespace ContractToolkit.Reporting;

/// <summary>Sums the coverage of operations up to the levels of Martin-Lopez, Segura and Ruiz-Cortes, "Test coverage criteria for RESTful
/// web APIs" (2019): 1 paths; 2 operations; 3 request and response media types; 4 parameters and status classes; 5 parameter values and
/// statuses; 6 response members; 7 operation flows.</summary>
public static class CoverageLevels
{
    private static readonly (string Kind, int? Level)[] Kinds =
    [
        ("path", 1), ("operation", 2), ("request media type", 3), ("response media type", 3), ("parameter", 4), ("status class", 4),
        ("parameter value", 5), ("status", 5), ("response member", 6), ("flow", 7), ("keyword", null),
    ];

    /// <summary>The names of the kinds of <see cref="CoverageItem"/>, in the order of their levels.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Kinds.Select(kind => kind.Kind)];

    /// <summary>The summary of these operations.</summary>
    public static CoverageSummary Of(IReadOnlyList<OperationResult> operations)
    {
        ILookup<string, CoverageItem> byKind = operations.SelectMany(operation => operation.Coverage).ToLookup(item => item.Kind);
        return new([.. Kinds.Select(kind => Level(kind.Kind, kind.Level, byKind[kind.Kind])).Where(level => level.Total > 0)]);
    }

    private static CoverageLevel Level(string kind, int? level, IEnumerable<CoverageItem> items)
    {
        // Operations on one path each carry the path: it counts once.
        CoverageItem[] counted = kind == "path"
            ? [.. items.GroupBy(item => item.Name).Select(path => new CoverageItem(kind, path.Key, path.Sum(item => item.Hits)))]
            : [.. items];
        return new(Summary.Plural(kind, 2), level, counted.Count(item => item.Hits > 0), counted.Length);
    }
}
