using System.Text.Json.Nodes;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace BesChannels.Contract.Tests;

/// <summary>Every example conforms, by our judgement and by that of a second judge; and the two agree on what does not.</summary>
public sealed class ExampleTests(ITestOutputHelper output)
{
    public static TheoryData<string> Operations => new(Curated.Document.Contract!.Operations.Select(operation => operation.OperationId!));

    [Theory]
    [MemberData(nameof(Operations))]
    public void Request_and_answer_have_examples_and_both_judges_accept_them(string operation)
    {
        foreach ((_, MediaType media, Direction direction) in Curated.Bodies().Where(body => body.Operation == operation))
        {
            Assert.NotEmpty(media.Examples);
            foreach (Example example in media.Examples)
            {
                Assert.Empty(Ours(media, example.Value!.Text, direction));
                Assert.Empty(SecondJudge.Judge(media.Schema!.Id.Value.TrimStart('#'), example.Value.Text));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Both_judges_give_the_same_verdict_on_what_no_longer_conforms(string operation)
    {
        int rejected = 0;
        foreach ((_, MediaType media, Direction direction) in Curated.Bodies().Where(body => body.Operation == operation))
        {
            foreach (string mutant in media.Examples.SelectMany(example => Mutants(example.Value!.Text)))
            {
                bool ours = Ours(media, mutant, direction).Count == 0;
                bool theirs = SecondJudge.Judge(media.Schema!.Id.Value.TrimStart('#'), mutant).Count == 0;
                Assert.True(ours == theirs, $"{media.Pointer}: {(ours ? "only we accept" : "only NJsonSchema accepts")} {mutant}");
                if (!ours) rejected++;
            }
        }

        output.WriteLine($"{rejected} rejected");
        Assert.True(rejected > 0, "No mutation was rejected, so agreement proves nothing.");
    }

    /// <summary>An example without one of its members, and with one of them replaced, for each of them at any depth.</summary>
    private static IEnumerable<string> Mutants(string json)
    {
        foreach (string path in Paths(JsonNode.Parse(json)!))
        {
            yield return Changed(json, path, (owner, name) => owner.Remove(name));
            yield return Changed(json, path, (owner, name) => owner[name] = new JsonObject { ["unexpected"] = new JsonArray(1) });
            yield return Changed(json, path, (owner, name) => owner[name] = true);
        }
    }

    private static IEnumerable<string> Paths(JsonNode node, string prefix = "$") => node switch
    {
        JsonObject members => members.Where(member => !member.Key.Contains('.', StringComparison.Ordinal))
            .SelectMany(member => Paths(member.Value ?? JsonValue.Create(0), prefix + "." + member.Key).Prepend(prefix + "." + member.Key)),
        JsonArray items => items.SelectMany((item, index) => Paths(item ?? JsonValue.Create(0), FormattableString.Invariant($"{prefix}[{index}]"))),
        _ => [],
    };

    private static string Changed(string json, string path, Action<JsonObject, string> change)
    {
        JsonNode root = JsonNode.Parse(json)!;
        int dot = path.LastIndexOf('.');
        change(Find(root, path[..dot]), path[(dot + 1)..]);
        return root.ToJsonString();
    }

    private static JsonObject Find(JsonNode root, string path) =>
        path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Aggregate(root, (node, step) => node is JsonArray items ? items[int.Parse(step)]! : node[step]!).AsObject();

    private static IReadOnlyList<Violation> Ours(MediaType media, string json, Direction direction) =>
        Curated.Compiled.Schemas.For(media.Schema!).Validate(System.Text.Encoding.UTF8.GetBytes(json), direction);
}
