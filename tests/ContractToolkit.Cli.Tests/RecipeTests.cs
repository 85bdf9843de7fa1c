using System.Text.RegularExpressions;
using ContractToolkit.OpenApi.Nodes;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Cli.Tests;

/// <summary>The CI recipes: their files are parsed, and their <c>contract</c> commands are run as they stand, with only the variables of the CI filled in.</summary>
public sealed partial class RecipeTests
{
    private const string Document = "openapi: 3.0.3\ninfo: { title: One, version: '1' }\npaths:\n  /a: { get: { responses: { '200': { description: Yes. } } } }\n  /b: { get: { responses: { '200': { description: Yes. } } } }\n";

    public static TheoryData<string> Files => [.. Directory.GetFiles(Path.Combine(SharedData.Repository, "docs", "ci"), "*.yml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_commands_of_a_recipe_run(string file)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((request, response) =>
        {
            response.StatusCode = request.Method == "GET" ? 200 : 405;
            if (request.Method != "GET") response.Headers.Allow = "GET";
            return Task.CompletedTask;
        });
        using ToolRun tool = new();
        tool.Write("openapi.yaml", Document);
        string[] commands = [.. Commands(file)];
        Assert.NotEmpty(commands);
        foreach (string command in commands)
        {
            // A matrix runs its command once for each part.
            foreach (string part in Matrix().IsMatch(command) ? new[] { "1", "2" } : ["1"])
            {
                string[] words = [.. Words().Matches(Fill(command, server.Url.GetLeftPart(UriPartial.Authority), part)).Select(word => word.Value.Trim('"', '\''))];
                Assert.True(await tool.RunAsync(words[1..]) == 0, $"{command}\n{tool.Output}{tool.Error}");
            }
        }
    }

    private static IEnumerable<string> Commands(string file)
    {
        TextDocument document = TextDocument.Parse(file, File.ReadAllBytes(Path.Combine(SharedData.Repository, "docs", "ci", file)));
        Assert.Empty(document.Findings);
        return Texts(document.Root).SelectMany(text => text.Split('\n')).Select(line => line.Trim()).Where(line => line.StartsWith("contract ", StringComparison.Ordinal)).Select(line => line.Split("||")[0].Trim());
    }

    private static List<string> Texts(Node node)
    {
        List<string> texts = node.IsString ? [node.Text] : [];
        foreach (Node member in node.Members) texts.AddRange(Texts(member));
        foreach (Node item in node.Items) texts.AddRange(Texts(item));
        return texts;
    }

    private static string Fill(string command, string server, string part) => command
        .Replace("${{ matrix.shard }}", part, StringComparison.Ordinal).Replace("$CI_NODE_INDEX", part, StringComparison.Ordinal).Replace("$CI_NODE_TOTAL", "2", StringComparison.Ordinal)
        .Replace("$SERVER", server, StringComparison.Ordinal).Replace("$(SERVER)", server, StringComparison.Ordinal);

    [GeneratedRegex(@"matrix\.shard|CI_NODE_INDEX")]
    private static partial Regex Matrix();

    [GeneratedRegex("""(?:"[^"]*"|'[^']*'|[^\s"'])+""")]
    private static partial Regex Words();
}
