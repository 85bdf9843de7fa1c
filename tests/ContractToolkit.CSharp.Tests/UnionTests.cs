using ContractToolkit.Json;

namespace ContractToolkit.CSharp.Tests;

public sealed class UnionTests
{
    private const string Schemas = """
        Cat:
          type: object
          required: [kind, lives]
          properties: { kind: { type: string }, lives: { type: integer } }
        Dog:
          type: object
          required: [kind]
          properties: { kind: { type: string }, breed: { type: string } }
        Pet:
          oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ]
          discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat', hound: Dog } }
        Value: { type: [string, integer, boolean, 'null'] }
        Shape:
          anyOf:
            - { type: object, required: [type, side], properties: { type: { const: square }, side: { type: number } } }
            - { type: object, required: [type, radius], properties: { type: { const: circle }, radius: { type: number } } }
        Loose:
          oneOf:
            - { type: object, required: [a], additionalProperties: false, properties: { a: { type: integer } } }
            - { type: object, required: [b], additionalProperties: false, properties: { b: { type: integer } } }
            - { type: array, items: { type: string } }
        Holder:
          type: object
          properties:
            pet: { $ref: '#/components/schemas/Pet' }
            value: { $ref: '#/components/schemas/Value' }
            shape: { $ref: '#/components/schemas/Shape' }
            loose: { $ref: '#/components/schemas/Loose' }
            when: { oneOf: [ { type: string, format: date-time }, { type: integer } ] }
            maybe: { anyOf: [ { $ref: '#/components/schemas/Cat' }, { type: 'null' } ] }
            model: { anyOf: [ { type: string }, { type: string, enum: [small, large] } ] }
        """;

    private const string Usage = """
        using System.Text;
        using Generated;
        public static class Usage
        {
            public static string Run()
            {
                var text = new StringBuilder();
                void Say(Holder holder) => text.Append(holder.Pet?.Match(cat => "cat " + cat.Lives, dog => "dog " + dog.Breed, raw => "raw " + raw))
                    .Append('|').Append(holder.Shape?.Tag).Append('|').Append(holder.Loose?.Tag).Append('|').Append(holder.Value.ValueOrDefault?.Content).Append(';');
                Say(Holder.Parse("{\"pet\":{\"kind\":\"cat\",\"lives\":9},\"shape\":{\"type\":\"circle\",\"radius\":1},\"loose\":{\"b\":1},\"value\":true}"));
                Say(Holder.Parse("{\"pet\":{\"kind\":\"hound\",\"breed\":\"x\"},\"shape\":{\"type\":\"new\"},\"loose\":[\"x\"],\"value\":\"s\"}"));
                Say(Holder.Parse("{\"pet\":{\"kind\":\"Dog\",\"breed\":\"y\"},\"loose\":{\"c\":1},\"value\":null}"));
                Say(Holder.Parse("{\"pet\":{\"kind\":\"cow\"},\"value\":12}"));
                Say(new Holder { Pet = new Cat { Kind = "cat", Lives = 7 } });
                text.Append(new Holder { Model = HolderModel.Small }.Model?.Value);
                return text.ToString();
            }
        }
        """;

    [Fact]
    public void Cases_are_told_apart()
    {
        CompiledCode code = Generation.Compile(Generation.Schemas(Schemas), Usage);
        Assert.Equal("cat 9|1|1|True;dog x|-1|2|s;dog y||-1|;raw {\"kind\":\"cow\"}|||12;cat 7|||;small", code.Run());
    }

    [Theory]
    [InlineData("""{"pet":{"kind":"cow","x":[1]},"value":null,"shape":{"type":"star"},"loose":{"c":2}}""")]
    [InlineData("""{"pet":{"kind":"cat","lives":3,"color":"red"},"value":3,"when":"2020-01-01T00:00:00.000Z","maybe":null}""")]
    [InlineData("""{"when":7,"maybe":{"kind":"c","lives":1},"model":"huge"}""")]
    public void Round_trips(string json)
    {
        CompiledCode code = Generation.Compile(Generation.Schemas(Schemas));
        Assert.Equal(JsonValue.Parse(json), JsonValue.Parse(code.RoundTrip("Holder", json)));
    }

    [Fact]
    public void A_discriminator_on_a_base_makes_records_derive()
    {
        CompiledCode code = Generation.Compile(
            Generation.Schemas("""
                Animal:
                  type: object
                  required: [type, name]
                  properties: { type: { type: string }, name: { type: string } }
                  discriminator: { propertyName: type, mapping: { lion: '#/components/schemas/Lion' } }
                Lion:
                  allOf:
                    - { $ref: '#/components/schemas/Animal' }
                    - { type: object, required: [mane], properties: { mane: { type: integer } } }
                Seal:
                  allOf: [ { $ref: '#/components/schemas/Animal' } ]
                  properties: { colour: { type: string } }
                Zoo: { type: object, properties: { animals: { type: array, items: { $ref: '#/components/schemas/Animal' } } } }
                """),
            """
            using System.Linq;
            using Generated;
            public static class Usage
            {
                public static string Run()
                {
                    var json = "{\"animals\":[{\"type\":\"lion\",\"name\":\"L\",\"mane\":2},{\"type\":\"Seal\",\"name\":\"S\",\"colour\":\"grey\"},{\"type\":\"emu\",\"name\":\"E\",\"legs\":2}]}";
                    var zoo = Zoo.Parse(json);
                    Lion lion = Lion.Parse("{\"type\":\"lion\",\"name\":\"L\",\"mane\":2}");
                    return string.Join(",", zoo.Animals!.Value.Select(animal => animal.GetType().Name + animal.Name)) + (zoo.Animals.Value[0] == lion)
                        + System.Text.Encoding.UTF8.GetString(zoo.ToUtf8Json());
                }
            }
            """);
        Assert.Equal(
            "LionL,SealS,AnimalETrue"
            + """{"animals":[{"type":"lion","name":"L","mane":2},{"type":"Seal","name":"S","colour":"grey"},{"type":"emu","name":"E","legs":2}]}""",
            code.Run());
    }

