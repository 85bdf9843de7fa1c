using System.Text.Json;
using ContractToolkit.TestSupport;
using Microsoft.AspNetCore.Http;

namespace ContractToolkit.CSharp.Tests.Clients;

/// <summary>Operations that give their items in pages, called by generated code against a server that has seven of them.</summary>
public sealed class PagingTests
{
    private const int Items = 7;

    private const string Document = """
        openapi: 3.1.0
        info: { title: Test, version: '1' }
        servers: [ { url: 'https://example.com' } ]
        paths:
          /plain:
            get:
              tags: [x]
              operationId: listPlain
              parameters: [ { in: query, name: page, schema: { type: integer } }, { in: query, name: size, schema: { type: integer } } ]
              x-contract-paging: { page: $request.query.page, size: $request.query.size, items: '' }
              responses: { '200': { description: d, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Thing' } } } } } }
          /offset:
            get:
              tags: [x]
              operationId: listOffset
              parameters: [ { in: query, name: skip, schema: { type: integer } } ]
              x-contract-paging: { offset: $request.query.skip, items: /page/things, total: /all }
              responses:
                '200':
                  description: d
                  content: { application/json: { schema: { type: object, required: [page, all], properties: { all: { type: integer }, page: { type: object, properties: { things: { type: array, items: { $ref: '#/components/schemas/Thing' } } } } } } } }
          /cursor:
            get:
              tags: [x]
              operationId: listCursor
              parameters: [ { in: query, name: after, schema: { type: string } } ]
              x-contract-paging: { cursor: $request.query.after, items: /data, next: /next, more: /has_more }
              responses:
                '200':
                  description: d
                  content: { application/json: { schema: { type: object, properties: { data: { type: array, items: { type: integer } }, has_more: { type: boolean }, next: { type: [string, 'null'] } } } } }
          /wrapped:
            post:
              tags: [x]
              operationId: listWrapped
              x-contract-effect: read
              x-contract-envelope: { code: /code, data: /data, success: [0] }
              x-contract-paging: { page: '$request.body#/page_no', first: 0, items: /data/list, more: /data/more }
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Query' } } } }
              responses:
                '200':
                  description: d
                  content: { application/json: { schema: { type: object, required: [code], properties: { code: { type: integer }, data: { type: [object, 'null'], properties: { more: { type: boolean }, list: { type: [array, 'null'], items: { $ref: '#/components/schemas/Thing' } } } } } } } }
          /form:
            post:
              tags: [x]
              operationId: listForm
              x-contract-effect: read
              x-contract-paging: { page: '$request.body#/page_num', size: '$request.body#/page_size', items: /list }
              requestBody: { required: true, content: { multipart/form-data: { schema: { type: object, properties: { page_num: { type: integer }, page_size: { type: integer }, q: { type: string } } } } } }
              responses: { '200': { description: d, content: { application/json: { schema: { type: object, properties: { list: { type: array, items: { type: integer } } } } } } } }
        components:
          schemas:
            Thing: { type: object, required: [id], properties: { id: { type: integer } } }
            Query: { type: object, properties: { page_no: { type: string }, q: { type: string } } }
        """;

