using System.Globalization;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Diff;
using ContractToolkit.Drift.Replay;
using ContractToolkit.Reporting;

namespace ContractToolkit.Cli.Commands;

/// <summary>Turns what a comparison found into the report.</summary>
internal static class DiffReport
{
    private const int MostUnread = 3;

    public static Report Build(LoadedDocument before, LoadedDocument after, DiffResult result, TrafficReplay? replay, FindingLevel least, DiffOptions options) => new()
    {
        Command = "diff",
        Contract = after.RequireContract().Title,
        ContractVersion = after.RequireContract().ApiVersion,
        Document = after.Name,
        Target = before.Name,
        Findings =
        [
            .. result.Changes.Where(change => change.Level >= least).Select(change => new ReportedFinding { Finding = Finding(change, replay) }),
            .. result.Ignored.Where(change => change.Level >= least).Select(change => new ReportedFinding
            {
                Finding = Finding(change, replay), Status = FindingStatus.Ignored, Reason = options.Ignore.First(entry => entry.Fits(change) && !entry.IsExpired(options.Today)).Reason,
            }),
            .. result.StaleIgnores.Select(entry => Stale(entry, options.Today)),
        ],
        Notes = [.. Unread(before), .. Unread(after), Summary(result), .. replay is null ? (string[])[] : [Summary(replay)]],
    };

    // What could not be read was compared as if it said nothing: whoever trusts the result should know.
    private static IEnumerable<string> Unread(LoadedDocument document)
    {
        Finding[] errors = [.. document.Document.Findings.Where(finding => finding.Level == FindingLevel.Error)];
        foreach (Finding error in errors.Take(MostUnread)) yield return $"compared without it: {error.Document?.ToString() ?? document.Name}: {error.Message} ({error.Id})";
        if (errors.Length > MostUnread) yield return string.Create(CultureInfo.InvariantCulture, $"compared without it: {errors.Length - MostUnread:N0} more errors in {document.Name}; contract lint lists them.");
    }

    private static Finding Finding(Change change, TrafficReplay? replay)
    {
        Finding finding = change.ToFinding();
        if (replay is null) return finding;
        OperationReplay[] hit = [.. change.Operations.Where(replay.Operations.ContainsKey).Select(name => replay.Operations[name])];
        string text = string.Create(CultureInfo.InvariantCulture, $"recorded calls that reach it: {hit.Sum(each => each.Calls):N0}, of which break: {hit.Sum(each => each.Broken):N0}");
        return finding with { Evidence = [.. finding.Evidence, new Evidence("traffic", text)] };
    }

    private static ReportedFinding Stale(IgnoreEntry entry, DateTime? today) => new()
    {
        Finding = new Finding
        {
            Id = entry.IsExpired(today) ? IgnoreRule.ExpiredId : IgnoreRule.StaleId,
            Level = FindingLevel.Warning,
            Cause = entry.Rule,
            Message = $"The ignored change {entry.Rule} ({entry.Reason}): " + (entry.IsExpired(today)
                ? $"its date, {entry.Expires:yyyy-MM-dd}, has passed, so it counts again." : "no change fits it any more: remove it."),
        },
    };

    // Counted as they are listed: what one edit does to requests and to responses is one change.
    private static string Summary(DiffResult result)
    {
        FindingLevel[] levels = [.. result.Changes.Select(change => change.Level)];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{levels.Count(level => level == FindingLevel.Error)} breaking, {levels.Count(level => level == FindingLevel.Warning)} doubtful, {levels.Count(level => level == FindingLevel.Info)} harmless changes");
    }

    private static string Summary(TrafficReplay replay) => replay.Calls == 0 ? "the recordings hold no call, so nothing is said about who is hit" : string.Create(
        CultureInfo.InvariantCulture,
        $"{replay.Broken:N0} of {replay.Calls:N0} recorded calls break{(replay.Unjudged > 0 ? $" ({replay.Unjudged:N0} were no valid calls of the older contract)" : "")}");
}