    [Fact]
    public void Recursive_unions_lists_and_maps_have_types()
    {
        CompiledCode code = Generation.Compile(Generation.Schemas("""
            Expression:
              oneOf:
                - { type: string }
                - { type: array, items: { $ref: '#/components/schemas/Expression' } }
                - { type: object, required: [not], properties: { not: { $ref: '#/components/schemas/Expression' } } }
            Tree: { type: object, additionalProperties: { $ref: '#/components/schemas/Tree' } }
            Matrix: { type: array, items: { $ref: '#/components/schemas/Matrix' } }
            Circle: { allOf: [ { $ref: '#/components/schemas/Circle' } ] }
            Holder:
              type: object
              properties:
                e: { $ref: '#/components/schemas/Expression' }
                t: { $ref: '#/components/schemas/Tree' }
                m: { $ref: '#/components/schemas/Matrix' }
                c: { $ref: '#/components/schemas/Circle' }
                pair: { type: array, prefixItems: [ { type: string }, { type: integer } ] }
                point: { type: array, prefixItems: [ { type: number }, { type: number } ], items: false }
            """));
        const string Json = """{"e":["a",{"not":["b",["c"]]}],"t":{"a":{"b":{}}},"m":[[],[[]]],"c":[1],"pair":["a",1,true],"point":[1.5,2]}""";
        Assert.Equal(JsonValue.Parse(Json), JsonValue.Parse(code.RoundTrip("Holder", Json)));
        Assert.Equal("Expression", code.Type("Holder").GetProperty("E")!.PropertyType.Name);
        Assert.Equal(typeof(EquatableArray<double>?), code.Type("Holder").GetProperty("Point")!.PropertyType);
    }

    [Fact]
    public void Cases_that_share_a_tag_are_told_apart_by_their_schemas()
    {
        CompiledCode code = Generation.Compile(Generation.Schemas("""
            Easy: { type: object, required: [type, content], properties: { type: { const: message }, content: { type: string } } }
            Full: { type: object, required: [type, content], properties: { type: { const: message }, content: { type: array, items: { type: string } } } }
            Other: { type: object, required: [type], properties: { type: { const: other } } }
            Item:
              oneOf: [ { $ref: '#/components/schemas/Easy' }, { $ref: '#/components/schemas/Full' }, { $ref: '#/components/schemas/Other' } ]
              discriminator: { propertyName: type }
            """), """
            using Generated;
            public static class Usage
            {
                public static string Run() => string.Join(",",
                    Item.Parse("{\"type\":\"message\",\"content\":\"x\"}").Tag, Item.Parse("{\"type\":\"message\",\"content\":[\"x\"]}").Tag,
                    Item.Parse("{\"type\":\"other\"}").Tag, Item.Parse("{\"type\":\"new\"}").Tag);
            }
            """);
        Assert.Equal("0,1,2,-1", code.Run());
    }

    [Fact]
    public void Cases_that_several_schemas_share_are_told_apart_too()
    {
        CompiledCode code = Generation.Compile(Generation.Schemas("""
            Text: { type: object, properties: { held: { type: string } } }
            Deep: { type: object, required: [b], properties: { held: { type: object }, b: { type: integer } } }
            Twice:
              allOf:
                - oneOf: [ { type: integer }, { type: object, required: [a], properties: { a: { type: integer } } } ]
                - anyOf: [ { $ref: '#/components/schemas/Text' }, { $ref: '#/components/schemas/Deep' }, { $ref: '#/components/schemas/Text' } ]
            Lists:
              oneOf:
                - { type: array, items: { type: string }, minItems: 3 }
                - { type: array, items: { type: string }, minItems: 1, maxItems: 1 }
                - { type: array, items: { type: integer }, minItems: 1 }
            """), """
            using Generated;
            public static class Usage
            {
                public static string Run() => string.Join(",",
                    Twice.Parse("{\"a\":1,\"held\":\"x\"}").Tag, Twice.Parse("{\"a\":1,\"b\":2,\"held\":{\"x\":1}}").Tag,
                    Lists.Parse("[\"x\"]").Tag, Lists.Parse("[\"x\",\"y\",\"z\"]").Tag, Lists.Parse("[1]").Tag);
            }
            """);
        Assert.Equal("0,1,0,0,1", code.Run());
    }
}
