using ContractToolkit.CSharp.Tests.Generative;
using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Drift.Tests.Mending;

/// <summary>All mends together: whatever drifts are planted, the overlay applies, and afterwards the traffic conforms.</summary>
public sealed class MendTests
{
    private const int AtMost = 40;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_documents_are_mended(int part)
    {
        List<string> complaints = [];
        int found = 0;
        for (int seed = part * 20; seed < (part * 20) + 5; seed++) found += Round(Random(seed), seed, complaints);
        Assert.True(found > 0, "no drift was planted");
        Assert.True(complaints.Count == 0, Summary(complaints));
    }

    [Theory]
    [InlineData("adyen-balance-platform")]
    [InlineData("camara-qod")]
    [InlineData("docker")]
    [InlineData("notion")]
    [InlineData("spotify")]
    [InlineData("swagger-petstore")]
    [InlineData("ory-hydra")]
    public void Real_documents_are_mended(string folder)
    {
        List<string> complaints = [];
        Assert.True(Round(EditableDocument.Load(Corpus.Document(folder)), 7, complaints) > 0);
        Assert.True(complaints.Count == 0, Summary(complaints));
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Every_document_is_mended()
    {
        LongRun.Require();
        List<string> complaints = [];
        int found = 0, rounds = 0, first = LongRun.Seed;
        foreach (string path in Corpus.All(first))
        {
            try
            {
                found += Round(EditableDocument.Load(path), first + rounds++, complaints, path);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                complaints.Add($"{path}: {error}");
            }
        }

        for (int seed = first; seed < first + 100; seed++, rounds++) found += Round(Random(seed), seed, complaints);
        Console.Error.WriteLine($"MENDED {rounds} rounds, {found} drifts, {complaints.Count} complaints");
        Assert.True(complaints.Count == 0, Summary(complaints));
    }

    private static EditableDocument Random(int seed) => new("random.json", RandomDocument.Bytes(RandomDocument.Of(seed)), null);

    private static int Round(EditableDocument document, int seed, List<string> complaints, string? name = null)
    {
        ContractDocument read = document.Read();
        if (read.Contract is null) return 0;
        Random random = new(seed);
        List<HttpExchange> traffic = [.. new ConformingTraffic(CompiledContract.Compile(read)).Of([seed, seed + 1], AtMost)];
        if (traffic.Count == 0) return 0;
        complaints.AddRange(MendRound.Invented(read, traffic).Select(complaint => $"{name} seed {seed}: {complaint}"));
        ExchangeDrift drift = new(random);
        traffic.AddRange(Enumerable.Range(0, traffic.Count * 2).Select(_ => drift.Change(traffic[random.Next(traffic.Count)])).ToList());
        DraftNode changed = document.Root();
        new DocumentDrift(random).Change((DraftMap)changed, 1 + random.Next(12));
        if (document.Read(changed) is { Contract: not null } next) traffic.AddRange(new ConformingTraffic(CompiledContract.Compile(next)).Of([seed + 2, seed + 3], AtMost));
        complaints.AddRange(MendRound.Complaints(document, traffic, out int found).Select(complaint => $"{name} seed {seed}: {complaint}"));
        return found;
    }

    private static string Summary(List<string> complaints) => $"{complaints.Count} complaints\n" + string.Join('\n', complaints.Take(200));
}
