using ContractToolkit.Json;

namespace ContractToolkit.CSharp.Tests;

/// <summary>Alternatives beside members, and alternatives that hold together.</summary>
public sealed class VariantTests
{
    private const string Schemas = """
        Event:
          type: object
          required: [id]
          properties: { id: { type: integer }, note: { type: string } }
          oneOf:
            - { properties: { kind: { const: a }, a: { type: string } }, required: [kind] }
            - { properties: { kind: { const: b }, a: { type: integer } }, required: [kind] }
        Card: { type: object, required: [number], properties: { number: { type: string } } }
        Iban: { type: object, required: [iban], properties: { iban: { type: string } } }
        Payment:
          type: object
          required: [amount]
          additionalProperties: true
          properties: { amount: { type: number } }
          anyOf: [ { $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Iban' } ]
        Told:
          required: [type]
          properties: { type: { type: string }, name: { type: string } }
          discriminator: { propertyName: type, mapping: { plastic: '#/components/schemas/Card', sepa: Iban } }
          oneOf: [ { $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Iban' } ]
        Holder:
          type: object
          properties:
            inline:
              type: object
              properties: { shared: { type: string } }
              anyOf:
                - { title: With date, type: object, required: [date], properties: { date: { type: string, format: date } } }
                - { type: object, required: [time], properties: { time: { type: string } } }
                - { required: [shared] }
            deep:
              type: object
              properties: { shared: { type: string } }
              anyOf: [ { oneOf: [ { $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Iban' } ] }, { type: object } ]
            payments: { type: array, items: { $ref: '#/components/schemas/Payment' } }
        """;

    [Fact]
    public void Each_alternative_is_a_record_that_derives_from_the_one_with_the_members()
    {
        CompiledCode code = Generation.Compile(Generation.Schemas(Schemas), """
            using System.Linq;
            using System.Text;
            using Generated;
            public static class Usage
            {
                static string Pay(Payment payment) => payment switch { PaymentCard card => "card " + card.Number, PaymentIban iban => "iban " + iban.Iban, _ => "other" } + payment.Amount;
                public static string Run()
                {
                    var text = new StringBuilder();
                    text.Append(Pay(Payment.Parse("{\"amount\":1,\"number\":\"4\",\"x\":true}"))).Append(Pay(Payment.Parse("{\"amount\":2,\"iban\":\"DE\"}"))).Append(Pay(Payment.Parse("{\"amount\":3}")));
                    text.Append(Payment.Parse("{\"amount\":1,\"number\":\"4\",\"x\":true}").AdditionalProperties["x"]);
                    text.Append(Event.Parse("{\"id\":1,\"kind\":\"b\",\"a\":2}") is EventB { A: 2, Id: 1 }).Append(Event.Parse("{\"id\":1,\"kind\":\"c\"}").GetType().Name);
                    text.Append(Told.Parse("{\"type\":\"sepa\",\"name\":\"N\"}") is ToldIban { Name: "N" }).Append(Told.Parse("{\"type\":\"Card\",\"number\":\"1\"}").GetType().Name);
                    Holder holder = new() { Inline = new HolderInlineWithDate { Date = new(2026, 1, 2), Shared = "s" }, Payments = [new PaymentCard { Amount = 5, Number = "6" }] };
                    text.Append(Encoding.UTF8.GetString(holder.ToUtf8Json())).Append(holder == Holder.Parse(holder.ToUtf8Json())).Append(holder.Validate().Count);
                    text.Append(new PaymentCard { Amount = 5, Number = "6" }.Validate().Count).Append(Payment.Parse("{\"amount\":3}").Validate().Count);
                    text.Append(Holder.Parse("{\"deep\":{\"shared\":\"a\",\"iban\":\"i\"}}").Deep is HolderDeepIban { Iban: "i", Shared: "a" });
                    return text.ToString();
                }
            }
            """);
        Assert.Equal(
            """card 41iban DE2other3trueTrueEventTrueToldCard{"inline":{"shared":"s","date":"2026-01-02"},"payments":[{"amount":5,"number":"6"}]}True001True""",
            code.Run());
    }

    [Theory]
    [InlineData("Event", """{"id":1,"kind":"b","a":2,"z":0}""")]
    [InlineData("Event", """{"id":1,"kind":"new","a":[2],"z":0}""")]
    [InlineData("Payment", """{"amount":1.50,"number":"4","iban":true,"x":true}""")]
    [InlineData("Told", """{"type":"plastic","number":"4","name":"N"}""")]
    [InlineData("Told", """{"number":"4"}""")]
    [InlineData("Holder", """{"deep":{"shared":"a","iban":"i"},"inline":{"shared":"x"}}""")]
    [InlineData("Holder", """{"inline":{"time":"t","shared":"s","date":5},"payments":[{"amount":1},{"amount":2,"iban":"x"}]}""")]
    public void Round_trips(string type, string json)
    {
        CompiledCode code = Generation.Compile(Generation.Schemas(Schemas));
        Assert.Equal(JsonValue.Parse(json), JsonValue.Parse(code.RoundTrip(type, json)));
    }

