namespace ContractToolkit.Cli.Tests;

public sealed class ValidateCommandTests : IDisposable
{
    private readonly ToolRun tool = new();

    public ValidateCommandTests()
    {
        tool.Write("pet.json", """{"type":"object","required":["name"],"properties":{"name":{"type":"string"},"born":{"format":"date"}}}""");
        tool.Write("api.yaml", """
            openapi: 3.0.3
            info: { title: Pets, version: 1.0.0 }
            paths: {}
            components:
              schemas:
                Pet: { type: object, required: [id], properties: { id: { type: integer, readOnly: true }, tag: { type: string, nullable: true } } }
            """);
    }

    [Fact]
    public async Task A_file_that_conforms_ends_with_0()
    {
        tool.Write("good.json", "\uFEFF{\"name\":\"Rex\"}");
        Assert.Equal(0, await tool.RunAsync("validate", "pet.json", "good.json"));
        Assert.Contains("1 instances, 0 of them invalid", tool.Output);
    }

    [Fact]
    public async Task What_is_wrong_is_told_with_file_line_and_pointer()
    {
        tool.Write("bad.json", "{\"name\":\n 12}");
        Assert.Equal(1, await tool.RunAsync("validate", "pet.json", "bad.json"));
        Assert.Contains("bad.json:2:2 /name: expected a string, found 12", tool.Output);
    }

    [Fact]
    public async Task Lines_are_instances_and_keep_their_place()
    {
        tool.Write("pets.ndjson", "{\"name\":\"a\"}\n\n{\"name\":1}\n{\"name\":\"b\"}\r\n{\"nam\n");
        Assert.Equal(1, await tool.RunAsync("validate", "pet.json", "pets.ndjson"));
        Assert.Contains("pets.ndjson:3:9 /name: expected a string, found 1", tool.Output);
        Assert.Contains("pets.ndjson:5:6: the JSON text ends inside a value", tool.Output);
        Assert.Contains("4 instances, 2 of them invalid", tool.Output);
    }

    [Fact]
    public async Task A_schema_inside_a_document_is_read_in_its_dialect_and_direction()
    {
        tool.Write("pet.ndjson", "{\"id\":1,\"tag\":null}\n");
        Assert.Equal(0, await tool.RunAsync("validate", "api.yaml#/components/schemas/Pet", "pet.ndjson"));
        Assert.Equal(1, await tool.RunAsync("validate", "api.yaml#/components/schemas/Pet", "pet.ndjson", "--direction", "Request"));
        Assert.Contains("a read-only member does not belong in a request", tool.Output);
    }

    [Fact]
    public async Task Formats_can_be_switched_off()
    {
        tool.Write("bad.json", """{"name":"Rex","born":"yesterday"}""");
        Assert.Equal(1, await tool.RunAsync("validate", "pet.json", "bad.json"));
        Assert.Equal(0, await tool.RunAsync("validate", "pet.json", "bad.json", "--no-formats"));
    }

    [Theory]
    [InlineData("missing.json", "good.json")]
    [InlineData("pet.json", "missing.json")]
    [InlineData("api.yaml", "pet.json")]
    [InlineData("api.yaml#/components/schemas/Cat", "pet.json")]
    public async Task Wrong_input_ends_with_2_and_one_line(string schema, string instance)
    {
        Assert.Equal(2, await tool.RunAsync("validate", schema, instance));
        Assert.Single(tool.Error.TrimEnd().Split('\n'));
    }

    public void Dispose() => tool.Dispose();
}
