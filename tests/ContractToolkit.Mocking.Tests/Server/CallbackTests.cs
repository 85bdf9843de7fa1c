using System.Net;
using System.Text.Json;
using ContractToolkit.Exchange;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Mocking.Tests;

/// <summary>Callbacks and webhooks, received by a real server.</summary>
public class CallbackTests
{
    private static readonly CompiledContract Contract = Documents.Compile("""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /jobs/{kind}:
            post:
              parameters: [ { name: kind, in: path, required: true, schema: { type: string } } ]
              requestBody: { content: { application/json: { schema: { type: object, properties: { url: { type: string } } } } } }
              responses: { '202': { description: ok, content: { application/json: { schema: { type: object }, example: { id: a/b } } } }, '400': { description: bad } }
              callbacks:
                done:
                  '{$request.body#/url}/done?job={$response.body#/id}&kind={$request.path.kind}':
                    post:
                      parameters: [ { name: X-Event, in: header, required: true, schema: { type: string, const: done } } ]
                      requestBody: { content: { application/json: { schema: { type: object, required: [state], properties: { state: { enum: [ok] } } }, examples: { bad: { value: { state: 1 } } } } } }
                      responses: { '204': { description: ok } }
        webhooks:
          alarm:
            post: { requestBody: { content: { application/json: { schema: { type: object }, example: { level: 3 } } } }, responses: { '200': { description: ok } } }
        """);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_callback_follows_the_answer()
    {
        await using LoopbackServer caller = await LoopbackServer.StartAsync("{}");
        MockServer mock = await MockServer.StartAsync(new MockEngine(Contract), 0, Cancel);
        using var http = new HttpClient { BaseAddress = mock.Address };
        await PostAsync(http, "/jobs/big%20one", caller.Url.ToString().TrimEnd('/'));
        await mock.DisposeAsync(); // What waits is sent first.
        ReceivedRequest call = Assert.Single(caller.Received);
        Assert.Equal("/done?job=a%2Fb&kind=big%20one", call.Target);
        Assert.Equal("done", call.Headers["X-Event"]);
        Assert.Equal("{\"state\":\"ok\"}", call.Text);
    }

    [Fact]
    public async Task Without_leave_nothing_goes_beyond_this_machine()
    {
        var outcomes = new List<CallbackOutcome>();
        var options = new MockServerOptions { Callbacks = new CallbackOptions { Log = (_, outcome) => outcomes.Add(outcome) } };
        MockServer mock = await MockServer.StartAsync(new MockEngine(Contract), options, Cancel);
        using var http = new HttpClient { BaseAddress = mock.Address };
        await PostAsync(http, "/jobs/x", "http://192.0.2.1");
        await PostAsync(http, "/jobs/x", "file:///etc/passwd");
        await PostAsync(http, "/jobs/x", "http://127.0.0.1@192.0.2.1");
        await mock.DisposeAsync();
        Assert.Equal(2, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.True(outcome.IsForbidden));
    }

    [Fact]
    public async Task A_webhook_is_sent_when_asked_for()
    {
        await using LoopbackServer caller = await LoopbackServer.StartAsync((_, response) => response.AnswerAsync("{}", 202));
        await using MockServer mock = await MockServer.StartAsync(new MockEngine(Contract), 0, Cancel);
        using var http = new HttpClient { BaseAddress = mock.Address };
        string url = Uri.EscapeDataString(caller.Url + "hook");
        using HttpResponseMessage sent = await http.PostAsync("/.well-known/contract-mock/webhooks/alarm?url=" + url, null, Cancel);
        Assert.Equal("{\"status\":202}", await sent.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("{\"level\":3}", Assert.Single(caller.Received).Text.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsync("/.well-known/contract-mock/webhooks/other?url=" + url, null, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.PostAsync("/.well-known/contract-mock/webhooks/alarm?url=http://192.0.2.1/", null, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.GetAsync("/.well-known/contract-mock/webhooks/alarm?url=" + url, Cancel)).StatusCode);
    }

    private static async Task PostAsync(HttpClient http, string path, string url)
    {
        using HttpResponseMessage answer = await http.PostAsync(path, new StringContent(JsonSerializer.Serialize(new { url }), null, "application/json"), Cancel);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }
}
