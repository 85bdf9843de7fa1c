using System.Globalization;
using ContractToolkit.Reporting;
using ContractToolkit.Validation;

namespace ContractToolkit.Cli.Output;

/// <summary>Puts the invalid instances of <c>contract validate</c> into a report: a finding per violation, alike ones counted together.</summary>
internal static class InstanceReport
{
    public static Report Of(string schema, IReadOnlyList<InvalidInstance> invalid, InstanceCounts counts, TimeSpan elapsed) => new()
    {
        Command = "validate",
        Document = schema,
        Findings = [.. invalid.SelectMany(Findings).Select(finding => new ReportedFinding { Finding = finding, Occurrences = 1 })],
        Requests = counts.Instances,
        Duration = elapsed,
        Notes = Notes(invalid, counts, elapsed),
    };

    private static IEnumerable<Finding> Findings(InvalidInstance instance) => instance.Violations.Select(violation => new Finding
    {
        Id = ValidateRules.Instance.Id,
        Level = FindingLevel.Error,
        Message = $"{Place(instance, violation)}: {violation.Message}",
        Instance = new(violation.InstancePointer, violation.Offset, violation.Position),
        Cause = violation.SchemaPointer,
    });

    private static string Place(InvalidInstance instance, Violation violation) =>
        FormattableString.Invariant($"{instance.Source}:{violation.Position}") + (violation.InstancePointer.Length == 0 ? "" : " " + violation.InstancePointer);

    private static List<string> Notes(IReadOnlyList<InvalidInstance> invalid, InstanceCounts counts, TimeSpan elapsed)
    {
        string speed = (counts.Bytes / 1e6 / Math.Max(1e-6, elapsed.TotalSeconds)).ToString("0", CultureInfo.InvariantCulture);
        List<string> notes = [FormattableString.Invariant($"{counts.Instances} instances, {counts.Invalid} of them invalid; {counts.Bytes / 1e6:0.0} MB at {speed} MB/s")];
        if (invalid.Count < counts.Invalid) notes.Add(FormattableString.Invariant($"what is wrong is told of the first {invalid.Count} invalid instances only"));
        return notes;
    }
}
