using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using ContractToolkit.EndToEnd.Harness;
using ContractToolkit.TestSupport;

namespace ContractToolkit.EndToEnd;

/// <summary>New projects outside the repository, which know the packages only.</summary>
[Collection(PackageFeed.Collection)]
public sealed partial class ConsumerTests(PackageFeed feed)
{
    [Fact]
    public async Task Strict_projects_of_two_kinds_build_and_call_a_server()
    {
        using Consumer consumer = new(feed);
        await File.WriteAllTextAsync(consumer["App/Readme.cs"], ReadmeSample());
        (await consumer.Dotnet("App", "build", "-f", "net10.0", "-v", "q")).Succeeded("dotnet build");
        await using ServerProcess server = await ServerProcess.ReferenceAsync("--app-secret", "secret");
        CommandRun run = (await consumer.Dotnet("App", "bin/Debug/net10.0/App.dll", server.Url)).Succeeded("the app");
        Assert.Equal("order 7\nlead 18 on .NET 10\nrefused: TokenException\n", run.Output);
    }

    // No runtime of .NET 8 need be installed: the app brings its own.
    [Fact]
    public async Task The_libraries_run_on_net8()
    {
        using Consumer consumer = new(feed);
        string platform = RuntimeInformation.RuntimeIdentifier;
        (await consumer.Dotnet("App", "build", "-f", "net8.0", "-r", platform, "--self-contained", "-v", "q")).Succeeded("dotnet build");
        await using ServerProcess server = await ServerProcess.ReferenceAsync("--app-secret", "secret");
        CommandRun run = (await CommandRun.Of(consumer["App"], PackageFeed.Environment, consumer[$"App/bin/Debug/net8.0/{platform}/App"], server.Url)).Succeeded("the app");
        Assert.Equal("order 7\nlead 18 on .NET 8\nrefused: TokenException\n", run.Output);
    }

    [Fact]
    public async Task The_packed_tool_serves_the_mock_that_the_packed_client_calls()
    {
        using Consumer consumer = new(feed);
        (await consumer.Dotnet("App", "tool", "install", "ContractToolkit.Cli", "--tool-path", consumer["tools"], "--version", "0.1.0")).Succeeded("dotnet tool install");
        (await consumer.Dotnet("App", "build", "-f", "net10.0", "-v", "q")).Succeeded("dotnet build");
        await using ServerProcess mock = await ServerProcess.StartAsync(consumer["tools/contract"], ["mock", "--port", "0"]);
        CommandRun run = (await consumer.Dotnet("App", "bin/Debug/net10.0/App.dll", mock.Url)).Succeeded("the app");

        // The mock takes any credentials.
        Assert.Matches(@"^order 7\nlead \d+ on \.NET 10\nserved a stranger\n$", run.Output);
    }

    [Fact]
    public async Task The_tool_writes_the_bytes_that_the_compiler_gets()
    {
        using Consumer consumer = new(feed);
        string project = await File.ReadAllTextAsync(consumer["Library/Library.csproj"]);
        await File.WriteAllTextAsync(consumer["Library/Library.csproj"], project.Replace(" IncludeTags=\"Orders;C#\" Names=\"Item=Article\"", "", StringComparison.Ordinal));
        (await consumer.Dotnet("Library", "build", "-v", "q", "-p:EmitCompilerGeneratedFiles=true", $"-p:CompilerGeneratedFilesOutputPath={consumer["compiled"]}")).Succeeded("dotnet build");
        ToolRun tool = await ContractTool.RunAsync("generate", consumer["Library/shop.yaml"], "--output", consumer["written"], "--namespace", "Shop", "--internal");
        Assert.True(tool.ExitCode == 0, tool.Output + tool.Error);
        Assert.Equal(Texts(consumer["written"]), Texts(consumer["compiled"]));
    }

    [Fact]
    public async Task A_broken_document_fails_the_build_at_its_line()
    {
        using Consumer consumer = new(feed);
        string document = consumer["Library/shop.yaml"];
        string text = await File.ReadAllTextAsync(document);
        await File.WriteAllTextAsync(document, text.Replace("parts/order.yaml#/Order", "parts/order.yaml#/Ordr", StringComparison.Ordinal));
        CommandRun run = await consumer.Dotnet("Library", "build", "-v", "q");
        Assert.NotEqual(0, run.ExitCode);
        Assert.Matches(@"shop\.yaml\(14,\d+\): error CT1\d\d\d: .*Ordr", run.Output);
    }

