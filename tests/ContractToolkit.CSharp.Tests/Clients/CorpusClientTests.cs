using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;

namespace ContractToolkit.CSharp.Tests.Clients;

/// <summary>Every public document's client compiles without a warning.</summary>
public sealed class CorpusClientTests(ITestOutputHelper output)
{
    public static TheoryData<string> Documents() => [.. PublicDocuments.Names];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Compiles(string document)
    {
        (string file, string folder) = PublicDocuments.Require(document);
        Contract contract = GeneratedAssembly.Read(Path.GetFileName(file), File.ReadAllBytes(file), folder);
        GeneratedAssembly generated = GeneratedAssembly.Generate(contract);
        output.WriteLine($"{generated.Result.Files.Count} files, {generated.Result.Files.Sum(item => item.Text.Length)} characters");
        Assert.InRange(generated.Result.Files.Count, 0, 100);
        IReadOnlyList<string> complaints = generated.Complaints();
        Assert.True(complaints.Count == 0, string.Join("\n", complaints));
    }
}
