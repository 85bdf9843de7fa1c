using System.Text.Json;
using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Tests.Nodes;

/// <summary>The runtime's own reader is the judge: both accept and reject the same texts, and see the same values.</summary>
public sealed class JsonAgreementTests
{
    private static readonly string[] Seeds =
    [
        """{"a": [1, -0.5, 2e10, true, false, null], "b\u0041": {"": ""}, "c": "\"\\\/\b\f\n\r\t\ud83d\ude00"}""",
        """[[[]], {}, [{}], "", 0, -0, 1E+9, 1e-9, 10.01]""",
        """  "text"  """, "-12.5e3", "null", "true", """{"long": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}""",
    ];

    [Fact]
    public void Mutated_texts_are_accepted_or_rejected_alike()
    {
        Random random = new(20);
        int accepted = 0;
        for (int round = 0; round < 60_000; round++)
        {
            byte[] text = Mutation.Of(System.Text.Encoding.UTF8.GetBytes(Seeds[random.Next(Seeds.Length)]), random);
            if (!System.Text.Unicode.Utf8.IsValid(text)) continue;
            bool expected = JudgeAccepts(text);

            Assert.True(expected == WeAccept(text), $"judge: {expected}, round {round}: {System.Text.Encoding.UTF8.GetString(text)}");
            if (expected) accepted++;
        }

        Assert.InRange(accepted, 1_000, 59_000);
    }

    [Fact]
    public void Values_are_the_same()
    {
        foreach (string seed in Seeds)
        {
            using JsonDocument judge = JsonDocument.Parse("[" + seed + "]");
            Same(judge.RootElement[0], Sample.Text("[" + seed + "]").Root[0]);
        }
    }

    private static void Same(JsonElement expected, Node actual)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                List<JsonProperty> properties = [.. expected.EnumerateObject()];
                Assert.Equal(properties.Count, actual.Count);
                foreach (JsonProperty property in properties) Same(property.Value, actual[property.Name]);
                break;
            case JsonValueKind.Array:
                Assert.Equal(expected.GetArrayLength(), actual.Count);
                for (int i = 0; i < actual.Count; i++) Same(expected[i], actual[i]);
                break;
            default:
                Assert.Equal(expected.ValueKind == JsonValueKind.String ? expected.GetString() : expected.GetRawText(), actual.Text);
                Assert.Equal(expected.ValueKind.ToString(), actual.Kind.ToString());
                break;
        }
    }

    private static bool WeAccept(byte[] text) =>
        new JsonParser(text, 0, new NodeTableBuilder(new NodeLimits(64, 1000, 0), [], 16)).Parse();

    private static bool JudgeAccepts(byte[] text)
    {
        try
        {
            Utf8JsonReader reader = new(text, new JsonReaderOptions { MaxDepth = 64 });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
