using ContractToolkit.TestSupport;

namespace ContractToolkit.CSharp.Tests.Clients;

/// <summary>Links as methods: what they need is found in the answer and in the request that led to it.</summary>
public sealed class LinkTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Test, version: '1' }
        servers: [ { url: 'https://example.com' } ]
        paths:
          /users/{org}:
            post:
              tags: [users]
              operationId: createUser
              parameters:
                - { in: path, name: org, required: true, schema: { type: string } }
                - { in: query, name: limit, schema: { type: integer } }
                - { in: header, name: X-Trace, schema: { type: string } }
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { mail: { type: string } } } } } }
              responses:
                '201':
                  description: d
                  headers: { X-Next: { schema: { type: integer } } }
                  content: { application/json: { schema: { type: object, properties: { id: { type: integer }, tags: { type: array, items: { type: string } } } } } }
                  links:
                    user:
                      operationId: getUser
                      description: The user that was made.
                      parameters: { id: '$response.body#/id', path.org: $request.path.org, query.mail: '$request.body#/mail', trace: '$request.header.x-trace' }
                    next: { operationRef: '#/paths/~1users~1{org}~1{id}/get', parameters: { id: $response.header.X-Next, query.mail: 'fixed', trace: '{$method}-{$statusCode}-{$request.query.limit}' } }
                    replace: { operationId: putUser, parameters: { id: '$response.body#/id' }, requestBody: { name: given, a: [1] } }
                    lost: { operationId: getUser, parameters: { id: '$response.body#/nothing', org: o } }
          /users/{org}/{id}:
            get:
              tags: [people]
              operationId: getUser
              parameters:
                - { in: path, name: org, required: true, schema: { type: string } }
                - { in: path, name: id, required: true, schema: { type: integer } }
                - { in: query, name: mail, schema: { type: string } }
                - { in: header, name: trace, schema: { type: string } }
                - { in: query, name: tags, schema: { type: array, items: { type: string } } }
              responses: { '204': { description: d } }
          /users/{id}:
            put:
              tags: [people]
              operationId: putUser
              parameters: [ { in: path, name: id, required: true, schema: { type: integer } }, { in: query, name: answer, required: true, schema: { type: string } } ]
              requestBody: { required: true, content: { application/json: { schema: { type: object } } } }
              responses: { '204': { description: d } }
        """;

    [Fact]
    public async Task A_link_makes_the_next_call_from_an_answer()
    {
        const string usage = """
            using ContractToolkit.Http;
            public static class Usage
            {
                public static async Task<string> Run(System.Net.Http.HttpClient http)
                {
                    var client = new TestClient(http);
                    var made = await client.Users.WithResponseAsync(users => users.CreateAsync("acme co", new() { Mail = "m@x" }, limit: 3, xTrace: "t"));
                    await client.Users.FollowCreateUserAsync(made.Answer);
                    await client.Users.FollowCreateNextAsync(made.Answer, "other");
                    await client.Users.FollowCreateReplaceAsync(made.Answer, "yes");
                    try { await client.Users.FollowCreateLostAsync(made.Answer); return "?"; }
                    catch (LinkUnresolvedException exception) { return exception.Message; }
                }
            }
            """;
        await using LoopbackServer server = await LoopbackServer.StartAsync((request, response) =>
        {
            response.Headers["X-Next"] = "8";
            return request.Method == "POST" ? response.AnswerAsync("""{"id":7,"tags":["a"]}""", 201) : response.AnswerAsync("", 204);
        });
        GeneratedAssembly generated = GeneratedAssembly.Generate(Document, null, usage);
        Assert.Empty(generated.Complaints());
        using HttpClient http = new() { BaseAddress = server.Url };
        string lost = await (Task<string>)generated.Load().GetType("Usage")!.GetMethod("Run")!.Invoke(null, [http])!;
        Assert.Equal("The link needs $response.body#/nothing, which the answer to createUser does not hold.", lost);
        Assert.Equal(
            ["POST /users/acme%20co?limit=3", "GET /users/acme%20co/7?mail=m%40x", "GET /users/other/8?mail=fixed", "PUT /users/7?answer=yes"],
            server.Received.Select(request => request.Method + " " + request.Target));
        Assert.Equal(("t", "POST-201-3"), (server.Received[1].Headers["trace"], server.Received[2].Headers["trace"]));
        Assert.Equal("""{"name":"given","a":[1]}""", System.Text.Encoding.UTF8.GetString(server.Received[3].Body));
    }

    [Fact]
    public void A_link_to_an_operation_that_is_left_out_is_reported()
    {
        OpenApi.Contract contract = GeneratedAssembly.Read("t.yaml", System.Text.Encoding.UTF8.GetBytes(Document));
        CSharpOptions options = new() { Namespace = "Api", Exclude = [new OperationFilter(OperationFilterKind.Operation, "putUser")] };
        Finding finding = Assert.Single(CSharpGenerator.Generate(contract, options).Findings, finding => finding.Id == "CT2006");
        Assert.EndsWith("/links/replace", finding.Document!.Pointer, StringComparison.Ordinal);
    }
}
