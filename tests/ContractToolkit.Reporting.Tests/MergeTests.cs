namespace ContractToolkit.Reporting.Tests;

public sealed class MergeTests
{
    [Fact]
    public void Shards_become_one_report()
    {
        Report one = Samples.Report(Samples.Reported()) with { Operations = [Samples.Operation("GET /a", OperationVerdict.Conforms, new CoverageItem("status", "200", 1), new CoverageItem("status", "404", 0)), Samples.Operation("GET /b", OperationVerdict.Skipped)] };
        Report two = Samples.Report(Samples.Reported()) with { Operations = [Samples.Operation("GET /a", OperationVerdict.Skipped, new CoverageItem("status", "404", 2)), Samples.Operation("GET /b", OperationVerdict.Fails)], Outcome = RunOutcome.CutShort, OutcomeReason = "stopped" };
        Report merged = ReportMerger.Merge([one, two]);
        Assert.Equal([OperationVerdict.Conforms, OperationVerdict.Fails], merged.Operations.Select(operation => operation.Verdict));
        Assert.Equal(14, merged.Requests);
        Assert.Equal(6, Assert.Single(merged.Findings).Occurrences);
        Assert.Equal((RunOutcome.CutShort, "stopped"), (merged.Outcome, merged.OutcomeReason));
        Assert.Equal([new("status", "200", 1), new("status", "404", 2)], merged.Operations[0].Coverage);
    }

    [Fact]
    public void Merging_does_not_depend_on_grouping()
    {
        Report[] parts = [.. Enumerable.Range(0, 3).Select(i => Samples.Report(Samples.Reported(Samples.Finding(cause: $"{i % 2}"))))];
        string left = new JsonReporter().WriteString(ReportMerger.Merge([ReportMerger.Merge(parts[..2]), parts[2]]));
        string right = new JsonReporter().WriteString(ReportMerger.Merge([parts[0], ReportMerger.Merge(parts[1..])]));
        Assert.Equal(left, right);
    }

    [Fact]
    public void Reports_of_different_contracts_do_not_mix() =>
        Assert.Throws<ArgumentException>(() => ReportMerger.Merge([Samples.Report(), Samples.Report() with { Contract = "another" }]));
}
