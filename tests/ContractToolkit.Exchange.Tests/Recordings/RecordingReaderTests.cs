using System.IO.Compression;
using System.Text;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Exchange.Tests.Recordings;

public sealed class RecordingReaderTests
{
    private const string Har = """
        {"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[
          {"startedDateTime":"2026-01-02T03:04:05Z","time":12.5,
           "request":{"method":"POST","url":"https://a.test/x?y=1","headers":[{"name":"A","value":"1"}],"postData":{"mimeType":"application/json","text":"{\"a\":\"\u00e9\"}"}},
           "response":{"status":201,"headers":[],"content":{"size":3,"mimeType":"text/plain","encoding":"base64","text":"YWJj"}}},
          {"request":{"method":"GET","url":"https://a.test/z","headers":[]},"response":{"status":200,"headers":[],"content":{"size":7,"mimeType":"text/plain"}}},
          {"request":{"method":"GET","url":"https://a.test/z","headers":[]},"response":{"status":0,"headers":[]}}
        ],"pages":[]}}
        """;

    [Fact]
    public void Har_entries_give_both_sides_with_their_bodies_decoded()
    {
        List<HttpExchange> exchanges = Read(Har);
        Assert.Equal(3, exchanges.Count);
        Assert.Equal(("POST", "https://a.test/x?y=1", "application/json", "{\"a\":\"é\"}"), (exchanges[0].Request.Method, exchanges[0].Request.Url, exchanges[0].Request.ContentType, Text(exchanges[0].Request.Body)));
        Assert.Equal((201, "abc"), (exchanges[0].Response!.Status, Text(exchanges[0].Response!.Body)));
        Assert.Equal(TimeSpan.FromMilliseconds(12.5), exchanges[0].Timings!.Total);
        Assert.Equal("r entry 2", exchanges[1].Source);
    }

    [Fact]
    public void A_body_that_was_left_out_is_told_from_an_empty_one() => Assert.Equal(BodyState.NotRecorded, Read(Har)[1].Response!.BodyState);

    [Fact]
    public void An_entry_without_a_response_is_an_error() => Assert.Equal(ExchangeErrorKind.NotRecorded, Read(Har)[2].Error!.Kind);

    [Fact]
    public void Lines_give_exchanges_whatever_the_shape_of_their_headers()
    {
        HttpExchange exchange = Assert.Single(Read("""

            {"method":"GET","url":"/a","requestHeaders":{"accept":["a","b"],"x":"y"},"status":200,"responseHeaders":[{"name":"Content-Type","value":"application/json"}],"responseBody":{"a":[1]},"extra":{"deep":[{}]}}
            """));
        Assert.Equal(["accept=a", "accept=b", "x=y"], exchange.Request.Headers.Select(header => header.Name + "=" + header.Value));
        Assert.Equal(("application/json", "{\"a\":[1]}"), (exchange.Response!.ContentType, Text(exchange.Response.Body)));
    }

    [Fact]
    public void Gzip_is_undone()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(Har));
        packed.Position = 0;
        Assert.Equal(3, RecordingReader.Read(packed, "r", _ => Assert.Fail("a problem")).Count());
    }

    [Theory]
    [InlineData("{\"method\":\"GET\",\"url\":\"/a\",\"status\":200}\n{broken\n{\"method\":\"GET\",\"url\":\"/b\",\"status\":200}", 2, 2)]
    [InlineData("{\"url\":\"/a\"}\n", 0, 1)]
    [InlineData("[1]", 0, 1)]
    [InlineData("{\"method\":\"GET\",\"url\":\"/a\",\"responseBody\":\"%%\",\"responseBodyEncoding\":\"base64\",\"status\":200}", 1, 1)]
    public void A_line_that_cannot_be_read_is_a_finding_at_its_line_and_the_rest_goes_on(string text, int read, int line)
    {
        List<Finding> problems = [];
        Assert.Equal(read, RecordingReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "r", problems.Add).Count());
        Assert.Equal(line, Assert.Single(problems).Document!.Position.Line);
    }

    [Fact]
    public void A_har_that_is_cut_off_gives_what_is_whole_and_says_the_rest()
    {
        int cut = Har.LastIndexOf("{\"request\"", StringComparison.Ordinal) + 30;
        List<Finding> problems = [];
        List<HttpExchange> exchanges = [.. RecordingReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(Har[..cut])), "r", problems.Add)];
        Assert.Equal(2, exchanges.Count);
        Assert.Contains("behind entry 2", Assert.Single(problems).Message);
    }

    [Fact]
    public void An_entry_larger_than_the_first_window_is_read_whole()
    {
        string body = new('x', 3_000_000);
        string har = """{ "log" : {"entries":[{"request":{"method":"GET","url":"/a"},"response":{"status":200,"content":{"text":"BODY"}}},{"request":{"method":"GET","url":"/b"},"response":{"status":204}}]}}""".Replace("BODY", body);
        List<HttpExchange> exchanges = Read(har);
        Assert.Equal([3_000_000, 0], exchanges.Select(exchange => exchange.Response!.Body.Length));
    }

    [Fact]
    public void The_public_recordings_are_read_whole_and_both_forms_agree()
    {
        string folder = SharedData.Require("traffic");
        foreach (string har in Directory.GetFiles(folder, "*.har"))
        {
            List<HttpExchange> entries = ReadFile(har), lines = ReadFile(Path.ChangeExtension(har, ".ndjson"));
            Assert.NotEmpty(entries);
            Assert.Equal(lines.Take(entries.Count).Select(Digest), entries.Select(Digest));
        }
    }

    private static (string, string, int?, string) Digest(HttpExchange exchange) =>
        (exchange.Request.Method, exchange.Request.Url, exchange.Response?.Status, Text(exchange.Response?.Body ?? default));

    private static List<HttpExchange> ReadFile(string path) => [.. RecordingReader.Read(File.OpenRead(path), Path.GetFileName(path), problem => Assert.Fail(problem.Message))];

    private static List<HttpExchange> Read(string text) => [.. RecordingReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "r", problem => Assert.Fail(problem.Message))];

    private static string Text(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetString(body.Span);
}
