using System.Text.Json;
using ContractToolkit.TestSupport;

namespace ContractToolkit.OpenApi.Tests.Oracle;

/// <summary>Real documents of many vendors: each is read without an error, whatever else is to be said about it.</summary>
public sealed class CorpusTests
{
    [Fact]
    public void Every_public_document_that_is_valid_has_a_contract_and_no_error()
    {
        string folder = SharedData.Require("corpus/public");
        using JsonDocument index = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "index.json")));
        List<string> problems = [];
        foreach (JsonElement row in index.RootElement.EnumerateArray())
        {
            ContractDocument document = ReadFile(Path.Combine(folder, row.GetProperty("root").GetString()!), folder);
            problems.AddRange(document.Findings.Where(finding => finding.Level == FindingLevel.Error).Select(finding => $"{finding.Id} {finding.Document}: {finding.Message}"));
            int operations = document.Contract!.Operations.Count;
            if (operations < row.GetProperty("operations").GetInt32()) problems.Add($"{row.GetProperty("slug")}: {operations} of {row.GetProperty("operations")} operations");
            if (document.Contract.Components.Count != row.GetProperty("schemas").GetInt32()) problems.Add($"{row.GetProperty("slug")}: {document.Contract.Components.Count} of {row.GetProperty("schemas")} schemas");
        }

        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("history")]
    [InlineData("corpus/stripe")]
    [InlineData("corpus/servers")]
    [InlineData("suites/validators")]
    [InlineData("suites/diff")]
    [InlineData("suites/prism-harness")]
    [InlineData("suites/links")]
    [InlineData("suites/traffic-tools")]
    public void No_document_of_a_folder_throws_and_most_are_contracts(string folder)
    {
        string root = SharedData.Require(folder);
        int documents = 0;
        int contracts = 0;
        foreach (string path in Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories).Where(IsDocument))
        {
            documents++;
            if (ReadFile(path, root).Contract is not null) contracts++;
        }

        Assert.True(documents == 0 || contracts * 2 > documents, $"{contracts} of {documents} documents in {folder} are contracts");
    }

    internal static ContractDocument ReadFile(string path, string root)
    {
        ReadOptions options = new()
        {
            Resolve = relative =>
            {
                string file = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, relative));
                return file.StartsWith(root, StringComparison.Ordinal) && File.Exists(file) ? File.ReadAllBytes(file) : null;
            },
        };
        return ContractReader.Read(path, File.ReadAllBytes(path), options, TestContext.Current.CancellationToken);
    }

    private static bool IsDocument(string path)
    {
        if (Path.GetExtension(path) is not (".json" or ".yaml" or ".yml")) return false;
        using StreamReader reader = new(path);
        char[] head = new char[400];
        string start = new(head, 0, reader.ReadBlock(head));
        return start.Contains("openapi:") || start.Contains("\"openapi\"") || start.Contains("swagger:") || start.Contains("\"swagger\"");
    }
}
