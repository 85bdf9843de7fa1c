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

    private static MockAnswer Get(string coding, string? accept, string tag = "")
    {
        MockEngine engine = new(Documents.Compile($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /a: { get: { responses: { '200': { description: ok, headers: { Content-Encoding: { required: true, schema: { type: string, enum: [{{coding}}] } } }, content: { text/plain: { example: abcdefghij } } } } } }
            """));
        List<HeaderField> fields = [];
        if (accept is not null) fields.Add(new("Accept-Encoding", accept));
        if (tag.Length > 0) fields.Add(new("If-None-Match", tag));
        return engine.Answer(new ExchangeRequest { Method = "GET", Url = "/a", Headers = fields.ToEquatableArray() });
    }

    [Theory]
    [InlineData("gzip", null, "gzip")]
    [InlineData("br", "gzip, br", "br")]
    [InlineData("'deflate', identity", "gzip;q=0, *", "deflate")]
    [InlineData("zstd, br, gzip", "br", "br")]
    public void An_answer_is_coded_where_the_contract_asks_for_it(string declared, string? accept, string coding)
    {
        MockAnswer answer = Get(declared, accept);
        Assert.Equal((200, coding, "Accept-Encoding"), (answer.Status, answer.Headers.Find("Content-Encoding"), answer.Headers.Find("Vary")));
        Assert.Equal("abcdefghij", Encoding.UTF8.GetString(ContentCoding.Undo(answer.Body, coding, 100)!));
        Assert.Equal("abcdefghij", Encoding.UTF8.GetString(answer.ToResponse().Body.Span));
        string tag = answer.Headers.Find("ETag")!;
        Assert.EndsWith($"-{coding}\"", tag);
        Assert.Equal(304, Get(declared, accept, tag).Status);
    }

    [Fact]
    public void A_caller_that_takes_no_coding_gets_the_plain_body_and_a_coding_unknown_here_is_refused()
    {
        MockAnswer plain = Get("gzip", "identity");
        Assert.Equal((200, null, "abcdefghij"), (plain.Status, plain.Headers.Find("Content-Encoding"), Encoding.UTF8.GetString(plain.Body.Span)));
        MockAnswer refused = Get("zstd", null);
        Assert.Equal(500, refused.Status);
        Assert.Contains("requires a Content-Encoding that is none of gzip, br, deflate", Encoding.UTF8.GetString(refused.Body.Span));
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
