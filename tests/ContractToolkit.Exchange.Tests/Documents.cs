using System.Text;
using System.Text.Json;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Exchange.Tests;

/// <summary>Reads documents for the tests of exchanges and of the mock, which links this file.</summary>
internal static class Documents
{
    // Undeclared path parameters (CT1303) are no matter here: tests of routing leave them out.
    public static CompiledContract Compile(string yaml)
    {
        ContractDocument document = ContractReader.Read("test.yaml", Encoding.UTF8.GetBytes(yaml));
        Assert.True(document.Findings.All(finding => finding.Level != FindingLevel.Error || finding.Id == "CT1303"), string.Join("\n", document.Findings));
        return CompiledContract.Compile(document);
    }

    public static ContractDocument Read(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        return ContractReader.Read(Path.GetFileName(path), File.ReadAllBytes(path), new ReadOptions
        {
            Resolve = relative => File.Exists(Path.Combine(folder, relative)) ? File.ReadAllBytes(Path.Combine(folder, relative)) : null,
        });
    }

    /// <summary>The names of the public corpus, by folder and root file.</summary>
    public static TheoryData<string> PublicCorpus()
    {
        var data = new TheoryData<string>();
        if (SharedData.Root is null)
        {
            data.Add("(absent)");
            return data;
        }

        using JsonDocument index = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SharedData.Root, "corpus/public/index.json")));
        foreach (JsonElement row in Rows(index.RootElement)) data.Add(row.GetProperty("root").GetString()!);
        return data;
    }

    private static IEnumerable<JsonElement> Rows(JsonElement index) =>
        index.ValueKind == JsonValueKind.Array ? index.EnumerateArray() : index.GetProperty("documents").EnumerateArray();
}
