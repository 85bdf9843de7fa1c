using System.Diagnostics;

namespace ContractToolkit.Cli.Tests;

/// <summary><c>contract generate</c> takes what an <c>OpenApiContract</c> item takes.</summary>
public sealed class GenerateCommandTests : IDisposable
{
    private const string Shop = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        servers: [{ url: 'https://shop.example' }]
        paths:
          /orders:
            get: { operationId: listOrders, tags: [Orders], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } } }
          /items:
            get: { operationId: listItems, tags: [Items], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } } } } }
        components:
          schemas:
            Order: { type: object, properties: { price: { type: number }, at: { type: string, format: date-time-local } } }
            Item: { type: object, properties: { name: { type: string } } }
        """;

    private readonly ToolRun tool = new();

    public GenerateCommandTests() => tool.Write("shop.yaml", Shop);

    public void Dispose() => tool.Dispose();

    [Fact]
    public async Task Filters_types_names_and_zone_reach_the_code()
    {
        Assert.Equal(0, await tool.RunAsync("generate", "shop.yaml", "-o", "out", "-n", "My.Shop", "--include-tag", "Orders", "--type", "number=Decimal", "--name", "Order=Purchase", "--zone", "+08:00", "--internal"));
        string code = Code();
        Assert.Contains("namespace My.Shop", code, StringComparison.Ordinal);
        Assert.Contains("record Purchase", code, StringComparison.Ordinal);
        Assert.Contains("decimal?", code, StringComparison.Ordinal);
        Assert.Contains("East0800", code, StringComparison.Ordinal);
        Assert.DoesNotContain("record Item", code, StringComparison.Ordinal);
        Assert.DoesNotContain("public sealed", code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exclusion_goes_before_an_inclusion()
    {
        Assert.Equal(0, await tool.RunAsync("generate", "shop.yaml", "-o", "out", "--include-path", "/*", "--exclude-operation", "listOrders"));
        Assert.DoesNotContain("ListOrders", Code(), StringComparison.Ordinal);
        Assert.Contains("Item", Code(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_that_leave_nothing_are_an_error()
    {
        Assert.Equal(2, await tool.RunAsync("generate", "shop.yaml", "-o", "out", "--include-tag", "Nothing"));
        Assert.Contains("nothing of shop.yaml is left to generate", tool.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(tool.Folder, "out")));
    }

    [Theory]
    [InlineData("--namespace", "1.2")]
    [InlineData("--client", "a b")]
    [InlineData("--type", "date=DateTime")]
    [InlineData("--name", "Order=1")]
    [InlineData("--zone", "Berlin")]
    public async Task What_cannot_be_understood_is_said_and_nothing_is_written(string option, string value)
    {
        Assert.Equal(2, await tool.RunAsync("generate", "shop.yaml", "-o", "out", option, value));
        Assert.Contains($"'{value}' is no", tool.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(tool.Folder, "out")));
    }

    /// <summary>The command asks for room to postpone collections in, which a small container does not have.</summary>
    [Theory]
    [InlineData("0x4000000")]
    [InlineData("0x40000000")]
    public async Task A_small_heap_is_enough(string limit)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "contract.dll"), "generate", "shop.yaml", "-o", "out"])
        {
            WorkingDirectory = tool.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_GCHeapHardLimit"] = limit },
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await output + error);
        Assert.Contains("record Order", Code(), StringComparison.Ordinal);
    }

    private string Code() => string.Concat(Directory.EnumerateFiles(Path.Combine(tool.Folder, "out"), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText));
}
