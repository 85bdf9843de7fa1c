using ContractToolkit.TestSupport;

namespace ContractToolkit.CSharp.Tests.Clients;

/// <summary>Answers that come in several media types: each way that says something of its own is a method.</summary>
public sealed class RepresentationTests
{
    private const string Head = """
        openapi: 3.2.0
        info: { title: Test, version: '1' }
        servers: [ { url: 'https://example.com' } ]
        components:
          schemas:
            Tick: { type: object, required: [n], properties: { n: { type: integer } } }
        paths:

        """;

    [Fact]
    public async Task A_file_a_text_and_other_items_beside_json_can_be_asked_for()
    {
        const string document = Head + """
              /report:
                get:
                  tags: [x]
                  operationId: report
                  responses:
                    '200':
                      description: d
                      content:
                        application/json: { schema: { $ref: '#/components/schemas/Tick' } }
                        text/json: { schema: { $ref: '#/components/schemas/Tick' } }
                        application/xml: { schema: { $ref: '#/components/schemas/Tick' } }
                        text/csv: { schema: { type: string } }
                        application/pdf: {}
                        application/vnd.star+json: { schema: { type: array, items: { type: integer } } }
                    '204': { description: nothing }
            """;
        await using LoopbackServer server = await LoopbackServer.StartAsync((request, response) => request.Headers["Accept"] switch
        {
            "application/json" => response.AnswerAsync("""{"n":1}"""),
            "text/csv" => response.AnswerAsync("n\n2", contentType: "text/csv; charset=utf-8"),
            "application/pdf" => response.AnswerAsync("%PDF", contentType: "application/pdf"),
            "application/vnd.star+json" => response.AnswerAsync("[3,4]", contentType: "application/vnd.star+json"),
            _ => response.AnswerAsync("", 204),
        });
        string seen = await ClientRun.TellAsync(document, """
            await using var pdf = await client.X.ReportAsPdfAsync();
            return (await client.X.ReportAsync())!.N + "|" + await client.X.ReportAsCsvAsync() + "|" + (await pdf!.ReadAllAsync()).Length + "|"
                + string.Join(",", (await client.X.ReportAsStarAsync())!.Value) + "|" + typeof(IXClient).GetMethods().Length;
            """, server);
        Assert.Equal("1|n\n2|4|3,4|4", seen);
    }

    [Fact]
    public async Task Each_kind_of_items_is_a_sequence_and_notations_of_one_kind_share_it()
    {
        const string document = Head + """
              /ticks:
                get:
                  tags: [x]
                  operationId: watch
                  responses:
                    '200':
                      description: d
                      content:
                        application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Tick' } } }
                        application/jsonl: { itemSchema: { $ref: '#/components/schemas/Tick' } }
                        application/json-seq: { itemSchema: { $ref: '#/components/schemas/Tick' } }
                        text/event-stream: { itemSchema: { type: object, required: [data], properties: { event: { type: string }, data: { type: string, contentMediaType: application/json, contentSchema: { $ref: '#/components/schemas/Tick' } } } } }
              /ticks/stream:
                get:
                  tags: [x]
                  operationId: watchStream
                  responses: { '200': { description: d, content: { application/jsonl: { itemSchema: { type: integer } } } } }
            """;
        await using LoopbackServer server = await LoopbackServer.StartAsync((request, response) => (request.Target, request.Headers["Accept"]) switch
        {
            ("/ticks", "text/event-stream") => response.AnswerAsync("event: a\ndata: {\"n\":\ndata: 1}\n\n", contentType: "text/event-stream"),
            ("/ticks", "application/jsonl, application/json-seq") => response.AnswerAsync("\u001e{\"n\":2}\n\u001e{\"n\":3}\n", contentType: "application/json-seq"),
            ("/ticks", _) => response.AnswerAsync("""[{"n":4}]"""),
            _ => response.AnswerAsync("5\n", contentType: "application/jsonl"),
        });
        string seen = await ClientRun.TellAsync(document, """
            string seen = "";
            foreach (var method in typeof(IXClient).GetMethods())
            {
                object result = method.Invoke(client.X, [default(System.Threading.CancellationToken)])!;
                if (result is System.Collections.Generic.IAsyncEnumerable<Tick> ticks) await foreach (Tick tick in ticks) seen += "t" + tick.N;
                else if (result is System.Collections.Generic.IAsyncEnumerable<long> numbers) await foreach (long number in numbers) seen += "n" + number;
                else if (result is System.Collections.Generic.IAsyncEnumerable<WatchEventItem> events) await foreach (var item in events) seen += item.Event + item.ReadData().N;
                else seen += "a" + (await (Task<ContractToolkit.EquatableArray<Tick>>)result)[0].N;
            }

            return string.Concat(seen.Order());
            """.Replace("seen.Order()", "System.Linq.Enumerable.Order(seen)", StringComparison.Ordinal), server);
        Assert.Equal("1234" + "5" + "aa" + "n" + "tt", seen);
    }

