using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Reporting;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Testing.Tests;

/// <summary>Runs the engine against the shop.</summary>
internal static class ShopRun
{
    private static readonly Lazy<CompiledContract> Compiled = new(() =>
    {
        string path = Path.Combine(SharedData.Repository, "tests", "ContractToolkit.Testing.Tests", "Shop", "shop.yaml");
        ContractDocument document = ContractReader.Read("shop.yaml", File.ReadAllBytes(path));
        Assert.Empty(document.Findings.Where(finding => finding.Level == FindingLevel.Error));
        return CompiledContract.Compile(document);
    });

    public static CompiledContract Contract => Compiled.Value;

    public static RunOptions Options { get; } = new() { Credentials = [new("bearer", ShopServer.Token)], RequestTimeout = TimeSpan.FromSeconds(2), MaxBodyBytes = 1 << 20 };

    public static Task<Report> AgainstAsync(ShopServer shop, RunOptions? options = null, params IRunObserver[] observers)
    {
        HttpTarget target = new("in process", "http://shop.test", shop, isLocal: true);
        return new ContractRunner(Contract, target, options ?? Options, observers).RunAsync(TestContext.Current.CancellationToken);
    }
}
