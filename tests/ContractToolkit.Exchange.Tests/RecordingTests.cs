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

    [Fact]
    public void What_is_written_reads_as_the_same()
    {
        using var stream = new MemoryStream();
        var writer = new NdjsonWriter(stream);
        writer.Write(Exchange);
        writer.Write(Exchange with { Response = null, Error = new ExchangeError(ExchangeErrorKind.ConnectionLost, "gone") });
        stream.Position = 0;
        List<HttpExchange> read = [.. RecordingReader.Read(stream, "x", problem => Assert.Fail(problem.Message))];
        Assert.Equal(2, read.Count);
        Assert.Equal(Exchange.Request.ToString(), read[0].Request.ToString());
        Assert.Equal(Exchange.Response!.Body.ToArray(), read[0].Response!.Body.ToArray());
        Assert.Equal("sid=cookie-secret", read[0].Response!.Headers.Find("set-cookie"));
        Assert.Null(read[1].Response);
    }
}
