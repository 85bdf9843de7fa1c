using ContractToolkit.Drift.Analysis;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;
using ContractToolkit.Drift.Tests.Mending;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Drift.Tests.Analysis;

/// <summary>Traffic that conforms, made by the mock for real documents: no drift may be found in it.</summary>
public sealed class FaultlessTrafficTests
{
    public static TheoryData<string> Documents => ["adyen-balance-platform", "airflow", "amazon-sp-pricing", "discord", "docker", "figma", "notion", "ory-hydra", "paypal-orders", "qdrant", "readme-param-styles", "slack", "spotify", "swagger-petstore"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void No_drift_is_invented(string folder)
    {
        string root = SharedData.Require("corpus/public/" + folder);
        string file = Directory.GetFiles(root).Where(name => name.EndsWith(".json", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal)).Order(StringComparer.Ordinal).First();
        ContractDocument document = ContractReader.Read(Path.GetFileName(file), File.ReadAllBytes(file), new ReadOptions { Resolve = name => File.Exists(Path.Combine(root, name)) ? File.ReadAllBytes(Path.Combine(root, name)) : null });
        Assert.SkipWhen(document.Contract is null, "the reader finds no contract");
        CompiledContract contract = CompiledContract.Compile(document);
        Profiler profiler = new(contract);
        foreach (HttpExchange exchange in new ConformingTraffic(contract).Of([4, 5])) profiler.Add(exchange);
        Assert.True(profiler.Profile.Exchanges > 0);
        string invented = string.Join('\n', DriftAnalysis.Compare(contract, document.Locate, profiler.Profile)
            .Where(drift => drift.Finding.Level > FindingLevel.Info).Take(10).Select(drift => $"{drift.Finding.Id} {drift.Finding.Operation} {drift.Finding.Message} {drift.Finding.Cause} {drift.Finding.Instance?.Pointer}"));
        Assert.True(invented.Length == 0, invented);
    }
}
