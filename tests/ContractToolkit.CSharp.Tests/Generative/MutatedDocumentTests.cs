using System.Diagnostics;
using ContractToolkit.OpenApi;
using ContractToolkit.OpenApi.Tests;
using ContractToolkit.TestSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractToolkit.CSharp.Tests.Generative;

/// <summary>Damaged documents never make the emitters throw or hang, and what is emitted parses. CONTRACT_MUTATIONS sets the number, CONTRACT_SEED the
/// seed, for long runs.</summary>
public sealed class MutatedDocumentTests
{
    private const int MaxSeedLength = 60_000;
    private const int SyntaxChecks = 20;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public void Damaged_documents_are_emitted_or_reported()
    {
        int rounds = Setting("CONTRACT_MUTATIONS", 400);
        int seed = Setting("CONTRACT_SEED", 1);
        List<byte[]> seeds = Seeds();
        Random random = new(seed);
        int emitted = 0;
        for (int round = 0; round < rounds; round++)
        {
            byte[] text = round % 2 == 0 ? Mutation.Of(seeds[random.Next(seeds.Count)], random)
                : RandomDocument.Bytes(TreeMutation.Of(RandomDocument.Of(random.Next(100)), random));
            Stopwatch watch = Stopwatch.StartNew();
            try
            {
                if (ContractReader.Read("api.yaml", text, new ReadOptions { Resolve = _ => text }).Contract is not { } contract) continue;
                GenerationResult result = CSharpGenerator.Generate(contract, new CSharpOptions { Namespace = "Generated" }, TestContext.Current.CancellationToken);
                if (emitted++ % SyntaxChecks == 0) Assert.All(result.Files, Parses);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Assert.Fail($"round {round} of seed {seed}: {error}\n{System.Text.Encoding.UTF8.GetString(text)}");
            }

            Assert.True(watch.Elapsed < Limit, $"round {round} of seed {seed} took {watch.Elapsed}");
        }

        Assert.True(emitted * 4 > rounds, $"only {emitted} of {rounds} documents reached the emitters");
    }

    private static void Parses(GeneratedFile file) =>
        Assert.DoesNotContain(CSharpSyntaxTree.ParseText(file.Text).GetDiagnostics(), item => item.Severity == DiagnosticSeverity.Error);

    private static List<byte[]> Seeds()
    {
        List<byte[]> seeds = [.. Enumerable.Range(0, 8).Select(seed => RandomDocument.Bytes(RandomDocument.Of(seed)))];
        string? corpus = SharedData.Root is { } root ? Path.Combine(root, "corpus", "public") : null;
        if (corpus is null || !Directory.Exists(corpus)) return seeds;
        seeds.AddRange(Directory.EnumerateFiles(corpus, "*.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(file => Path.GetExtension(file) is ".yaml" or ".json" && new FileInfo(file).Length < MaxSeedLength).Select(File.ReadAllBytes));
        return seeds;
    }

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out int value) ? value : otherwise;
}
