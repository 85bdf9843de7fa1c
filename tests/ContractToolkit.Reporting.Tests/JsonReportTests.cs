using System.Text;
using System.Text.Json;

namespace ContractToolkit.Reporting.Tests;

public sealed class JsonReportTests
{
    [Fact]
    public void What_was_written_is_read_back_whole()
    {
        Report report = Samples.Report(Samples.Reported(), Samples.Reported(Samples.Finding("x", null, FindingLevel.Info, null)) with { Flaky = true, Status = FindingStatus.Ignored, Reason = "why" });
        Report again = Read(new JsonReporter().WriteString(report));
        Assert.Equal(new JsonReporter().WriteString(report), new JsonReporter().WriteString(again));
        Assert.Equal(report.Findings, again.Findings);
        Assert.Equal(report.Operations[0].Coverage, again.Operations[0].Coverage);
        Assert.Equal(report.Started, again.Started);
    }

    [Fact]
    public void Every_member_that_is_written_is_in_the_documented_schema()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestSupport.SharedData.Repository, "docs", "report-schema.json")));
        using JsonDocument report = JsonDocument.Parse(new JsonReporter().WriteString(Samples.Report(Samples.Reported() with { Reason = "r" })));
        Assert.Equal([], SchemaMisfits.Of(report.RootElement, schema.RootElement, schema.RootElement));
    }

    [Theory]
    [InlineData("{}", "'format' is not")]
    [InlineData("[1", "no report")]
    [InlineData("""{"format":"contract-report","formatVersion":"2.0"}""", "format version 2.0")]
    [InlineData("""{"format":"contract-report","formatVersion":"1.0","command":"check","outcome":"odd"}""", "'odd' is none of completed")]
    public void What_is_no_report_is_refused_with_a_reason(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => Read(text)).Message, StringComparison.Ordinal);

    private static Report Read(string text) => JsonReportReader.Read(Encoding.UTF8.GetBytes(text));
}
