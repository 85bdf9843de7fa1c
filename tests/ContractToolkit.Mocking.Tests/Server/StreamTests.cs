using System.Net;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking.Tests;

/// <summary>Streams, ranges and browsers' queries, through real sockets.</summary>
public class StreamTests
{
    private static readonly CompiledContract Contract = Documents.Compile("""
        openapi: 3.2.0
        info: { title: T, version: '1' }
        paths:
          /events:
            get:
              responses: { '200': { description: ok, content: { text/event-stream: { itemSchema: { type: object, required: [data], properties: { data: { type: string } } } } } } }
          /lines:
            get:
              responses: { '200': { description: ok, content: { application/jsonl: { itemSchema: { type: object, required: [n], properties: { n: { type: integer } } } } } } }
          /image:
            get:
              responses: { '200': { description: ok, content: { image/png: { schema: { type: string, format: binary }, example: '0123456789' } } } }
        """);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/events", 3)]
    [InlineData("/lines", 3)]
    public async Task Items_come_one_by_one(string path, int items)
    {
        await using MockServer mock = await MockServer.StartAsync(new MockEngine(Contract), 0, Cancel);
        using var http = new HttpClient { BaseAddress = mock.Address };
        using var ask = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Prefer", "interval-ms=150" } } };
        using HttpResponseMessage response = await http.SendAsync(ask, HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Null(response.Content.Headers.ContentLength);
        using Stream stream = await response.Content.ReadAsStreamAsync(Cancel);
        byte[] part = new byte[8192];
        int reads = 0;
        // Every item is read while the next has not been sent yet.
        while (await stream.ReadAsync(part, Cancel) > 0) reads++;
        Assert.Equal(items, reads);
    }

    [Fact]
    public async Task A_caller_that_leaves_ends_its_stream()
    {
        var options = new MockServerOptions { StreamInterval = TimeSpan.FromMinutes(10) };
        MockServer mock = await MockServer.StartAsync(new MockEngine(Contract), options, Cancel);
        using (var http = new HttpClient { BaseAddress = mock.Address })
        {
            using HttpResponseMessage response = await http.GetAsync("/events", HttpCompletionOption.ResponseHeadersRead, Cancel);
            using Stream stream = await response.Content.ReadAsStreamAsync(Cancel);
            Assert.True(await stream.ReadAsync(new byte[10], Cancel) > 0);
        }

        // Were the stream still open, this would wait until its limit.
        long before = Environment.TickCount64;
        await mock.DisposeAsync();
        Assert.True(Environment.TickCount64 - before < 4_500);
    }

    [Fact]
    public async Task A_binary_is_had_in_parts_and_on_conditions()
    {
        await using MockServer mock = await MockServer.StartAsync(new MockEngine(Contract), 0, Cancel);
        using var http = new HttpClient { BaseAddress = mock.Address };
        using HttpResponseMessage whole = await http.GetAsync("/image", Cancel);
        Assert.Equal(["bytes"], whole.Headers.GetValues("Accept-Ranges"));
        string tag = whole.Headers.ETag!.ToString();
        Assert.Equal((206, "345", "bytes 3-5/10"), await AskAsync("Range", "bytes=3-5"));
        Assert.Equal((206, "89", "bytes 8-9/10"), await AskAsync("Range", "bytes=-2"));
        Assert.Equal((206, "9", "bytes 9-9/10"), await AskAsync("Range", "bytes=9-100"));
        Assert.Equal((200, "0123456789", ""), await AskAsync("Range", "bytes=0-1, 4-5"));
        Assert.Equal((200, "0123456789", ""), await AskAsync("Range", "bytes=5-2"));
        Assert.Equal(416, (await AskAsync("Range", "bytes=10-")).Status);
        Assert.Equal(304, (await AskAsync("If-None-Match", "\"other\", W/" + tag)).Status);
        Assert.Equal(412, (await AskAsync("If-Match", "\"other\"")).Status);

        async Task<(int Status, string Body, string Range)> AskAsync(string name, string value)
        {
            using var ask = new HttpRequestMessage(HttpMethod.Get, "/image");
            ask.Headers.TryAddWithoutValidation(name, value);
            using HttpResponseMessage answer = await http.SendAsync(ask, Cancel);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel), answer.Content.Headers.ContentRange?.ToString() ?? "");
        }
    }

    [Fact]
    public async Task A_browser_asks_by_its_address_line()
    {
        var options = new MockServerOptions { Chaos = new ChaosOptions() };
        await using MockServer mock = await MockServer.StartAsync(new MockEngine(Contract), options, Cancel);
        using var http = new HttpClient { BaseAddress = mock.Address };
        using HttpResponseMessage limited = await http.GetAsync("/lines?__fail=429&__retry-after=7", Cancel);
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.StatusCode);
        Assert.Equal(["7"], limited.Headers.GetValues("Retry-After"));
        Assert.Equal(await http.GetStringAsync("/lines?__seed=5", Cancel), await http.GetStringAsync("/lines?__seed=5", Cancel));
        Assert.NotEqual(await http.GetStringAsync("/lines?__seed=5", Cancel), await http.GetStringAsync("/lines?__seed=6", Cancel));
    }
}
