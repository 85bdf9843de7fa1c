using System.Text;

namespace ContractToolkit.Reporting.Tests;

public sealed class BaselineTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Fact]
    public void A_known_finding_no_longer_fails_and_a_new_one_does()
    {
        Report first = Samples.Report(Samples.Reported());
        Baseline baseline = Baseline.Empty.Update(first, Today);
        Assert.False(baseline.Apply(first, Today, "b.json").HasFailures);
        Report second = Samples.Report(Samples.Reported(), Samples.Reported(Samples.Finding(cause: "#/other")));
        Report judged = baseline.Apply(second, Today, "b.json");
        Assert.True(judged.HasFailures);
        Assert.Equal([FindingStatus.Known, FindingStatus.New], judged.Findings.Select(finding => finding.Status));
    }

    [Fact]
    public void A_moved_line_and_another_message_are_the_same_finding()
    {
        Baseline baseline = Baseline.Empty.Update(Samples.Report(Samples.Reported()), Today);
        Finding moved = Samples.Finding() with { Message = "else", Document = new("spec/a b.yaml", "/x", new(99, 1)) };
        Assert.False(baseline.Apply(Samples.Report(Samples.Reported(moved)), Today, "b.json").HasFailures);
    }

    [Fact]
    public void An_expired_entry_counts_no_more_and_is_named()
    {
        Report report = Samples.Report(Samples.Reported());
        BaselineEntry entry = Baseline.Empty.Update(report, Today).Entries[0] with { Expires = Today.AddDays(-1) };
        Report judged = new Baseline([entry]).Apply(report, Today, "b.json");
        Assert.True(judged.HasFailures);
        Assert.Contains(judged.Findings, finding => finding.Finding.Id == Baseline.ExpiredId);
        Assert.False(new Baseline([entry with { Expires = Today }]).Apply(report, Today, "b.json").HasFailures);
    }

    [Fact]
    public void A_stale_entry_is_reported_but_not_by_a_run_that_did_not_look()
    {
        Baseline baseline = Baseline.Empty.Update(Samples.Report(Samples.Reported()), Today);
        Report clean = Samples.Report() with { Operations = [Samples.Operation("GET /pets", OperationVerdict.Conforms)] };
        Assert.Contains(baseline.Apply(clean, Today, "b.json").Findings, finding => finding.Finding.Id == Baseline.StaleId);
        Assert.Empty(baseline.Apply(clean with { Outcome = RunOutcome.CutShort }, Today, "b.json").Findings);
        Assert.Empty(baseline.Apply(clean with { Operations = [Samples.Operation("GET /pets", OperationVerdict.Skipped)] }, Today, "b.json").Findings);
    }

    [Fact]
    public void Updating_keeps_reasons_and_drops_what_is_gone()
    {
        Baseline first = Baseline.Empty.Update(Samples.Report(Samples.Reported(), Samples.Reported(Samples.Finding(cause: "gone"))), Today);
        Baseline edited = new([.. first.Entries.Select(entry => entry with { Reason = "known since May", Owner = "ada" })]);
        Baseline second = edited.Update(Samples.Report(Samples.Reported()), Today.AddDays(9));
        BaselineEntry kept = Assert.Single(second.Entries);
        Assert.Equal(("known since May", "ada", Today), (kept.Reason, kept.Owner, kept.Added));
    }

    [Fact]
    public void A_verdict_follows_its_findings()
    {
        Report report = Samples.Report(Samples.Reported());
        Report judged = Baseline.Empty.Update(report, Today).Apply(report, Today, "b.json");
        Assert.Equal(OperationVerdict.Conforms, judged.Operations[0].Verdict);
    }

    [Fact]
    public void A_file_is_read_as_it_was_written()
    {
        Baseline baseline = new([new("r", "GET /a", "#/c", "why", "who", Today, Today), new("r2", null, null, "why", "who", null, Today)]);
        StringWriter text = new();
        BaselineFile.Write(baseline, text);
        Assert.Equal(baseline.Entries, BaselineFile.Read(Encoding.UTF8.GetBytes(text.ToString())).Entries);
    }

    [Theory]
    [InlineData("[]", "array 'findings'")]
    [InlineData("{", "no JSON, line 1")]
    [InlineData("""{"findings":[{"rule":"a","owner":"b"}]}""", "/findings/0: 'reason' is missing")]
    [InlineData("""{"findings":[{"rule":"a","reason":"r","owner":"b","expires":"tomorrow"}]}""", "/findings/0/expires: 'tomorrow' is no date")]
    [InlineData("""{"findings":[{"rule":"a","reason":"r","owner":"b","expire":"2027-01-01"}]}""", "unknown member 'expire'")]
    public void A_broken_file_is_refused_with_the_place(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => BaselineFile.Read(Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);
}
