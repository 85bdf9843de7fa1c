using System.Text.Json;
using ContractToolkit.TestSupport;
using Encoding = System.Text.Encoding;

namespace ContractToolkit.Validation.Tests;

/// <summary>What is JSON and what is not: both back ends against the framework's reader and each other, on damaged texts.</summary>
public sealed class GrammarTests
{
    private const string Anything = "true";
    private const string Closed = """
        {"type":"object","additionalProperties":false,"required":["a"],"properties":{"a":{"type":"array","items":{"type":["number","string","null"]}},
         "b":{"oneOf":[{"type":"object","required":["c"],"properties":{"c":{"const":"x"},"d":{}}},{"type":"object","properties":{"c":{"const":"y"}}}]},
         "ab\u00e9":{"type":"boolean"},"t":{"enum":["one","two",3]},"u":{"uniqueItems":true},"n":{"type":"integer","minimum":-5}}}
        """;

    private static readonly string[] Seeds =
    [
        """{"a":[1,2.5e-3,-0,"x\"y",null,"é😀"],"b":{"c":"x","d":[{},[],""]},"ab\u00e9":true,"t":"two","u":[1,2,{"k":"0123456789abcdef"}],"n":12}""",
        """ { "b" : { "c" : "y" , "k\n" : [ [ [ ] ] ] } , "a" : [ ] , "n" : -5 , "t" : 3.0 } """,
        """[[[{"k":"0123456789abcdefABCDEF"}]],"\ud83d\ude00",12345678901234567890,{"a":false}]""",
    ];

    [Fact]
    public void Both_back_ends_accept_the_grammar_and_nothing_else() => Compare(new Random(20261122), 8_000);

    [Fact]
    [Trait("Category", LongRun.Category)]
    public void Both_back_ends_accept_the_grammar_and_nothing_else_in_three_million_texts()
    {
        LongRun.Require();
        Compare(new Random(LongRun.Seed), 3_000_000);
    }

    [Theory]
    [InlineData("\"\\uD83D\"")]
    [InlineData("{\"\\uDC00\":1}")]
    [InlineData("[\"\\uD83Dx\"]")]
    public void An_escaped_half_of_a_pair_is_no_text(string json)
    {
        EmittedAssembly emitted = new();
        ValidationPlan plan = DifferentialTests.Compile(Anything);
        emitted.Add(plan.Data);
        Assert.False(plan.IsValid(Encoding.UTF8.GetBytes(json)));
        Assert.False(emitted.Verdict(0)(Encoding.UTF8.GetBytes(json), 0, Direction.None));
    }

    private static void Compare(Random random, int rounds)
    {
        EmittedAssembly emitted = new();
        ValidationPlan anything = DifferentialTests.Compile(Anything), closed = DifferentialTests.Compile(Closed);
        emitted.Add(anything.Data);
        emitted.Add(closed.Data);
        (Verdict emittedAnything, Verdict emittedClosed) = (emitted.Verdict(0), emitted.Verdict(1));
        Assert.True(closed.IsValid(Encoding.UTF8.GetBytes(Seeds[0])) && closed.IsValid(Encoding.UTF8.GetBytes(Seeds[1])));
        byte[][] seeds = Seeds.Select(Encoding.UTF8.GetBytes).ToArray();
        for (int round = 0; round < rounds; round++)
        {
            byte[] text = seeds[random.Next(seeds.Length)];
            for (int edits = random.Next(0, 4); edits > 0; edits--) text = TextDamage.Change(text, random);
            bool isJson = IsJson(text);
            Assert.True(anything.IsValid(text) == isJson, "interpreted: " + Show(text));
            Assert.True(emittedAnything(text, 0, Direction.None) == isJson, "emitted: " + Show(text));
            Assert.True(emittedClosed(text, 0, Direction.None) == closed.IsValid(text), "they differ: " + Show(text));
            Assert.True(closed.IsValid(text) == (closed.Validate(text).Count == 0), "not explained: " + Show(text));
        }
    }

    private static string Show(byte[] text) => Encoding.Latin1.GetString(text) + "\n" + Convert.ToHexString(text);

    /// <summary>What the framework's reader accepts and turns into text: a half pair it accepts, but cannot decode.</summary>
    private static bool IsJson(byte[] text)
    {
        try
        {
            Utf8JsonReader reader = new(text, new JsonReaderOptions { MaxDepth = 1000 });
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) reader.GetString();
            }

            return true;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
