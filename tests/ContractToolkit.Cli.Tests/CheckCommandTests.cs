using System.Text.Json;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Cli.Tests;

/// <summary><c>contract check</c> on a fresh terminal: wrong options are said in one line, the embedded mock keeps its contract, references stay where they may lead.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private const string Notes = """
        openapi: 3.1.0
        info: { title: Notes, version: 1.0.0 }
        paths:
          /notes:
            get: { responses: { '200': { description: All., content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Note' } } } } } } }
          /notes/{id}:
            get:
              parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ]
              responses: { '200': { description: One., content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }, '404': { description: None. } }
        components: { schemas: { Note: { type: object, required: [id], properties: { id: { type: integer }, text: { type: string } } } } }
        """;

    private readonly ToolRun tool = new();

    public CheckCommandTests() => tool.Write("notes.yaml", Notes);

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData("--rate must be more than 0", "--rate", "0")]
    [InlineData("--request-budget must be more than 0", "--request-budget", "0")]
    [InlineData("--min-coverage is a number from 0 to 100", "--min-coverage", "120")]
    [InlineData("contract: --server: 'ftp://x' is no base URL", "--server", "ftp://x")]
    [InlineData("contract: missing.json does not exist; --update-baseline writes it.", "--baseline", "missing.json")]
    [InlineData("contract: notes.yaml is no baseline", "--baseline", "notes.yaml")]
    [InlineData("contract: . is a folder, not a document.", "--baseline", ".", "--update-baseline")]
    [InlineData("contract: --update-baseline needs --baseline FILE.", "--update-baseline")]
    [InlineData("contract: . is a folder; name the file that the report is written to.", "--report", "json=.")]
    [InlineData("contract: . is a folder; name the file that the report is written to.", "-o", ".")]
    public async Task A_wrong_option_is_said_in_one_line(string message, params string[] options)
    {
        Assert.Equal(2, await tool.RunAsync(["check", "notes.yaml", .. options]));
        Assert.Contains(message, Assert.Single(tool.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contract_without_operations_is_said_to_be_untested()
    {
        using ToolRun tool = new();
        tool.Write("empty.yaml", "{openapi: 3.1.0, info: {title: Empty, version: '1'}, webhooks: {}}");
        Assert.Equal(0, await tool.RunAsync("check", "empty.yaml", "--mock"));
        Assert.Contains("nothing was tested", tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_the_settings_is_said()
    {
        tool.Write("contract.yaml", "check:\n  workers: many\n  tiemout: 5s\n");
        Assert.Equal(2, await tool.RunAsync("check", "notes.yaml"));
        Assert.Contains("contract.yaml:2:12 /check/workers: ", tool.Error, StringComparison.Ordinal);
        Assert.Contains("contract.yaml:3:12 /check/tiemout: ", tool.Error, StringComparison.Ordinal);
        tool.Write("contract.yaml", "check: [");
        await tool.RunAsync("check", "notes.yaml");
        Assert.DoesNotContain(" : ", tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_embedded_mock_keeps_its_contract_also_where_HEAD_stands_beside_GET()
    {
        Assert.Equal(0, await tool.RunAsync("check", "notes.yaml", "--report", "json=report.json"));
        using JsonDocument report = JsonDocument.Parse(tool.Read("report.json"));
        Assert.Empty(report.RootElement.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("level").GetString() != "info").Select(finding => finding.GetProperty("id").GetString() + " " + finding.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task An_unreachable_server_is_said_once_and_blames_no_operation()
    {
        Assert.Equal(3, await tool.RunAsync("check", "notes.yaml", "--server", "http://127.0.0.1:1"));
        Assert.DoesNotContain("fails", tool.Error, StringComparison.Ordinal);
        Assert.Contains("Target not reached: The connection was refused.", tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task References_lead_out_of_the_document_s_folder_only_where_root_allows_it()
    {
        tool.Write("common/note.yaml", "Note: { type: object, required: [id], properties: { id: { type: integer } } }\n");
        tool.Write("apis/notes.yaml", Notes.Replace("'#/components/schemas/Note'", "'../common/note.yaml#/Note'"));
        Assert.Equal(1, await tool.RunAsync("lint", "apis/notes.yaml"));
        Assert.Contains("leaves the folder of the root document", tool.Output, StringComparison.Ordinal);
        Assert.Equal(0, await tool.RunAsync("check", "apis/notes.yaml", "--root", ".", "--phase", "examples"));
        Assert.DoesNotContain("note:", tool.Output, StringComparison.Ordinal);
        Assert.Equal(2, await tool.RunAsync("lint", "apis/notes.yaml", "--root", "common"));
        Assert.Contains("--root: apis/notes.yaml is not below", tool.Error, StringComparison.Ordinal);
        tool.Write("outside.yaml", "Note: { type: object }\n");
        tool.Write("apis/notes.yaml", Notes.Replace("'#/components/schemas/Note'", "'../outside.yaml#/Note'"));
        Assert.Equal(1, await tool.RunAsync("lint", "apis/notes.yaml", "--root", "apis"));
    }
}