    [Theory]
    [InlineData("ListPlainItemsAsync(size: 3)", "1 2 3 4 5 6 7", "/plain?size=3|/plain?size=3&page=2|/plain?size=3&page=3")]
    [InlineData("ListPlainItemsAsync(page: 2, size: 3)", "4 5 6 7", "/plain?page=2&size=3|/plain?size=3&page=3")]
    [InlineData("ListPlainItemsAsync()", "1 2 3 4 5 6 7", "/plain|/plain?page=2|/plain?page=3|/plain?page=4")]
    [InlineData("ListOffsetItemsAsync()", "1 2 3 4 5 6 7", "/offset|/offset?skip=3|/offset?skip=6")]
    [InlineData("ListOffsetItemsAsync(4)", "5 6 7", "/offset?skip=4|/offset?skip=7")]
    public async Task PagesAreAskedForByTheQuery(string call, string items, string targets)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(AnswerAsync);
        Assert.Equal(items, await TellAsync(server, call, "item.Id"));
        Assert.Equal(targets, string.Join("|", server.Received.Select(request => request.Target)));
    }

    [Fact]
    public async Task ACursorIsHandedOnUntilThereAreNoMore()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(AnswerAsync);
        Assert.Equal("1 2 3 4 5 6 7", await TellAsync(server, "ListCursorItemsAsync()", "item"));
        Assert.Equal(["/cursor", "/cursor?after=3", "/cursor?after=6"], server.Received.Select(request => request.Target));
    }

    [Fact]
    public async Task AMemberOfAJsonBodyKeepsItsTypeAndItsNeighbours()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(AnswerAsync);
        Assert.Equal("1 2 3 4 5 6 7", await TellAsync(server, "ListWrappedItemsAsync(new() { Q = \"x\" })", "item.Id"));
        Assert.Equal(["""{"q":"x"}""", """{"page_no":"1","q":"x"}""", """{"page_no":"2","q":"x"}"""], server.Received.Select(request => request.Text));
    }

    [Fact]
    public async Task APartOfAFormIsSet()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(AnswerAsync);
        Assert.Equal("4 5 6 7", await TellAsync(server, "ListFormItemsAsync(new() { PageNum = 2, PageSize = 3, Q = \"x\" })", "item"));
        Assert.Equal(["2", "3"], server.Received.Select(request => Part(request.Text, "page_num")));
        Assert.All(server.Received, request => Assert.Equal("x", Part(request.Text, "q")));
    }

    [Fact]
    public async Task APageIsAskedForWhenItIsNeeded()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(AnswerAsync);
        Assert.Equal("1 2 3", await TellAsync(server, "ListPlainItemsAsync(size: 3)", "item.Id", "if (item.Id == 3) break;"));
        Assert.Single(server.Received);
    }

    [Theory]
    [InlineData("ListPlainItemsAsync()", """[{"id":1}]""", "the server gives the same page again: its pages would never end")]
    [InlineData("ListCursorItemsAsync()", """{"data":[],"next":"a"}""", "the server gives the same cursor again: its pages would never end")]
    [InlineData("ListPlainItemsAsync()", """[{"id":"1"}]""", "expected an integer")]
    public async Task WhatWouldNeverEndIsAnError(string call, string answer, string message)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(answer);
        Assert.Contains(message, await TellAsync(server, call, "item"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("items: /nothing", "no array is declared at '/nothing' of the answer")]
    [InlineData("items: /all", "no array is declared at '/all' of the answer")]
    public void ItemsThatCannotBeFoundAreReported(string items, string reason)
    {
        OpenApi.Contract contract = GeneratedAssembly.Read("t.yaml", System.Text.Encoding.UTF8.GetBytes(Document.Replace("items: /page/things", items, StringComparison.Ordinal)));
        GenerationResult result = CSharpGenerator.Generate(contract, new CSharpOptions { Namespace = "Api" });
        Finding finding = Assert.Single(result.Findings, finding => finding.Id == "CT2007");
        Assert.Contains(reason, finding.Message, StringComparison.Ordinal);
        Assert.Equal("/paths/~1offset/get/x-contract-paging", finding.Document!.Pointer);
        Assert.DoesNotContain(result.Files, file => file.Text.Contains("ListOffsetItemsAsync", StringComparison.Ordinal));
    }

    private static Task<string> TellAsync(LoopbackServer server, string call, string tell, string then = "") => ClientRun.TellAsync(
        Document,
        $$"""
        var told = new System.Collections.Generic.List<string>();
        try { await foreach (var item in client.X.{{call}}) { told.Add({{tell}}.ToString()!); {{then}} } }
        catch (ContractToolkit.Http.ApiException exception) { return exception.Message; }
        return string.Join(" ", told);
        """,
        server);

    /// <summary>Three items per page, of the numbers from 1 to 7.</summary>
    private static Task AnswerAsync(ReceivedRequest request, HttpResponse response)
    {
        string query = request.Target.Contains('?', StringComparison.Ordinal) ? request.Target.Split('?')[1] : "";
        string path = request.Target.Split('?')[0];
        int Value(string name) => query.Split('&').FirstOrDefault(pair => pair.StartsWith(name + "=", StringComparison.Ordinal)) is { } pair ? int.Parse(pair.Split('=')[1]) : -1;
        int skipped = path switch
        {
            "/plain" => (Math.Max(Value("page"), 1) - 1) * 3,
            "/offset" => Math.Max(Value("skip"), 0),
            "/cursor" => Math.Max(Value("after"), 0),
            "/wrapped" => JsonDocument.Parse(request.Text).RootElement.TryGetProperty("page_no", out JsonElement page) ? int.Parse(page.GetString()!) * 3 : 0,
            _ => (int.Parse(Part(request.Text, "page_num")) - 1) * 3,
        };
        int[] numbers = [.. Enumerable.Range(1, Items).Skip(skipped).Take(3)];
        bool more = skipped + 3 < Items;
        string list = "[" + string.Join(",", numbers) + "]";
        string things = "[" + string.Join(",", numbers.Select(number => "{\"id\":" + number + "}")) + "]";
        return response.AnswerAsync(path switch
        {
            "/plain" => things,
            "/offset" => $$"""{"page":{"things":{{things}} },"all":{{Items}} }""",
            "/cursor" => $$"""{"data":{{list}},"has_more":{{(more ? "true" : "false")}},"next":"{{skipped + 3}}"}""",
            "/wrapped" => $$"""{"code":0,"data":{"more":{{(more ? "true" : "false")}},"list":{{things}} } }""",
            _ => $$"""{"list":{{list}} }""",
        });
    }

    private static string Part(string form, string name)
    {
        string[] lines = form.Split("\r\n");
        int head = Array.FindIndex(lines, line => line.Contains($"name=\"{name}\"", StringComparison.Ordinal));
        return head < 0 ? "" : lines.Skip(head).SkipWhile(line => line.Length > 0).Skip(1).FirstOrDefault("");
    }
}
