namespace ContractToolkit.Exchange.Tests.Recordings;

/// <summary>What stands in recordings beside calls of an API.</summary>
public sealed class SideTrafficTests
{
    [Theory]
    [InlineData("GET", "data:text/plain,hi", 200, "", false, "other scheme")]
    [InlineData("GET", "blob:http://h/1", 200, "", true, "other scheme")]
    [InlineData("GET", "chrome-extension://a/b.js", 200, "", false, "other scheme")]
    [InlineData("GET", "wss://h/a", 101, "", true, "websocket")]
    [InlineData("GET", "https://h/a", 101, "", true, "websocket")]
    [InlineData("CONNECT", "h:443", 200, "", false, "tunnel")]
    [InlineData("CONNECT", "http://h:443", 200, "", false, "tunnel")]
    [InlineData("OPTIONS", "https://h/a", 204, "Access-Control-Request-Method", true, "preflight")]
    [InlineData("OPTIONS", "https://h/a", 204, "", true, null)]
    [InlineData("GET", "https://h/a", 307, "Non-Authoritative-Reason", true, "redirect")]
    [InlineData("GET", "https://h/a", 307, "", true, null)]
    [InlineData("GET", "https://h/a.js", 200, "", false, "page")]
    [InlineData("GET", "https://h/a.js", 200, "", true, null)]
    [InlineData("POST", "https://h/a.js", 200, "", false, null)]
    [InlineData("GET", "/a:b", 200, "", false, null)]
    [InlineData("GET", "https://h/a", 200, "", false, null)]
    public void Each_kind_is_told_from_a_call(string method, string url, int status, string header, bool routed, string? kind)
    {
        EquatableArray<HeaderField> headers = header.Length == 0 ? [] : [new HeaderField(header, "x")];
        HttpExchange exchange = new() { Request = new() { Method = method, Url = url, Headers = headers }, Response = new() { Status = status, Headers = headers } };
        Assert.Equal(kind, SideTraffic.Kind(exchange, routed));
    }

    [Fact]
    public void What_was_left_aside_is_said_in_one_sentence()
    {
        Assert.Equal("left aside: 1 CORS preflight, 2 web sockets", SideTraffic.Sentence(new SortedDictionary<string, long> { ["websocket"] = 2, ["preflight"] = 1 }));
        Assert.Null(SideTraffic.Sentence(new SortedDictionary<string, long>()));
    }
}
