using System.Text;
using System.Text.Json;
using ContractToolkit.CSharp.Naming;
using ContractToolkit.TestSupport;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractToolkit.CSharp.Tests;

public sealed class NameTests
{
    [Theory]
    [InlineData("lead_id", "LeadId")]
    [InlineData("leadID", "LeadID")]
    [InlineData("HTTP_STATUS", "HttpStatus")]
    [InlineData("+1", "Plus1")]
    [InlineData("-1", "Minus1")]
    [InlineData("1.0", "_1_0")]
    [InlineData("10", "_10")]
    [InlineData("24h", "_24h")]
    [InlineData("*", "Star")]
    [InlineData("", "Empty")]
    [InlineData("$expand", "Expand")]
    [InlineData("page[size]", "PageSize")]
    [InlineData("größe", "Größe")]
    [InlineData("법정리명", "법정리명")]
    [InlineData("a\u202eb", "AB")]
    public void Pascal_reads_well(string text, string expected) => Assert.Equal(expected, Identifiers.Pascal(text));

    [Theory]
    [InlineData("Lead-ID", "leadID")]
    [InlineData("HTTPStatus", "httpStatus")]
    [InlineData("ID", "id")]
    public void Camel_reads_well(string text, string expected) => Assert.Equal(expected, Identifiers.Camel(text));

    [Fact]
    public void Any_text_gives_an_identifier()
    {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder();
            int length = random.Next(0, 12);
            for (int j = 0; j < length; j++) text.Append((char)random.Next(0, random.Next(4) == 0 ? 0x10000 : 0x100));
            string pascal = Identifiers.Pascal(text.ToString());
            Assert.True(SyntaxFacts.IsValidIdentifier(pascal), $"{string.Join(' ', text.ToString().Select(c => ((int)c).ToString("x4")))} gives {pascal}");
            Assert.True(SyntaxFacts.IsValidIdentifier(Identifiers.Chosen(text.ToString())));
        }
    }

    [Fact]
    public void Traps_of_real_documents_compile()
    {
        using JsonDocument traps = JsonDocument.Parse(File.ReadAllBytes(SharedData.Require("corpus/names_traps.json")));
        var names = new SortedSet<string>(StringComparer.Ordinal) { "String", "Task", "System", "Ct", "Sys", "Match", "Wire", "Value", "global", new('x', 200), new('x', 201) };
        foreach (JsonProperty kind in traps.RootElement.EnumerateObject())
        {
            foreach (JsonElement trap in kind.Value.EnumerateArray())
            {
                foreach (string name in trap.GetProperty("name").GetString()!.Split(" | ")) names.Add(name);
            }
        }

        string properties = string.Join(",", names.Select(name => JsonSerializer.Serialize(name) + ":{\"type\":\"string\"}"));
        string values = string.Join(",", names.Select(name => JsonSerializer.Serialize(name)));
        string self(string name) => $$"""{"type":"object","properties":{ {{properties}} },"required":[{{JsonSerializer.Serialize(name)}}]}""";
        IEnumerable<string> schemas = names.Where((name, i) => (i % 7 == 0 || i < 11) && name != "Task").Select(name => JsonSerializer.Serialize(name) + ":" + self(name));
        IEnumerable<string> enums = names.Where((_, i) => i % 50 == 0).Select(name => JsonSerializer.Serialize(name + "Enum") + $":{{\"type\":\"string\",\"enum\":[{values}]}}");
        string small = string.Join(",", names.Select(name => JsonSerializer.Serialize(name + " small") + ":{\"type\":\"object\",\"properties\":{" + JsonSerializer.Serialize(name) + ":{\"$ref\":\"#/components/schemas/Task\"}}}"));
        string document = $$"""{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{},"components":{"schemas":{ {{string.Join(",", schemas.Concat(enums).Append("\"Task\":" + self("Task")).Append(small))}} } } }""";
        CompiledCode code = Generation.Compile(document);
        Assert.Equal("""{"Task":"y","equals":"x"}""", code.RoundTrip("Task", """{"equals":"x","Task":"y"}"""));
    }

    [Fact]
    public void Names_depend_on_the_element_and_not_on_order_or_company()
    {
        var random = new Random(11);
        string[] pool = ["foo", "bar_baz", "BarBaz2", "Qux", "a-b", "pet", "Pet_owner", "thing", "Item", "x1"];
        string Schema(string name) => $"{name}:\n  type: object\n  properties:\n    inner: {{ type: object, properties: {{ status: {{ type: string, enum: [a, b] }} }} }}\n    list: {{ type: array, items: {{ type: object }} }}";
        Dictionary<string, string> Names(IEnumerable<string> names) => Generation.Generate(Generation.Schemas(string.Join("\n", names.Select(Schema))))
            .Files.SelectMany(file => file.Text.Split('\n')).Where(line => line.Contains(" partial record ", StringComparison.Ordinal)).Select(line => line.Trim())
            .Distinct().ToDictionary(line => line);
        Dictionary<string, string> all = Names(pool);
        for (int i = 0; i < 20; i++)
        {
            string[] some = [.. pool.OrderBy(_ => random.Next()).Take(random.Next(1, pool.Length))];
            Assert.All(Names(some).Keys, line => Assert.Contains(line, all.Keys));
        }
    }

    [Fact]
    public void Colliding_names_are_suffixed_by_their_own_key_in_any_order()
    {
        IReadOnlyDictionary<string, string> Allocate(params string[] wires)
        {
            var scope = new NameScope(new(["Reserved"], StringComparer.Ordinal));
            foreach (string wire in wires) scope.Wish(wire, Identifiers.Pascal(wire), NamePriority.Own, wire);
            return scope.Allocate();
        }

        IReadOnlyDictionary<string, string> one = Allocate("foo_bar", "FooBar", "foo-bar", "reserved");
        IReadOnlyDictionary<string, string> other = Allocate("reserved", "foo-bar", "foo_bar", "FooBar");
        Assert.Equal(one.OrderBy(pair => pair.Key), other.OrderBy(pair => pair.Key));
        Assert.Equal("FooBar", one["FooBar"]);
        Assert.Equal("ReservedValue", one["reserved"]);
        Assert.Equal(4, one.Values.Distinct().Count());
        Assert.Equal(one["foo_bar"], Allocate("FooBar", "foo_bar")["foo_bar"]);
    }
}
