using System.Globalization;
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
        Message = $"{Place(instance, violation)}: {violation.Message}",
        Instance = new(violation.InstancePointer, violation.Offset, violation.Position),
        Cause = violation.SchemaPointer,
    });

    private static string Place(JudgedInstance instance, Violation violation) =>
        FormattableString.Invariant($"{instance.Source}:{violation.Position}") + (violation.InstancePointer.Length == 0 ? "" : " " + violation.InstancePointer);

    private static List<string> Notes(IReadOnlyList<JudgedInstance> judged, InstanceCounts counts, TimeSpan elapsed)
    {
        string speed = (counts.Bytes / 1e6 / Math.Max(1e-6, elapsed.TotalSeconds)).ToString("0", CultureInfo.InvariantCulture);
        List<string> notes = [FormattableString.Invariant($"{counts.Instances} instances, {counts.Invalid} of them invalid; {counts.Bytes / 1e6:0.0} MB at {speed} MB/s")];
        if (judged.Count < counts.Invalid + counts.Repeating) notes.Add(FormattableString.Invariant($"what is wrong is told of the first {judged.Count} instances only"));
        return notes;
    }
}
