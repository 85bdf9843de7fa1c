using ContractToolkit.Json;

namespace ContractToolkit.CSharp.Tests;

public sealed class RecordTests
{
    private const string Pet = """
        Pet:
          type: object
          description: A pet & its <owner>.
          required: [id, name, chip]
          properties:
            id: { type: integer, format: int64 }
            name: { type: string }
            chip: { type: [string, 'null'] }
            tag: { type: string }
            age: { type: [integer, 'null'], format: int32 }
            born: { type: string, format: date-time }
            tags: { type: array, items: { type: string } }
            owner: { $ref: '#/components/schemas/Owner' }
            address:
              type: object
              properties: { street: { type: string } }
            status: { type: string, enum: [available, sold] }
            any: {}
        Owner:
          type: object
          properties: { pet: { $ref: '#/components/schemas/Pet' } }
        """;

    [Theory]
    [InlineData("""{"id":1,"name":"Rex","chip":null}""")]
    [InlineData("""{"id":1,"name":"Rex","chip":"x","tag":"t","age":null,"tags":[],"any":null}""")]
    [InlineData("""{"id":1,"name":"Rex","chip":"x","age":3,"tags":["a","b"],"owner":{"pet":{"id":2,"name":"","chip":null}},"any":{"a":[1,2.50]}}""")]
    [InlineData("""{"id":1,"name":"Rex","chip":"x","born":"2020-01-02T03:04:05.120+02:00","address":{"street":"S","no":1},"status":"lost","new":[1]}""")]
    [InlineData("""{"id":1,"name":"\u00e9\ud83d\ude00","chip":"x","tag":null,"owner":null}""")]
    [InlineData("""{"id":1,"name":"Rex"}""")]
    [InlineData("""{"name":null,"chip":null}""")]
    [InlineData("""{}""")]
    public void Round_trips(string json)
    {
        CompiledCode code = Generation.Compile(Generation.Schemas(Pet));
        Assert.Equal(JsonValue.Parse(json), JsonValue.Parse(code.RoundTrip("Pet", json)));
    }

