using System.Text.Json;
using ContractToolkit.Json;
using ContractToolkit.OpenApi;
using Encoding = System.Text.Encoding;

namespace ContractToolkit.Validation.Tests;

/// <summary>What is checked while it is read gets no verdict that the interpreter would not give. CONTRACT_PAIRS sets the number of pairs.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Nothing_passes_that_the_interpreter_refuses(int seed, bool emitted)
    {
        var random = new Random(seed);
        int schemas = (int.TryParse(Environment.GetEnvironmentVariable("CONTRACT_PAIRS"), out int pairs) ? pairs : 20_000) / (emitted ? 80 : 20);
        List<(RandomSchemas Source, string Schema, ValidationPlan Plan)> plans = [];
        for (int round = 0; round < schemas; round++)
        {
            var source = new RandomSchemas(random, plain: round % 2 == 0);
            string schema = source.Document().ToJsonString();
            if (ContractReader.ReadSchema("schema.json", Encoding.UTF8.GetBytes(schema)) is not { Schema: { } read } document) continue;
            plans.Add((source, schema, PlanCompiler.Compile(document.Schemas, [read])));
        }

        IReadOnlyList<ValidationPlan> readers = [.. plans.Select(entry => entry.Plan)];
        if (emitted) readers = EmittedPlans.Of(readers);
        int valid = 0;
        int doubted = 0;
        int refused = 0;
        for (int at = 0; at < plans.Count; at++)
        {
            (RandomSchemas source, string schema, ValidationPlan plan) = plans[at];
            for (int i = 0; i < 20; i++)
            {
                string text = source.Instance()?.ToJsonString() ?? "null";
                byte[] instance = Encoding.UTF8.GetBytes(text);
                if (i % 3 == 0) instance = TextDamage.Change(instance, random);
                var direction = (Direction)random.Next(3);
                bool expected = plan.IsValid(instance, 0, direction);
                Assert.Equal(expected, readers[at].IsValid(instance, 0, direction));
                Assert.Equal(plan.Validate(instance, 0, direction), readers[at].Validate(instance, 0, direction));
                if (!TryRead(readers[at], instance, direction, random, out bool certain)) continue;
                Assert.True(expected || !certain, $"{Encoding.UTF8.GetString(instance)} passes {schema}");
                valid += expected ? 1 : 0;
                doubted += expected && !certain ? 1 : 0;
                refused += expected ? 0 : 1;
            }
        }

        // Where reading cannot tell, the interpreter runs over the whole once more: that must stay the exception.
        Assert.True(doubted * 20 < valid, $"{doubted} of {valid} valid instances are in doubt");
        Assert.True(refused > valid / 4, $"only {refused} instances are invalid beside {valid}");
    }

    [Fact]
    public void Emitted_code_decides_where_there_is_some()
    {
        SchemaDocument document = ContractReader.ReadSchema("schema.json", """{"type":"object","properties":{"a":{"type":"string","maxLength":2}}}"""u8.ToArray());
        ValidationPlan plan = PlanCompiler.Compile(document.Schemas, [document.Schema!]);
        int asked = 0;

        // Code that refuses everything shows that it is asked, of the whole and of what is read.
        ValidationPlan refusing = new(plan.Data, schema => (ref ValidationCursor cursor) => { asked++; return schema < 0; });
        Assert.False(refusing.IsValid("{}"u8));
        Assert.Equal(1, asked);
        Assert.True(TryRead(refusing, """{"a":"x"}"""u8.ToArray(), Direction.None, new Random(1), out bool certain));
        Assert.False(certain);
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}}}""", """{"a":"\ud800"}""")]
    [InlineData("""{"type":"object","properties":{"a":{}}}""", """{"z":["\udc00"]}""")]
    [InlineData("""{"type":"object","properties":{"\u0061":{"type":"string"}}}""", """{"\u0061":1}""")]
    [InlineData("""{"properties":{"hidden":{"type":"string"}}}""", """{"hidden":1}""")]
    [InlineData("""{"required":["hidden"]}""", """{"a":1}""")]
    [InlineData("""{"additionalProperties":false,"properties":{"a":{}}}""", """{"a":1,"b":2}""")]
    [InlineData("""{"items":{"type":"integer"}}""", """[1,2.5]""")]
    [InlineData("""{"minItems":2}""", """[1]""")]
    [InlineData("""{"properties":{"a":{"oneOf":[{"type":"null"},{"maxLength":2,"type":"string"}]}}}""", """{"a":"xyz"}""")]
    public void What_is_wrong_is_seen(string schema, string instance)
    {
        SchemaDocument document = ContractReader.ReadSchema("schema.json", Encoding.UTF8.GetBytes(schema));
        ValidationPlan plan = PlanCompiler.Compile(document.Schemas, [document.Schema!]);
        Assert.False(plan.IsValid(Encoding.UTF8.GetBytes(instance)));
        foreach (int seed in Enumerable.Range(0, 20))
        {
            Assert.True(TryRead(plan, Encoding.UTF8.GetBytes(instance), Direction.None, new Random(seed), out bool certain));
            Assert.False(certain);
        }
    }

    [Theory]
    [InlineData("""{"properties":{"a":{"type":["string","null"],"enum":["x",null]},"b":{"$ref":"#"}}}""", """{"a":null,"b":{"a":"x"}}""")]
    [InlineData("""{"properties":{"a":{"oneOf":[{"type":"null"},{"maxLength":2,"type":"string"}]}}}""", """{"a":null}""")]
    [InlineData("""{"allOf":[{"properties":{"a":{"type":"integer"}}},{"required":["a"]}],"unevaluatedProperties":false}""", """{"a":1.0}""")]
    [InlineData("""{"oneOf":[{"properties":{"kind":{"const":"x"}},"type":"object"},{"properties":{"kind":{"const":"y"}},"type":"object"}]}""", """{"kind":"y"}""")]
    public void What_is_right_is_certain(string schema, string instance)
    {
        SchemaDocument document = ContractReader.ReadSchema("schema.json", Encoding.UTF8.GetBytes(schema));
        ValidationPlan plan = PlanCompiler.Compile(document.Schemas, [document.Schema!]);
        foreach (int seed in Enumerable.Range(0, 20))
        {
            Assert.True(TryRead(plan, Encoding.UTF8.GetBytes(instance), Direction.None, new Random(seed), out bool certain));
            Assert.True(certain);
        }
    }

    [Fact]
    public void A_choice_that_leads_back_to_itself_ends()
    {
        SchemaDocument document = ContractReader.ReadSchema("schema.json", """{"anyOf":[{"$ref":"#"},{"type":"string","maxLength":0}]}"""u8.ToArray());
        ValidationPlan plan = PlanCompiler.Compile(document.Schemas, [document.Schema!]);
        Assert.True(TryRead(plan, "1"u8.ToArray(), Direction.None, new Random(1), out bool certain));
        Assert.False(certain);
    }

    private static bool TryRead(ValidationPlan plan, byte[] instance, Direction direction, Random random, out bool certain)
    {
        AnyCodec.Choices = random;
        certain = false;
        try
        {
            new SchemaCheck(plan, 0).Read<object?>(instance, AnyCodec.Read, direction, out certain);
            return true;
        }
        catch (JsonReadException)
        {
            return false;
        }
    }

    /// <summary>Reads any value in one of the ways in which generated types do, chosen anew for each.</summary>
    private readonly struct AnyCodec : IJsonCodec<object?>
    {
        private static readonly JsonShape[] Shapes =
        [
            new("*a", "*b", "*c", "*kind"), new(true, " a", "!c", "*kind"), new("+kind", "~b", "?a"), new(true), new(),
            new([.. Enumerable.Range(0, 70).Select(i => " m" + i), "*a", "*b", "*c"]),
        ];

        [ThreadStatic]
        private static Random? random;

        public static Random Choices
        {
            get => random!;
            set => random = value;
        }

        public static object? Read(ref JsonCursor json)
        {
            switch (json.Kind)
            {
                case JsonValueKind.Null: return json.TryReadNull() ? null : json.ReadRaw().Length;
                case JsonValueKind.String: return json.ReadString();
                case JsonValueKind.Number: return json.ReadNumberToken(out _).Length;
                case JsonValueKind.Object when Choices.Next(6) > 0: return ReadRecord(ref json);
                case JsonValueKind.Object when Choices.Next(2) > 0: return MapCodec<object?, AnyCodec>.Read(ref json);
                case JsonValueKind.Array when Choices.Next(6) > 0: return ListCodec<object?, AnyCodec>.Read(ref json);
                default: return json.ReadRaw().Length;
            }
        }

        public static void Write(JsonWriter writer, object? value) => throw new NotSupportedException();

        private static object ReadRecord(ref JsonCursor json)
        {
            var members = new MemberReader(Shapes[Choices.Next(Shapes.Length)]);
            while (members.Next(ref json)) Read(ref json);
            return members.Extras;
        }
    }
}
