using ContractToolkit.Json;

namespace ContractToolkit.CSharp.Tests;

public sealed class TupleTests
{
    private const string Schemas = """
        Reading:
          description: A measured value.
          type: array
          minItems: 2
          prefixItems:
            - { title: measured at, type: string, format: date-time }
            - { title: value, type: number }
            - { title: unit, type: string }
            - { type: [integer, 'null'] }
            - { title: value, type: object, properties: { station: { type: string } } }
          items: { type: string, format: date }
        Pair: { type: array, prefixItems: [ { const: pair }, { type: integer } ], items: false, minItems: 2 }
        Loose: { type: array, prefixItems: [ { type: string }, { type: boolean } ] }
        Point: { type: array, prefixItems: [ { type: number }, { type: number } ], items: false }
        Capped: { type: array, maxItems: 2, prefixItems: [ { type: string }, { $ref: '#/components/schemas/Pair' } ] }
        Either: { oneOf: [ { $ref: '#/components/schemas/Pair' }, { $ref: '#/components/schemas/Loose' }, { type: string } ] }
        Holder:
          type: object
          properties:
            readings: { type: array, items: { $ref: '#/components/schemas/Reading' } }
            either: { $ref: '#/components/schemas/Either' }
            inline: { type: [array, 'null'], prefixItems: [ { type: string }, { type: object, properties: { a: { type: integer } } } ] }
            point: { $ref: '#/components/schemas/Point' }
        """;

    [Fact]
    public void Items_have_names_and_types()
    {
        CompiledCode code = Generation.Compile(Generation.Schemas(Schemas), """
            using System;
            using System.Linq;
            using System.Text;
            using Generated;
            public static class Usage
            {
                public static string Run()
                {
                    Reading reading = Reading.Parse("[\"2026-01-02T03:04:05Z\",1.5,\"mm\",null,{\"station\":\"A\"},\"2026-01-01\"]");
                    var text = new StringBuilder().Append(reading.MeasuredAt.Year).Append(reading.Value * 2).Append(reading.Unit)
                        .Append(reading.Item4.IsPresent).Append(reading.Rest.Single().Day);
                    var (pair, number) = new Pair { Item2 = 7 };
                    text.Append(pair).Append(number);
                    Either either = new Loose { Item1 = "a" };
                    text.Append(Encoding.UTF8.GetString(either.ToUtf8Json())).Append(Either.Parse("[\"pair\",3]").AsPair!.Item2).Append(Either.Parse("[\"x\",true]").AsLoose!.Item2);
                    text.Append(Encoding.UTF8.GetString((reading with { Rest = default, Unit = null }).ToUtf8Json()));
                    text.Append(new Loose { Item2 = true }.Validate().Count).Append(new Loose { Item1 = "a", Item2 = true }.Validate().Count);
                    return text.ToString();
                }
            }
            """);
        Assert.Equal(
            """20263mmTrue1pair7["a"]3True["2026-01-02T03:04:05Z",1.5,null,null,{"station":"A"}]10""", code.Run());
    }

    [Theory]
    [InlineData("Reading", """["2026-01-02T03:04:05.000Z",1.50,"mm",4,{"station":"A","x":1},"2026-01-01"]""")]
    [InlineData("Reading", """["2026-01-02T03:04:05Z",1]""")]
    [InlineData("Reading", """["2026-01-02T03:04:05Z",1,null,null]""")]
    [InlineData("Reading", """[]""")]
    [InlineData("Reading", """["2026-01-02T03:04:05Z"]""")]
    [InlineData("Reading", """[null,1,"x"]""")]
    [InlineData("Pair", """["pair",1,"more",{"a":[1]}]""")]
    [InlineData("Pair", """["other",0]""")]
    [InlineData("Loose", """["a",false,null,{"b":1.0}]""")]
    [InlineData("Loose", """[null,null]""")]
    [InlineData("Capped", """["a",["pair",2]]""")]
    [InlineData("Holder", """{"readings":[["2026-01-02T03:04:05Z",1e1]],"either":["pair",2],"inline":null,"point":[1.0,2.0]}""")]
    [InlineData("Holder", """{"either":[1,2,3],"inline":["a",{"a":1,"b":2},3]}""")]
    public void Round_trips(string type, string json)
    {
        CompiledCode code = Generation.Compile(Generation.Schemas(Schemas));
        Assert.Equal(JsonValue.Parse(json), JsonValue.Parse(code.RoundTrip(type, json)));
    }

    [Theory]
    [InlineData("Reading", """{"a":1}""", "")]
    [InlineData("Reading", """["2026-01-02T03:04:05Z",true]""", "/1")]
    [InlineData("Reading", """["2026-01-02T03:04:05Z",1,"mm",4,{},"2026-01-01","never"]""", "/6")]
    public void What_does_not_fit_is_refused_with_its_place(string type, string json, string pointer)
    {
        CompiledCode code = Generation.Compile(Generation.Schemas(Schemas));
        Assert.Equal(pointer, Assert.Throws<JsonReadException>(() => code.RoundTrip(type, json)).Pointer);
    }

    [Fact]
    public void Nothing_is_reported_and_places_of_one_type_stay_a_list()
    {
        GenerationResult result = Generation.Generate(Generation.Schemas(Schemas));
        Assert.Empty(result.Findings);
        Assert.Contains(result.Files, file => file.Text.Contains("public Ct::EquatableArray<double>? Point ", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Files, file => file.Text.Contains("RestItems", StringComparison.Ordinal));
    }

    [Fact]
    public void Older_dialects_write_their_tuples_another_way()
    {
        const string Document = """
            openapi: 3.1.0
            jsonSchemaDialect: http://json-schema.org/draft-07/schema#
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                Entry: { type: array, items: [ { type: string }, { type: integer } ], additionalItems: { type: boolean } }
            """;
        CompiledCode code = Generation.Compile(Document, """
            using Generated;
            public static class Usage { public static string Run() => Entry.Parse("[\"a\",2,true]") is { Item1: "a", Item2: 2 } entry ? entry.Rest[0].ToString() : "no"; }
            """);
        Assert.Equal("True", code.Run());
    }
}
