using System.Diagnostics;
using ContractToolkit.OpenApi;
using Encoding = System.Text.Encoding;

namespace ContractToolkit.Validation.Tests;

/// <summary>Instances and schemas that mean harm: each ends in a finding, soon, without a crash.</summary>
public sealed class HostileInstanceTests
{
    private static ValidationPlan Plan(string schema)
    {
        SchemaDocument document = ContractReader.ReadSchema("schema.json", Encoding.UTF8.GetBytes(schema));
        return PlanCompiler.Compile(document.Schemas, [document.Schema!]);
    }

    private static Violation Only(string schema, byte[] instance)
    {
        ValidationPlan plan = Plan(schema);
        Assert.False(plan.IsValid(instance));
        return Assert.Single(plan.Validate(instance));
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(1_000_000)]
    public void Depth_ends_in_a_finding(int depth)
    {
        Violation violation = Only("true", Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth)));
        Assert.Equal(("limit", "nested too deeply"), (violation.Keyword, violation.Message));
    }

    [Fact]
    public void Depth_that_is_allowed_does_not_overflow_the_stack_of_a_recursive_schema()
    {
        ValidationPlan plan = Plan("""{"anyOf":[{"type":"integer"},{"type":"array","items":{"allOf":[{"$ref":"#"}]}}]}""");
        byte[] fits = Encoding.UTF8.GetBytes(new string('[', ValidationPlan.MaxDepth) + "1" + new string(']', ValidationPlan.MaxDepth));
        byte[] fails = Encoding.UTF8.GetBytes(new string('[', ValidationPlan.MaxDepth) + "\"\"" + new string(']', ValidationPlan.MaxDepth));
        bool[] verdicts = [false, true];
        Thread small = new(() => verdicts = [plan.IsValid(fits), plan.IsValid(fails)], 8 << 20);
        small.Start();
        small.Join();
        Assert.Equal([true, false], verdicts);

        Thread tiny = new(() => Assert.NotEmpty(plan.Validate(fails)), 256 << 10);
        tiny.Start();
        tiny.Join();
    }

    [Fact]
    public void Invalid_utf8_and_lone_surrogates_end_in_a_finding()
    {
        Assert.Equal("these bytes are not UTF-8", Only("true", [(byte)'"', 0xC3, 0x28, (byte)'"']).Message);
        Assert.Equal("an escaped surrogate without its other half is no text", Only("true", "\"\\ud800\""u8.ToArray()).Message);
    }

    [Fact]
    public void A_declared_member_that_stands_twice_ends_in_a_finding()
    {
        Violation violation = Only("""{"properties":{"a":{}}}""", """{"b":1,"a":1,"a":1}"""u8.ToArray());
        Assert.Equal(("/a", "json", 13L), (violation.InstancePointer, violation.Keyword, violation.Offset));
    }

    [Fact]
    public void A_million_members_of_one_name_take_a_moment()
    {
        StringWriter text = new();
        for (int i = 0; i < 1_000_000; i++) text.Write(i == 0 ? "{\"a\":1" : ",\"a\":1");
        text.Write('}');
        Stopwatch watch = Stopwatch.StartNew();
        Assert.NotEmpty(Plan("""{"properties":{"a":{"type":"integer"}},"uniqueItems":true}""").Validate(Encoding.UTF8.GetBytes(text.ToString())));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Unique_items_of_a_long_array_take_a_moment()
    {
        string items = string.Join(",", Enumerable.Range(0, 200_000).Select(i => $"{{\"a\":{i},\"b\":[{i}]}}"));
        Stopwatch watch = Stopwatch.StartNew();
        Assert.True(Plan("""{"uniqueItems":true}""").IsValid(Encoding.UTF8.GetBytes("[" + items + "]")));
        Assert.False(Plan("""{"uniqueItems":true}""").IsValid(Encoding.UTF8.GetBytes("[" + items + ",{\"b\":[77.0],\"a\":7.7e1}]")));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Huge_exponents_cost_nothing()
    {
        ValidationPlan plan = Plan("""{"type":"integer","multipleOf":7,"maximum":1e999999999}""");
        Assert.False(plan.IsValid("1e999999999999999999999"u8));
        Assert.False(plan.IsValid("1e99999999"u8));
        Assert.True(plan.IsValid("7e99999999"u8));
        Assert.False(plan.IsValid("7e-99999999"u8));
    }

    [Fact]
    public void A_pattern_that_explodes_is_undecided()
    {
        Violation violation = Only("""{"pattern":"^(a|aa)+(?!x)$"}""", Encoding.UTF8.GetBytes("\"" + new string('a', 5_000) + "!\""));
        Assert.Equal("pattern", violation.Keyword);
        Assert.StartsWith("undecided", violation.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("^(?!x)(a|aa)+$")]
    public void A_pattern_of_linear_time_is_decided_however_it_looks(string pattern)
    {
        Violation violation = Only($$"""{"pattern":"{{pattern}}"}""", Encoding.UTF8.GetBytes("\"" + new string('a', 50_000) + "!\""));
        Assert.StartsWith("expected a string that matches", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_that_refers_to_itself_without_end_is_undecided()
    {
        Assert.StartsWith("undecided", Only("""{"$ref":"#"}""", "1"u8.ToArray()).Message, StringComparison.Ordinal);
        Assert.StartsWith("undecided", Only("""{"allOf":[{"$ref":"#"},{"$ref":"#"}]}""", "1"u8.ToArray()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Branches_that_multiply_are_undecided()
    {
        string definitions = string.Join(",", Enumerable.Range(0, 60).Select(i => $"\"d{i}\":{{\"anyOf\":[{{\"$ref\":\"#/$defs/d{i + 1}\"}},{{\"$ref\":\"#/$defs/d{i + 1}\"}}]}}"));
        string schema = "{\"$ref\":\"#/$defs/d0\",\"$defs\":{" + definitions + ",\"d60\":{\"type\":\"string\"}}}";
        Violation violation = Plan(schema).Validate("1"u8)[0];
        Assert.NotNull(violation);
    }

    [Fact]
    public void The_number_of_findings_is_bounded()
    {
        byte[] instance = Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Repeat("1", 100_000)) + "]");
        Assert.Equal(100, Plan("""{"items":{"type":"string"}}""").Validate(instance).Count);
        Assert.Equal(3, Plan("""{"items":{"type":"string"}}""").Validate(instance, limit: 3).Count);
    }
}
