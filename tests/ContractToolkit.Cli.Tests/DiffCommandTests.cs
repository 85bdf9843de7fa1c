using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;

namespace ContractToolkit.Cli.Tests;

public sealed class DiffCommandTests : IDisposable
{
    private const string Breaking = "response-property-enum-value-added";

    private readonly ToolRun tool = new();

    public DiffCommandTests()
    {
        tool.Write("old.yaml", Document("1.0.0", "a, b", "integer"));
        tool.Write("new.yaml", Document("1.1.0", "a, b, c", "integer"));
    }

    [Fact]
    public async Task A_breaking_change_fails_and_shows_both_places_and_a_value()
    {
        Assert.Equal(1, await tool.RunAsync("diff", "old.yaml", "new.yaml"));
        Assert.Contains(Breaking, tool.Output);
        Assert.Contains("GET /orders/{id}", tool.Output);
        Assert.Contains("new.yaml:11:", tool.Output);
        Assert.Contains("\"c\"", tool.Output);
    }

    [Fact]
    public async Task What_one_edit_does_both_ways_is_counted_once()
    {
        string Of(string values) => $$"""
            {"openapi":"3.1.0","info":{"title":"T","version":"{{values.Length}}"},"paths":{"/a":{"put":{
              "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/S"} } } },
              "responses":{"200":{"description":"ok","content":{"application/json":{"schema":{"$ref":"#/components/schemas/S"} } } } } } } },
             "components":{"schemas":{"S":{"enum":[{{values}}]} } } }
            """;
        tool.Write("one.json", Of("\"a\""));
        tool.Write("two.json", Of("\"a\",\"b\""));
        await tool.RunAsync("diff", "one.json", "two.json");
        Assert.Contains("1 breaking, 0 doubtful, 0 harmless changes", tool.Output + tool.Error);
    }

    [Fact]
    public async Task The_way_back_breaks_nobody() => Assert.Equal(0, await tool.RunAsync("diff", "new.yaml", "old.yaml"));

    [Theory]
    [InlineData("none", 0)]
    [InlineData("error", 1)]
    [InlineData("info", 1)]
    public async Task What_fails_is_chosen(string level, int code) => Assert.Equal(code, await tool.RunAsync("diff", "old.yaml", "new.yaml", "--fail-on", level));