    [Fact]
    public void Alternatives_that_include_the_schema_which_lists_them_derive_from_it()
    {
        CompiledCode code = Generation.Compile(
            Generation.Schemas("""
                Pet:
                  type: object
                  required: [name]
                  properties: { name: { type: string } }
                  oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ]
                Cat: { allOf: [ { $ref: '#/components/schemas/Pet' }, { type: object, required: [lives], properties: { lives: { type: integer } } } ] }
                Dog: { allOf: [ { $ref: '#/components/schemas/Pet' } ], type: object, required: [breed], properties: { breed: { type: string } } }
                """),
            """
            using Generated;
            public static class Usage
            {
                public static string Run() => (new Cat { Name = "A", Lives = 9 } is Pet) + Pet.Parse("{\"name\":\"x\"}").Name + Cat.Parse("{\"name\":\"x\",\"lives\":9}").Lives
                    + string.Join(",", typeof(Cat).GetProperties().Length > 1);
            }
            """);
        Assert.Equal("Truex9True", code.Run());
    }

    [Fact]
    public void A_default_mapping_takes_values_that_nothing_else_is_mapped_to()
    {
        string document = Generation.Schemas("""
            Account:
              type: object
              required: [kind]
              properties: { kind: { type: string } }
              discriminator: { propertyName: kind, defaultMapping: '#/components/schemas/Other', mapping: { savings: Savings } }
              oneOf: [ { $ref: '#/components/schemas/Savings' }, { $ref: '#/components/schemas/Other' } ]
            Savings: { type: object, properties: { rate: { type: number } } }
            Other: { type: object, properties: { note: { type: string } } }
            """).Replace("3.1.0", "3.2.0", StringComparison.Ordinal);
        CompiledCode code = Generation.Compile(document, """
            using Generated;
            public static class Usage
            {
                public static string Run() => Account.Parse("{\"kind\":\"new\",\"note\":\"n\"}").GetType().Name + Account.Parse("{\"kind\":\"savings\"}").GetType().Name;
            }
            """);
        Assert.Equal("AccountOtherAccountSavings", code.Run());
    }

    [Fact]
    public void Without_validation_one_record_has_the_members_of_all_alternatives_and_that_is_reported()
    {
        GenerationResult result = Generation.Generate(Generation.Schemas(Schemas), Generation.Options with { Validation = ValidationMode.None });
        Assert.All(result.Findings, finding => Assert.Equal("CT2002", finding.Id));
        Assert.Equal(typeof(string), CompiledCode.Of(result.Files).Type("Event").GetProperty("Kind")!.PropertyType);
        Assert.Empty(Generation.Generate(Generation.Schemas(Schemas)).Findings);
    }

    [Fact]
    public void Several_groups_of_objects_become_one_record_and_are_reported()
    {
        string document = Generation.Schemas("""
            Both:
              type: object
              oneOf: [ { type: object, properties: { a: { type: string } } }, { type: object, properties: { b: { type: string } } } ]
              anyOf: [ { type: object, properties: { c: { type: string } } }, { type: object, properties: { d: { type: string } } } ]
            """);
        Assert.Contains("several groups", Assert.Single(Generation.Generate(document).Findings, finding => finding.Id == "CT2002").Message, StringComparison.Ordinal);
        Assert.NotNull(Generation.Compile(document).Type("Both").GetProperty("D"));
    }

    [Fact]
    public void Alternatives_of_different_kinds_that_hold_together_become_their_combinations()
    {
        string document = Generation.Schemas("""
            Ref: { type: object, required: [id], properties: { id: { type: integer } } }
            Both:
              allOf:
                - oneOf: [ { type: string }, { type: integer }, { $ref: '#/components/schemas/Ref' } ]
                - anyOf: [ { type: string, maxLength: 5 }, { type: object, required: [label], properties: { label: { type: string } } } ]
            Beside:
              properties: { label: { type: string } }
              oneOf: [ { type: string }, { $ref: '#/components/schemas/Ref' }, { type: 'null' } ]
            Holder: { type: object, properties: { both: { $ref: '#/components/schemas/Both' }, beside: { $ref: '#/components/schemas/Beside' } } }
            """);
        Assert.Empty(Generation.Generate(document).Findings);
        CompiledCode code = Generation.Compile(document, """
            using Generated;
            public static class Usage
            {
                public static string Run() => Both.Parse("\"a\"").Match(text => text, record => "", unknown => "?") + Both.Parse("{\"id\":1,\"label\":\"l\"}").Match(text => text, record => record.Label + record.Id, unknown => "?")
                    + Beside.Parse("{\"id\":3,\"label\":\"m\"}").Match(text => text, record => record.Label + record.Id, unknown => "?") + Both.Parse("7").IsKnown;
            }
            """);
        Assert.Equal("al1m3False", code.Run());
        const string Json = """{"both":{"id":1,"label":"x","z":[1]},"beside":null}""";
        Assert.Equal(JsonValue.Parse(Json), JsonValue.Parse(code.RoundTrip("Holder", Json)));
    }

    [Fact]
    public void Too_many_combinations_and_circles_stay_any_value_with_the_reason()
    {
        string many = string.Join(", ", Enumerable.Range(0, 6).Select(i => "{ type: " + (i % 2 == 0 ? "string" : "integer") + ", maximum: " + i + " }"));
        GenerationResult result = Generation.Generate(Generation.Schemas($$"""
            Many: { allOf: [ { oneOf: [ {{many}} ] }, { anyOf: [ {{many}} ] } ] }
            Circle: { properties: { a: { type: string } }, oneOf: [ { type: string }, { $ref: '#/components/schemas/Circle' } ] }
            Holder: { type: object, properties: { many: { $ref: '#/components/schemas/Many' }, circle: { $ref: '#/components/schemas/Circle' } } }
            """));
        Assert.Contains(result.Findings, finding => finding.Id == "CT2003" && finding.Message.Contains("too many", StringComparison.Ordinal));
        Assert.Empty(CompiledCode.Problems(result.Files));
    }
}
