using System.Text;

namespace ContractToolkit.Reporting;

/// <summary>A finding as a few plain lines.</summary>
internal static class FindingText
{
    public static string Of(ReportedFinding reported)
    {
        Finding finding = reported.Finding;
        StringBuilder text = new();
        text.Append($"{LevelName(finding.Level)} {finding.Id}: {Printable.Line(finding.Message)}");
        if (finding.Operation is { } operation) text.Append($"\noperation: {Printable.Line(operation)}");
        if (finding.Instance is { Pointer.Length: > 0 } instance) text.Append($"\nat: {Printable.Line(instance.Pointer)}");
        if (finding.Document is { } place) text.Append($"\ncontract: {Printable.Line(place.ToString())}");
        if (finding.BaseDocument is { } other) text.Append($"\nagainst: {Printable.Line(other.ToString()).TrimEnd()}");
        foreach (Evidence evidence in finding.Evidence) text.Append($"\n{evidence.Kind}: {Printable.Shorten(evidence.Text, 2000)}");
        if (finding.Remedy is { } remedy) text.Append($"\nremedy: {Printable.Line(remedy)}");
        if (reported.Replay is { } replay) text.Append($"\nreplay: contract check --replay {replay}");
        if (reported.Reason is { } reason) text.Append($"\n{reported.Status.ToString().ToLowerInvariant()}: {Printable.Line(reason)}");
        return text.ToString();
    }

    public static string LevelName(FindingLevel level) =>
        level switch { FindingLevel.Error => "error", FindingLevel.Warning => "warning", _ => "info" };
}
