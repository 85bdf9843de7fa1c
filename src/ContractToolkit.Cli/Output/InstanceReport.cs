using System.Globalization;
using ContractToolkit.Exchange;
using ContractToolkit.Reporting;
using ContractToolkit.Validation;

namespace ContractToolkit.Cli.Output;

/// <summary>Puts the invalid instances of <c>contract validate</c> into a report: a finding per violation, alike ones counted together.</summary>
internal static class InstanceReport
{
    public static Report Of(string schema, IReadOnlyList<JudgedInstance> judged, InstanceCounts counts, TimeSpan elapsed) => new()
    {
        Command = "validate",
        Document = schema,
        Findings = [.. judged.SelectMany(Findings).Select(finding => new ReportedFinding { Finding = finding, Occurrences = 1 })],
        Requests = counts.Instances,
        Duration = elapsed,
        Notes = Notes(judged, counts, elapsed),
    };

    private static IEnumerable<Finding> Findings(JudgedInstance instance) => instance.Violations.Select(violation => new Finding
    {
        Id = (instance.IsValid ? ValidateRules.RepeatedName : ValidateRules.Instance).Id,
        Level = instance.IsValid ? FindingLevel.Warning : FindingLevel.Error,
        Message = $"{Place(instance, violation)}: {(instance.IsBeyondLimits ? "not judged, " : "")}{violation.Message}",
        Instance = new(violation.InstancePointer, violation.Offset, violation.Position),
        Cause = violation.SchemaPointer,
    });

    private static string Place(JudgedInstance instance, Violation violation) =>
        FormattableString.Invariant($"{instance.Source}:{violation.Position}") + (violation.InstancePointer.Length == 0 ? "" : " " + violation.InstancePointer);

    private static List<string> Notes(IReadOnlyList<JudgedInstance> judged, InstanceCounts counts, TimeSpan elapsed)
    {
        string speed = (counts.Bytes / 1e6 / Math.Max(1e-6, elapsed.TotalSeconds)).ToString("0", CultureInfo.InvariantCulture);
        int beyond = judged.Count(instance => instance.IsBeyondLimits);
        string sum = FormattableString.Invariant($"{Quantities.Counted(counts.Instances, "instance")}, {counts.Invalid - beyond} of them invalid");
        if (beyond > 0) sum += FormattableString.Invariant($", {beyond} not judged: what is beyond the limits is to be split, or its items written as lines");
        // What is over in a moment says nothing about speed.
        List<string> notes = [counts.Bytes < 1_000_000 ? sum : sum + FormattableString.Invariant($"; {counts.Bytes / 1e6:0.0} MB at {speed} MB/s")];
        if (judged.Count < counts.Invalid + counts.Repeating) notes.Add(FormattableString.Invariant($"what is wrong is told of the first {judged.Count} instances only"));
        return notes;
    }
}
