using System.Net;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking.Tests;

public class ProxyAndChaosTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        security: [ { key: [] } ]
        paths:
          /things/{id}:
            get:
              parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ]
              responses: { '200': { description: ok, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: TYPE } } }, example: { name: EXAMPLE } } } } }
        components: { securitySchemes: { key: { type: apiKey, in: query, name: access_token } } }
        """;

    private static readonly CompiledContract Truth = Documents.Compile(Document.Replace("TYPE", "integer").Replace("EXAMPLE", "5"));
    private static readonly CompiledContract Claim = Documents.Compile(Document.Replace("TYPE", "string").Replace("EXAMPLE", "x"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_proxy_reports_both_directions_and_records_without_secrets()
    {
        var seen = new List<(HttpExchange Exchange, ExchangeVerdict Verdict)>();
        await using MockServer target = await MockServer.StartAsync(new MockEngine(Truth, new MockOptions { CheckRequests = false }), 0, Cancel);
        await using ProxyServer proxy = await ProxyServer.StartAsync(Claim, new ProxyOptions { Target = target.Address, Mode = ProxyMode.Header, Observer = (e, v) => seen.Add((e, v)) }, Cancel);
        using var http = new HttpClient { BaseAddress = proxy.Address };
        HttpResponseMessage response = await http.GetAsync("/things/one?access_token=top-secret", Cancel);
        Assert.Equal("{\"name\":5}", await response.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("request-parameter, response-body", string.Join(", ", response.Headers.GetValues("Contract-Violations")));
        (HttpExchange exchange, ExchangeVerdict verdict) = Assert.Single(seen);
        Assert.DoesNotContain("top-secret", exchange.Request.Url);
        Assert.Single(verdict.RequestFindings);
        Assert.Single(verdict.Response!.Findings);
    }

    [Fact]
    public async Task The_proxy_blocks_and_says_when_the_target_is_gone()
    {
        await using ProxyServer proxy = await ProxyServer.StartAsync(Claim, new ProxyOptions { Target = new Uri("http://127.0.0.1:9"), Mode = ProxyMode.Block }, Cancel);
        using var http = new HttpClient { BaseAddress = proxy.Address };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.GetAsync("/things/1", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.BadGateway, (await http.GetAsync("/things/1?access_token=x", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Trouble_comes_on_request()
    {
        var options = new MockServerOptions { Chaos = new ChaosOptions { RequestsPerSecond = 1000 } };
        await using MockServer server = await MockServer.StartAsync(new MockEngine(Truth), options, Cancel);
        using var http = new HttpClient { BaseAddress = server.Address };
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Send(http, "fail=503")).StatusCode);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Send(http, "reset"));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Send(http, "truncate"));
        Assert.Equal(HttpStatusCode.OK, (await Send(http, "wait-ms=1")).StatusCode);
    }

    [Fact]
    public void The_same_seed_makes_the_same_trouble_and_limits_hold()
    {
        var request = new ExchangeRequest { Method = "GET", Url = "/" };
        var options = new ChaosOptions { Seed = 5, ErrorRate = 0.3, MaxLatency = TimeSpan.FromSeconds(1) };
        var first = new ChaosMonkey(options);
        var second = new ChaosMonkey(options);
        ChaosEffect[] effects = [.. Enumerable.Range(0, 200).Select(_ => first.Next(request))];
        Assert.Equal(effects, Enumerable.Range(0, 200).Select(_ => second.Next(request)));
        Assert.InRange(effects.Count(effect => effect.Status == 503), 30, 90);
        var limited = new ChaosMonkey(new ChaosOptions { RequestsPerSecond = 2 }, new ManualClock());
        Assert.Equal([null, null, 429], Enumerable.Range(0, 3).Select(_ => limited.Next(request).Status).ToArray());
    }

    private static Task<HttpResponseMessage> Send(HttpClient http, string prefer)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, "/things/1?access_token=a");
        message.Headers.Add("Prefer", prefer);
        return http.SendAsync(message, Cancel);
    }
}
