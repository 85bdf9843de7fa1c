using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ContractToolkit.Reporting.Tests;

public sealed partial class ReporterTests
{
    private static readonly Report Sample = Samples.Report(Samples.Reported(), Samples.Reported(Samples.Finding("odd", "GET /pets", FindingLevel.Warning)));

    public static TheoryData<string> Names => new(Reporters.All.Select(reporter => reporter.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_report_gives_the_same_text_with_plain_newlines(string name)
    {
        string text = Reporters.Find(name)!.WriteString(Sample);
        Assert.Equal(text, Reporters.Find(name)!.WriteString(Sample));
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("github")]
    public void No_control_character_reaches_a_terminal_or_a_log(string name) =>
        Assert.DoesNotMatch(Control(), Reporters.Find(name)!.WriteString(Sample));

    [Fact]
    public void JUnit_counts_and_survives_hostile_text()
    {
        XElement root = XDocument.Parse(new JUnitReporter().WriteString(Sample)).Root!;
        Assert.Equal(("3", "1", "1"), (root.Attribute("tests")!.Value, root.Attribute("failures")!.Value, root.Attribute("skipped")!.Value));
        XElement failed = Assert.Single(root.Descendants("testcase"), test => test.Element("failure") is not null);
        Assert.Equal("GET /pets", failed.Attribute("name")!.Value);
        Assert.Contains("examples.getPets.42.0", failed.Element("failure")!.Value, StringComparison.Ordinal);
        Assert.Contains("odd", failed.Element("system-out")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void JUnit_keeps_findings_that_belong_to_no_operation()
    {
        XElement root = XDocument.Parse(new JUnitReporter().WriteString(Samples.Report(Samples.Reported(Samples.Finding("doc", null))))).Root!;
        Assert.Contains(root.Descendants("testcase"), test => test.Attribute("name")!.Value == "doc" && test.Element("failure") is not null);
    }

    [Fact]
    public void Sarif_points_at_the_line_of_the_document()
    {
        using JsonDocument sarif = JsonDocument.Parse(new SarifReporter().WriteString(Sample));
        JsonElement run = sarif.RootElement.GetProperty("runs")[0];
        JsonElement result = run.GetProperty("results")[0];
        JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        Assert.Equal("spec/a%20b.yaml", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal((12, 5), (place.GetProperty("region").GetProperty("startLine").GetInt32(), place.GetProperty("region").GetProperty("startColumn").GetInt32()));
        int rule = result.GetProperty("ruleIndex").GetInt32();
        Assert.Equal(result.GetProperty("ruleId").GetString(), run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[rule].GetProperty("id").GetString());
        Assert.Equal("warning", run.GetProperty("results")[1].GetProperty("level").GetString());
    }

    [Fact]
    public void GitHub_annotations_are_one_line_each_and_escape_what_would_end_them()
    {
        string[] lines = new GitHubReporter().WriteString(Sample).TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("::error file=spec/a b.yaml,line=12,col=5,title=response-body%3A GET /pets::", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("::warning ", lines[1], StringComparison.Ordinal);
        Assert.Contains("%250A", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Html_cannot_be_broken_out_of_and_loads_nothing()
    {
        string html = new HtmlReporter().WriteString(Sample);
        Assert.Equal(2, Regex.Count(html, "</script>"));
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(src|href)=""?https?:", html);
        string data = Data().Match(html).Groups[1].Value;
        using JsonDocument report = JsonDocument.Parse(data);
        Assert.Contains("</script>", report.RootElement.GetProperty("contract").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_groups_the_operations_and_sums_up()
    {
        string text = new TextReporter().WriteString(Sample);
        Assert.Contains("pets (3 operations)", text, StringComparison.Ordinal);
        Assert.Contains("  FAILS          GET /pets", text, StringComparison.Ordinal);
        Assert.Contains("(3 times)", text, StringComparison.Ordinal);
        Assert.Contains("spec/a b.yaml:12:5", text, StringComparison.Ordinal);
        Assert.Contains("3 operations: 1 envelope only, 1 fails, 1 skipped. 1 error, 1 warning. 7 requests in 1.2 s. Coverage 60 % (TCL 0).", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_fits_a_screen_however_many_findings_there_are()
    {
        Report report = Samples.Report([.. Enumerable.Range(0, 1000).Select(i => Samples.Reported(Samples.Finding(cause: $"{i}") with { Message = $"Fault {i}." }))]);
        string text = new TextReporter(maxFindings: 3).WriteString(report);
        Assert.Contains("and 997 more errors", text, StringComparison.Ordinal);
        Assert.InRange(text.Split('\n').Length, 20, 60);
    }

    [Fact]
    public void What_many_operations_share_is_printed_once()
    {
        Report report = Samples.Report([.. Enumerable.Range(0, 9).Select(i => Samples.Reported(Samples.Finding(cause: "same") with { Operation = $"GET /{i}" }))]);
        string text = new TextReporter().WriteString(report);
        Assert.Contains("also     GET /1, GET /2, GET /3, GET /4 and 4 more", text, StringComparison.Ordinal);
        Assert.DoesNotContain("error response-body  GET /1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_written_whole_or_not_at_all()
    {
        string folder = Directory.CreateTempSubdirectory("report").FullName;
        try
        {
            string path = Path.Combine(folder, "deep", "report.json");
            new JsonReporter().WriteFile(Sample, path);
            Assert.Equal(["report.json"], Directory.GetFiles(Path.GetDirectoryName(path)!).Select(Path.GetFileName));
            Assert.NotEqual(0xEF, File.ReadAllBytes(path)[0]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex("[\u0000-\u0009\u000b-\u001f\u202e]")]
    private static partial Regex Control();

    [GeneratedRegex("<script type=\"application/json\" id=\"data\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Data();
}