    [Theory]
    [InlineData("""{"id":1.5,"name":"Rex","chip":null}""", "/id", "fraction")]
    [InlineData("""{"id":1,"name":"Rex","chip":null,"tags":["a",1]}""", "/tags/1", "a string")]
    [InlineData("""{"id":1,"name":"Rex","chip":null,"owner":{"pet":{"id":1,"name":"x","chip":null,"born":"never"}}}""", "/owner/pet/born", "never")]
    [InlineData("""{"id":1,"name":"Rex","chip":null,"id":2}""", "/id", "twice")]
    [InlineData("[]", "", "an object")]
    [InlineData("""{"id":1""", "/id", "ends")]
    public void Names_the_place_of_what_does_not_fit(string json, string pointer, string word)
    {
        CompiledCode code = Generation.Compile(Generation.Schemas(Pet));
        JsonReadException exception = Assert.Throws<JsonReadException>(() => code.RoundTrip("Pet", json));
        Assert.Equal(pointer, exception.Pointer);
        Assert.Contains(word, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_replaces_a_gap_is_written_and_validation_tells_of_the_gap()
    {
        CompiledCode code = Generation.Compile(Generation.Schemas(Pet), """
            using System.Linq;
            using Generated;
            public static class Usage
            {
                public static string Run()
                {
                    Pet pet = Pet.Parse("{\"name\":null,\"tag\":null}");
                    Pet filled = pet with { Id = 1, Name = "Rex", Chip = "c", Tag = "t" };
                    return System.Text.Encoding.UTF8.GetString(filled.ToUtf8Json()) + filled.Validate().Count + string.Join(",", pet.Validate().Select(v => v.Keyword).Order());
                }
            }
            """);
        Assert.Equal("""{"id":1,"name":"Rex","chip":"c","tag":"t"}0required,type,type""", code.Run());
    }

    [Fact]
    public void Tells_absent_null_and_present_apart()
    {
        CompiledCode code = Generation.Compile(Generation.Schemas(Pet), """
            using Generated;
            public static class Usage
            {
                public static string Run()
                {
                    var pet = new Pet { Id = 1, Name = "Rex", Chip = null, Status = PetStatus.Sold, Tags = ["x"], Address = new() { Street = "s" } };
                    var other = pet with { Age = null };
                    int? age = Pet.Parse("{\"id\":1,\"name\":\"n\",\"chip\":null,\"age\":7}").Age.ValueOrDefault;
                    string status = pet.Status.Value.Value switch { PetStatus.Wire.Sold => "sold", _ => "?" };
                    return System.Text.Encoding.UTF8.GetString(pet.ToUtf8Json()) + System.Text.Encoding.UTF8.GetString(other.ToUtf8Json()) + age + status
                        + (pet == Pet.Parse(pet.ToUtf8Json())) + (pet == other);
                }
            }
            """);
        Assert.Equal(
            """{"id":1,"name":"Rex","chip":null,"tags":["x"],"address":{"street":"s"},"status":"sold"}"""
            + """{"id":1,"name":"Rex","chip":null,"age":null,"tags":["x"],"address":{"street":"s"},"status":"sold"}""" + "7soldTrueFalse",
            code.Run());
    }

    [Fact]
    public void Required_members_that_travel_one_way_only_need_not_be_given_the_other_way()
    {
        CompiledCode code = Generation.Compile(
            """
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /users:
                post:
                  operationId: addUser
                  requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } }
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Receipt' } } } } }
            components:
              schemas:
                User:
                  type: object
                  required: [id, name, password]
                  properties: { id: { type: integer, readOnly: true }, name: { type: string }, password: { type: string, writeOnly: true } }
                Receipt: { type: object, required: [at], properties: { at: { type: integer, readOnly: true } } }
            """,
            """
            using Generated;
            public static class Usage
            {
                public static string Run()
                {
                    var user = new User { Name = "n", Password = "p" };
                    long at = new Receipt { At = 1 }.At;
                    return System.Text.Encoding.UTF8.GetString(user.ToUtf8Json()) + (user.Id is null) + at;
                }
            }
            """);
        Assert.Equal("""{"name":"n","password":"p"}True1""", code.Run());
    }

    [Fact]
    public void Required_alternatives_become_factories_and_bags_keep_the_rest()
    {
        CompiledCode code = Generation.Compile(
            Generation.Schemas("""
                Reference:
                  type: object
                  required: [org]
                  additionalProperties: { type: integer }
                  properties: { org: { type: string }, lead_id: { type: integer }, rule: { type: string }, class: { type: string } }
                  anyOf: [ { required: [lead_id] }, { required: [rule, class] } ]
                  x-contract-factories: [ById]
                """),
            """
            using Generated;
            public static class Usage
            {
                public static string Run()
                {
                    var one = Reference.ById("o", 7);
                    var other = Reference.WithRuleAndClass("o", "r", "c");
                    other.AdditionalProperties["x"] = 1;
                    var read = Reference.Parse("{\"org\":\"o\",\"lead_id\":1,\"y\":2}");
                    return string.Join("", new[] { one, other, read }.Select(r => System.Text.Encoding.UTF8.GetString(r.ToUtf8Json()) + r.Validate().Count))
                        + new Reference { Org = "o" }.Validate().Count + read.AdditionalProperties["y"];
                }
            }
            """.Replace("using Generated;", "using Generated; using System.Linq;"));
        Assert.Equal("""{"org":"o","lead_id":7}0{"org":"o","rule":"r","class":"c","x":1}0{"org":"o","lead_id":1,"y":2}0""" + "12", code.Run());
    }

    [Fact]
    public void Types_work_inside_JsonSerializer()
    {
        CompiledCode code = Generation.Compile(Generation.Schemas(Pet), """
            using System.Text.Json;
            using Generated;
            public static class Usage
            {
                public static string Run()
                {
                    var pets = JsonSerializer.Deserialize<Pet[]>("[{\"id\":1,\"name\":\"a\",\"chip\":null,\"status\":\"lost\"}]")!;
                    return JsonSerializer.Serialize(pets) + JsonSerializer.Serialize(new { s = pets[0].Status });
                }
            }
            """);
        Assert.Equal("""[{"id":1,"name":"a","chip":null,"status":"lost"}]{"s":"lost"}""", code.Run());
    }
}
