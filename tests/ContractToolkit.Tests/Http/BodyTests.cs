using System.Text;
using ContractToolkit.Http;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Tests.Http;

public sealed class BodyTests
{
    [Fact]
    public async Task UrlEncodedFormsFollowTheSpecificationsExample()
    {
        string json = """
            {"id":"f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
             "address":{"streetAddress":"123 Example Dr.","city":"Somewhere","state":"CA","zip":"99999+1234"},
             "tags":["a","b c"],"none":null}
            """;
        ReceivedRequest request = await Wire.SendAsync(
            to => to.With(RequestBody.Form(Wire.Json(json), Wire.Raw)), method: "POST");
        Assert.Equal("application/x-www-form-urlencoded", request.Headers["Content-Type"]);
        Assert.Equal(
            "id=f81d4fae-7dec-11d0-a765-00a0c91e6bf6&address=%7B%22streetAddress%22%3A%22123+Example+Dr.%22%2C%22city%22%3A%22Somewhere%22"
            + "%2C%22state%22%3A%22CA%22%2C%22zip%22%3A%2299999%2B1234%22%7D&tags=a&tags=b+c",
            request.Text);
    }

    [Theory]
    [InlineData(WireStyle.Form, false, "c=a,b")]
    [InlineData(WireStyle.PipeDelimited, false, "c=a%7Cb")]
    [InlineData(WireStyle.DeepObject, true, "c%5B0%5D=a&c%5B1%5D=b")]
    public async Task FormMembersCanHaveAStyle(WireStyle style, bool explode, string expected)
    {
        FormEncoding encoding = new("c") { Style = style, Explode = explode };
        ReceivedRequest request = await Wire.SendAsync(
            to => to.With(RequestBody.Form(Wire.Json("""{"c":["a","b"]}"""), Wire.Raw, encoding)), method: "POST");
        Assert.Equal(expected, request.Text);
    }

    [Fact]
    public async Task MultipartIsExactToTheByte()
    {
        ClientOptions options = new() { MultipartBoundary = () => "BOUNDARY" };
        ApiTransport transport = new(Wire.Contract, options);
        RequestBody body = transport.Multipart()
            .Members(Wire.Json("""{"user_id":"user1","absent":null,"page_size":20.0,"filter":{"a":1},"tag":["x","y"]}"""), Wire.Raw)
            .File("photo", BinaryContent.From(new byte[] { 1, 2, 3 }, "a \"b\"\r\n.png", "image/png"))
            .Text("note", "hé", "text/plain; charset=utf-8")
            .Text("gone", null);
        ReceivedRequest request = await Wire.SendAsync(to => to.With(body), method: "POST");
        Assert.Equal("multipart/form-data; boundary=BOUNDARY", request.Headers["Content-Type"]);
        string expected = string.Join("\r\n",
            "--BOUNDARY", "Content-Disposition: form-data; name=\"user_id\"", "", "user1",
            "--BOUNDARY", "Content-Disposition: form-data; name=\"page_size\"", "", "20",
            "--BOUNDARY", "Content-Disposition: form-data; name=\"filter\"", "Content-Type: application/json", "", "{\"a\":1}",
            "--BOUNDARY", "Content-Disposition: form-data; name=\"tag\"", "", "x",
            "--BOUNDARY", "Content-Disposition: form-data; name=\"tag\"", "", "y",
            "--BOUNDARY", "Content-Disposition: form-data; name=\"photo\"; filename=\"a %22b%22%0D%0A.png\"", "Content-Type: image/png", "", "\u0001\u0002\u0003",
            "--BOUNDARY", "Content-Disposition: form-data; name=\"note\"", "Content-Type: text/plain; charset=utf-8", "", "hé",
            "--BOUNDARY--", "");
        Assert.Equal(expected, request.Text);
        Assert.Equal(Encoding.UTF8.GetByteCount(expected).ToString(), request.Headers["Content-Length"]);
    }

    [Fact]
    public async Task MultipartStreamsOfUnknownLengthAreSentInChunks()
    {
        MultipartForm body = new MultipartForm("B").File("f", BinaryContent.From(new OneWayStream("data"u8.ToArray())));
        Assert.False(body.CanRepeat);
        ReceivedRequest request = await Wire.SendAsync(to => to.With(body), method: "POST");
        Assert.Equal("--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\nContent-Type: application/octet-stream\r\n\r\ndata\r\n--B--\r\n", request.Text);
        Assert.False(request.Headers.ContainsKey("Content-Length"));
    }

    [Fact]
    public async Task JsonTextAndBytes()
    {
        ReceivedRequest json = await Wire.SendAsync(to => to.JsonBody(Wire.Json("{\"a\":\"é<\"}"), Wire.Raw, "application/vnd.x+json"), method: "PATCH");
        Assert.Equal(("PATCH", "application/vnd.x+json", "{\"a\":\"é<\"}"), (json.Method, json.Headers["Content-Type"], json.Text));
        ReceivedRequest text = await Wire.SendAsync(to => to.With(RequestBody.Text("é", "text/plain")), method: "POST");
        Assert.Equal(("text/plain; charset=utf-8", "é"), (text.Headers["Content-Type"], text.Text));
        using MemoryStream stream = new([9, 8, 7]);
        stream.Position = 1;
        ReceivedRequest bytes = await Wire.SendAsync(to => to.With(RequestBody.Binary(stream, "image/*")), method: "PUT");
        Assert.Equal(("application/octet-stream", 2), (bytes.Headers["Content-Type"], bytes.Body.Length));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task JsonLines()
    {
        ReceivedRequest request = await Wire.SendAsync(
            to => to.With(RequestBody.JsonLines([Wire.Json("{\"a\":1}"), Wire.Json("2")], Wire.Raw, "application/jsonl")), method: "POST");
        Assert.Equal("{\"a\":1}\n2\n", request.Text);
    }

    [Fact]
    public async Task AnOptionalBodyThatIsMissingSendsNothing()
    {
        ReceivedRequest request = await Wire.SendAsync(to => to.OptionalJsonBody((Json.JsonValue?)null, Wire.Raw, "application/json"), method: "POST");
        Assert.Empty(request.Body);
        Assert.False(request.Headers.ContainsKey("Content-Type"));
    }

    private sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
