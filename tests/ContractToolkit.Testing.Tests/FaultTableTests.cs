using System.Collections.Concurrent;
using System.Globalization;
using ContractToolkit.Reporting;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Testing.Tests;

/// <summary>Long runs: the table of seeded faults, and a faultless server under 100,000 requests.</summary>
[Trait("Category", LongRun.Category)]
public sealed class FaultTableTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_fault_with_its_phase_and_the_requests_until_it_was_found()
    {
        LongRun.Require();
        ConcurrentDictionary<string, string> rows = new();
        await Parallel.ForEachAsync(ShopFaults.All, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (fault, _) =>
        {
            Watch watch = new(fault.Rule);
            Report report = await ShopRun.AgainstAsync(new ShopServer(fault.Fault), null, watch);
            ReportedFinding found = report.Findings.First(finding => finding.Finding.Id == fault.Rule && finding.Finding.Level != FindingLevel.Info);
            rows[fault.Fault] = string.Create(CultureInfo.InvariantCulture, $"| {fault.Fault} | {fault.Rule} | {found.Phase} | {watch.FoundAfter} | {found.Finding.Operation} |");
        });
        Snapshot.VerifyDocument("docs/results/seeded-faults.md", $"""
            # Seeded faults

            A shop with {ShopFaults.All.Count} switchable faults, one at a time, against the runner with its usual options and seed 1. Every one is found; a faultless shop gives no finding in
            100,000 requests. Printed by `bash .ci/long FaultTable`; the faults are in `tests/ContractToolkit.Testing.Tests/Shop`.

            | fault | found by | phase | after requests | operation |
            |---|---|---|---|---|
            {string.Join("\n", ShopFaults.All.Select(fault => rows[fault.Fault]))}

            """);
    }

    [Fact]
    public async Task A_faultless_server_is_clean_in_100_000_requests()
    {
        LongRun.Require();
        long requests = 0;
        List<string> alarms = [];
        for (ulong seed = 1; requests < 100_000; seed++)
        {
            Report report = await ShopRun.AgainstAsync(new ShopServer(), ShopRun.Options with { Seed = seed, FuzzingCases = 400, MaxCasesPerPhase = 2000 });
            requests += report.Requests;
            alarms.AddRange(report.Findings.Where(finding => finding.Finding.Level != FindingLevel.Info).Select(finding => $"seed {seed}: {finding.Finding.Id} {finding.Finding.Operation} {finding.Finding.Message}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{requests} requests"));
        Assert.Empty(alarms);
    }

    /// <summary>Counts requests until the first finding by a rule.</summary>
    private sealed class Watch(string rule) : IRunObserver
    {
        private int requests;

        public int FoundAfter { get; private set; }

        public bool WantsExchanges => true;

        public void On(RunEvent runEvent)
        {
            if (runEvent is ExchangeFinished) requests++;
            if (runEvent is FindingFound found && found.Finding.Id == rule && FoundAfter == 0) FoundAfter = requests + 1;
        }
    }
}
