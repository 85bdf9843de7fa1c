using System.Text;

namespace ContractToolkit.Exchange.Tests;

/// <summary>A secret planted at every place of an exchange, in every form of body, never comes out.</summary>
public class RedactionTests
{
    private const string Secret = "planted-S3cret/+\"ü";

    public static TheoryData<string, string> Bodies => new()
    {
        { "application/json", """{"user":{"list":[{"Pass-Word":"planted-S3cret/+\"ü"}]}}""" },
        { "application/json", """{"password":"planted-S3cret/+\"ü","cut off""" },
        { "application/problem+json", """{"access_token":"planted-S3cret/+\"ü","access_token":"planted-S3cret/+\"ü"}""" },
        { "application/x-ndjson", "{\"id_token\":\"planted-S3cret/+\\\"ü\"}\n{\"a\":1}\n" },
        { "text/event-stream", "data: {\"token\": \"planted-S3cret/+\\\"ü\"}\n\n" },
        { "application/x-www-form-urlencoded", "a=1&client_secret=planted-S3cret%2F%2B%22%C3%BC&b=2" },
        { "application/xml", "<r xmlns:a='x'><a:password x='1'>planted-S3cret/+\"ü</a:password></r>" },
        { "multipart/form-data; boundary=xyz", "--xyz\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\nplanted-S3cret/+\"ü\r\n--xyz--\r\n" },
        { "text/plain", "see /x?api_key=planted-S3cret/+%22%C3%BC and password=planted-S3cret" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void No_form_of_body_lets_a_secret_out(string type, string body)
    {
        var message = new ExchangeResponse { Status = 200, Headers = [new("Content-Type", type)], Body = Encoding.UTF8.GetBytes(body) };
        HttpExchange clean = new Redactor(new RedactionRules()).Redact(new HttpExchange { Request = new ExchangeRequest { Method = "GET", Url = "/" }, Response = message });
        string text = Encoding.UTF8.GetString(clean.Response!.Body.Span);
        Assert.DoesNotContain("planted", text);
        Assert.Contains(Redactor.Marker, text);
    }

    [Theory]
    [InlineData("Authorization", "Bearer ")]
    [InlineData("Cookie", "a=1; sid=")]
    [InlineData("Set-Cookie", "sid=")]
    [InlineData("X-Api-Key", "")]
    public void What_a_server_gives_back_elsewhere_is_found_there(string header, string before)
    {
        var exchange = new HttpExchange
        {
            Request = new ExchangeRequest { Method = "GET", Url = "/echo/planted-S3cret" + Uri.EscapeDataString("/+\"ü"), Headers = [new HeaderField(header, before + Secret)] },
            Response = new ExchangeResponse { Status = 200, Headers = [new("Content-Type", "text/plain"), new("Location", "https://x/cb#access_token=" + Uri.EscapeDataString(Secret))], Body = Encoding.UTF8.GetBytes($"You said {Secret}!") },
        };
        var redactor = new Redactor(new RedactionRules());
        Assert.DoesNotContain("planted", Written(redactor.Redact(exchange)));
        // And in a later exchange that holds it at no secret place.
        Assert.DoesNotContain("planted", Written(redactor.Redact(exchange with { Request = exchange.Request with { Headers = default } })));
        Assert.DoesNotContain("planted", redactor.Redact(new Finding { Id = "x", Level = FindingLevel.Error, Message = $"{Secret} is too long" }).Message);
    }

    [Fact]
    public void A_finding_about_a_secret_place_does_not_show_its_value()
    {
        var finding = new Finding { Id = "x", Level = FindingLevel.Error, Message = "The body at /user/password: \"short\" is too short.", Instance = new InstancePlace("/user/password"), Cause = "#/minLength" };
        string message = new Redactor(new RedactionRules()).Redact(finding).Message;
        Assert.DoesNotContain("short\"", message);
        Assert.Contains("#/minLength", message);
    }

    [Fact]
    public void What_is_no_secret_stays_byte_for_byte()
    {
        byte[] body = Encoding.UTF8.GetBytes("{ \"name\" : \"x\\u0041\", \"n\": 1.50 }");
        var exchange = new HttpExchange
        {
            Request = new ExchangeRequest { Method = "POST", Url = "/a%20b?x=%41&y", Headers = [new("Content-Type", "application/json")], Body = body },
            Response = new ExchangeResponse { Status = 200, Headers = [new("Content-Type", "image/png")], Body = new byte[] { 0, 159, 146, 150, 255 } },
        };
        HttpExchange clean = new Redactor(new RedactionRules()).Redact(exchange);
        Assert.Equal(exchange.Request.Url, clean.Request.Url);
        Assert.Equal(body, clean.Request.Body.ToArray());
        Assert.Equal(exchange.Response.Body.ToArray(), clean.Response!.Body.ToArray());
    }

    private static string Written(HttpExchange exchange)
    {
        using var stream = new MemoryStream();
        new NdjsonWriter(stream).Write(exchange);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
