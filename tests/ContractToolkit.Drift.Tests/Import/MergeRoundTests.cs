using System.Text;
using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.Drift.Import.Merging;

namespace ContractToolkit.Drift.Tests.Import;

/// <summary>Additions that are written many at once say what they would say one by one.</summary>
public sealed class MergeRoundTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Many_additions_at_once_say_what_they_say_one_by_one(bool json)
    {
        for (int seed = 1; seed <= 60; seed++)
        {
            Random random = new(seed);
            DraftMap document = Map(random, 0);
            string text = json ? FlowText.Write(document) + "\n" : YamlText.Write(document);
            List<string> places = [""];
            Collect(document, "", places);
            List<DocumentEdit> edits = [.. Enumerable.Range(0, 12).Select(_ => Edit(random, places))];
            MergedDocument atOnce = DocumentMerge.Apply(text, edits);
            string oneByOne = text;
            int refused = 0;
            foreach (DocumentEdit edit in edits)
            {
                MergedDocument next = DocumentMerge.Apply(oneByOne, [edit]);
                oneByOne = next.Text;
                refused += next.Refused.Count;
            }

            Assert.Equal(refused, atOnce.Refused.Count);
            Assert.Equal(FlowText.Write(DraftYaml.Load(oneByOne)!), FlowText.Write(DraftYaml.Load(atOnce.Text)!));
        }
    }

    [Fact]
    public void A_document_of_megabytes_takes_a_hundred_additions_in_seconds()
    {
        StringBuilder text = new("openapi: 3.1.0\npaths:\n");
        for (int i = 0; i < 3000; i++) text.Append($"  /p{i}:\n    get:\n      summary: S{i}\n      responses:\n        '200':\n          description: ok\n");
        List<DocumentEdit> edits = [.. Enumerable.Range(0, 100).Select(i => new DocumentEdit($"/paths/~1p{i * 7}/get", "description", new DraftText("D" + i)))];
        MergedDocument merged = DocumentMerge.Apply(text.ToString(), edits);
        Assert.Empty(merged.Refused);
        Assert.Contains("summary: S693\n", merged.Text);
        Assert.Contains("description: D99\n", merged.Text);
    }

    private static DocumentEdit Edit(Random random, List<string> places)
    {
        string place = places[random.Next(places.Count)];
        return random.Next(4) == 0 ? new DocumentEdit(place + "/list" + random.Next(2), null, new DraftText("i" + random.Next(9)))
            : new DocumentEdit(place + (random.Next(3) == 0 ? "/new" + random.Next(2) : ""), "n" + random.Next(4), random.Next(2) == 0 ? new DraftText("v") : new DraftMap().With("a", "b"));
    }

    private static void Collect(DraftMap map, string at, List<string> places)
    {
        foreach ((string name, DraftNode node) in map.Members)
        {
            if (node is not DraftMap inner) continue;
            places.Add($"{at}/{name}");
            Collect(inner, $"{at}/{name}", places);
        }
    }

    private static DraftMap Map(Random random, int depth)
    {
        DraftMap map = new();
        for (int i = 0; i < random.Next(1, 4); i++)
        {
            map["m" + random.Next(6)] = random.Next(depth > 3 ? 1 : 3) > 0 ? Map(random, depth + 1) : random.Next(3) == 0 ? new DraftList { Items = { new DraftText("x") } } : new DraftText("t");
        }

        return map;
    }
}
