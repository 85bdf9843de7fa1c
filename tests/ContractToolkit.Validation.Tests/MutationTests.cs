using System.Text.Json.Nodes;
using ContractToolkit.TestSupport;
using Encoding = System.Text.Encoding;

namespace ContractToolkit.Validation.Tests;

/// <summary>Real instances, each changed at one place: both back ends give one verdict, and what is found is found at that place.</summary>
public sealed class MutationTests
{
    [Fact]
    public void A_change_is_found_where_it_was_made() => Run(new Random(5), instancesPerSet: 12, longest: 200_000, mutationsPerInstance: 6);

    [Fact]
    [Trait("Category", LongRun.Category)]
    public void A_change_of_any_instance_is_found_where_it_was_made()
    {
        LongRun.Require();
        Run(new Random(LongRun.Seed), instancesPerSet: int.MaxValue, longest: int.MaxValue, mutationsPerInstance: 20);
    }

    private static void Run(Random random, int instancesPerSet, int longest, int mutationsPerInstance)
    {
        int mutated = 0;
        int rejected = 0;
        foreach (PublicSet set in PublicSets.All)
        {
            foreach (byte[] instance in set.Instances.Where(one => one.Length < longest).Take(instancesPerSet))
            {
                string line = Encoding.UTF8.GetString(instance);
                Assert.True(set.Plan.IsValid(instance), set.Name + ": " + line);
                Assert.True(set.Emitted(instance, 0, Direction.None), set.Name + ": " + line);
                for (int i = 0; i < mutationsPerInstance; i++, mutated++) rejected += Check(set.Name, set.Plan, set.Emitted, line, random) ? 0 : 1;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{mutated} mutated instances, {rejected} of them rejected");
        Assert.True(rejected > PublicSets.All.Count);
    }

    private static bool Check(string set, ValidationPlan plan, Verdict verdict, string line, Random random)
    {
        JsonNode root = JsonNode.Parse(line)!;
        string pointer = Mutate(root, random);
        byte[] mutated = Encoding.UTF8.GetBytes(root.ToJsonString());
        bool valid = plan.IsValid(mutated);
        string context = $"{Path.GetFileName(set)} at {pointer}: {Encoding.UTF8.GetString(mutated)[..Math.Min(mutated.Length, 600)]}";
        Assert.True(verdict(mutated, 0, Direction.None) == valid, "back ends disagree, interpreted " + valid + "; " + context);
        IReadOnlyList<Violation> violations = plan.Validate(mutated);
        Assert.True(valid == (violations.Count == 0), context);
        List<string> found = violations.SelectMany(violation => violation.Leaves()).Select(leaf => leaf.InstancePointer).ToList();

        // A member may decide which schema its neighbours must pass: then the finding is at one of them, and no further away.
        string owner = pointer.Substring(0, Math.Max(0, pointer.LastIndexOf('/')));
        Assert.True(valid || found.Exists(place => IsNear(place, pointer) || place.StartsWith(owner + "/", StringComparison.Ordinal)), context + "\n" + string.Join("\n", violations));
        return valid;
    }

    private static bool IsNear(string found, string made) =>
        found == made || made.StartsWith(found + "/", StringComparison.Ordinal) || found.StartsWith(made + "/", StringComparison.Ordinal);

    private static string Mutate(JsonNode root, Random random)
    {
        List<(JsonNode Parent, string Key, int Index, string Pointer)> places = [];
        Collect(root, "", places);
        if (places.Count == 0) return "";
        (JsonNode parent, string key, int index, string pointer) = places[random.Next(places.Count)];
        JsonNode?[] values = [null, 12, "", true, "unheard of", new JsonArray(), new JsonObject(), -1.5];
        JsonNode? fresh = values[random.Next(values.Length)];
        switch (parent)
        {
            case JsonObject owner when random.Next(4) == 0:
                owner.Remove(key);
                break;
            case JsonObject owner when random.Next(4) == 0:
                owner["unheard of"] = fresh;
                pointer = pointer[..pointer.LastIndexOf('/')] + "/unheard of";
                break;
            case JsonObject owner:
                owner[key] = fresh;
                break;
            case JsonArray array:
                array[index] = fresh;
                break;
        }

        return pointer;
    }

    private static void Collect(JsonNode node, string pointer, List<(JsonNode, string, int, string)> places)
    {
        if (node is JsonObject members)
        {
            foreach ((string name, JsonNode? value) in members)
            {
                string inner = JsonPointer.Append(pointer, name);
                places.Add((node, name, 0, inner));
                if (value is not null) Collect(value, inner, places);
            }
        }
        else if (node is JsonArray items)
        {
            for (int i = 0; i < items.Count; i++)
            {
                string inner = FormattableString.Invariant($"{pointer}/{i}");
                places.Add((node, "", i, inner));
                if (items[i] is { } item) Collect(item, inner, places);
            }
        }
    }
}
