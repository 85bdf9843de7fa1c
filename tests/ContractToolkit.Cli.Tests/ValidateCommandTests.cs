using System.Diagnostics;
using System.Text;
using ContractToolkit.TestSupport;

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
        Assert.Contains("1 instance, 0 of them invalid", tool.Output);
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
    public async Task Folders_and_patterns_are_searched_for_instances()
    {
        tool.Write("data/a.json", "{\"name\":\"a\"}");
        tool.Write("data/deep/b.ndjson", "{\"name\":1}\n");
        tool.Write("data/readme.txt", "no instance");
        Assert.Equal(1, await tool.RunAsync("validate", "pet.json", "data"));
        Assert.Contains("2 instances, 1 of them invalid", tool.Output);
        Assert.Contains("b.ndjson:1:9 /name", tool.Output);
        Assert.Equal(0, await tool.RunAsync("validate", "pet.json", "data/*.json"));
        Assert.Equal(2, await tool.RunAsync("validate", "pet.json", "data/*.yaml"));
        Assert.Contains("no file fits data/*.yaml", tool.Error);
    }

    [Fact]
    public async Task What_is_beyond_the_limits_is_not_called_invalid()
    {
        tool.Write("deep.json", new string('[', 100_000) + new string(']', 100_000));
        Assert.Equal(1, await tool.RunAsync("validate", "pet.json", "deep.json"));
        Assert.Contains("deep.json:1:1001: not judged, nested too deeply", tool.Output);
        Assert.Contains("1 instance, 0 of them invalid, 1 not judged", tool.Output);
    }

    [Theory]
    [InlineData(new[] { "validate", "pet.json", "pet.json", "--direction", "Sideways" }, "'Sideways' is no value of --direction; it is one of none, request, response.")]
    [InlineData(new[] { "mock", "api.yaml", "--port", "x" }, "'x' is no value of --port; a number is expected.")]
    [InlineData(new[] { "mock", "api.yaml", "--latency-shape", "x" }, "it is one of even, bell, longtail.")]
    public async Task A_value_that_is_none_is_answered_in_one_line_without_names_of_types(string[] line, string message)
    {
        Assert.Equal(2, await tool.RunAsync(line));
        Assert.Contains(message, tool.Error);
        Assert.DoesNotContain("System.", tool.Error);
        Assert.Single(tool.Error.Trim().Split('\n'));
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

    public static TheoryData<byte[], string> Hostile => new()
    {
        { Encoding.UTF8.GetBytes(new string('[', 1_000_000)), "bad.json:1:1001: not judged, nested too deeply" },
        { "{\"name\":NaN}"u8.ToArray(), "bad.json:1:9: this character cannot stand here in JSON" },
        { "{\"name\":\"\\ud800\"}"u8.ToArray(), "bad.json:1:9: an escaped surrogate without its other half is no text" },
        { "{\"name\":\"a\"} x"u8.ToArray(), "bad.json:1:14: something follows the end of the JSON value" },
        { "{\"name\":\"a\"}\0"u8.ToArray(), "bad.json:1:13: something follows the end of the JSON value" },
        { [.. "{\"name\":\""u8, 0xFF, .. "\"}"u8], "bad.json:1:10: these bytes are not UTF-8" },
        { Encoding.Unicode.GetBytes("{}"), "bad.json:1:2: this is not UTF-8, but UTF-16 or UTF-32 as it seems" },
        { " \n"u8.ToArray(), "bad.json:2:1: expected a JSON value, found nothing" },
        { "{\"name\":\"a\",\"name\":\"b\"}"u8.ToArray(), "bad.json:1:13 /name: this member stands twice in its object" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_instance_ends_in_one_finding(byte[] instance, string finding)
    {
        File.WriteAllBytes(Path.Combine(tool.Folder, "bad.json"), instance);
        Assert.Equal(1, await tool.RunAsync("validate", "pet.json", "bad.json"));
        Assert.Contains(finding, tool.Output);
        Assert.Contains("1 error.", tool.Output);
    }

    [Fact]
    public async Task A_name_that_no_schema_declares_and_that_stands_twice_is_a_warning()
    {
        string many = string.Concat(Enumerable.Range(0, 40).Select(i => $"\"k{i}\":0,"));
        tool.Write("odd.json", $$"""{"name":"Rex","x":{"c":1,"\u0063":2},"y":{{{many}}"k7":1},"z":[{"c":1},{"c":1}]}""");
        Assert.Equal(0, await tool.RunAsync("validate", "pet.json", "odd.json"));
        Assert.Contains("/x/c: this name stands twice", tool.Output);
        Assert.Contains("/y/k7: this name stands twice", tool.Output);
        Assert.Contains("2 warnings. 1 instance in ", tool.Output);
    }

    [Fact]
    public async Task A_dialect_that_is_unknown_is_told()
    {
        tool.Write("strange.json", """{"$schema":"https://example.com/strange","type":"integer"}""");
        tool.Write("one.json", "1");
        Assert.Equal(0, await tool.RunAsync("validate", "strange.json", "one.json"));
        Assert.Contains("the dialect 'https://example.com/strange' is unknown", tool.Output);
    }

    [Fact]
    public async Task The_first_instances_are_told_of_however_many_are_invalid()
    {
        tool.Write("many.ndjson", string.Concat(Enumerable.Range(1, 60_000).Select(i => $"{{\"name\":{i}}}\n")));
        Assert.Equal(1, await tool.RunAsync("validate", "pet.json", "many.ndjson", "--format", "json"));
        Assert.Contains("many.ndjson:1:9 ", tool.Output);
        Assert.Contains("many.ndjson:1000:9 ", tool.Output);
        Assert.DoesNotContain("many.ndjson:1001:9 ", tool.Output);
        Assert.Contains("60000 instances, 60000 of them invalid", tool.Error);
    }

    [Fact]
    public async Task Standard_input_is_read_and_a_signal_stops_with_what_was_found()
    {
        Interrupt.Require();
        (int Code, string Output) run = default;

        // The line is judged while the input stays open; how soon, only the machine's load knows.
        for (int seconds = 1; seconds <= 16 && run.Code != 1; seconds *= 4) run = await StopAsync(TimeSpan.FromSeconds(seconds));
        Assert.Equal(1, run.Code);
        Assert.Contains("(standard input):1:9 /name: expected a string, found 1", run.Output);
        Assert.Contains("Cut short", run.Output);
    }

    /// <summary>Gives the real command one line, waits, and interrupts it as Ctrl+C does.</summary>
    private async Task<(int Code, string Output)> StopAsync(TimeSpan wait)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "contract.dll"), "validate", "pet.json", "-", "--lines"])
        {
            WorkingDirectory = tool.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        await process.StandardInput.WriteAsync("{\"name\":1}\n".AsMemory(), cancellation);
        await process.StandardInput.FlushAsync(cancellation);
        await Task.Delay(wait, cancellation);
        Interrupt.Send(process);
        string output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, output);
    }

    public void Dispose() => tool.Dispose();
}
