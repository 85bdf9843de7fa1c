using System.Text;
using ContractToolkit.Http;
using ContractToolkit.Json;
using ContractToolkit.TestSupport;
using Microsoft.AspNetCore.Http;

namespace ContractToolkit.Tests.Http;

public sealed class StreamTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public async Task EventsAsTheStandardInterpretsThem(string end)
    {
        string text = string.Join(end,
            "\uFEFF: a comment", "data: one", "data:two", "id: 7", "", "event: add", "retry: 250", "data:  x", "unknown: y", "", "id", "data", "", "data: cut off at the end");
        List<ServerSentEvent> events = await Read(Reply.Events("200", "text/event-stream"), "text/event-stream", text);
        Assert.Equal(
            [new("message", "one\ntwo", "7"), new("add", " x", "7", 250), new("message", "", "")],
            events);
    }

    [Fact]
    public async Task EventDataAsJsonEndsAtDone()
    {
        List<long> values = await Read(
            Reply.EventData("200", "text/event-stream", Int64Codec.Read), "text/event-stream", "data: 1\n\ndata: 2\n\ndata: [DONE]\n\ndata: 3\n\n");
        Assert.Equal([1, 2], values);
    }

    [Fact]
    public async Task EventsAsObjects()
    {
        List<JsonValue> values = await Read(
            Reply.EventObjects("200", "text/event-stream", RawCodec.Read), "text/event-stream", "event: a\ndata: {\"b\":1}\nid: 3\n\n");
        Assert.Equal("{\"event\":\"a\",\"data\":\"{\\\"b\\\":1}\",\"id\":\"3\"}", Assert.Single(values).ToString());
    }

    [Theory]
    [InlineData("application/jsonl", "1\n\n2\r\n3")]
    [InlineData("application/json-seq", "\u001e1\n\u001e2\n\u001e3\n")]
    public async Task JsonLines(string mediaType, string text)
    {
        Assert.Equal([1L, 2L, 3L], await Read(Reply.JsonLines("200", mediaType, Int64Codec.Read), mediaType, text));
    }

    [Fact]
    public async Task AnEventThatDoesNotFitIsAViolation()
    {
        await Assert.ThrowsAsync<ContractViolationException>(() =>
            Read(Reply.EventData("200", "text/event-stream", Int64Codec.Read), "text/event-stream", "data: x\n\n"));
    }

    [Fact]
    public async Task ALineBeyondTheLimitIsRefused()
    {
        ContractViolationException error = await Assert.ThrowsAsync<ContractViolationException>(() =>
            Read(Reply.Events("200", "text/event-stream"), "text/event-stream", "data: " + new string('x', 20_000), limit: 10_000));
        Assert.Equal("size", error.Rule);
    }

    [Fact]
    public async Task ItemsArriveWhileTheServerStillSends()
    {
        TaskCompletionSource goOn = new();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (_, response) =>
        {
            await response.AnswerAsync("1\n", contentType: "application/jsonl");
            await response.Body.FlushAsync();
            await goOn.Task;
            await response.Body.WriteAsync("2\n"u8.ToArray());
        });
        ApiOperation<IAsyncEnumerable<long>> operation = Operation(Reply.JsonLines("200", "application/jsonl", Int64Codec.Read));
        List<long> seen = [];
        await foreach (long item in Transport(server).StreamAsync(new ApiRequest(), operation, TestContext.Current.CancellationToken))
        {
            seen.Add(item);
            goOn.TrySetResult();
        }

        Assert.Equal([1, 2], seen);
    }

    private static async Task<List<T>> Read<T>(Reply<IAsyncEnumerable<T>> reply, string mediaType, string text, int limit = 1 << 20)
    {
        // One byte per write: records must not depend on how the network cuts them.
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (_, response) =>
        {
            response.ContentType = mediaType;
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            for (int i = 0; i < bytes.Length; i += bytes.Length > 1000 ? 1000 : 1)
            {
                await response.Body.WriteAsync(bytes.AsMemory(i, Math.Min(bytes.Length > 1000 ? 1000 : 1, bytes.Length - i)));
                await response.Body.FlushAsync();
            }
        });
        ApiTransport transport = new(Wire.Contract, new ClientOptions { BaseAddress = server.Url, MaxBufferedBody = limit });
        List<T> items = [];
        await foreach (T item in transport.StreamAsync(new ApiRequest(), Operation(reply), TestContext.Current.CancellationToken)) items.Add(item);
        return items;
    }

    private static ApiOperation<IAsyncEnumerable<T>> Operation<T>(Reply<IAsyncEnumerable<T>> reply) => new("x", "GET", "/") { Successes = [reply] };

    private static ApiTransport Transport(LoopbackServer server) => new(Wire.Contract, new ClientOptions { BaseAddress = server.Url });
}
