using System.IO.Compression;
using System.Net;
using System.Text;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking.Tests;

/// <summary>Coded bodies of requests are read; what can't be read is said.</summary>
public class ContentCodingTests
{
    private static readonly MockEngine Engine = new(Documents.Compile("""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /a: { post: { requestBody: { required: true, content: { application/json: { schema: { type: object, required: [n] } } } }, responses: { '200': { description: ok } } } }
        """));

    private static MockAnswer Post(string coding, byte[] body) =>
        Engine.Answer(new ExchangeRequest { Method = "POST", Url = "/a", Headers = [new HeaderField("Content-Type", "application/json"), new HeaderField("Content-Encoding", coding)], Body = body });

    private static byte[] Pack(string coding, byte[] plain)
    {
        var packed = new MemoryStream();
        using (Stream packing = coding switch { "br" => new BrotliStream(packed, CompressionLevel.Fastest), "deflate" => new ZLibStream(packed, CompressionLevel.Fastest), _ => new GZipStream(packed, CompressionLevel.Fastest) }) packing.Write(plain);
        return packed.ToArray();
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("GZIP")]
    [InlineData("br")]
    [InlineData("deflate")]
    public void What_is_coded_is_checked_as_what_it_is(string coding)
    {
        Assert.Equal(200, Post(coding, Pack(coding, """{"n":1}"""u8.ToArray())).Status);
        Assert.Equal(422, Post(coding, Pack(coding, "{}"u8.ToArray())).Status);
    }

    [Fact]
    public void Unknown_codings_wrong_bytes_and_bombs_are_refused()
    {
        MockAnswer unknown = Post("zstd", [1, 2, 3]);
        Assert.Equal((415, "gzip, br, deflate"), (unknown.Status, unknown.Headers.Find("Accept-Encoding")));
        Assert.Equal(415, Post("gzip", "{}"u8.ToArray()).Status);
        Assert.Equal(415, Post("gzip", Pack("gzip", new byte[17 << 20])).Status);
        Assert.Equal(200, Post("identity", """{"n":1}"""u8.ToArray()).Status);
    }

    [Fact]
    public async Task Trouble_is_made_in_process_too()
    {
        using HttpClient http = new(new MockHttpMessageHandler(Documents.Compile("openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: { /a: { get: { responses: { '200': { description: ok, content: { text/plain: { example: abcdefghij } } } } } } }")) { Chaos = new ChaosOptions() }) { BaseAddress = new Uri("http://x") };
        CancellationToken cancel = TestContext.Current.CancellationToken;
        Assert.Equal("abcdefghij", await http.GetStringAsync("/a?__bytes-per-second=100", cancel));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.GetAsync("/a?__fail=503", cancel)).StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync("/a?__reset", cancel));
        await Assert.ThrowsAnyAsync<Exception>(() => http.GetStringAsync("/a?__truncate", cancel));
    }
}
