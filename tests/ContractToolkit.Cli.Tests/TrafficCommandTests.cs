using System.IO.Compression;
using System.Text;

namespace ContractToolkit.Cli.Tests;

public sealed class TrafficCommandTests : IDisposable
{
    private readonly ToolRun tool = new();

    public TrafficCommandTests()
    {
        tool.Write("shop.yaml", """
            openapi: 3.1.0
            info: { title: Shop, version: 1.0.0 }
            paths:
              /orders/{id}:
                get:
                  parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
                  responses:
                    '200':
                      description: ok
                      content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: integer } } } } }
            """);
        tool.Write("traffic/a.ndjson", Line("""{"id":1}""") + Line("""{"id":1,"extra":true}"""));
        tool.Write("traffic/b.ndjson", Line("""{"id":null}"""));
    }

    [Fact]
    public async Task Drift_names_what_parted_and_writes_its_mends()
    {
        int code = await tool.RunAsync("drift", "shop.yaml", "traffic", "--overlay", "mend.yaml");
        Assert.Equal(1, code);
        Assert.Contains("drift-member-undeclared", tool.Output);
        Assert.Contains("drift-type-undeclared", tool.Output);
        Assert.Contains("$['paths']['/orders/{id}']", tool.Read("mend.yaml"));
    }

    [Fact]
    public async Task Profiles_of_parts_add_up_to_the_profile_of_the_whole()
    {
        Assert.Equal(0, await tool.RunAsync("profile", "shop.yaml", "traffic", "-o", "whole.json"));
        Assert.Equal(0, await tool.RunAsync("profile", "shop.yaml", "traffic/a.ndjson", "-o", "a.json"));
        Assert.Equal(0, await tool.RunAsync("profile", "shop.yaml", "traffic/b.*", "-o", "b.json"));
        Assert.Equal(0, await tool.RunAsync("profile", "merge", "b.json", "a.json", "-o", "sum.json"));
        Assert.Equal(tool.Read("whole.json"), tool.Read("sum.json"));
    }

    [Fact]
    public async Task Drift_of_a_profile_is_the_drift_of_its_traffic()
    {
        await tool.RunAsync("drift", "shop.yaml", "traffic", "--format", "json", "-o", "one.json");
        await tool.RunAsync("profile", "shop.yaml", "traffic", "-o", "whole.json");
        Assert.Equal(1, await tool.RunAsync("drift", "shop.yaml", "--profile", "whole.json"));
        Assert.Contains("drift-type-undeclared", tool.Output);
    }

    [Fact]
    public async Task Recordings_without_an_exchange_are_no_agreement()
    {
        tool.Write("empty.har", "");
        Assert.Equal(2, await tool.RunAsync("drift", "shop.yaml", "empty.har"));
        Assert.Contains("nothing was compared", tool.Error);
    }

