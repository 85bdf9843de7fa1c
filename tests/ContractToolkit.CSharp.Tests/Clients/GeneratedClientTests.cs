using System.Reflection;
using ContractToolkit.TestSupport;

namespace ContractToolkit.CSharp.Tests.Clients;

/// <summary>Generated clients, compiled and run against a server that keeps what it receives.</summary>
public sealed class GeneratedClientTests
{
    private const string Head = "openapi: 3.2.0\ninfo: { title: Test, version: '1' }\nservers: [ { url: 'https://example.com/v1' } ]\npaths:\n";

    [Fact]
    public async Task EveryParameterStyleArrives()
    {
        const string document = Head + """
              /p/{simple}/{label}/{matrix}/x{day}y:
                get:
                  tags: [x]
                  operationId: run
                  parameters:
                    - { in: path, name: simple, required: true, schema: { type: array, items: { type: string } } }
                    - { in: path, name: label, required: true, style: label, explode: true, schema: { type: object, properties: { R: { type: integer }, G: { type: integer } } } }
                    - { in: path, name: matrix, required: true, style: matrix, explode: true, schema: { type: array, items: { type: integer } } }
                    - { in: path, name: day, required: true, schema: { type: string, format: date } }
                    - { in: query, name: q, required: true, schema: { type: string } }
                    - { in: query, name: list, explode: false, required: true, schema: { type: array, items: { type: string } } }
                    - { in: query, name: pipe, style: pipeDelimited, explode: false, required: true, schema: { type: array, items: { type: string } } }
                    - { in: query, name: space, style: spaceDelimited, explode: false, required: true, schema: { type: array, items: { type: string } } }
                    - { in: query, name: deep, style: deepObject, explode: true, required: true, schema: { type: object, properties: { a: { type: string }, b: { type: boolean } } } }
                    - { in: query, name: raw, allowReserved: true, required: true, schema: { type: string } }
                    - { in: query, name: json, required: true, content: { application/json: { schema: { type: object, properties: { a: { type: integer } } } } } }
                    - { in: query, name: kind, required: true, schema: { type: string, enum: [big-one, small] } }
                    - { in: query, name: absent, schema: { type: integer } }
                    - { in: header, name: X-List, required: true, schema: { type: array, items: { type: integer } } }
                    - { in: header, name: X-Object, explode: true, required: true, schema: { type: object, properties: { a: { type: integer }, b: { type: integer } } } }
                    - { in: header, name: Accept, schema: { type: string } }
                    - { in: cookie, name: sid, required: true, schema: { type: string } }
                    - { in: cookie, name: c32, style: cookie, explode: true, required: true, schema: { type: array, items: { type: string } } }
                  responses: { '204': { description: x } }
            """;
        ReceivedRequest request = await ClientRun.SendAsync(document, """
            client.X.RunAsync(["a", "b c"], new() { R = 1, G = 2 }, [3, 4], new DateOnly(2026, 1, 2), "é&", ["a,b", "c"], ["a", "b"], ["a", "b"],
                new() { A = "x", B = true }, "a/b:c", new() { A = 1 }, RunKind.BigOne, [1, 2], new() { A = 1, B = 2 }, "s d", ["x", "y"])
            """);
        Assert.Equal(
            "/p/a,b%20c/.R=1.G=2/;matrix=3;matrix=4/x2026-01-02y?q=%C3%A9%26&list=a%2Cb,c&pipe=a%7Cb&space=a%20b&deep%5Ba%5D=x&deep%5Bb%5D=true"
            + "&raw=a/b:c&json=%7B%22a%22%3A1%7D&kind=big-one",
            request.Target);
        Assert.Equal(("1,2", "a=1,b=2"), (request.Headers["X-List"], request.Headers["X-Object"]));
        Assert.Equal("sid=s%20d; c32=x; c32=y", request.Headers["Cookie"]);
    }

    [Fact]
    public async Task ManyOptionalParametersStandInOneType()
    {
        const string document = Head + """
              /a:
                query:
                  tags: [x]
                  operationId: run
                  parameters:
                    - { in: query, name: a, schema: { type: string } }
                    - { in: query, name: b, schema: { type: integer } }
                    - { in: query, name: c, schema: { type: string, format: date-time } }
                    - { in: query, name: d, schema: { type: array, items: { type: number } } }
                    - { in: header, name: class, schema: { type: boolean } }
                    - { in: query, name: options, required: true, schema: { type: integer } }
                  responses: { '204': { description: x } }
            """;
        ReceivedRequest request = await ClientRun.SendAsync(document, "client.X.RunAsync(7, new() { B = 1, D = [1.5, 2], Class = true })");
        Assert.Equal(("QUERY", "/a?b=1&d=1.5&d=2&options=7", "true"), (request.Method, request.Target, request.Headers["class"]));
    }

