using System.Text;
using System.Text.Json;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking.Tests;

public class StatefulTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Pets, version: '1' }
        paths:
          /shops/{shop}/pets:
            parameters: [ { name: shop, in: path, required: true, schema: { type: string } } ]
            get:
              parameters: [ { name: limit, in: query, schema: { type: integer } }, { name: page, in: query, schema: { type: integer } }, { name: kind, in: query, schema: { type: string } } ]
              responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { items: { type: array, items: { $ref: '#/components/schemas/Pet' } } } }, example: { items: [] } } } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/NewPet' } } } }
              responses: { '201': { description: made, content: { application/json: { schema: { type: object, required: [data], properties: { data: { $ref: '#/components/schemas/Pet' } } } } } } }
          /shops/{shop}/pets/{petId}:
            parameters: [ { name: shop, in: path, required: true, schema: { type: string } }, { name: petId, in: path, required: true, schema: { type: integer } } ]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }, '404': { description: none } } }
            patch:
              requestBody: { content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }, '404': { description: none } }
            delete: { responses: { '204': { description: gone }, '404': { description: none } } }
        components:
          schemas:
            NewPet: { type: object, required: [name], properties: { name: { type: string }, kind: { type: string }, secret: { type: string } } }
            Pet:
              type: object
              required: [id, name]
              additionalProperties: false
              properties: { id: { type: integer, minimum: 1, maximum: 1000000 }, name: { type: string }, kind: { type: string, enum: [cat, dog] } }
        """;

    private static readonly CompiledContract Contract = Documents.Compile(Document);
    private readonly MockEngine engine = new(Contract, new MockOptions { Stateful = true });

    [Fact]
    public void What_was_created_is_found_listed_changed_and_removed()
    {
        JsonElement made = Call("POST", "/shops/a/pets", 201, """{"name":"Tom","kind":"cat","secret":"s"}""").GetProperty("data");
        long id = made.GetProperty("id").GetInt64();
        Assert.Equal("Tom", made.GetProperty("name").GetString());
        Assert.False(made.TryGetProperty("secret", out _));
        Assert.Equal("Tom", Call("GET", "/shops/a/pets/" + id, 200).GetProperty("name").GetString());
        Assert.Equal(id, Call("GET", "/shops/a/pets/" + id, 200).GetProperty("id").GetInt64());
        Assert.Equal("Kit", Call("PATCH", "/shops/a/pets/" + id, 200, """{"name":"Kit"}""").GetProperty("name").GetString());
        JsonElement listed = Assert.Single(Call("GET", "/shops/a/pets", 200).GetProperty("items").EnumerateArray());
        Assert.Equal((id, "Kit", "cat"), (listed.GetProperty("id").GetInt64(), listed.GetProperty("name").GetString(), listed.GetProperty("kind").GetString()));
        Assert.Empty(Call("GET", "/shops/b/pets", 200).GetProperty("items").EnumerateArray());
        Call("DELETE", "/shops/a/pets/" + id, 204);
        Call("GET", "/shops/a/pets/" + id, 404);
        Call("DELETE", "/shops/a/pets/" + id, 404);
        Assert.Empty(Call("GET", "/shops/a/pets", 200).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public void Ids_and_members_are_recognised_whatever_their_case_and_an_id_is_never_given_twice()
    {
        CompiledContract services = Documents.Compile("""
            openapi: 3.0.3
            info: { title: Services, version: '1' }
            paths:
              /Services:
                post:
                  requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { FriendlyName: { type: string } } } } } }
                  responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Service' } } } } }
              /Services/{Sid}:
                parameters: [ { name: Sid, in: path, required: true, schema: { type: string } } ]
                get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Service' } } } }, '404': { description: none } } }
                delete: { responses: { '204': { description: gone } } }
            components:
              schemas:
                Service: { type: object, required: [sid, friendly_name], properties: { friendly_name: { type: string }, sid: { enum: [a, b, c, d, e, f, g, h] } } }
            """);
        var mock = new MockEngine(services, new MockOptions { Stateful = true });
        var ids = new HashSet<string>();
        for (int i = 0; i < 4; i++)
        {
            JsonElement made = Call(services, mock, "POST", "/Services", 201, "FriendlyName=n" + i, "application/x-www-form-urlencoded");
            Assert.Equal("n" + i, made.GetProperty("friendly_name").GetString());
            string sid = made.GetProperty("sid").GetString()!;
            Assert.True(ids.Add(sid));
            Assert.Equal((sid, "n" + i), (Call(services, mock, "GET", "/Services/" + sid, 200).GetProperty("sid").GetString(), Call(services, mock, "GET", "/Services/" + sid, 200).GetProperty("friendly_name").GetString()));
            Call(services, mock, "DELETE", "/Services/" + sid, 204);
            Call(services, mock, "GET", "/Services/" + sid, 404);
        }
    }

    [Fact]
    public void An_answer_carries_no_member_that_it_does_not_declare_at_any_level()
    {
        CompiledContract jobs = Documents.Compile("""
            openapi: 3.0.3
            info: { title: Jobs, version: '1' }
            paths:
              /jobs/{name}:
                parameters: [ { name: name, in: path, required: true, schema: { type: string } } ]
                put:
                  requestBody: { content: { application/json: { schema: { type: object } } } }
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Job' } } } } }
            components:
              schemas:
                Job:
                  type: object
                  required: [settings, steps]
                  properties:
                    settings: { type: object, required: [speed], properties: { speed: { type: integer }, labels: { type: object } } }
                    steps: { type: array, items: { type: object, properties: { at: { type: integer } } } }
            """);
        var mock = new MockEngine(jobs, new MockOptions { Stateful = true });
        JsonElement made = Call(jobs, mock, "PUT", "/jobs/one", 200, """{"settings":{"speed":3,"hidden":1,"labels":{"any":"x"}},"steps":[{"at":1,"by":"me"}],"more":1}""", "application/json");
        Assert.Equal("""{"speed":3,"labels":{"any":"x"}}""", made.GetProperty("settings").GetRawText());
        Assert.Equal("""[{"at":1}]""", made.GetProperty("steps").GetRawText());
        Assert.False(made.TryGetProperty("more", out _));
    }

    [Fact]
    public void Lists_are_paged_and_filtered()
    {
        for (int i = 0; i < 5; i++) Call("POST", "/shops/p/pets", 201, $$"""{"name":"n{{i}}","kind":"{{(i % 2 == 0 ? "cat" : "dog")}}"}""");
        Assert.Equal(["n2", "n3"], Names("/shops/p/pets?limit=2&page=2"));
        Assert.Equal(["n1", "n3"], Names("/shops/p/pets?kind=dog"));
        Assert.Equal(5, Call("GET", "/shops/p/pets", 200).GetProperty("items").EnumerateArray().Select(p => p.GetProperty("id").GetInt64()).Distinct().Count());
    }

    [Fact]
    public void Values_that_the_answer_cannot_carry_are_left_out_and_the_answer_conforms()
    {
        JsonElement made = Call("POST", "/shops/c/pets", 201, """{"name":"Tom","kind":"horse"}""").GetProperty("data");
        Assert.NotEqual("horse", made.TryGetProperty("kind", out JsonElement kind) ? kind.GetString() : null);
    }

    private string[] Names(string url) => [.. Call("GET", url, 200).GetProperty("items").EnumerateArray().Select(p => p.GetProperty("name").GetString()!)];

    private JsonElement Call(string method, string url, int status, string? body = null) => Call(Contract, engine, method, url, status, body, "application/json");

    private static JsonElement Call(CompiledContract contract, MockEngine engine, string method, string url, int status, string? body = null, string type = "")
    {
        var request = new ExchangeRequest
        {
            Method = method,
            Url = url,
            Headers = body is null ? default : [new HeaderField("Content-Type", type)],
            Body = Encoding.UTF8.GetBytes(body ?? ""),
        };
        MockAnswer answer = engine.Answer(request);
        Assert.Equal(status, answer.Status);
        ExchangeVerdict verdict = new ExchangeValidator(contract).Validate(new HttpExchange { Request = request, Response = answer.ToResponse() });
        Assert.True(verdict.Conforms, string.Join('\n', verdict.Findings));
        return answer.Body.IsEmpty ? default : JsonDocument.Parse(answer.Body).RootElement;
    }
}
