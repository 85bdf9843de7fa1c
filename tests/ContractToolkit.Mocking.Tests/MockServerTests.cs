using System.Net;
using System.Net.Sockets;
using System.Text;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking.Tests;

/// <summary>The mock on a real port.</summary>
public class MockServerTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Pets, version: '1' }
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ]
              responses:
                '200':
                  description: ok
                  headers: { X-Rate: { schema: { type: integer, const: 7 } } }
                  content:
                    application/json:
                      schema: { type: object, required: [name], properties: { name: { type: string } } }
                      examples: { bad: { value: { name: 5 } }, cat: { value: { name: Tom } }, dog: { value: { name: Rex } } }
                '404': { description: none }
            put:
              requestBody: { content: { text/plain: { schema: { type: string } } } }
              parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ]
              responses: { '204': { description: done } }
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serves_examples_headers_and_preferences()
    {
        await using MockServer server = await MockServer.StartAsync(new MockEngine(Documents.Compile(Document)), 0, Cancel);
        using var http = new HttpClient { BaseAddress = server.Address };
        HttpResponseMessage response = await http.GetAsync("/pets/1", Cancel);
        Assert.Equal("{\"name\":\"Tom\"}", await response.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(["7"], response.Headers.GetValues("X-Rate"));
        Assert.Equal("{\"name\":\"Rex\"}", await http.GetStringAsync("/pets/1?__example=dog", Cancel));
        using var prefer = new HttpRequestMessage(HttpMethod.Get, "/pets/1") { Headers = { { "Prefer", "code=404" } } };
        Assert.Equal(HttpStatusCode.NotFound, (await http.SendAsync(prefer, Cancel)).StatusCode);
    }

    [Fact]
    public async Task Answers_heads_conditions_ranges_and_unknowns()
    {
        await using MockServer server = await MockServer.StartAsync(new MockEngine(Documents.Compile(Document)), 0, Cancel);
        using var http = new HttpClient { BaseAddress = server.Address };
        HttpResponseMessage head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/pets/1"), Cancel);
        Assert.Equal((HttpStatusCode.OK, 14L), (head.StatusCode, head.Content.Headers.ContentLength));
        HttpResponseMessage get = await http.GetAsync("/pets/1", Cancel);
        using var conditional = new HttpRequestMessage(HttpMethod.Get, "/pets/1") { Headers = { IfNoneMatch = { get.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await http.SendAsync(conditional, Cancel)).StatusCode);
        using var ranged = new HttpRequestMessage(HttpMethod.Get, "/pets/1") { Headers = { { "Range", "bytes=2-5" } } };
        HttpResponseMessage part = await http.SendAsync(ranged, Cancel);
        Assert.Equal((HttpStatusCode.PartialContent, "name"), (part.StatusCode, await part.Content.ReadAsStringAsync(Cancel)));
        HttpResponseMessage wrong = await http.PatchAsync("/pets/1", null, Cancel);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, wrong.StatusCode);
        Assert.Equal("GET, HEAD, OPTIONS, PUT", string.Join(", ", wrong.Content.Headers.Allow.Order()));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/dogs", Cancel)).StatusCode);
        HttpResponseMessage bad = await http.GetAsync("/pets/one", Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        Assert.Contains("\"request-parameter\"", await bad.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("ready\n", await http.GetStringAsync("/.well-known/contract-mock/ready", Cancel));
    }

    [Fact]
    public async Task Refuses_a_body_that_is_too_large_and_serves_on()
    {
        await using MockServer server = await MockServer.StartAsync(new MockEngine(Documents.Compile(Document)), new MockServerOptions { MaxRequestBody = 1000 }, Cancel);
        using var http = new HttpClient { BaseAddress = server.Address };
        HttpResponseMessage large = await http.PutAsync("/pets/1", new StringContent(new string('x', 5000)), Cancel);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await http.PutAsync("/pets/1", new StringContent("x"), Cancel)).StatusCode);
    }

    [Fact]
    public async Task Exchanges_the_engine_without_dropping_the_connection()
    {
        await using MockServer server = await MockServer.StartAsync(new MockEngine(Documents.Compile(Document)), 0, Cancel);
        using var http = new HttpClient { BaseAddress = server.Address };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/pets/1", Cancel)).StatusCode);
        server.Engine = new MockEngine(Documents.Compile(Document.Replace("/pets/", "/cats/")));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/pets/1", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/cats/1", Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "404")]
    [InlineData("GET /pets/%2e%2e%2f HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "422")]
    [InlineData("GET /pets/1 HTTP/1.1\r\nHost: a\r\nOrigin: x\u0001y\r\nConnection: close\r\n\r\n", "200")]
    [InlineData("BREW\r\n\r\n", "400")]
    public async Task Stands_hostile_bytes(string bytes, string status)
    {
        await using MockServer server = await MockServer.StartAsync(new MockEngine(Documents.Compile(Document)), 0, Cancel);
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(server.Address.Host, server.Address.Port, Cancel);
        await tcp.GetStream().WriteAsync(Encoding.Latin1.GetBytes(bytes), Cancel);
        using var reader = new StreamReader(tcp.GetStream());
        Assert.Contains(status, await reader.ReadLineAsync(Cancel));
    }
}
