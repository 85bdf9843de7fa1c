namespace ContractToolkit.EndToEnd;

/// <summary>Secrets that are planted in the environment turn up in no report and on no stream.</summary>
public sealed class SecretTests : IDisposable
{
    private static readonly string[] Kinds = ["text", "json", "junit", "sarif", "github", "markdown", "html", "har"];
    private readonly string folder = Directory.CreateTempSubdirectory("contract-secrets").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("none")]
    [InlineData("wrong-type")]
    [InlineData("failure-code")]
    public async Task No_report_holds_a_planted_secret(string fault)
    {
        // The token operation itself is faulty, so that its request and answer become evidence.
        await using ServerProcess server = await ServerProcess.ReferenceAsync("--fault", fault, "--fault-operation", "/api/get-access-token");
        string[] reports = [.. Kinds.SelectMany(kind => new[] { "--report", $"{kind}={Path.Combine(folder, kind)}" })];
        ToolRun run = await ContractTool.RunAsync(["check", "--server", server.Url, .. reports]);

        Assert.DoesNotContain("PLANTED-SECRET", run.Output + run.Error, StringComparison.Ordinal);
        foreach (string kind in Kinds)
        {
            string text = await File.ReadAllTextAsync(Path.Combine(folder, kind), TestContext.Current.CancellationToken);
            Assert.NotEmpty(text);
            Assert.DoesNotContain("PLANTED-SECRET", text, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String("PLANTED-SECRET"u8)[..16], text, StringComparison.Ordinal);
        }
    }
}
