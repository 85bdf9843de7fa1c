using ContractToolkit.Http;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Tests.Http;

/// <summary>The specification's table of style examples, as a server receives them.</summary>
public sealed class ParameterStyleTests
{
    private const string Empty = "\"\"";
    private const string Text = "\"blue\"";
    private const string Array = """["blue","black","brown"]""";
    private const string Object = """{"R":100,"G":200,"B":150}""";

    [Theory]
    [InlineData(WireStyle.Matrix, false, Empty, ";color")]
    [InlineData(WireStyle.Matrix, false, Text, ";color=blue")]
    [InlineData(WireStyle.Matrix, false, Array, ";color=blue,black,brown")]
    [InlineData(WireStyle.Matrix, false, Object, ";color=R,100,G,200,B,150")]
    [InlineData(WireStyle.Matrix, true, Empty, ";color")]
    [InlineData(WireStyle.Matrix, true, Text, ";color=blue")]
    [InlineData(WireStyle.Matrix, true, Array, ";color=blue;color=black;color=brown")]
    [InlineData(WireStyle.Matrix, true, Object, ";R=100;G=200;B=150")]
    [InlineData(WireStyle.Label, false, Text, ".blue")]
    [InlineData(WireStyle.Label, false, Array, ".blue,black,brown")]
    [InlineData(WireStyle.Label, false, Object, ".R,100,G,200,B,150")]
    [InlineData(WireStyle.Label, true, Text, ".blue")]
    [InlineData(WireStyle.Label, true, Array, ".blue.black.brown")]
    [InlineData(WireStyle.Label, true, Object, ".R=100.G=200.B=150")]
    [InlineData(WireStyle.Simple, false, Text, "blue")]
    [InlineData(WireStyle.Simple, false, Array, "blue,black,brown")]
    [InlineData(WireStyle.Simple, false, Object, "R,100,G,200,B,150")]
    [InlineData(WireStyle.Simple, true, Text, "blue")]
    [InlineData(WireStyle.Simple, true, Array, "blue,black,brown")]
    [InlineData(WireStyle.Simple, true, Object, "R=100,G=200,B=150")]
    public async Task Path(WireStyle style, bool explode, string json, string expected)
    {
        ReceivedRequest request = await Wire.SendAsync(
            to => to.Path("color", Wire.Json(json), Wire.Raw, style, explode), "/x/{color}/y");
        Assert.Equal("/x/" + expected + "/y", request.Target);
    }

