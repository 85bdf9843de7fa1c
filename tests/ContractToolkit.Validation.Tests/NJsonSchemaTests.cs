using System.Text.Json.Nodes;
using ContractToolkit.TestSupport;
using Encoding = System.Text.Encoding;

namespace ContractToolkit.Validation.Tests;

/// <summary>
/// NJsonSchema 10.7.2 as a second judge of the part of the language that it supports. Where it is known to be wrong, a schema or instance that
/// could show it is left out; <see cref="A_known_fault_is_still_there"/> holds each fault with the specification's words.
/// </summary>
public sealed class NJsonSchemaTests
{
    [Fact]
    public Task It_agrees_on_the_plain_part() => CompareAsync(new Random(20261124), 300);

    [Fact]
    [Trait("Category", LongRun.Category)]
    public Task It_agrees_on_the_plain_part_of_half_a_million_pairs()
    {
        LongRun.Require();
        return CompareAsync(new Random(LongRun.Seed), 25_000);
    }

    [Theory]
    [InlineData("""{"type":"integer"}""", "1.0", true, "Core 4.2.3: 1.0 and 1 are one number; Validation 6.1.1: integer matches any number with a zero fractional part")]
    [InlineData("""{"type":"string","maxLength":2}""", "\"\\uD83D\\uDE00\\uD83D\\uDE00\"", true, "Validation 6.3.1: the length of a string is the number of its characters as defined by RFC 8259")]
    [InlineData("""{"type":"integer","required":["a"]}""", "1", true, "Validation 6.5.3 speaks of object instances; Core 7.6.1: assertions of one type pass every other")]
    [InlineData("""{"type":"null","enum":["x"]}""", "null", false, "Validation 6.1.2: an instance is valid if its value is equal to one of the elements")]
    [InlineData("""{"properties":{"a":{"type":"null","allOf":[{"type":"string"}]}}}""", "{\"a\":null}", false, "Core 10.2.1.1: valid if it validates against all schemas of allOf")]
    [InlineData("""{"properties":{"a":{"type":"array"}},"patternProperties":{"^a":{"type":"string"}}}""", "{\"a\":[]}", false, "Core 10.3.2.2: for each name that matches, the value validates against each schema that corresponds to a matching expression, declared or not")]
    public async Task A_known_fault_is_still_there(string schema, string instance, bool correct, string because)
    {
        NJsonSchema.JsonSchema other = await NJsonSchema.JsonSchema.FromJsonAsync(schema, TestContext.Current.CancellationToken);
        Assert.True(DifferentialTests.Compile(schema).IsValid(Encoding.UTF8.GetBytes(instance)) == correct, because);
        Assert.True(other.Validate(instance).Count == 0 != correct, "mended; take it off the list");
    }

    private static async Task CompareAsync(Random random, int schemas)
    {
        RandomSchemas source = new(random, plain: true);
        int compared = 0;
        for (int i = 0; i < schemas; i++)
        {
            JsonObject document = source.Document(random.Next(4));
            if (HasFault(document)) continue;
            string schema = document.ToJsonString();
            ValidationPlan plan = DifferentialTests.Compile(schema);
            NJsonSchema.JsonSchema other = await NJsonSchema.JsonSchema.FromJsonAsync(schema, TestContext.Current.CancellationToken);
            for (int j = 0; j < 20; j++)
            {
                JsonNode? instance = source.Instance();
                if (HasWholeFraction(instance) || HasPair(instance)) continue;
                string text = instance?.ToJsonString() ?? "null";
                bool ours = plan.IsValid(Encoding.UTF8.GetBytes(text));
                Assert.True(ours == (other.Validate(text).Count == 0), $"{schema}\n{text}\nours: {ours}");
                compared++;
            }
        }

        Assert.True(compared > schemas * 5);
    }

    private static bool HasFault(JsonNode? schema) => schema switch
    {
        JsonObject members => RequiresOfOthers(members) || SaysMoreOfNull(members) || DeclaresTwice(members) || members.Any(member => HasFault(member.Value)),
        JsonArray items => items.Any(HasFault),
        _ => false,
    };

    private static bool RequiresOfOthers(JsonObject schema) => schema["required"] is JsonArray && schema["type"]?.ToString() != "object";

    private static bool SaysMoreOfNull(JsonObject schema) =>
        schema["type"]?.ToString() == "null" && schema.Any(member => member.Key is "enum" or "allOf" or "anyOf" or "oneOf" or "not");

    private static bool DeclaresTwice(JsonObject schema) => schema["properties"] is JsonObject && schema["patternProperties"] is JsonObject;

    private static bool HasWholeFraction(JsonNode? instance) => Any(instance, text => text is "1.0" or "1e3" or "-0.0" or "10E-1");

    private static bool HasPair(JsonNode? instance) => Any(instance, text => text.Contains("\\uD83D", StringComparison.OrdinalIgnoreCase));

    private static bool Any(JsonNode? instance, Func<string, bool> holds) => instance switch
    {
        JsonObject members => members.Any(member => Any(member.Value, holds)),
        JsonArray items => items.Any(item => Any(item, holds)),
        null => false,
        _ => holds(instance.ToJsonString()),
    };
}