    [Fact]
    public async Task A_packed_recording_that_is_cut_off_is_said_to_be_so_even_between_two_lines()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.NoCompression, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Line("""{"id":1}""")));
            gzip.Flush();
        }

        // Without its last block, which holds nothing but the end.
        tool.WriteBytes("cut.ndjson.gz", packed.ToArray()[..^13]);
        Assert.Equal(1, await tool.RunAsync("profile", "shop.yaml", "cut.ndjson.gz", "-o", "cut.json"));
        Assert.Contains("truncated data", tool.Error);
    }

    [Theory]
    [InlineData("worker", "profile worker [options]")]
    [InlineData("merge", "profile merge <PROFILE>... [options]")]
    public async Task The_help_of_a_command_within_profile_shows_its_own_arguments(string command, string usage)
    {
        Assert.Equal(0, await tool.RunAsync("profile", command, "--help"));
        Assert.Contains(usage, tool.Output);
        Assert.DoesNotContain("<DOCUMENT>", tool.Output);
        Assert.Equal(2, await tool.RunAsync("profile", command));
        Assert.Contains($"See 'contract profile {command} --help'.", tool.Error);
    }

    [Theory]
    [InlineData("missing.har", "missing.har does not exist.")]
    [InlineData("*.nothing", "no recording was found")]
    public async Task A_recording_that_is_not_there_is_said_in_one_line(string name, string message)
    {
        Assert.Equal(2, await tool.RunAsync("drift", "shop.yaml", name));
        Assert.Contains(message, tool.Error);
        Assert.DoesNotContain("   at ", tool.Error);
    }

    [Fact]
    public async Task A_broken_line_is_a_finding_and_the_rest_is_compared()
    {
        tool.Write("traffic/c.ndjson", "{broken\n" + Line("""{"id":2}"""));
        Assert.Equal(1, await tool.RunAsync("drift", "shop.yaml", "traffic/c.ndjson"));
        Assert.Contains("recording-unreadable", tool.Output);
        Assert.Contains("1 exchange,", tool.Output);
    }

    [Fact]
    public async Task A_page_is_imported_as_openapi()
    {
        tool.Write("calls.sh", "curl -X POST https://a.test/v1/pets -H 'Content-Type: application/json' -d '{\"name\":\"x\"}'");
        Assert.Equal(0, await tool.RunAsync("import", "calls.sh", "-o", "draft.yaml"));
        Assert.Contains("/v1/pets:", tool.Read("draft.yaml"));
        Assert.Equal(0, await tool.RunAsync("lint", "draft.yaml", "--no-second-opinion"));
    }

    [Fact]
    public async Task A_file_that_is_no_page_is_bad_input()
    {
        tool.Write("notes.txt", "nothing");
        Assert.Equal(2, await tool.RunAsync("import", "notes.txt"));
        Assert.Contains("notes.txt: no operation was found", tool.Error);
    }

    [Theory]
    [InlineData("text", "against  calls.sh")]
    [InlineData("json", "\"baseDocument\"")]
    [InlineData("sarif", "\"relatedLocations\"")]
    [InlineData("markdown", "against `calls.sh`")]
    [InlineData("junit", "import-element-missing")]
    [InlineData("github", "::error file=shop.yaml,line=")]
    public async Task A_check_of_a_page_is_reported_in_every_format_with_the_place_in_the_document_and_the_page(string format, string expected)
    {
        tool.Write("calls.sh", "curl 'https://a.test/orders/7?view=full'");
        Assert.Equal(1, await tool.RunAsync("import", "calls.sh", "--check", "shop.yaml", "--format", format));
        Assert.Contains(expected, tool.Output);
        Assert.Contains("view", tool.Output);
        Assert.Equal(1, await tool.RunAsync("import", "calls.sh", "--check", "shop.yaml", "--format", format, "-o", "report.txt"));
        Assert.Contains("view", tool.Read("report.txt"));
    }

    [Fact]
    public async Task Accepted_differences_of_a_page_no_longer_fail()
    {
        tool.Write("calls.sh", "curl 'https://a.test/orders/7?view=full'");
        await tool.RunAsync("import", "calls.sh", "--check", "shop.yaml", "--baseline", "known.yaml", "--update-baseline");
        Assert.Equal(0, await tool.RunAsync("import", "calls.sh", "--check", "shop.yaml", "--baseline", "known.yaml"));
    }

    [Fact]
    public async Task A_profile_that_is_none_is_refused_without_the_words_of_the_parser()
    {
        tool.Write("bad.json", "{\"version\": 4,\n x}");
        Assert.Equal(2, await tool.RunAsync("drift", "shop.yaml", "--profile", "bad.json"));
        Assert.Contains("bad.json: the file is no traffic profile of this version: it is no JSON (line 2, byte 2)", tool.Error);
        Assert.DoesNotContain("BytePositionInLine", tool.Error);
    }

    public void Dispose() => tool.Dispose();

    private static string Line(string body) =>
        $$"""{"method":"GET","url":"https://a.test/orders/7","requestHeaders":{},"status":200,"responseHeaders":{"content-type":["application/json"]},"responseBody":{{System.Text.Json.JsonSerializer.Serialize(body)}}}""" + "\n";
}