    [Theory]
    [InlineData(WireStyle.Form, false, Empty, "color=")]
    [InlineData(WireStyle.Form, false, Text, "color=blue")]
    [InlineData(WireStyle.Form, false, Array, "color=blue,black,brown")]
    [InlineData(WireStyle.Form, false, Object, "color=R,100,G,200,B,150")]
    [InlineData(WireStyle.Form, true, Empty, "color=")]
    [InlineData(WireStyle.Form, true, Text, "color=blue")]
    [InlineData(WireStyle.Form, true, Array, "color=blue&color=black&color=brown")]
    [InlineData(WireStyle.Form, true, Object, "R=100&G=200&B=150")]
    [InlineData(WireStyle.SpaceDelimited, false, Array, "color=blue%20black%20brown")]
    [InlineData(WireStyle.SpaceDelimited, false, Object, "color=R%20100%20G%20200%20B%20150")]
    [InlineData(WireStyle.PipeDelimited, false, Array, "color=blue%7Cblack%7Cbrown")]
    [InlineData(WireStyle.PipeDelimited, false, Object, "color=R%7C100%7CG%7C200%7CB%7C150")]
    [InlineData(WireStyle.PipeDelimited, true, Array, "color=blue&color=black&color=brown")]
    [InlineData(WireStyle.TabDelimited, false, Array, "color=blue%09black%09brown")]
    [InlineData(WireStyle.DeepObject, true, Object, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")]
    [InlineData(WireStyle.DeepObject, true, """{"a":{"b":[1,2]}}""", "color%5Ba%5D%5Bb%5D%5B0%5D=1&color%5Ba%5D%5Bb%5D%5B1%5D=2")]
    [InlineData(WireStyle.Form, true, "[]", null)]
    [InlineData(WireStyle.Form, true, "null", null)]
    [InlineData(WireStyle.Form, true, """["a",null,"b"]""", "color=a&color=b")]
    [InlineData(WireStyle.Form, true, "[\"a&b=c d\",\"é/?\"]", "color=a%26b%3Dc%20d&color=%C3%A9%2F%3F")]
    [InlineData(WireStyle.Form, false, "[\"a,b\",\"c\"]", "color=a%2Cb,c")]
    [InlineData(WireStyle.Form, true, "20.0", "color=20")]
    [InlineData(WireStyle.Form, true, "{\"a\":{\"b\":1}}", "a=%7B%22b%22%3A1%7D")]
    public async Task Query(WireStyle style, bool explode, string json, string? expected)
    {
        ReceivedRequest request = await Wire.SendAsync(to => to.Query("color", Wire.Json(json), Wire.Raw, style, explode));
        Assert.Equal(expected is null ? "/" : "/?" + expected, request.Target);
    }

    [Theory]
    [InlineData(false, Text, "blue")]
    [InlineData(false, Array, "blue,black,brown")]
    [InlineData(false, Object, "R,100,G,200,B,150")]
    [InlineData(true, Object, "R=100,G=200,B=150")]
    [InlineData(false, "\"a b/c%\"", "a b/c%")]
    public async Task Header(bool explode, string json, string expected)
    {
        ReceivedRequest request = await Wire.SendAsync(to => to.Header("X-Color", Wire.Json(json), Wire.Raw, explode));
        Assert.Equal(expected, request.Headers["X-Color"]);
    }

    [Theory]
    [InlineData(WireStyle.Form, false, Text, "color=blue")]
    [InlineData(WireStyle.Form, false, Array, "color=blue,black,brown")]
    [InlineData(WireStyle.Form, false, "\"a;b\"", "color=a%3Bb")]
    [InlineData(WireStyle.Cookie, false, Array, "color=blue,black,brown")]
    [InlineData(WireStyle.Cookie, true, Array, "color=blue; color=black; color=brown")]
    [InlineData(WireStyle.Cookie, true, Object, "R=100; G=200; B=150")]
    [InlineData(WireStyle.Cookie, true, "\"a/b=c\"", "color=a/b=c")]
    public async Task Cookie(WireStyle style, bool explode, string json, string expected)
    {
        ReceivedRequest request = await Wire.SendAsync(to => to.Cookie("color", Wire.Json(json), Wire.Raw, style, explode));
        Assert.Equal(expected, request.Headers["Cookie"]);
    }

    [Fact]
    public async Task SeveralParametersStandInTheOrderOfTheCalls()
    {
        ReceivedRequest request = await Wire.SendAsync(
            to => to.Query("b", 1).Query("a", true).Query("none", (string?)null).Cookie("x", "1").Cookie("y", "2").Query("b", "2"));
        Assert.Equal("/?b=1&a=true&b=2", request.Target);
        Assert.Equal("x=1; y=2", request.Headers["Cookie"]);
    }

    [Fact]
    public async Task ReservedCharactersStayWhereTheyAreAllowed()
    {
        const string value = "\":/?#[]@!$&'()*+,;= %2F%zz\"";
        ReceivedRequest query = await Wire.SendAsync(to => to.Query("q", Wire.Json(value), Wire.Raw, allowReserved: true));
        Assert.Equal("/?q=:/?%23%5B%5D@!$%26'()*+,;=%20%2F%25zz", query.Target);
        ReceivedRequest path = await Wire.SendAsync(to => to.Path("p", Wire.Json(value), Wire.Raw, allowReserved: true), "/a/{p}");
        Assert.Equal("/a/:%2F%3F%23%5B%5D@!$&'()*+,;=%20%2F%25zz", path.Target);
    }

    [Fact]
    public async Task WholeQueryStrings()
    {
        ReceivedRequest form = await Wire.SendAsync(to => to.QueryString(Wire.Json("""{"a":"x y","b":[1,2]}"""), Wire.Raw));
        Assert.Equal("/?a=x+y&b=1&b=2", form.Target);
        ReceivedRequest json = await Wire.SendAsync(to => to.QueryStringJson(Wire.Json("""{"a":1}"""), Wire.Raw));
        Assert.Equal("/?%7B%22a%22%3A1%7D", json.Target);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task AValueThatLeadsElsewhereIsRefused(string value)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Wire.SendAsync(to => to.Path("id", value), "/users/{id}/keys"));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Wire.SendAsync(to => to.Path("id", Wire.Json("\"%2e%2E\""), Wire.Raw, allowReserved: true), "/users/{id}"));
    }

    [Fact]
    public async Task PathValuesCannotLeaveTheirSegment()
    {
        ReceivedRequest request = await Wire.SendAsync(to => to.Path("id", "../a b?x#y%2F"), "/users/{id}.json");
        Assert.Equal("/users/..%2Fa%20b%3Fx%23y%252F.json", request.Target);
    }

    [Fact]
    public async Task AReservedPlaceTakesSeveralSegmentsAndNoneThatLeadsElsewhere()
    {
        ReceivedRequest request = await Wire.SendAsync(to => to.Path("+name", Wire.Json("\"accounts/1 2\""), Wire.Raw, allowReserved: true), "/v1/{+name}:run");
        Assert.Equal("/v1/accounts/1%202:run", request.Target);
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Wire.SendAsync(to => to.Path("+name", Wire.Json("\"a/../../b\""), Wire.Raw, allowReserved: true), "/v1/{+name}:run"));
    }

    [Fact]
    public async Task AQueryInThePathStaysAndIsContinued()
    {
        ReceivedRequest request = await Wire.SendAsync(to => to.Path("id", "7").Query("b", "2"), "/x/{id}?a=1#gone");
        Assert.Equal("/x/7?a=1&b=2", request.Target);
    }

    [Theory]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("a\nb")]
    public async Task HeadersTakeNoLineEnds(string value)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Wire.SendAsync(to => to.Header("X-A", value)));
    }
}
