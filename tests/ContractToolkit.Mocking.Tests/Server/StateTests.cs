using System.Text.Json;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking.Tests;

/// <summary>What a mock remembers outlives its engine, and its process by a file.</summary>
public class StateTests
{
    private static readonly CompiledContract Contract = Documents.Compile("""
        openapi: 3.1.0
        info: { title: Pets, version: '1' }
        paths:
          /pets:
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } }, example: [] } } } } }
            post:
              requestBody: { content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string } } } } } }
              responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
          /pets/{id}:
            parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }, '404': { description: none } } }
            delete: { responses: { '204': { description: gone } } }
        components: { schemas: { Pet: { type: object, required: [id, name], properties: { id: { type: string }, name: { type: string } } } } }
        """);

    [Fact]
    public void What_operations_do_can_be_said_where_their_paths_do_not_say_it()
    {
        const string Pet = "{ type: object, required: [code, name], properties: { code: { type: string }, name: { type: string } } }";
        CompiledContract rpc = Documents.Compile($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /addPet: { post: { operationId: add, requestBody: { content: { application/json: { schema: { type: object } } } }, responses: { '200': { description: ok, content: { application/json: { schema: {{Pet}} } } } } } }
              /getPet: { get: { operationId: get, parameters: [ { name: code, in: query, schema: { type: string } } ], responses: { '200': { description: ok, content: { application/json: { schema: {{Pet}} } } } } } }
              /findPets: { post: { requestBody: { content: { application/json: { schema: { type: object } } } }, responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: {{Pet}} }, example: [] } } } } } }
              /removePet: { post: { requestBody: { content: { application/json: { schema: { type: object } } } }, responses: { '200': { description: ok, content: { application/json: { schema: {{Pet}} } } } } } }
            """);
        EquatableArray<ResourceSetting> settings =
        [
            new("add", ResourceAction.Create, "/pets"), new("get", ResourceAction.Read, "/pets", "code"),
            new("POST /findPets", ResourceAction.List, "/pets"), new("POST /removePet", ResourceAction.Delete, "/pets", "code"),
        ];
        var engine = new MockEngine(rpc, new MockOptions { Stateful = true, Resources = settings });
        Send("/addPet", """{"code":"a","name":"Tom"}""");
        Send("/addPet", """{"code":"b","name":"Rex"}""");
        Assert.Contains("Rex", Text(engine.Answer(new ExchangeRequest { Method = "GET", Url = "/getPet?code=b" })));
        Assert.Equal("""[{"code":"a","name":"Tom"}]""", Text(Send("/findPets", """{"name":"Tom"}""")));
        Send("/removePet", """{"code":"a"}""");
        Assert.Equal("""[{"code":"b","name":"Rex"}]""", Text(Send("/findPets", "{}")));
        Assert.Equal(404, engine.Answer(new ExchangeRequest { Method = "GET", Url = "/getPet?code=a" }).Status);

        MockAnswer Send(string path, string body) =>
            engine.Answer(new ExchangeRequest { Method = "POST", Url = path, Headers = [new("Content-Type", "application/json")], Body = Encoding.UTF8.GetBytes(body) });
        static string Text(MockAnswer answer) => Encoding.UTF8.GetString(answer.Body.Span);
    }

    [Fact]
    public void A_configuration_is_read_and_its_mistakes_are_placed()
    {
        MockConfiguration read = Read("mock: { seed: 7, state: s.json, resources: [ { operation: GET /pets, action: none } ], chaos: { minLatency: 10ms, errorRate: 0.5, latencyShape: longtail } }");
        Assert.Equal((7UL, true, "s.json"), (read.Options.Seed, read.Options.Stateful, read.State));
        Assert.Null(Assert.Single(read.Options.Resources).Action);
        Assert.Equal((10d, 0.5, LatencyShape.LongTail), (read.Server.Chaos!.MinLatency.TotalMilliseconds, read.Server.Chaos.ErrorRate, read.Server.Chaos.LatencyShape));
        Assert.Contains("1:", Assert.Throws<ConfigurationException>(() => Read("mock: { resources: [ { operation: GET /cats, action: list } ] }")).Message);
        Assert.Throws<ConfigurationException>(() => Read("mock: { chaos: { errorRate: 2 } }"));
        Assert.Throws<ConfigurationException>(() => Read("mock: { sed: 1 }"));

        static MockConfiguration Read(string yaml) => MockConfiguration.Read(ConfigurationFile.Read("contract.yaml", Encoding.UTF8.GetBytes(yaml), _ => null), Contract.Contract);
    }

    [Theory]
    [InlineData("milestone_number", "number")]
    [InlineData("milestoneNumber", "number")]
    [InlineData("pet-code", "code")]
    public void The_ending_of_a_parameter_names_the_id(string parameter, string member) =>
        Assert.Equal((member, "7"), ResourceShape.IdOf(System.Text.Json.Nodes.JsonNode.Parse($$"""{"id":1,"{{member}}":7}""")!.AsObject(), parameter));

    [Fact]
    public void A_saved_state_is_the_same_state()
    {
        var first = new MockEngine(Contract, new MockOptions { Stateful = true });
        string[] ids = [.. new[] { "Tom", "Rex", "Ümit \"x\"" }.Select(name => Make(first, name))];
        first.Answer(new ExchangeRequest { Method = "DELETE", Url = "/pets/" + ids[1] });
        var second = new MockEngine(Contract, new MockOptions { Stateful = true }, MockState.Load(first.State.Save()));
        Assert.Equal(["Tom", "Ümit \"x\""], Names(second));
        Assert.Equal(404, second.Answer(new ExchangeRequest { Method = "GET", Url = "/pets/" + ids[1] }).Status);
        // Ids go on where they were, so that nothing is overwritten.
        Assert.DoesNotContain(Make(second, "Kit"), ids);
        Assert.Equal(["Tom", "Ümit \"x\"", "Kit"], Names(second));
    }

    [Fact]
    public void A_new_engine_goes_on_with_the_state_of_the_old_one()
    {
        var first = new MockEngine(Contract, new MockOptions { Stateful = true });
        Make(first, "Tom");
        Assert.Equal(["Tom"], Names(new MockEngine(Contract, new MockOptions { Stateful = true }, first.State)));
    }

    [Fact]
    public void The_sandbox_is_saved_too()
    {
        var state = new MockState();
        state.Sandbox.Load(System.Text.Json.Nodes.JsonNode.Parse("""{"nextId":100005,"leads":[{"id":100004,"fields":{"Email":"a@example.com"}}],"deleted":[100003],"behaviors":[{"x":1}]}""")!.AsObject());
        Assert.Equal(state.Save(), MockState.Load(state.Save()).Save());
        Assert.Contains("a@example.com", Encoding.UTF8.GetString(state.Save()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"contractMockState\":2}")]
    [InlineData("{\"contractMockState\":1}")]
    [InlineData("{\"contractMockState\":1,\"resources\":{\"collections\":{\"/a\":{\"items\":[{}]}}}}")]
    [InlineData("{\"contractMockState\":1,\"resources\":[]}")]
    public void What_is_no_state_is_said_to_be_none(string text) => Assert.Throws<FormatException>(() => MockState.Load(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Memory_stays_bounded_whatever_is_created()
    {
        var store = new ResourceStore();
        for (int i = 0; i < 5_000; i++) store.Put("/a/" + i, "1", []);
        for (int i = 0; i < 25_000; i++) store.Put("/b", i.ToString(System.Globalization.CultureInfo.InvariantCulture), []);
        Assert.Null(store.Find("/a/0", "1"));
        Assert.NotNull(store.Find("/a/4999", "1"));
        Assert.Equal(10_000, store.All("/b").Count);
    }

    private static string Make(MockEngine engine, string name)
    {
        MockAnswer answer = engine.Answer(new ExchangeRequest { Method = "POST", Url = "/pets", Headers = [new("Content-Type", "application/json")], Body = JsonSerializer.SerializeToUtf8Bytes(new { name }) });
        Assert.Equal(201, answer.Status);
        return JsonDocument.Parse(answer.Body).RootElement.GetProperty("id").GetString()!;
    }

    private static string[] Names(MockEngine engine) =>
        [.. JsonDocument.Parse(engine.Answer(new ExchangeRequest { Method = "GET", Url = "/pets" }).Body).RootElement.EnumerateArray().Select(pet => pet.GetProperty("name").GetString()!)];
}
