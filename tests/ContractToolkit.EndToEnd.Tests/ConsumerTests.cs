using ContractToolkit.EndToEnd.Harness;

namespace ContractToolkit.EndToEnd;

/// <summary>New projects outside the repository, which know the packages only.</summary>
[Collection(PackageFeed.Collection)]
public sealed class ConsumerTests(PackageFeed feed)
{
    [Fact]
    public async Task Strict_projects_of_two_kinds_build_and_run()
    {
        using Consumer consumer = new(feed);
        (await consumer.Dotnet("App", "build", "-v", "q")).Succeeded("dotnet build");
        CommandRun run = (await consumer.Dotnet("App", "run", "--no-build")).Succeeded("dotnet run");
        Assert.Contains("7", run.Output, StringComparison.Ordinal);
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
}
