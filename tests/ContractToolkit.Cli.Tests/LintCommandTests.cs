using ContractToolkit.TestSupport;

namespace ContractToolkit.Cli.Tests;

/// <summary><c>contract lint</c> on the BesChannels contract, as it is and damaged.</summary>
public sealed class LintCommandTests : IDisposable
{
    private readonly ToolRun tool = new();

    public LintCommandTests()
    {
        foreach (string file in new[] { "openapi.yaml", "inventory.yaml" }) tool.Write(file, File.ReadAllText(Path.Combine(SharedData.Repository, "spec/beschannels", file)));
    }

    public void Dispose() => tool.Dispose();

    [Fact]
    public async Task A_document_that_the_second_reader_fails_on_is_linted_nevertheless()
    {
        using ToolRun tool = new();
        tool.Write("parts/a.yaml", "get: { responses: { '200': { description: ok } } }");
        tool.Write("b.yaml", """
            swagger: '2.0'
            info: { title: Parts, version: '1' }
            paths: { /a: { $ref: 'parts/a.yaml' }, /b: { get: { parameters: [{ $ref: 'parts/q.json#/q' }], responses: { '200': { description: ok, schema: { $ref: 'S.json' } } } } } }
            """);
        tool.Write("S.json", "{\"type\":\"object\"}");
        tool.Write("parts/q.json", "{\"q\":{\"name\":\"q\",\"in\":\"query\",\"type\":\"string\"}}");
        Assert.Equal(0, await tool.RunAsync("lint", "b.yaml"));
    }

    [Fact]
    public async Task The_contract_has_no_error_and_the_coverage_of_the_inventory_is_told()
    {
        Assert.Equal(0, await tool.RunAsync("lint", "openapi.yaml"));
        Assert.Contains("22 operations in the vendor's navigation", tool.Output, StringComparison.Ordinal);
        Assert.Contains("11 by name only", tool.Output, StringComparison.Ordinal);
        Assert.Contains("5 others of the same host", tool.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inventory.yaml", "path: /leads/open-api/del-leads", "path: /leads/open-api/delete-leads", "lint-inventory")]
    [InlineData("inventory.yaml", "operationId: deleteLeads", "operationId: createLead", "lint-inventory")]
    [InlineData("openapi.yaml", "value: { leads_id: 5878 }", "value: { leads_id: [5878] }", "lint-example")]
    public async Task What_disagrees_is_an_error(string file, string text, string damaged, string rule)
    {
        string before = tool.Read(file);
        Assert.Contains(text, before, StringComparison.Ordinal);
        tool.Write(file, before.Replace(text, damaged, StringComparison.Ordinal));
        Assert.Equal(1, await tool.RunAsync("lint", "openapi.yaml"));
        Assert.Contains("error " + rule, tool.Output, StringComparison.Ordinal);
    }
}
