using System.Net;
using System.Net.Sockets;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking.Tests;

/// <summary>Clients that do what no client should: limits hold, and the others are served. All over raw sockets.</summary>
public sealed class HostileClientTests : IAsyncLifetime
{
    private static readonly CompiledContract Contract = Documents.Compile("""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /things/{id}:
            get:
              parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
              responses: { '200': { description: ok, content: { application/json: { schema: { type: object }, example: { ok: true } } } } }
            post:
              parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
              requestBody: { content: { application/json: { schema: { type: object } } } }
              responses: { '204': { description: ok } }
        """);

    private MockServer server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        server = await MockServer.StartAsync(new MockEngine(Contract), new MockServerOptions { MaxRequestBody = 100_000, HeaderTimeout = TimeSpan.FromMilliseconds(500), BodyGrace = TimeSpan.FromMilliseconds(1_100) }, Cancel);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_slow_header_is_ended()
    {
        using TcpClient client = await RawClient.ConnectAsync(server.Address, Cancel);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync("GET /things/1 HTTP/1.1\r\nHost: x\r\nX-Slow: "u8.ToArray(), Cancel);
        string answer = await RawClient.ReadAsync(stream, Cancel).WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 408", StringComparison.Ordinal), answer);
        await OthersAreServedAsync();
    }

    [Fact]
    public async Task A_slow_body_is_ended()
    {
        using TcpClient client = await RawClient.ConnectAsync(server.Address, Cancel);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync("POST /things/1 HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"u8.ToArray(), Cancel);
        string answer = await RawClient.ReadAsync(stream, Cancel).WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 408", StringComparison.Ordinal), answer);
        await OthersAreServedAsync();
    }

    [Theory]
    [InlineData("Content-Length: 9999999999")]
    [InlineData("Transfer-Encoding: chunked")]
    public async Task A_huge_body_is_refused_before_it_is_kept(string framing)
    {
        using TcpClient client = await RawClient.ConnectAsync(server.Address, Cancel);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /things/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n{framing}\r\n\r\n"), Cancel);
        byte[] chunk = Encoding.ASCII.GetBytes("10000\r\n" + new string(' ', 0x10000) + "\r\n");
        int sent = 0;
        try
        {
            while (sent < 2_000) await stream.WriteAsync(chunk.AsMemory(), Cancel).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancel).ContinueWith(task => sent = task.IsCompletedSuccessfully ? sent + 1 : int.MaxValue, Cancel, TaskContinuationOptions.None, TaskScheduler.Default);
        }
        catch (IOException)
        {
            // Cut off, as it should be.
        }