    [Fact]
    public async Task A_rule_may_be_given_another_level()
    {
        Assert.Equal(0, await tool.RunAsync("diff", "old.yaml", "new.yaml", "--level", Breaking + "=info"));
        Assert.Equal(2, await tool.RunAsync("diff", "old.yaml", "new.yaml", "--level", "no-such-rule=info"));
        Assert.Contains("no-such-rule", tool.Error);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    public async Task Machines_read_it_as_JSON(string format)
    {
        await tool.RunAsync("diff", "old.yaml", "new.yaml", "--format", format);
        using JsonDocument json = JsonDocument.Parse(tool.Output);
        Assert.Contains(Breaking, json.RootElement.GetRawText());
    }

    [Fact]
    public async Task Continuous_integration_reads_it_as_JUnit_annotations_Markdown_and_HTML()
    {
        await tool.RunAsync("diff", "old.yaml", "new.yaml", "--report", "junit=r/j.xml", "--report", "html=r/h.html", "--report", "markdown=r/m.md", "--report", "github=r/g.txt");
        Assert.NotEmpty(XDocument.Parse(tool.Read("r/j.xml")).Descendants("failure"));
        Assert.Contains("</html>", tool.Read("r/h.html"));
        Assert.Contains(Breaking, tool.Read("r/m.md"));
        Assert.Contains("::error file=new.yaml,line=11", tool.Read("r/g.txt"));
    }

    [Fact]
    public async Task An_accepted_change_fails_no_more_until_its_day_has_passed()
    {
        Assert.Equal(0, await tool.RunAsync("diff", "old.yaml", "new.yaml", "--baseline", "known.json", "--update-baseline"));
        Assert.Equal(0, await tool.RunAsync("diff", "old.yaml", "new.yaml", "--baseline", "known.json"));
        tool.Write("known.json", tool.Read("known.json").Replace("\"owner\":", "\"expires\": \"2020-01-01\", \"owner\":", StringComparison.Ordinal));
        Assert.Equal(1, await tool.RunAsync("diff", "old.yaml", "new.yaml", "--baseline", "known.json"));
    }

    [Fact]
    public async Task An_accepted_change_that_is_gone_is_said_to_be_stale()
    {
        await tool.RunAsync("diff", "old.yaml", "new.yaml", "--baseline", "known.json", "--update-baseline");
        await tool.RunAsync("diff", "old.yaml", "old.yaml", "--baseline", "known.json");
        Assert.Contains("stale", tool.Output + tool.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_ignored_change_is_shown_with_its_reason_and_fails_nothing_until_its_day()
    {
        tool.Write("contract.yaml", $"diff: {{ ignore: [ {{ rule: {Breaking}, operation: 'GET /orders/{{id}}', reason: agreed with all users, expires: 2999-12-31 }} ] }}");
        Assert.Equal(0, await tool.RunAsync("diff", "old.yaml", "new.yaml"));
        Assert.Contains("1 known or ignored finding", tool.Output);
        await tool.RunAsync("diff", "old.yaml", "new.yaml", "--format", "json");
        Assert.Contains("\"ignored\"", tool.Output);
        Assert.Contains("agreed with all users", tool.Output);

        tool.Write("contract.yaml", tool.Read("contract.yaml").Replace("2999", "2020"));
        Assert.Equal(1, await tool.RunAsync("diff", "old.yaml", "new.yaml"));
        Assert.Contains("2020-12-31", tool.Output);
    }

    [Fact]
    public async Task An_ignored_change_that_is_gone_is_said_to_be_stale_and_a_wrong_one_refused()
    {
        Assert.Equal(0, await tool.RunAsync("diff", "old.yaml", "old.yaml", "--set", $"diff.ignore=[{{rule: {Breaking}, reason: known}}]"));
        Assert.Contains("ignore-stale", tool.Output);
        Assert.Equal(2, await tool.RunAsync("diff", "old.yaml", "new.yaml", "--set", "diff.ignore=[{rule: no-such-rule, reason: known}]"));
        Assert.Contains("no-such-rule", tool.Error);
        Assert.Equal(2, await tool.RunAsync("diff", "old.yaml", "new.yaml", "--set", $"diff.ignore=[{{rule: {Breaking}}}]"));
    }

    [Fact]
    public async Task Levels_and_what_fails_stand_in_the_configuration_and_the_command_line_counts_more()
    {
        tool.Write("contract.yaml", $"diff: {{ failOn: warning, levels: {{ {Breaking}: warning }} }}");
        Assert.Equal(1, await tool.RunAsync("diff", "old.yaml", "new.yaml"));
        Assert.Equal(0, await tool.RunAsync("diff", "old.yaml", "new.yaml", "--fail-on", "error"));
        Assert.Equal(0, await tool.RunAsync("diff", "old.yaml", "new.yaml", "--level", Breaking + "=info"));
    }

    [Fact]
    public async Task A_component_that_changed_once_is_one_finding_whichever_ways_it_travels()
    {
        const string Shared = """
            openapi: 3.1.0
            info: { title: Shop, version: 1.0.0 }
            paths:
              /orders:
                post:
                  requestBody: { content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/State' } } } } }
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/State' } } } } }
                put:
                  parameters: [ { name: s, in: query, schema: { $ref: '#/components/schemas/State' } } ]
                  requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/State' } } } }
                  responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { s: { $ref: '#/components/schemas/State' } } } } } } }
            components: { schemas: { State: { type: string, enum: [a, b] } } }
            """;
        tool.Write("one.yaml", Shared);
        tool.Write("two.yaml", Shared.Replace("[a, b]", "[a, b, c]"));
        await tool.RunAsync("diff", "one.yaml", "two.yaml", "--format", "json");
        using JsonDocument json = JsonDocument.Parse(tool.Output);
        JsonElement finding = Assert.Single(json.RootElement.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("id").GetString()!.Contains("enum"));
        Assert.Contains("request-", finding.GetRawText());
        Assert.Contains("response-", finding.GetRawText());
    }

    [Fact]
    public async Task A_revision_of_git_is_compared_with_the_file()
    {
        tool.Write("api/shop.yaml", Document("1.0.0", "a, b", "integer"));
        Git("init", "-q");
        Git("add", ".");
        Git("-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "-q", "-m", "first");
        tool.Write("api/shop.yaml", Document("1.1.0", "a, b, c", "integer"));
        Assert.Equal(1, await tool.RunAsync("diff", "git:HEAD:api/shop.yaml", "api/shop.yaml"));
        Assert.Contains(Breaking, tool.Output);
        Assert.Equal(2, await tool.RunAsync("diff", "git:nowhere:api/shop.yaml", "api/shop.yaml"));
        Assert.Single(tool.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_revision_of_git_brings_its_other_files_from_the_root_of_the_repository_too()
    {
        tool.Write("shop.json", Reference);
        tool.Write("parts/s.yaml", "S: {enum: [a]}");
        Git("init", "-q");
        Git("add", ".");
        Git("-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "-q", "-m", "first");
        tool.Write("parts/s.yaml", "S: {enum: [a, b]}");
        Assert.Equal(1, await tool.RunAsync("diff", "git:HEAD:shop.json", "shop.json"));
        Assert.Contains("response-body-enum-value-added", tool.Output);
        Assert.DoesNotContain("compared without it", tool.Output + tool.Error);
    }

    [Fact]
    public async Task What_could_not_be_read_is_said()
    {
        tool.Write("shop.json", Reference);
        await tool.RunAsync("diff", "shop.json", "shop.json");
        Assert.Contains("compared without it: shop.json:", tool.Output + tool.Error);
        Assert.Contains("parts/s.yaml", tool.Output + tool.Error);
    }

    private const string Reference = """
        {"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{"/a":{"get":{"responses":{
          "200":{"description":"ok","content":{"application/json":{"schema":{"$ref":"parts/s.yaml#/S"} } } } } } } } }
        """;

    [Fact]
    public async Task A_folder_stands_for_the_document_in_it()
    {
        tool.Write("v1/openapi.yaml", Document("1.0.0", "a, b", "integer"));
        tool.Write("v2/openapi.yaml", Document("1.1.0", "a, b, c", "integer"));
        Assert.Equal(1, await tool.RunAsync("diff", "v1", "v2"));
        Assert.Contains("v2/openapi.yaml:11:", tool.Output);
    }

    [Fact]
    public async Task The_older_document_may_come_by_standard_input()
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "contract.dll"), "diff", "-", "new.yaml"])
        {
            WorkingDirectory = tool.Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(tool.Read("old.yaml"));
        process.StandardInput.Close();
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
        Assert.Contains(Breaking, output);
        Assert.Equal(2, await tool.RunAsync("diff", "-", "-"));
    }

    [Fact]
    public async Task Recorded_calls_are_replayed_against_both()
    {
        tool.Write("stricter.yaml", Document("1.1.0", "a, b", "integer, minimum: 10"));
        tool.Write("calls.ndjson", Call(7) + Call(12) + Call(3));
        await tool.RunAsync("diff", "old.yaml", "stricter.yaml", "--traffic", "calls.ndjson");
        Assert.Contains("2 of 3 recorded calls break", tool.Output);
    }

    [Fact]
    public async Task Recordings_that_hold_no_call_or_end_early_do_not_take_the_comparison_away()
    {
        tool.Write("stricter.yaml", Document("1.1.0", "a, b", "integer, minimum: 10"));
        tool.Write("none.ndjson", """{"method":"OPTIONS","url":"/a","status":204,"requestHeaders":{"Origin":["https://b.test"],"Access-Control-Request-Method":["POST"]}}""");
        tool.WriteBytes("cut.ndjson.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF]);
        Assert.Equal(1, await tool.RunAsync("diff", "old.yaml", "stricter.yaml", "--traffic", "none.ndjson", "--traffic", "cut.ndjson.gz"));
        Assert.Contains("the recordings hold no call", tool.Output);
        Assert.Contains("cut.ndjson.gz", tool.Error);
    }

    [Fact]
    public async Task A_changelog_is_written_for_the_users_of_the_api()
    {
        await tool.RunAsync("diff", "old.yaml", "new.yaml", "--changelog", "out/CHANGES.md");
        string text = tool.Read("out/CHANGES.md");
        Assert.StartsWith("# Shop: 1.0.0 to 1.1.0\n\n## Breaking\n\n- **GET /orders/{id}**: ", text);
        Assert.Contains(Breaking, text);
    }

    [Theory]
    [InlineData("missing.yaml", "missing.yaml does not exist.")]
    [InlineData("broken.yaml", "broken.yaml")]
    public async Task What_cannot_be_read_is_said_in_one_line(string file, string message)
    {
        tool.Write("broken.yaml", "a: [");
        Assert.Equal(2, await tool.RunAsync("diff", file, "new.yaml"));
        Assert.Contains(message, tool.Error);
        Assert.DoesNotContain("   at ", tool.Error);
    }

    public void Dispose() => tool.Dispose();

    private static string Call(int id) =>
        $"{{\"request\":{{\"method\":\"GET\",\"url\":\"https://shop.test/orders/{id}\"}},\"response\":{{\"status\":200,\"headers\":{{\"Content-Type\":\"application/json\"}},\"body\":\"{{}}\"}}}}\n";

    private static string Document(string version, string kinds, string id) => $$"""
        openapi: 3.1.0
        info: { title: Shop, version: {{version}} }
        paths:
          /orders/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: {{id}} } }]
              responses:
                '200':
                  description: ok
                  content: { application/json: { schema: { type: object, properties: { kind: {
                    type: string, enum: [{{kinds}}] } } } } }
        """;

    private void Git(params string[] arguments)
    {
        using Process git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = tool.Folder })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
