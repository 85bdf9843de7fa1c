using System.Text.Json;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractToolkit.CSharp.Tests;

/// <summary>Every public document compiles, as a strict consumer compiles it.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Documents()
    {
        var roots = new TheoryData<string>();
        string? index = SharedData.Root is null ? null : Path.Combine(SharedData.Root, "corpus/public/index.json");
        if (index is null || !File.Exists(index)) return ["absent"];
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(index));
        foreach (JsonElement entry in document.RootElement.EnumerateArray()) roots.Add(entry.GetProperty("root").GetString()!);
        return roots;
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Compiles_without_a_warning(string root)
    {
        GenerationResult result = Generate(root);
        Assert.InRange(result.Files.Count, 0, 100);

        // The newest language only where it costs little: it is a superset but for a few new words.
        LanguageVersion[] versions = result.Files.Sum(file => file.Text.Length) < 1_000_000 ? [LanguageVersion.CSharp12, LanguageVersion.Latest] : [LanguageVersion.CSharp12];
        foreach (LanguageVersion version in versions)
        {
            IReadOnlyList<Diagnostic> problems = CompiledCode.Problems(result.Files, version);
            Assert.True(problems.Count == 0, CompiledCode.Describe(problems));
        }
    }

    internal static GenerationResult Generate(string root)
    {
        string path = SharedData.Require("corpus/public/" + root);
        string folder = Path.GetDirectoryName(path)!;
        ReadOptions options = new() { Resolve = name => Resolve(folder, name) };
        ContractDocument read = ContractReader.Read(Path.GetFileName(path), File.ReadAllBytes(path), options, TestContext.Current.CancellationToken);
        return CSharpGenerator.Generate(read.Contract!, Generation.Options with { ModelsOnly = false }, TestContext.Current.CancellationToken);
    }

    private static ReadOnlyMemory<byte>? Resolve(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }
}
