using ContractToolkit.TestSupport;
using Microsoft.AspNetCore.Http;

namespace ContractToolkit.CSharp.Tests.Clients;

/// <summary>Operations whose next page has a URL, in the body or in a header, called by generated code against a server.</summary>
public sealed class UrlPagingTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Test, version: '1' }
        servers: [ { url: 'https://example.com' } ]
        security: [ { key: [] } ]
        paths:
          /linked:
            get:
              tags: [x]
              operationId: listLinked
              parameters: [ { in: query, name: size, schema: { type: integer } } ]
              x-contract-paging: { next: $response.header.Link, items: '' }
              responses: { '200': { description: d, content: { application/json: { schema: { type: array, items: { type: integer } } } } } }
          /bodied:
            get:
              tags: [x]
              operationId: listBodied
              x-contract-paging: { next: '$response.body#/links/next', items: /data, more: /more }
              responses: { '200': { description: d, content: { application/json: { schema: { type: object, properties: { data: { type: array, items: { type: integer } } } } } } } }
          /named:
            get:
              tags: [x]
              operationId: listNamed
              x-contract-paging: { next: $response.header.X-Next, items: '' }
              responses: { '200': { description: d, content: { application/json: { schema: { type: array, items: { type: integer } } } } } }
        components:
          securitySchemes:
            key: { type: apiKey, in: query, name: api_key }
        """;

    [Theory]
    [InlineData("<URL/linked?page=2&api_key=secret>; rel=\"next\"")]
    [InlineData("<URL/linked?page=1>; rel=prev, </linked?page=2>; rel=\"next last\"")]
    [InlineData("<?page=2#top>; rel=next")]
    public async Task A_link_header_is_followed_with_credentials(string link)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((request, response) =>
        {
            if (request.Target.Contains("page=2", StringComparison.Ordinal)) return response.AnswerAsync("[3]");
            response.Headers.Link = link.Replace("URL", "http://" + request.Headers["Host"], StringComparison.Ordinal);
            return response.AnswerAsync("[1,2]");
        });
        Assert.Equal("1 2 3", await TellAsync(server, "ListLinkedItemsAsync(size: 2)"));
        Assert.Equal(["/linked?size=2&api_key=secret", "/linked?page=2&api_key=secret"], server.Received.Select(request => request.Target));
    }

    [Theory]
    [InlineData("""{"data":[3],"links":{"next":null}}""")]
    [InlineData("""{"data":[3],"links":{"next":""}}""")]
    [InlineData("""{"data":[3],"links":{"next":false}}""")]
    [InlineData("""{"data":[3],"links":{}}""")]
    [InlineData("""{"data":[3]}""")]
    [InlineData("""{"data":[3],"more":false,"links":{"next":"/bodied?3"}}""")]
    public async Task A_member_of_the_body_is_followed_to_the_last_page(string last)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((request, response) =>
            response.AnswerAsync(request.Target.StartsWith("/bodied?2", StringComparison.Ordinal) ? last : """{"data":[1,2],"more":true,"links":{"next":"bodied?2"}}"""));
        Assert.Equal("1 2 3", await TellAsync(server, "ListBodiedItemsAsync()"));
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task Any_other_header_holds_the_url_itself()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((request, response) =>
        {
            if (!request.Target.Contains("z", StringComparison.Ordinal)) response.Headers["X-Next"] = "/named?z";
            return response.AnswerAsync("[1]");
        });
        Assert.Equal("1 1", await TellAsync(server, "ListNamedItemsAsync()"));
    }

    [Theory]
    [InlineData("https://elsewhere.test/x", "the next page is said to be at https://elsewhere.test, but only http://127.0.0.1")]
    [InlineData("//elsewhere.test/x", "the next page is said to be at http://elsewhere.test")]
    [InlineData("https://127.0.0.1:PORT/x", "the next page is said to be at https://127.0.0.1:PORT, but only http://127.0.0.1:PORT is called")]
    [InlineData("http://127.0.0.1:1/x", "the next page is said to be at http://127.0.0.1:1,")]
    [InlineData("http://127.0.0.1:PORT@elsewhere.test/x", "the next page is said to be at http://elsewhere.test")]
    [InlineData("http://user:pass@127.0.0.1:PORT/x", "its URL is not followed")]
    [InlineData("file:///etc/passwd", "its URL is not followed")]
    [InlineData("javascript:alert(1)", "its URL is not followed")]
    [InlineData("http://", "is no URL")]
    [InlineData("/bodied?api_key=other", "the server gives the same next page again")]
    public async Task A_url_that_leads_elsewhere_or_nowhere_is_an_error(string next, string message)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((request, response) =>
            response.AnswerAsync($$"""{"data":[1],"links":{"next":"{{next.Replace("PORT", request.Headers["Host"].Split(':')[1], StringComparison.Ordinal)}}"} }"""));
        string told = await TellAsync(server, "ListBodiedItemsAsync()");
        Assert.Contains(message.Replace("PORT", server.Url.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal), told, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", told, StringComparison.Ordinal);
        Assert.InRange(server.Received.Count, 1, 2);
    }

    [Theory]
    [InlineData("{\"data\":[1],\"links\":{\"next\":{\"href\":\"/x\"}}}")]
    [InlineData("{\"data\":[1],\"links\":{\"next\":7}}")]
    public async Task What_is_no_url_is_an_error(string answer)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(answer);
        Assert.Contains("at /links/next: what stands there for the next page is no URL", await TellAsync(server, "ListBodiedItemsAsync()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circle_of_pages_ends()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((request, response) =>
            response.AnswerAsync($$"""{"data":[1],"links":{"next":"/bodied?{{(request.Target.StartsWith("/bodied?a", StringComparison.Ordinal) ? "b" : "a")}}"} }"""));
        Assert.Contains("its pages would never end", await TellAsync(server, "ListBodiedItemsAsync()"), StringComparison.Ordinal);
        Assert.Equal(3, server.Received.Count);
    }

    [Fact]
    public async Task A_link_header_that_cannot_be_read_is_an_error()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((_, response) =>
        {
            response.Headers.Link = "/x; rel=next";
            return response.AnswerAsync("[1]");
        });
        Assert.Contains("the Link header cannot be read: a URL in < and > is expected", await TellAsync(server, "ListLinkedItemsAsync()"), StringComparison.Ordinal);
    }

    private static Task<string> TellAsync(LoopbackServer server, string call) => ClientRun.TellAsync(
        Document,
        $$"""
        var told = new System.Collections.Generic.List<string>();
        try { await foreach (var item in client.X.{{call}}) told.Add(item.ToString()!); }
        catch (ContractToolkit.Http.ApiException exception) { return exception.Message; }
        return string.Join(" ", told);
        """,
        server, key: "secret");
}
