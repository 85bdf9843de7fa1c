namespace ContractToolkit.Reporting;

/// <summary>Keeps the verdicts of operations true to their findings after findings were marked as known or ignored.</summary>
internal static class Verdicts
{
    public static IReadOnlyList<OperationResult> Update(IReadOnlyList<OperationResult> operations, IReadOnlyList<ReportedFinding> findings)
    {
        HashSet<string?> failing = [.. findings.Where(finding => finding.Fails).Select(finding => finding.Finding.Operation)];
        return [.. operations.Select(operation => operation.Verdict == OperationVerdict.Fails && !failing.Contains(operation.Name)
            ? operation with { Verdict = OperationVerdict.Conforms, Reason = "but for known findings" } : operation)];
    }
}
