using ContractToolkit.Drift.Import.Calls;

namespace ContractToolkit.Drift.Tests.Import;

/// <summary>Command lines as people and browsers write them.</summary>
public sealed class CurlReaderTests
{
    [Theory]
    [InlineData("curl -XDELETE https://c.test/a", "DELETE", "https://c.test/a", null)]
    [InlineData("curl -sSXPUT -d@body.json https://c.test/a", "PUT", "https://c.test/a", "")]
    [InlineData("curl -sSL https://c.test/a", "GET", "https://c.test/a", null)]
    [InlineData("curl -k -u user:secret -o out https://c.test/a", "GET", "https://c.test/a", null)]
    [InlineData("curl -sG https://c.test/a -dq=1", "GET", "https://c.test/a?q=1", null)]
    [InlineData("curl $'https://c.test/a' --data-raw $'{\"t\":\"it\\'s \\u0041\"}'", "POST", "https://c.test/a", "{\"t\":\"it's A\"}")]
    [InlineData("curl 'https://c.test/a' \\\n  --data 'a=1' \\\n  -d b=2", "POST", "https://c.test/a", "a=1&b=2")]
    [InlineData("curl \"https://c.test/a\" ^\r\n  --data-raw \"{\\\"n\\\":1}\"", "POST", "https://c.test/a", "{\"n\":1}")]
    [InlineData("curl ^\"https://c.test/a?x=1^&y=2^\" ^\r\n  --data-raw ^\"^{^\\^\"n^\\^\":1^}^\"", "POST", "https://c.test/a?x=1&y=2", "{\"n\":1}")]
    public void The_call_of_a_command(string command, string method, string url, string? body)
    {
        SampleCall call = Assert.Single(CurlReader.Read(command));
        Assert.Equal((method, url, body), (call.Method, call.Url, call.RequestBody));
    }

    [Fact]
    public void Letters_with_a_value_behind_them_are_headers_and_credentials_stay_out()
    {
        SampleCall call = Assert.Single(CurlReader.Read("curl '-HX-Shop: 9' -uuser:secret -H 'Content-Type: application/json' -d '{}' https://c.test/a"));
        Assert.Equal("X-Shop", Assert.Single(call.Headers).Name);
        Assert.Equal("application/json", call.RequestType);
        Assert.DoesNotContain("secret", call.ToString(), StringComparison.Ordinal);
    }
}
