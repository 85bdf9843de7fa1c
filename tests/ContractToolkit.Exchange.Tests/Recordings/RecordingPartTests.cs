using System.IO.Compression;
using System.Text;

namespace ContractToolkit.Exchange.Tests.Recordings;

public sealed class RecordingPartTests
{
    private const string Har =
        """
        { "log": { "version": "1.2", "entries": [
          { "request": { "method": "GET", "url": "https://a.test/1",
              "headers": [] }, "response": { "status": 200, "headers": [], "content": { "text": "eins" } } },
          { "request": { "method": "GET" } }, 17,
          { "request": { "method": "PUT", "url": "https://a.test/2", "headers": [] },
            "response": { "status": 204, "headers": [
        bad ] } },
          { "request": { "method": "GET", "url": "https://a.test/3", "headers": [] }, "response": { "status": 404 } }
        ] } }
        """;

    private const string Lines =
        "{\"method\":\"GET\",\"url\":\"https://a.test/1\",\"status\":200}\r\n\n  rubbish\n{\n\"method\":\"GET\",\n\"url\":\"https://a.test/2\",\"status\":9}\n{\"method\":\"PUT\",\"url\":\"https://a.test/3\"";

    [Theory]
    [InlineData(Har, 1)]
    [InlineData(Har, 200)]
    [InlineData(Har, 1 << 20)]
    [InlineData(Lines, 1)]
    [InlineData(Lines, 100)]
    [InlineData(Lines, 1 << 20)]
    public void Parts_read_elsewhere_give_what_the_recording_gives(string text, int size)
    {
        List<string> whole = [], parts = [];
        foreach (HttpExchange exchange in RecordingReader.Read(Stream(text), "a.rec", problem => whole.Add($"{problem.Document} {problem.Message}"))) whole.Add(Text(exchange));
        foreach (RecordingPart part in RecordingPart.Cut(Stream(text), "a.rec", size, problem => parts.Add($"{problem.Document} {problem.Message}")))
        {
            foreach (HttpExchange exchange in RecordingPart.Parse(part.Bytes.ToArray()).Read(problem => parts.Add($"{problem.Document} {problem.Message}"))) parts.Add(Text(exchange));
        }

        Assert.Equal(whole.Order(), parts.Order());
        Assert.Contains(whole, line => line.Contains("a.test"));
    }

    [Fact]
    public void Parts_are_as_small_as_asked_for_and_number_on()
    {
        string text = string.Concat(Enumerable.Repeat("{\"method\":\"GET\",\"url\":\"https://a.test/\"}\n", 100));
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        packed.Position = 0;
        List<RecordingPart> parts = [.. RecordingPart.Cut(packed, "a.gz", 420, _ => { })];
        Assert.Equal(10, parts.Count);
        Assert.All(parts, part => Assert.Equal(10, part.Count));
        Assert.Equal("a.gz line 91", parts[^1].Start);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}\n")]
    [InlineData("{\"version\":2,\"source\":\"a\",\"unit\":\"line\",\"places\":[1,1,1,1]}\nx\n")]
    [InlineData("{\"version\":1,\"source\":\"a\",\"unit\":\"line\",\"places\":[]}\n")]
    [InlineData("{\"version\":1,\"source\":\"a\",\"unit\":\"line\",\"places\":[1,1,1]}\nx\n")]
    [InlineData("{\"version\":1,\"source\":\"a\",\"unit\":\"line\",\"places\":[1,1,1,5]}\nx\n")]
    [InlineData("{\"version\":1,\"source\":\"a\",\"unit\":\"line\",\"places\":[1,1,1,-1,2,2,2,2]}\nx\n\n")]
    [InlineData("{\"version\":1,\"source\":\"a\",\"unit\":\"line\",\"places\":[\"1\",1,1,1]}\nx\n")]
    [InlineData("{\"version\":1,\"source\":\"a\",\"unit\":\"line\",\"places\":[1e99,1,1,1]}\nx\n")]
    public void What_is_no_part_is_refused(string text) => Assert.Throws<FormatException>(() => RecordingPart.Parse(Encoding.UTF8.GetBytes(text)));

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string Text(HttpExchange exchange) =>
        $"{exchange.Source} {exchange.Request.Method} {exchange.Request.Url} {exchange.Response?.Status} {(exchange.Response is { } answer ? Encoding.UTF8.GetString(answer.Body.Span) : "none")}";
}