        Assert.Equal(int.MaxValue, sent); // 128 MB are never taken.
        await OthersAreServedAsync();
    }

    [Fact]
    public async Task Two_thousand_idle_connections_keep_nobody_out()
    {
        var idle = new List<TcpClient>();
        try
        {
            for (int i = 0; i < 2_000; i++) idle.Add(await RawClient.ConnectAsync(server.Address, Cancel));
            await OthersAreServedAsync();
        }
        finally
        {
            idle.ForEach(client => client.Dispose());
        }
    }

    [Theory]
    [InlineData("GET\r\n\r\n")]
    [InlineData("\0\0\0\0\r\n\r\n")]
    [InlineData("GET /things/1 HTTP/9.9\r\nHost: x\r\n\r\n")]
    [InlineData("GET /things/1 HTTP/1.1\r\n\r\n")]
    [InlineData("GET /things/1 HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n")]
    [InlineData("GET /things/1 HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n")]
    [InlineData("GET /things/1 HTTP/1.1\r\nHost: x\r\n: 1\r\n\r\n")]
    [InlineData("POST /things/1 HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx")]
    [InlineData("POST /things/1 HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /things/1 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\nzz\r\n")]
    [InlineData("GET /things/%zz%00%ff HTTP/1.1\r\nHost: x\r\nX: \u0001\r\nConnection: close\r\n\r\n")]
    public async Task A_malformed_request_is_refused_in_words_of_HTTP(string request)
    {
        string answer = await RawClient.SendAsync(server.Address, request, Cancel).WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        Assert.Matches("^HTTP/1.1 (4[0-9][0-9]|505) ", answer);
        Assert.DoesNotContain("   at ", answer);
        await OthersAreServedAsync();
    }

    [Theory]
    [InlineData("/../../../etc/passwd")]
    [InlineData("/things/../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/things/..%2f..%2fetc%2fpasswd")]
    [InlineData("//etc/passwd")]
    [InlineData("/things/1/../../x")]
    public async Task A_path_leads_nowhere_but_to_the_contract(string path)
    {
        string answer = await RawClient.SendAsync(server.Address, $"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", Cancel);
        Assert.DoesNotContain("root:", answer);
        Assert.Matches("^HTTP/1.1 (200|404) ", answer);
    }

    [Fact]
    public async Task A_header_cannot_be_injected()
    {
        string answer = await RawClient.SendAsync(server.Address,
            "OPTIONS /things/1%0d%0aX-Evil:%201 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nOrigin: http://a%0d%0aX-Evil: 1\r\nAccess-Control-Request-Method: GET%0d%0aX-Evil: 1\r\nAccess-Control-Request-Headers: x\u000bX-Evil: 1\r\n\r\n", Cancel);
        Assert.DoesNotContain("\nX-Evil", answer);
        answer = await RawClient.SendAsync(server.Address, "GET /nothing%0d%0aX-Evil:%201 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nPrefer: example=\"a%0d%0aX-Evil: 1\"\r\n\r\n", Cancel);
        Assert.DoesNotContain("\nX-Evil", answer);
    }

    [Fact]
    public async Task Requests_in_a_row_are_answered_in_a_row()
    {
        string one = "GET /things/{0} HTTP/1.1\r\nHost: x\r\n\r\n";
        string all = string.Concat(Enumerable.Range(0, 200).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, i % 2 == 0 ? one : "GET /nothing/{0} HTTP/1.1\r\nHost: x\r\n\r\n", i)));
        string answer = await RawClient.SendAsync(server.Address, all + "GET /things/end HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", Cancel);
        string[] statuses = [.. answer.Split("HTTP/1.1 ").Skip(1).Select(part => part[..3])];
        Assert.Equal(Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? "200" : "404").Append("200"), statuses);
    }

    [Fact]
    public async Task HTTP_2_is_refused_in_its_own_words_where_it_is_not_spoken()
    {
        // The preface and empty settings; HttpClient may see the connection close before it reads why.
        string answer = await RawClient.SendAsync(server.Address, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0", Cancel);
        // RFC 9113: a GOAWAY frame (type 7, stream 0), no stream served, HTTP_1_1_REQUIRED (13).
        Assert.Contains("\u0007\0\0\0\0\0\0\0\0\0\0\0\0\r", answer);
        await OthersAreServedAsync();
    }

    [Fact]
    public async Task HTTP_2_is_spoken_to_those_who_know_it_beforehand()
    {
        await using MockServer other = await MockServer.StartAsync(new MockEngine(Contract), new MockServerOptions { Http2 = true }, Cancel);
        using var http = new HttpClient { BaseAddress = other.Address, DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        Task<HttpResponseMessage>[] calls = [.. Enumerable.Range(0, 200).Select(i => http.GetAsync("/things/" + i, Cancel))];
        foreach (HttpResponseMessage answer in await Task.WhenAll(calls)) Assert.Contains("true", await answer.Content.ReadAsStringAsync(Cancel));
        string nonsense = await RawClient.SendAsync(other.Address, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + new string('\u00ff', 100), Cancel).WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        Assert.DoesNotContain("   at ", nonsense);
        Assert.Contains("true", await http.GetStringAsync("/things/1", Cancel));
    }

    private async Task OthersAreServedAsync()
    {
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromSeconds(20) };
        Assert.Contains("true", await http.GetStringAsync("/things/1", Cancel));
    }
}