    [Theory]
    [InlineData("application/json", "{ type: object, properties: { a: { type: string } } }", "new() { A = \"x\" }", "application/json", "{\"a\":\"x\"}")]
    [InlineData("application/x-www-form-urlencoded", "{ type: object, properties: { a: { type: string }, b: { type: array, items: { type: integer } } } }", "new() { A = \"x y\", B = [1, 2] }", "application/x-www-form-urlencoded", "a=x+y&b=1&b=2")]
    [InlineData("text/plain", "{ type: string }", "\"é\"", "text/plain; charset=utf-8", "é")]
    [InlineData("application/octet-stream", "{ type: string, format: binary }", "new byte[] { 65, 66 }", "application/octet-stream", "AB")]
    [InlineData("image/*", "{}", "ContractToolkit.Http.BinaryContent.From(new byte[] { 65 }, contentType: \"image/png\")", "image/png", "A")]
    [InlineData("application/jsonl", "{ type: array, items: { type: integer } }", "new long[] { 1, 2 }", "application/jsonl", "1\n2\n")]
    [InlineData("multipart/mixed", "{ type: array, items: { type: object, properties: { a: { type: integer } } } }", "[new() { A = 1 }, new() { A = 2 }]", "multipart/mixed; boundary=B",
        "--B\r\nContent-Type: application/json\r\n\r\n{\"a\":1}\r\n--B\r\nContent-Type: application/json\r\n\r\n{\"a\":2}\r\n--B--\r\n")]
    [InlineData("multipart/form-data", "{ type: object, required: [file], properties: { file: { type: string, format: binary }, size: { type: number }, meta: { type: object, properties: { a: { type: integer } } }, none: { type: string } } }",
        "new() { File = ContractToolkit.Http.BinaryContent.From(new byte[] { 65 }, \"a.txt\"), Size = 20.0, Meta = new() { A = 1 } }", "multipart/form-data; boundary=B",
        "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Type: application/octet-stream\r\n\r\nA\r\n"
        + "--B\r\nContent-Disposition: form-data; name=\"size\"\r\n\r\n20\r\n"
        + "--B\r\nContent-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n{\"a\":1}\r\n--B--\r\n")]
    public async Task EachBody(string mediaType, string schema, string body, string contentType, string expected)
    {
        string document = Head + $$"""
              /a:
                post:
                  tags: [x]
                  operationId: run
                  requestBody: { required: true, content: { '{{mediaType}}': { schema: {{schema}} } } }
                  responses: { '204': { description: x } }
            """;
        ReceivedRequest request = await ClientRun.SendAsync(document, $"client.X.RunAsync({body})");
        Assert.Equal((contentType, expected), (request.Headers["Content-Type"], request.Text));
    }