    [Fact]
    public async Task Json_of_another_schema_is_a_body_of_its_own()
    {
        const string document = Head + """
              /a:
                patch:
                  tags: [x]
                  operationId: change
                  parameters: [{ in: query, name: id, schema: { type: integer } }, { in: header, name: id, schema: { type: string } }, { in: query, name: body, schema: { type: string } }]
                  requestBody:
                    required: true
                    content:
                      application/merge-patch+json: { schema: { $ref: '#/components/schemas/Tick' } }
                      application/json: { schema: { $ref: '#/components/schemas/Tick' } }
                      application/json-patch+json: { schema: { type: array, items: { type: object, properties: { op: { type: string } } } } }
                  responses: { '204': { description: d } }
            """;
        ReceivedRequest merge = await ClientRun.SendAsync(document, "client.X.ChangeAsync(new Tick { N = 1 }, idQuery: 5, idHeader: \"h\")");
        Assert.Equal(("application/merge-patch+json", "{\"n\":1}", "/a?id=5", "h"), (merge.Headers["Content-Type"], merge.Text, merge.Target, merge.Headers["id"]));
        ReceivedRequest patch = await ClientRun.SendAsync(document, "client.X.ChangeAsync((ContractToolkit.EquatableArray<ChangeJsonPatchRequestItem>)[new() { Op = \"add\" }])");
        Assert.Equal(("application/json-patch+json", "[{\"op\":\"add\"}]"), (patch.Headers["Content-Type"], patch.Text));
    }

    [Fact]
    public async Task Headers_of_every_shape_are_read()
    {
        const string document = Head + """
              /a:
                get:
                  tags: [x]
                  operationId: run
                  responses:
                    '204':
                      description: d
                      headers:
                        X-Plain: { schema: { type: object, properties: { a: { type: integer }, b: { type: string } } } }
                        X-Exploded: { explode: true, schema: { type: object, properties: { a: { type: boolean }, b: { type: string, enum: [p, q] } } } }
                        X-Level: { schema: { type: integer, enum: [1, 2] } }
                        X-Kinds: { schema: { type: array, items: { type: string, enum: [p, q] } } }
                        X-Days: { schema: { type: array, items: { type: string, format: date } } }
                        X-Json: { content: { application/json: { schema: { type: array, items: { type: integer } } } } }
                        X-Nested: { schema: { type: object, properties: { a: { type: object } } } }
            """;
        await using LoopbackServer server = await LoopbackServer.StartAsync((_, response) =>
        {
            response.Headers["X-Plain"] = "a,1,b,x \"y\"";
            response.Headers["X-Exploded"] = "a=true,b=q";
            response.Headers["X-Level"] = "2";
            response.Headers["X-Kinds"] = "p, q";
            response.Headers["X-Days"] = "2026-01-02,2026-01-03";
            response.Headers["X-Json"] = "[1,2]";
            response.Headers["X-Nested"] = "a,b";
            response.StatusCode = 204;
            return Task.CompletedTask;
        });
        string seen = await ClientRun.TellAsync(document, """
            var answer = await ContractToolkit.Http.ApiClientExtensions.WithResponseAsync(client.X, x => x.RunAsync());
            var headers = XRunHeaders.From(answer.Headers);
            return headers.XPlain!.A + headers.XPlain.B + "|" + headers.XExploded!.A + headers.XExploded.B + "|" + headers.XLevel + "|" + string.Join("+", headers.XKinds!.Value)
                + "|" + headers.XDays!.Value[1].Day + "|" + headers.XJson!.Value[1] + "|" + headers.XNested;
            """, server);
        Assert.Equal("1x \"y\"|Trueq|2|p+q|3|2|a,b", seen);
    }
}
