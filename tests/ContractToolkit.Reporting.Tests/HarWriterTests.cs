using System.Text;
using System.Text.Json;

namespace ContractToolkit.Reporting.Tests;

public sealed class HarWriterTests
{
    [Fact]
    public void Entries_keep_text_bytes_and_failures()
    {
        StringWriter text = new();
        using (HarWriter har = new(text))
        {
            har.Add(Exchange("http://h/a?x=1&y=%20z"u8, "{\"a\":\"中\"}"u8.ToArray()));
            har.Add(Exchange("http://h/b"u8, [0xff, 0xfe]) with { Status = 0, Failure = "reset" });
        }

        using JsonDocument document = JsonDocument.Parse(text.ToString());
        JsonElement[] entries = [.. document.RootElement.GetProperty("log").GetProperty("entries").EnumerateArray()];
        Assert.Equal(2, entries.Length);
        Assert.Equal("{\"a\":\"中\"}", entries[0].GetProperty("response").GetProperty("content").GetProperty("text").GetString());
        Assert.Equal(" z", entries[0].GetProperty("request").GetProperty("queryString")[1].GetProperty("value").GetString());
        Assert.Equal("base64", entries[1].GetProperty("response").GetProperty("content").GetProperty("encoding").GetString());
        Assert.Equal("reset", entries[1].GetProperty("response").GetProperty("_error").GetString());
    }

    private static ReportedExchange Exchange(ReadOnlySpan<byte> url, byte[] body) => new()
    {
        Started = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        Method = "POST",
        Url = Encoding.ASCII.GetString(url),
        Status = 200,
        RequestBody = body,
        ResponseBody = body,
        ResponseHeaders = [KeyValuePair.Create("Content-Type", "application/json")],
    };
}