    [Fact]
    public async Task A_baseline_names_the_line_of_the_contract_that_breaks_and_the_line_of_the_code_that_it_reaches()
    {
        using Consumer consumer = new(feed);
        Directory.CreateDirectory(consumer["Library/released/parts"]);
        File.Copy(consumer["Library/shop.yaml"], consumer["Library/released/shop.yaml"]);
        string order = await File.ReadAllTextAsync(consumer["Library/parts/order.yaml"]);
        await File.WriteAllTextAsync(consumer["Library/released/parts/order.yaml"], order.Replace("format: int64", "format: int32", StringComparison.Ordinal));
        string project = await File.ReadAllTextAsync(consumer["Library/Library.csproj"]);
        await File.WriteAllTextAsync(
            consumer["Library/Library.csproj"],
            project.Replace("Include=\"shop.yaml\"", "Include=\"shop.yaml\" Baseline=\"released/shop.yaml\"", StringComparison.Ordinal)
                .Replace("Include=\"parts/*.yaml\"", "Include=\"**/parts/*.yaml\"", StringComparison.Ordinal));

        // The project treats warnings as errors.
        CommandRun run = await consumer.Dotnet("Library", "build", "-v", "q");
        Assert.NotEqual(0, run.ExitCode);
        Assert.True(Regex.IsMatch(run.Output, @"[/\\]Library[/\\]parts[/\\]order\.yaml\(5,\d+\): error CT4001: .*response-property-type-changed.*GET /orders/\{id\}"), run.Output);
        Assert.True(Regex.IsMatch(run.Output, @"Orders\.cs\(7,\d+\): error CT4003: .*order\.yaml:5"), run.Output);
        (await consumer.Dotnet("Library", "build", "-v", "q", "-p:NoWarn=CT4001%3BCT4003%3BCS1591")).Succeeded("dotnet build");
    }

    [Fact]
    public async Task Overlays_are_compiled_in_and_their_mistakes_have_their_place()
    {
        using Consumer consumer = new(feed);
        string project = await File.ReadAllTextAsync(consumer["Library/Library.csproj"]);
        await File.WriteAllTextAsync(consumer["Library/Library.csproj"], project.Replace("Include=\"shop.yaml\"", "Include=\"shop.yaml\" Overlay=\"overlays/one.yaml;two.yaml\"", StringComparison.Ordinal));
        Directory.CreateDirectory(consumer["Library/overlays"]);
        await File.WriteAllTextAsync(consumer["Library/overlays/one.yaml"], "overlay: 1.0.0\ninfo: { title: One, version: '1' }\nactions:\n  - target: $.info\n    update: { x-one: true }\n");
        await File.WriteAllTextAsync(consumer["Library/two.yaml"], "overlay: 1.0.0\ninfo: { title: Two, version: '1' }\nactions:\n  - target: $.info[?@ == true]\n    update: {}\n  - target: $.nowhere\n    remove: true\n");
        CommandRun run = await consumer.Dotnet("Library", "build", "-v", "q", "-p:TreatWarningsAsErrors=false");
        Assert.True(Regex.IsMatch(run.Output, @"[/\\]Library[/\\]two\.yaml\(5,13\): \w+ CT1604: .*primitive"), run.Output);
        await File.WriteAllTextAsync(consumer["Library/two.yaml"], "overlay: 1.0.0\ninfo: { title: Two, version: '1' }\nactions:\n  - target: $.info\n    update: { x-two: true }\n");
        (await consumer.Dotnet("Library", "build", "-v", "q")).Succeeded("dotnet build");
    }

    [Fact]
    public async Task A_document_that_does_not_exist_fails_the_build_by_its_name()
    {
        using Consumer consumer = new(feed);
        File.Delete(consumer["Library/shop.yaml"]);
        CommandRun run = await consumer.Dotnet("Library", "build", "-v", "q");
        Assert.NotEqual(0, run.ExitCode);
        Assert.Matches(@"Library\.csproj.*: error CT0006: .*'shop\.yaml'", run.Output);
    }

    [Fact]
    public async Task A_project_that_names_no_document_yet_builds()
    {
        using Consumer consumer = new(feed);
        string project = await File.ReadAllTextAsync(consumer["Library/Library.csproj"]);
        await File.WriteAllTextAsync(consumer["Library/Library.csproj"], Regex.Replace(project, " *<OpenApiContract Include.*\n", ""));
        File.Delete(consumer["Library/Orders.cs"]);
        (await consumer.Dotnet("Library", "build", "-v", "q")).Succeeded("dotnet build");
    }

    /// <summary>The generated files below a folder, by what stands behind the namespace in their names.</summary>
    private static SortedDictionary<string, string> Texts(string folder) => new(
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetFileName(path).Split("Shop-")[^1], path => Convert.ToHexString(File.ReadAllBytes(path))),
        StringComparer.Ordinal);

    /// <summary>The first C# example of the README, in a method that gives what it uses.</summary>
    private static string ReadmeSample()
    {
        Match block = CSharpBlock().Match(File.ReadAllText(Path.Combine(SharedData.Repository, "README.md")));
        string[] lines = block.Groups[1].Value.Split('\n');
        IEnumerable<string> usings = lines.Where(line => line.StartsWith("using ", StringComparison.Ordinal));
        return $"{string.Join('\n', usings)}\ninternal static class Readme\n{{\n    public static async Task Run(string id, string secret)\n    {{\n{string.Join('\n', lines.Except(usings))}\n    }}\n}}\n";
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
