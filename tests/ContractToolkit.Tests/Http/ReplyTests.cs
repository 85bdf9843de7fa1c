using System.Net;
using ContractToolkit.Http;
using ContractToolkit.Json;
using ContractToolkit.TestSupport;
using Microsoft.AspNetCore.Http;

namespace ContractToolkit.Tests.Http;

public sealed class ReplyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ExactStatusGoesBeforeRangeBeforeDefault()
    {
        ApiOperation<Nothing> operation = new("x", "GET", "/")
        {
            Successes = [Reply.Empty("200")],
            Failures =
            [
                Reply.Json("default", "application/json", BooleanCodec.Read),
                Reply.Json("4XX", "application/json", RawCodec.Read),
                Reply.Text("404", "application/json"),
            ],
        };
        Assert.Equal("true", (await Fails<ApiException<string>>(operation, 404)).Error);
        Assert.True((await Fails<ApiException<JsonValue>>(operation, 400)).Error.GetBoolean());
        Assert.True((await Fails<ApiException<bool>>(operation, 500)).Error);
    }

    [Fact]
    public async Task ATypedErrorCarriesStatusHeadersAndBody()
    {
        ApiOperation<Nothing> operation = new("pets.get", "GET", "/")
        {
            Successes = [Reply.Empty("200")], Failures = [Reply.Json("4XX", "application/problem+json", RawCodec.Read)],
        };
        await using LoopbackServer server = await LoopbackServer.StartAsync((_, response) =>
        {
            response.Headers["X-Trace"] = "7";
            return response.AnswerAsync("{\"title\":\"no\"}", 422, "application/problem+json");
        });
        ApiException<JsonValue> error = await Assert.ThrowsAsync<ApiException<JsonValue>>(() => Transport(server).SendAsync(new ApiRequest(), operation, Cancellation));
        Assert.Equal(("pets.get", HttpStatusCode.UnprocessableEntity, "7"), (error.Operation, error.Status, error.Headers["x-trace"]));
        Assert.Equal("no", error.Error["title"]!.Value.GetString());
        Assert.Equal("{\"title\":\"no\"}", error.BodyText);
        Assert.DoesNotContain("title", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnErrorPageOfAProxyKeepsItsStatus()
    {
        ApiOperation<Nothing> operation = new("x", "GET", "/") { Failures = [Reply.Json("502", "application/json", RawCodec.Read)], Successes = [Reply.Empty("200")] };
        await using LoopbackServer server = await LoopbackServer.StartAsync((_, response) => response.AnswerAsync("<html>", 502));
        ApiException error = await Assert.ThrowsAsync<ApiException>(() => Transport(server).SendAsync(new ApiRequest(), operation, Cancellation));
        Assert.Equal(HttpStatusCode.BadGateway, error.Status);
        Assert.IsType<ContractViolationException>(error.InnerException);
    }

    [Theory]
    [InlineData(201, "application/json", "1", "status")]
    [InlineData(200, "text/html", "1", "content-type")]
    [InlineData(200, "application/json", "{", "type")]
    [InlineData(200, "application/json", "", "type")]
    public async Task WhatBreaksTheContractIsNamed(int status, string contentType, string body, string rule)
    {
        ApiOperation<JsonValue> operation = Json("200");
        await using LoopbackServer server = await LoopbackServer.StartAsync((_, response) => response.AnswerAsync(body, status, contentType));
        ContractViolationException error =
            await Assert.ThrowsAsync<ContractViolationException>(() => Transport(server).SendAsync(new ApiRequest(), operation, Cancellation));
        Assert.Equal(rule, error.Rule);
    }

    [Fact]
    public async Task AnotherJsonTypeThanDeclaredIsRead()
    {
        await using LoopbackServer plain = await LoopbackServer.StartAsync((_, response) => response.AnswerAsync("\uFEFF1", 200, "application/hal+json"));
        Assert.Equal(1, (await Transport(plain).SendAsync(new ApiRequest(), Json("200"), Cancellation)).GetInt64());
    }

    [Fact]
    public async Task ABodyBeyondTheLimitIsRefused()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("\"" + new string('x', 2000) + "\"");
        ApiTransport transport = new(Wire.Contract, new ClientOptions { BaseAddress = server.Url, MaxBufferedBody = 1000 });
        ContractViolationException error = await Assert.ThrowsAsync<ContractViolationException>(() => transport.SendAsync(new ApiRequest(), Json("200"), Cancellation));
        Assert.Equal("size", error.Rule);
    }

    [Fact]
    public async Task AHangingBodyEndsWithTheTimeLimit()
    {
        FakeClock clock = new();
        TaskCompletionSource hanging = new();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (_, response) =>
        {
            await response.AnswerAsync("[1,");
            await response.Body.FlushAsync();
            hanging.SetResult();
            await Task.Delay(Timeout.Infinite, response.HttpContext.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        ApiTransport transport = new(Wire.Contract, new ClientOptions { BaseAddress = server.Url, Clock = clock, Timeout = TimeSpan.FromSeconds(10) });
        Task call = transport.SendAsync(new ApiRequest(), Json("200"), Cancellation);
        await hanging.Task;
        clock.Advance(TimeSpan.FromSeconds(11));
        TaskCanceledException error = await Assert.ThrowsAsync<TaskCanceledException>(() => call);
        Assert.IsType<TimeoutException>(error.InnerException);
    }

    [Fact]
    public async Task ABinaryAnswerIsAStreamThatTheCallerEnds()
    {
        ApiOperation<BinaryResponse> operation = new("x", "GET", "/") { Successes = [Reply.Binary("200", "application/octet-stream")] };
        await using LoopbackServer server = await LoopbackServer.StartAsync((_, response) =>
        {
            response.Headers.ContentDisposition = "attachment; filename=\"../../etc/passwd\"";
            return response.AnswerAsync("bytes", 200, "application/octet-stream");
        });
        await using BinaryResponse answer = await Transport(server).SendAsync(new ApiRequest(), operation, Cancellation);
        Assert.Equal(("passwd", "application/octet-stream"), (answer.FileName, answer.ContentType));
        Assert.Equal("bytes"u8.ToArray(), await answer.ReadAllAsync(Cancellation));
    }

    [Fact]
    public async Task StatusAndHeadersAreAtHandWithTheResult()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((_, response) =>
        {
            response.Headers["X-Total"] = "12";
            response.Headers.Append("X-Ids", "1,2");
            return response.AnswerAsync("[]");
        });
        Client client = new(Transport(server));
        ApiResponse<JsonValue> answer = await client.WithResponseAsync(x => x.ListAsync(Cancellation));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(12, answer.Headers.Read("X-Total", HeaderShape.Literal, Int64Codec.Read));
        Assert.Equal([1, 2], answer.Headers.Read("X-Ids", HeaderShape.LiteralList, ListCodec<long, Int64Codec>.Read));
        Assert.Null(answer.Headers["X-None"]);
    }

    private static ApiOperation<JsonValue> Json(string status) => new("x", "GET", "/") { Successes = [Reply.Json(status, "application/json", RawCodec.Read)] };

    private static ApiTransport Transport(LoopbackServer server) => new(Wire.Contract, new ClientOptions { BaseAddress = server.Url });

    private static async Task<TException> Fails<TException>(ApiOperation<Nothing> operation, int status)
        where TException : Exception
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("true", status);
        return await Assert.ThrowsAsync<TException>(() => Transport(server).SendAsync(new ApiRequest(), operation, Cancellation));
    }

    private sealed class Client(ApiTransport transport) : IApiClient
    {
        public Task<JsonValue> ListAsync(CancellationToken cancellation) => transport.SendAsync(new ApiRequest(), Json("200"), cancellation);
    }
}
