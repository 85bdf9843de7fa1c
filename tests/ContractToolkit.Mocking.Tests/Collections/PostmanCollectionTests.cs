using System.Text;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Mocking.Tests;

/// <summary>Postman collections are served: what requests and saved responses show.</summary>
public class PostmanCollectionTests
{
    private const string Collection = """
        {
          "info": { "name": "Shop", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
          "variable": [{ "key": "version", "value": "v2" }],
          "auth": { "type": "apikey", "apikey": [{ "key": "key", "value": "X-Key" }, { "key": "in", "value": "header" }] },
          "item": [
            { "name": "folder", "item": [
              { "name": "Read a thing",
                "request": { "method": "GET", "url": { "raw": "https://shop.example/{{version}}/things/:id?full=1", "host": ["shop", "example"], "path": ["{{version}}", "things", ":id"], "query": [{ "key": "full", "value": "1" }] } },
                "response": [
                  { "name": "found", "code": 200, "header": [{ "key": "Content-Type", "value": "application/json; charset=utf-8" }, { "key": "X-Trace", "value": "t1" }], "body": "{\"id\":7,\"name\":\"lamp\",\"tags\":[\"a\",\"b\"]}" },
                  { "name": "gone", "code": 404, "body": "{\"error\":\"gone\"}" } ] } ] },
            { "name": "Create", "request": { "auth": { "type": "noauth" }, "method": "POST", "url": "https://shop.example/v2/things",
              "header": [{ "key": "Content-Type", "value": "application/json" }], "body": { "mode": "raw", "raw": "{\"name\":\"lamp\",\"price\":5}" } },
              "response": [{ "code": 201, "body": "made" }] },
            { "name": "Create another", "request": { "auth": { "type": "noauth" }, "method": "POST", "url": "{{host}}/v2/things",
              "body": { "mode": "raw", "raw": "{\"title\":1}" } }, "response": [] },
          ]
        }
        """;

    private static MockEngine Engine() => new(CompiledContract.Compile(ContractReader.Read("c.json", PostmanCollection.ToOpenApi(Encoding.UTF8.GetBytes(Collection)))));

    private static MockAnswer Answer(string method, string url, string body = "", params HeaderField[] headers) =>
        Engine().Answer(new ExchangeRequest { Method = method, Url = url, Body = Encoding.UTF8.GetBytes(body), Headers = [.. headers, .. body.Length > 0 ? [new HeaderField("Content-Type", "application/json")] : Array.Empty<HeaderField>()] });

    [Fact]
    public void Saved_responses_are_answered_by_path_status_and_name()
    {
        HeaderField key = new("X-Key", "k");
        MockAnswer found = Answer("GET", "/v2/things/9", "", key);
        Assert.Equal((200, "{\"id\":7,\"name\":\"lamp\",\"tags\":[\"a\",\"b\"]}"), (found.Status, Encoding.UTF8.GetString(found.Body.Span)));
        Assert.Equal("t1", found.Headers.Find("X-Trace"));
        Assert.Equal(404, Answer("GET", "/v2/things/9?__code=404", "", key).Status);
        Assert.Equal("example found", Answer("GET", "/v2/things/9?__example=found", "", key).Origin);
        Assert.Equal(404, Answer("GET", "/v1/things/9", "", key).Status);
    }

    [Fact]
    public void Authentication_is_inherited_and_can_be_taken_away()
    {
        Assert.Equal(401, Answer("GET", "/v2/things/9").Status);
        Assert.Equal(201, Answer("POST", "/v2/things", "{\"name\":\"x\"}").Status);
    }

    [Theory]
    [InlineData("{\"name\":\"x\",\"price\":1}", 201)]
    [InlineData("{\"title\":5}", 201)]
    [InlineData("{}", 201)]
    [InlineData("{\"price\":\"dear\",\"title\":\"no number\"}", 422)]
    [InlineData("[]", 422)]
    public void Bodies_are_checked_by_what_any_sample_shows(string body, int status) => Assert.Equal(status, Answer("POST", "/v2/things", body).Status);

    [Theory]
    [InlineData("""{"openapi":"3.1.0","info":{"title":"item","version":"1"},"item":[],"paths":{}}""")]
    [InlineData("""{"info":{},"item":{}}""")]
    [InlineData("""{"info":"x","item":[]""")]
    [InlineData("openapi: 3.1.0\ninfo: { title: '\"item\" \"info\"' }")]
    [InlineData("")]
    public void What_is_no_collection_is_not_taken_for_one(string text) => Assert.False(PostmanCollection.Recognises(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Odd_forms_are_passed_over()
    {
        byte[] document = PostmanCollection.ToOpenApi(Encoding.UTF8.GetBytes("""
            {"info":{"name":5},"item":[1,null,{"request":null},{"request":{"url":null}},{"request":{"method":"BREW","url":"/x"}},{"request":{"url":{"path":"a/b"},"header":"X: y","body":{"mode":"raw"}},"response":[{"code":"x"},{"code":204,"header":[{"key":"X"}]}]}]}
            """));
        Contract contract = ContractReader.Read("c.json", document).Contract!;
        Assert.Equal("GET /a/b", Assert.Single(contract.Operations).DisplayName);
    }
}
