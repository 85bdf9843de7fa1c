using System.Net;
using Encoding = System.Text.Encoding;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Reporting;

namespace ContractToolkit.Testing.Tests;

/// <summary>What a run learns from answers: ids that a server lists, and that a refusal proves nothing while the server refuses everything alike.</summary>
public sealed class LearningTests
{
    private const string Fleet = """
        openapi: 3.0.3
        info: { title: Fleet, version: '1' }
        paths:
          /servers:
            get:
              responses:
                '200': { description: All., content: { application/json: { schema: { type: object, properties: { data: { type: array, items: { type: object, required: [id], properties: { id: { type: string }, name: { type: string } } } } } } } } }
          /servers/{server_id}/disks/{disk}:
            get:
              parameters:
                - { name: server_id, in: path, required: true, schema: { type: string } }
                - { name: disk, in: path, required: true, schema: { type: string } }
              responses:
                '200': { description: One., content: { application/json: { schema: { type: object } } } }
                '404': { description: None. }
            delete:
              parameters:
                - { name: server_id, in: path, required: true, schema: { type: string } }
                - { name: disk, in: path, required: true, schema: { type: string } }
              responses: { '204': { description: Gone. }, '404': { description: None. } }
          /servers/{server_id}/disks:
            get:
              parameters: [ { name: server_id, in: path, required: true, schema: { type: string } } ]
              responses:
                '200': { description: All., content: { application/json: { schema: { type: array, items: { type: string } } } } }
                '404': { description: None. }
        """;

    [Fact]
    public async Task Ids_that_the_server_lists_are_used()
    {
        List<string> sent = [];
        Report report = await RunAsync(Fleet, message =>
        {
            sent.Add($"{message.Method} {message.RequestUri!.AbsolutePath}");
            return message.RequestUri!.AbsolutePath switch
            {
                "/servers" => Json("""{"data":[{"id":"east-1","name":"East"}]}"""),
                "/servers/east-1/disks" => Json("""["d7","d8"]"""),
                "/servers/east-1/disks/d7" when message.Method == HttpMethod.Get => Json("{}"),
                _ => new(HttpStatusCode.NotFound),
            };
        });
        Assert.Equal(OperationVerdict.Conforms, report.Operations.Single(operation => operation.Name == "GET /servers/{server_id}/disks/{disk}").Verdict);
        Assert.Contains("GET /servers/east-1/disks/d7", sent);
        // What the server lists belongs to somebody else.
        Assert.DoesNotContain("DELETE /servers/east-1/disks/d7", sent);
    }

    [Fact]
    public async Task An_edge_that_is_refused_because_everything_is_by_now_is_no_error()
    {
        HashSet<string> names = [];
        Report report = await RunAsync(
            """
            openapi: 3.0.3
            info: { title: Names, version: '1' }
            paths:
              /names:
                post:
                  requestBody: { required: true, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string }, age: { type: integer, minimum: 1, maximum: 9 } } } } } }
                  responses: { '200': { description: Made. }, '400': { description: Taken. } }
            """,
            message =>
            {
                using Stream body = message.Content!.ReadAsStream();
                using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse(body);
                return new(names.Add(json.RootElement.GetProperty("name").GetString()!) ? HttpStatusCode.OK : HttpStatusCode.BadRequest);
            },
            [TestPhase.Coverage]);
        Assert.Contains(report.Findings, finding => finding.Finding.Id == "valid-rejected");
        Assert.DoesNotContain(report.Findings, finding => finding.Finding is { Id: "valid-rejected", Level: FindingLevel.Error });
    }

    [Fact]
    public async Task What_cannot_be_deleted_is_told()
    {
        Report report = await RunAsync(
            """
            openapi: 3.0.3
            info: { title: Alerts, version: '1' }
            paths: { /alerts: { post: { responses: { '200': { description: Taken. } } } } }
            """,
            _ => new(HttpStatusCode.OK), [TestPhase.Examples]);
        Assert.Equal("POST /alerts was taken 1 times, and the contract has no operation that deletes what it made.", Assert.Single(report.Notes));
    }

    [Fact]
    public async Task Things_of_a_like_name_are_not_taken_for_the_same()
    {
        Report report = await RunAsync(
            """
            openapi: 3.0.3
            info: { title: Orders, version: '1' }
            paths:
              /orders:
                post:
                  responses: { '201': { description: Made., content: { application/json: { schema: { type: object, required: [orderId], properties: { orderId: { type: integer } } } } } } }
              /invoices/{orderId}:
                parameters: [ { name: orderId, in: path, required: true, schema: { type: integer } } ]
                get: { responses: { '200': { description: One. }, '404': { description: None yet. } } }
            """,
            message => message.Method == HttpMethod.Post ? Json("""{"orderId":5}""", HttpStatusCode.Created) : new(HttpStatusCode.NotFound));
        Assert.DoesNotContain(report.Findings, finding => finding.Finding.Id == "created-unavailable");
    }

    private static Task<Report> RunAsync(string document, Func<HttpRequestMessage, HttpResponseMessage> answer, EquatableArray<TestPhase>? phases = null)
    {
        CompiledContract contract = CompiledContract.Compile(ContractReader.Read("test.yaml", Encoding.UTF8.GetBytes(document)));
        RunOptions options = new();
        HttpTarget target = new("in process", "http://fleet.test", new Answering(answer), isLocal: true);
        return new ContractRunner(contract, target, phases is { } some ? options with { Phases = some } : options).RunAsync(TestContext.Current.CancellationToken);
    }

    private static HttpResponseMessage Json(string text, HttpStatusCode status = HttpStatusCode.OK) => new(status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };

    private sealed class Answering(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer(request));
    }
}
