namespace ContractToolkit.Cli.Tests;

/// <summary><c>contract convert</c> writes another version, and says what that version has no words for.</summary>
public sealed class ConvertCommandTests : IDisposable
{
    private const string Hooks = """
        openapi: 3.1.0
        info: { title: Hooks, version: '1' }
        paths:
          /a: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: [string, 'null'] } } } } } } }
        webhooks:
          made: { post: { responses: { '204': { description: heard } } } }
        """;

    private readonly ToolRun tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public async Task What_is_carried_over_whole_ends_with_0()
    {
        tool.Write("a.yaml", Hooks.Split("webhooks:")[0]);
        Assert.Equal(0, await tool.RunAsync("convert", "a.yaml", "--to", "3.0", "-o", "b.json"));
        Assert.Equal("", tool.Error);
        Assert.Contains("nullable", tool.Read("b.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_version_cannot_say_is_told_and_the_rest_is_written()
    {
        tool.Write("a.yaml", Hooks);
        Assert.Equal(1, await tool.RunAsync("convert", "a.yaml", "--to", "3.0", "-o", "b.json"));
        Assert.Contains("not carried over: POST made: webhook POST made removed", tool.Error, StringComparison.Ordinal);
        Assert.Contains("/a", tool.Read("b.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_converter_refuses_is_an_error_of_the_input()
    {
        tool.Write("a.yaml", "{openapi: 3.1.0, info: {title: T, version: '1'}, paths: {}, components: {securitySchemes: {m: {type: mutualTLS}}}}");
        Assert.Equal(2, await tool.RunAsync("convert", "a.yaml", "--to", "3.0", "-o", "b.json"));
        Assert.Contains("mutualTLS", tool.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("error of the tool", tool.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(tool.Folder, "b.json")));
    }

    [Fact]
    public async Task A_version_that_is_none_is_answered_in_one_line()
    {
        tool.Write("a.yaml", Hooks);
        Assert.Equal(2, await tool.RunAsync("convert", "a.yaml", "--to", "9"));
        Assert.Single(tool.Error.Trim().Split('\n'));
        Assert.DoesNotContain('\t', tool.Error);
    }
}
