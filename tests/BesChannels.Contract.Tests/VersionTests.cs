using System.Reflection;
using ContractToolkit;
using ContractToolkit.Diff;
using ContractToolkit.OpenApi;

namespace BesChannels.Contract.Tests;

/// <summary>The versions of contract and client, and what was released.</summary>
public sealed class VersionTests
{
    [Fact]
    public void The_client_says_which_contract_it_was_compiled_from() =>
        Assert.Equal(
            Curated.Document.Contract!.ApiVersion,
            typeof(BesChannelsClient).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "ContractVersion").Value);

    [Fact]
    public void Nothing_breaks_against_the_released_baseline()
    {
        string released = Directory.EnumerateFiles(Path.Combine(Curated.Folder, "baseline"), "openapi.*.yaml").Order(StringComparer.Ordinal).Last();
        ContractDocument baseline = ContractReader.Read(Path.GetFileName(released), File.ReadAllBytes(released));
        Assert.Contains(baseline.Contract!.ApiVersion!, Path.GetFileName(released), StringComparison.Ordinal);
        Assert.Empty(ContractDiff.Compare(baseline, Curated.Document).Changes.Where(change => change.Level == FindingLevel.Error));
    }
}
