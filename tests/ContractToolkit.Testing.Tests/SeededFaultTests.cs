using ContractToolkit.Reporting;

namespace ContractToolkit.Testing.Tests;

/// <summary>Every seeded fault is found by the rule that names it, and a faultless server is found clean.</summary>
public sealed class SeededFaultTests
{
    public static TheoryData<string, string> Faults => [.. ShopFaults.All.Select(fault => new TheoryDataRow<string, string>(fault.Fault, fault.Rule))];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_found(string fault, string rule)
    {
        Report report = await ShopRun.AgainstAsync(new ShopServer(fault));
        Assert.Contains(report.Findings, finding => finding.Finding.Id == rule && finding.Finding.Level != FindingLevel.Info);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_faultless_server_is_clean(ulong seed)
    {
        ShopServer shop = new();
        Report report = await ShopRun.AgainstAsync(shop, ShopRun.Options with { Seed = seed, FuzzingCases = 200 });
        Assert.Equal([], report.Findings.Where(finding => finding.Finding.Level != FindingLevel.Info).Select(finding => $"{finding.Finding.Id} {finding.Finding.Operation} {finding.Finding.Message}"));
        Assert.All(report.Operations, operation => Assert.Equal(OperationVerdict.Conforms, operation.Verdict));
        Assert.True(report.Requests > 1000, $"only {report.Requests} requests");
    }
}