    [Fact]
    public async Task EachAnswer()
    {
        const string document = Head + """
              /many:
                get:
                  tags: [x]
                  operationId: many
                  responses:
                    '200': { description: ok, headers: { X-Total: { schema: { type: integer } } }, content: { application/json: { schema: { type: object, properties: { a: { type: integer } } } } } }
                    '201': { description: made, content: { application/json: { schema: { type: string } } } }
                    '204': { description: nothing }
                    4XX: { description: no, content: { application/problem+json: { schema: { $ref: '#/components/schemas/Problem' } } } }
              /maybe:
                get:
                  tags: [x]
                  operationId: maybe
                  responses:
                    '200': { description: ok, content: { application/json: { schema: { type: integer } } } }
                    '204': { description: nothing }
              /chat:
                post:
                  tags: [x]
                  operationId: chat
                  responses:
                    '200': { description: ok, content: { application/json: { schema: { type: integer } }, text/event-stream: { schema: { type: integer } } } }
              /file:
                get:
                  tags: [x]
                  operationId: file
                  responses: { '200': { description: ok, content: { application/pdf: { schema: { type: string, format: binary } } } } }
            components:
              schemas:
                Problem: { type: object, required: [title], properties: { title: { type: string } } }
            """;
        string usage = """
            public static class Usage
            {
                public static async Task<string> Run(TestClient client)
                {
                    string seen = "";
                    for (int i = 0; i < 3; i++)
                    {
                        seen += await client.X.ManyAsync() switch
                        {
                            XManyResult.Ok ok => "ok " + ok.Value.A,
                            XManyResult.Created created => "created " + created.Value,
                            XManyResult.NoContent => "none",
                            _ => "?",
                        } + ";";
                    }

                    try { await client.X.ManyAsync(); }
                    catch (ContractToolkit.Http.ApiException<Problem> error) { seen += error.Error.Title + ";"; }
                    var answer = await ContractToolkit.Http.ApiClientExtensions.WithResponseAsync(client.X, x => x.ManyAsync());
                    seen += XManyHeaders.From(answer.Headers).XTotal + ";";
                    seen += (await client.X.MaybeAsync()) + ";" + ((await client.X.MaybeAsync()) is null) + ";";
                    seen += (await client.X.ChatAsync()) + ";";
                    await foreach (long item in client.X.ChatStreamAsync()) seen += item + ",";
                    await using var file = await client.X.FileAsync();
                    return seen + (await file.ReadAllAsync()).Length;
                }
            }
            """;
        int many = 0;
        int maybe = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync((request, response) => request.Target switch
        {
            "/many" => Many(++many, response),
            "/maybe" => ++maybe == 1 ? response.AnswerAsync("5") : response.AnswerAsync("", 204),
            "/chat" when request.Headers["Accept"] == "application/json" => response.AnswerAsync("1"),
            "/chat" => response.AnswerAsync("data: 1\n\ndata: 2\n\n", contentType: request.Headers["Accept"]),
            _ => response.AnswerAsync("%PDF", contentType: "application/pdf"),
        });
        Assembly assembly = GeneratedAssembly.Generate(document, null, usage).Load();
        Assert.Equal("ok 1;created x;none;gone;12;5;True;1;1,2,4", await (Task<string>)ClientRun.Invoke(assembly, server));

        static Task Many(int call, Microsoft.AspNetCore.Http.HttpResponse response)
        {
            response.Headers["X-Total"] = "12";
            return call switch
            {
                1 or 5 => response.AnswerAsync("{\"a\":1}"),
                2 => response.AnswerAsync("\"x\"", 201),
                3 => Nothing(response),
                _ => response.AnswerAsync("{\"title\":\"gone\"}", 410, "application/problem+json"),
            };
        }

        static Task Nothing(Microsoft.AspNetCore.Http.HttpResponse response)
        {
            response.StatusCode = 204;
            return Task.CompletedTask;
        }
    }

    [Fact]
    public void ServersWithVariablesAreChosenByCode()
    {
        const string document = """
            openapi: 3.1.0
            info: { title: Test, version: '1' }
            servers:
              - { url: 'https://{region}.example.com/{base}', description: Production, variables: { region: { default: eu, enum: [eu, us] }, base: { default: v1 } } }
              - { url: 'https://test.example.com' }
            paths: { /a: { get: { tags: [x], operationId: run, responses: { '204': { description: x } } } } }
            """;
        string usage = """
            public static class Usage
            {
                public static string Run(TestClient client) => TestServers.Production(region: "us") + " " + TestServers.TestExampleCom() + " "
                    + (Try(() => TestServers.Production("xx")) ?? "refused");
                private static string? Try(Func<Uri> make) { try { return make().ToString(); } catch (ArgumentException) { return null; } }
            }
            """;
        Assembly assembly = GeneratedAssembly.Generate(document, null, usage).Load();
        object client = ClientRun.Client(assembly, new Uri("http://127.0.0.1:1"));
        Assert.Equal("https://us.example.com/v1 https://test.example.com/ refused", assembly.GetType("Usage")!.GetMethod("Run")!.Invoke(null, [client]));
    }

    [Fact]
    public void InternalAndModelsOnlyAndFiltered()
    {
        const string document = Head + """
              /a: { get: { tags: [x], operationId: one, responses: { '204': { description: x } } } }
              /b: { get: { tags: [y], operationId: two, responses: { '204': { description: x } } } }
            """;
        CSharpOptions options = new() { Namespace = "Api", Accessibility = Accessibility.Internal, Exclude = [new OperationFilter(OperationFilterKind.Tag, "y")] };
        Assembly assembly = GeneratedAssembly.Generate(document, options).Load();
        Assert.Empty(assembly.GetExportedTypes());
        Assert.NotNull(assembly.GetType("Api.IXClient"));
        Assert.Null(assembly.GetType("Api.IYClient"));
        Assert.DoesNotContain(GeneratedAssembly.Generate(document, options with { ModelsOnly = true }).Load().GetTypes(), type => type.Name.Contains("Client", StringComparison.Ordinal));
    }
}
