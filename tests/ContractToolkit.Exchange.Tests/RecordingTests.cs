using System.IO.Compression;
using System.Text;

namespace ContractToolkit.Exchange.Tests;

public class RecordingTests
{
    private static readonly HttpExchange Exchange = new()
    {
        Request = new ExchangeRequest
        {
            Method = "POST",
            Url = "https://user:pw@api.example.com/login?access_token=query-secret&x=1",
            Headers = [new HeaderField("Authorization", "Bearer header-secret"), new HeaderField("Content-Type", "application/json"), new HeaderField("X-Note", "planted-secret")],
            Body = Encoding.UTF8.GetBytes("""{"password":"body-secret","name":"a planted-secret b"}"""),
        },
        Response = new ExchangeResponse
        {
            Status = 200,
            Headers = [new HeaderField("Set-Cookie", "sid=cookie-secret"), new HeaderField("Content-Type", "application/octet-stream")],
            Body = new byte[] { 0, 159, 146, 150, 255 },
        },
    };

    [Fact]
    public void Redaction_leaves_no_secret_anywhere()
    {
        HttpExchange clean = new Redactor(new RedactionRules { Secrets = ["planted-secret"] }).Redact(Exchange);
        using var stream = new MemoryStream();
        new NdjsonWriter(stream).Write(clean);
        string text = Encoding.UTF8.GetString(stream.ToArray());
        foreach (string secret in new[] { "query-secret", "header-secret", "planted-secret", "body-secret", "cookie-secret", "user:pw" }) Assert.DoesNotContain(secret, text);
        Assert.Contains("Bearer REDACTED", text);
        Assert.Contains("x=1", text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ndjson_round_trips_plain_and_gzipped(bool zipped)
    {
        using var stream = new MemoryStream();
        using (Stream target = zipped ? new GZipStream(stream, CompressionMode.Compress, leaveOpen: true) : new Unclosed(stream))
        {
            var writer = new NdjsonWriter(target);
            writer.Write(Exchange);
            writer.Write(Exchange with { Response = null, Error = new ExchangeError(ExchangeErrorKind.ConnectionLost, "gone") });
        }

        stream.Position = 0;
        List<HttpExchange> read = [];
        await foreach (HttpExchange exchange in Recording.ReadAsync(stream, "x", TestContext.Current.CancellationToken)) read.Add(exchange);
        Assert.Equal(2, read.Count);
        Assert.Equal(Exchange.Request.ToString(), read[0].Request.ToString());
        Assert.Equal(Exchange.Response!.Body.ToArray(), read[0].Response!.Body.ToArray());
        Assert.Equal("sid=cookie-secret", read[0].Response!.Headers.Find("set-cookie"));
        Assert.Equal("gone", read[1].Error!.Message);
    }

    [Theory]
    [InlineData("{\"log\":{\"entries\":[{\"request\":{\"method\":\"GET\",\"url\":\"/\"},", "ends in the middle")]
    [InlineData("{\"log\":{\"entries\":[{\"request\":}]}}", "is no HAR recording")]
    [InlineData("{\"method\":\"GET\",\"url\":\"/\"}\n{\"method\":", "line 2 is no JSON")]
    [InlineData("{\"url\":\"/\"}", "line 1 has no method")]
    public async Task A_broken_recording_says_where(string text, string message)
    {
        RecordingException broken = await Assert.ThrowsAsync<RecordingException>(async () =>
        {
            await foreach (HttpExchange exchange in Recording.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x", TestContext.Current.CancellationToken)) Assert.NotNull(exchange);
        });
        Assert.Contains(message, broken.Message);
    }

    [Fact]
    public async Task A_large_HAR_is_read_entry_by_entry()
    {
        string entry = $$$"""{"startedDateTime":"2024-01-01T00:00:00Z","time":5,"request":{"method":"GET","url":"http://a/b","headers":[]},"response":{"status":200,"headers":[{"name":":status","value":"200"}],"content":{"mimeType":"text/plain","text":"{{{new string('x', 100_000)}}}"}}}""";
        string text = "{\"log\":{\"version\":\"1.2\",\"pages\":[{\"entries\":[1]}],\"entries\":[" + string.Join(',', Enumerable.Repeat(entry, 30)) + "],\"comment\":\"\"}}";
        int count = 0;
        await foreach (HttpExchange exchange in Recording.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x", TestContext.Current.CancellationToken))
        {
            Assert.Equal((100_000, "text/plain"), (exchange.Response!.Body.Length, exchange.Response.ContentType));
            count++;
        }

        Assert.Equal(30, count);
    }

    private sealed class Unclosed(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => inner.Length;

        public override long Position { get => inner.Position; set => inner.Position = value; }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
