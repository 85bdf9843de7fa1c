namespace ContractToolkit.Reporting;

/// <summary>One thing that a test can exercise.</summary>
/// <param name="Kind">What it is: <c>operation</c>, <c>request media type</c>, <c>parameter</c>, <c>parameter value</c>,
/// <c>status class</c>, <c>status</c>, <c>response media type</c>, <c>response member</c> or <c>keyword</c>.</param>
/// <param name="Name">Its name within the operation, such as <c>query limit</c>, <c>404</c> or <c>/properties/name/maxLength</c>.</param>
/// <param name="Hits">How often it was exercised; 0 where it never was.</param>
public sealed record CoverageItem(string Kind, string Name, int Hits);

/// <summary>One level of coverage: so many of so many.</summary>
/// <param name="Name">What is counted, such as <c>operations</c>.</param>
/// <param name="Level">The test coverage level (TCL 0 to 7) that full coverage of it reaches; null where it belongs to none.</param>
/// <param name="Covered">How many were exercised.</param>
/// <param name="Total">How many there are.</param>
public sealed record CoverageLevel(string Name, int? Level, int Covered, int Total)
{
    /// <summary>The share in percent; 100 where there is nothing to cover.</summary>
    public double Percent => Total == 0 ? 100 : 100.0 * Covered / Total;
}

/// <summary>How much of a contract was exercised, by the test coverage levels of Martin-Lopez et al. (2019).</summary>
/// <param name="Levels">The levels, lowest first.</param>
public sealed record CoverageSummary(IReadOnlyList<CoverageLevel> Levels)
{
    /// <summary>The highest level up to which every level is full.</summary>
    public int Reached
    {
        get
        {
            int reached = 0;
            foreach (IGrouping<int, CoverageLevel> level in Levels.Where(l => l.Level is > 0).GroupBy(l => l.Level!.Value).OrderBy(g => g.Key))
            {
                if (level.Any(part => part.Covered < part.Total)) break;
                reached = level.Key;
            }

            return reached;
        }
    }

    /// <summary>The share of everything that can be covered, in percent.</summary>
    public double Percent
    {
        get
        {
            long total = Levels.Sum(level => (long)level.Total);
            return total == 0 ? 100 : 100.0 * Levels.Sum(level => (long)level.Covered) / total;
        }
    }
}
