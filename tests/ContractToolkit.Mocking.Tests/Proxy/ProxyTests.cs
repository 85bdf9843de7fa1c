using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ContractToolkit.Exchange;
using ContractToolkit.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ContractToolkit.Mocking.Tests;

/// <summary>The proxy between a real client and a real server, on loopback.</summary>
public class ProxyTests
{
    private static readonly CompiledContract Contract = Documents.Compile("""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /things/{id}:
            get:
              parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
              responses: { '200': { description: ok, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string } } } } } } }
            put:
              parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
              requestBody: { content: { application/json: { schema: { type: object } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: true } } } }
          /events: { get: { responses: { '200': { description: ok, content: { text/event-stream: { schema: { type: string } } } } } } }
          /status/{code}: { get: { parameters: [ { name: code, in: path, required: true, schema: { type: integer } } ], responses: { default: { description: any } } } }
        """);

    private readonly List<(HttpExchange Exchange, ExchangeVerdict Verdict)> seen = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_passes_while_it_comes()
    {
        var second = new TaskCompletionSource();
        await using LoopbackServer target = await LoopbackServer.StartAsync(async (_, response) =>
        {
            response.ContentType = "text/event-stream";
            await response.WriteAsync("data: one\n\n", Cancel);
            await second.Task;
            await response.WriteAsync("data: two\n\n", Cancel);
        });
        await using ProxyServer proxy = await StartAsync(target.Url, ProxyMode.Header);
        using var http = new HttpClient { BaseAddress = proxy.Address };
        using HttpResponseMessage response = await http.GetAsync("/events", HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Cancel));
        // A proxy that holds the answer back never lets this line through: the second event waits for it.
        Assert.Equal("data: one", await reader.ReadLineAsync(Cancel));
        second.SetResult();
        Assert.Contains("data: two", await reader.ReadToEndAsync(Cancel));
    }

    [Fact]
    public async Task A_request_passes_while_it_comes()
    {
        var arrived = new TaskCompletionSource();
        await using var target = new RawTarget(async (stream, _, cancel) =>
        {
            byte[] part = new byte[64];
            int read = await stream.ReadAsync(part, cancel);
            if (Encoding.ASCII.GetString(part, 0, read).Contains('{')) arrived.TrySetResult();
            while (!Encoding.ASCII.GetString(part, 0, read).Contains("0\r\n\r\n")) read = await stream.ReadAsync(part, cancel);
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"u8.ToArray(), cancel);
        });
        await using ProxyServer proxy = await StartAsync(target.Url);
        using var http = new HttpClient { BaseAddress = proxy.Address };
        using var body = new StreamedContent(async stream =>
        {
            await stream.WriteAsync("{"u8.ToArray(), Cancel);
            await stream.FlushAsync(Cancel);
            await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
            await stream.WriteAsync("\"a\":1}"u8.ToArray(), Cancel);
        });
        Assert.Equal(HttpStatusCode.OK, (await http.PutAsync("/things/1", body, Cancel)).StatusCode);
        Assert.Equal("{\"a\":1}", Encoding.UTF8.GetString((await SeenAsync()).Exchange.Request.Body.Span));
    }

    [Fact]
    public async Task What_concerns_one_connection_stays_there_and_the_target_keeps_its_bytes()
    {
        await using var target = new RawTarget((stream, _, cancel) =>
            stream.WriteAsync("HTTP/1.1 200 OK\r\nConnection: X-Own, close\r\nX-Own: 1\r\nKeep-Alive: timeout=5\r\nX-Kept: 2\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), cancel).AsTask());
        await using ProxyServer proxy = await StartAsync(target.Url);
        string answer = await RawClient.SendAsync(proxy.Address, "GET /things/%7Ea/..%2fb?q=%20+ HTTP/1.0\r\nHost: x\r\nConnection: X-Mine\r\nX-Mine: 1\r\nTE: trailers\r\nX-Other: 2\r\n\r\n", Cancel);
        string head = Assert.Single(target.Heads);
        Assert.StartsWith("GET /things/%7Ea/..%2fb?q=%20+ HTTP/1.1\r\n", head);
        Assert.Contains("X-Other: 2", head);
        Assert.Contains("Via: 1.1 contract-proxy", head);
        Assert.Contains($"Host: {target.Url.Authority}\r\n", head);
        foreach (string gone in new[] { "X-Mine", "TE:", "traceparent" }) Assert.DoesNotContain(gone, head);
        Assert.Contains("X-Kept: 2", answer);
        foreach (string gone in new[] { "X-Own", "Keep-Alive" }) Assert.DoesNotContain(gone, answer);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_coded_answer_passes_as_it_is_and_is_checked_all_the_same(string coding)
    {
        byte[] packed = Pack("{\"name\":1}", coding);
        await using LoopbackServer target = await LoopbackServer.StartAsync(async (_, response) =>
        {
            response.ContentType = "application/json";
            response.Headers.ContentEncoding = coding;
            await response.Body.WriteAsync(packed, Cancel);
        });
        await using ProxyServer proxy = await StartAsync(target.Url, ProxyMode.Header);
        using var http = new HttpClient { BaseAddress = proxy.Address };
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/things/1");
        ask.Headers.TryAddWithoutValidation("Accept-Encoding", "zstd, " + coding + ";q=0.5");
        using HttpResponseMessage response = await http.SendAsync(ask, Cancel);
        Assert.Equal(packed, await response.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(["response-body"], response.Headers.GetValues("Contract-Violations"));
        Assert.Equal("{\"name\":1}", Encoding.UTF8.GetString((await SeenAsync()).Exchange.Response!.Body.Span));
        Assert.Equal(coding + ";q=0.5", target.Received[0].Headers["Accept-Encoding"]);
    }

    [Theory]
    [InlineData(ProxyMode.Report, 200)]
    [InlineData(ProxyMode.Header, 200)]
    [InlineData(ProxyMode.Block, 502)]
    public async Task A_body_too_large_to_be_checked_passes_unless_nothing_may_pass_unchecked(ProxyMode mode, int status)
    {
        string large = "{\"name\":\"" + new string('x', 100_000) + "\"}";
        await using LoopbackServer target = await LoopbackServer.StartAsync(large);
        await using ProxyServer proxy = await StartAsync(target.Url, mode, options => options with { MaxCheckedBody = 1000 });
        using var http = new HttpClient { BaseAddress = proxy.Address };
        using HttpResponseMessage response = await http.GetAsync("/things/1", Cancel);
        Assert.Equal(status, (int)response.StatusCode);
        if (status == 200) Assert.Equal(large, await response.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(BodyState.NotRecorded, (await SeenAsync()).Exchange.Response!.BodyState);
        using HttpResponseMessage sent = await http.PutAsync("/things/1", new StringContent(large, null, "application/json"), Cancel);
        Assert.Equal(mode == ProxyMode.Block ? 413 : 200, (int)sent.StatusCode);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_breaks_off_for_the_client_too()
    {
        await using var target = new RawTarget((stream, _, cancel) => stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{\"name\""u8.ToArray(), cancel).AsTask());
        await using ProxyServer proxy = await StartAsync(target.Url);
        using var http = new HttpClient { BaseAddress = proxy.Address };
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => http.GetStringAsync("/things/1", Cancel));
        (HttpExchange exchange, ExchangeVerdict verdict) = await SeenAsync();
        Assert.Equal(ExchangeErrorKind.ConnectionLost, exchange.Error!.Kind);
        Assert.Equal(BodyState.Truncated, exchange.Response!.BodyState);
        Assert.False(verdict.Conforms);
    }

    [Theory]
    [InlineData("HTTP/1.1 200", 504, "gave no answer within")]
    [InlineData("CLOSE", 502, "closed the connection")]
    [InlineData("SSH-2.0-OpenSSH\r\n\r\n", 502, "is no HTTP")]
    public async Task A_target_in_trouble_is_named(string said, int status, string detail)
    {
        await using var target = new RawTarget(async (stream, _, cancel) =>
        {
            if (said == "CLOSE") return;
            await stream.WriteAsync(Encoding.ASCII.GetBytes(said), cancel);
            if (status == 504) await Task.Delay(Timeout.Infinite, cancel);
        });
        await using ProxyServer proxy = await StartAsync(target.Url, change: options => options with { Timeout = TimeSpan.FromMilliseconds(300) });
        using var http = new HttpClient { BaseAddress = proxy.Address };
        using HttpResponseMessage response = await http.GetAsync("/things/1", Cancel);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        string problem = await response.Content.ReadAsStringAsync(Cancel);
        Assert.Contains(detail, problem);
        Assert.DoesNotContain("   at ", problem);
    }

    [Fact]
    public async Task The_user_says_whose_certificates_count()
    {
        using RSA key = RSA.Create(2048);
        var name = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        name.CertificateExtensions.Add(names.Build());
        using X509Certificate2 made = name.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using X509Certificate2 certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        await using WebApplication target = builder.Build();
        target.Run(context => context.Response.WriteAsJsonAsync(new { name = "x" }, Cancel));
        await target.StartAsync(Cancel);
        var url = new Uri(target.Urls.First());

        Assert.Equal((502, true), await AskAsync(CertificateTrust.OfSystem));
        Assert.Equal((200, false), await AskAsync(CertificateTrust.Any));
        Assert.Equal((200, false), await AskAsync(CertificateTrust.OfRoots([X509CertificateLoader.LoadCertificate(made.Export(X509ContentType.Cert))])));

        async Task<(int Status, bool SpeaksOfTrust)> AskAsync(CertificateTrust trust)
        {
            await using ProxyServer proxy = await StartAsync(url, change: options => options with { Certificates = trust });
            using var http = new HttpClient { BaseAddress = proxy.Address };
            using HttpResponseMessage response = await http.GetAsync("/things/1", Cancel);
            return ((int)response.StatusCode, (await response.Content.ReadAsStringAsync(Cancel)).Contains("certificate is not trusted", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_is_in_flight_ends_before_the_proxy_does()
    {
        var inFlight = new TaskCompletionSource();
        await using LoopbackServer target = await LoopbackServer.StartAsync(async (_, response) =>
        {
            inFlight.SetResult();
            await Task.Delay(300, Cancel);
            await response.AnswerAsync("{\"name\":\"late\"}");
        });
        ProxyServer proxy = await StartAsync(target.Url);
        using var http = new HttpClient { BaseAddress = proxy.Address };
        Task<string> answer = http.GetStringAsync("/things/1", Cancel);
        await inFlight.Task;
        await proxy.DisposeAsync();
        Assert.Equal("{\"name\":\"late\"}", await answer);
        Assert.Single(seen);
    }

    [Theory]
    [InlineData("/status/204", 204)]
    [InlineData("/status/201", 201)]
    [InlineData("/unknown", 404)]
    public async Task Prism_s_proxy_cases_pass_through(string path, int status)
    {
        await using LoopbackServer target = await LoopbackServer.StartAsync((request, response) =>
        {
            response.StatusCode = int.TryParse(request.Target.Split('/')[^1], out int code) ? code : 404;
            return Task.CompletedTask;
        });
        await using ProxyServer proxy = await StartAsync(target.Url);
        using var http = new HttpClient { BaseAddress = proxy.Address };
        // A GET that names a content type and has no content.
        using var ask = new HttpRequestMessage(HttpMethod.Get, path) { Content = new ByteArrayContent([]) { Headers = { { "Content-Type", "application/json" } } } };
        Assert.Equal(status, (int)(await http.SendAsync(ask, Cancel)).StatusCode);
    }

    private static byte[] Pack(string text, string coding)
    {
        using var packed = new MemoryStream();
        using (Stream packing = coding switch { "gzip" => new GZipStream(packed, CompressionMode.Compress), "br" => new BrotliStream(packed, CompressionMode.Compress), _ => new ZLibStream(packed, CompressionMode.Compress) })
        {
            packing.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private Task<ProxyServer> StartAsync(Uri target, ProxyMode mode = ProxyMode.Report, Func<ProxyOptions, ProxyOptions>? change = null)
    {
        var options = new ProxyOptions
        {
            Target = target,
            Mode = mode,
            Observer = (exchange, verdict) =>
            {
                lock (seen) seen.Add((exchange, verdict));
            },
        };
        return ProxyServer.StartAsync(Contract, change is null ? options : change(options), Cancel);
    }

    // What was answered is told a moment after the client has it.
    private async Task<(HttpExchange Exchange, ExchangeVerdict Verdict)> SeenAsync()
    {
        for (int i = 0; i < 500; i++)
        {
            lock (seen)
            {
                if (seen.Count > 0) return seen[0];
            }

            await Task.Delay(10, Cancel);
        }

        throw new TimeoutException("No exchange was told.");
    }

    private sealed class StreamedContent(Func<Stream, Task> write) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => write(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
