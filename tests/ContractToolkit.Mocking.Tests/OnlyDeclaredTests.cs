using System.Text;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking.Tests;

/// <summary>A mock that keeps to what the contract declares; and what it says where nothing can be answered.</summary>
public class OnlyDeclaredTests
{
    private static readonly CompiledContract Contract = Documents.Compile("""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /a:
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: integer } } } }
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema: { type: object, properties: { name: { type: string } } }
                      examples:
                        more: { value: { name: x, extra: 1 } }
                        plain: { value: { name: y } }
                '404': { description: none, content: { application/json: { example: nothing here } } }
          /b: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: string, enum: [] } } } } } } }
        """);

    private static MockAnswer Post(MockOptions options, string body) =>
        new MockEngine(Contract, options).Answer(new ExchangeRequest { Method = "POST", Url = "/a", Headers = [new HeaderField("Content-Type", "application/json")], Body = Encoding.UTF8.GetBytes(body) });

    [Fact]
    public void It_refuses_by_a_declared_client_error()
    {
        Assert.Equal(422, Post(new MockOptions(), "\"x\"").Status);
        MockAnswer declared = Post(new MockOptions { OnlyDeclared = true }, "\"x\"");
        Assert.Equal((404, "\"nothing here\""), (declared.Status, Encoding.UTF8.GetString(declared.Body.Span)));
        Assert.Equal("request-body", declared.Headers.Find("Contract-Violations"));
    }

    [Fact]
    public void HEAD_has_the_tag_and_the_length_of_what_GET_gives()
    {
        CompiledContract contract = Documents.Compile("openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: { /a: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { id: { type: string }, n: { type: integer } } } } } } } } } }");
        var engine = new MockEngine(contract);
        for (int i = 0; i < 5; i++)
        {
            MockAnswer get = engine.Answer(new ExchangeRequest { Method = "GET", Url = "/a?i=" + i });
            MockAnswer head = engine.Answer(new ExchangeRequest { Method = "HEAD", Url = "/a?i=" + i });
            Assert.Equal((get.Headers.Find("ETag"), get.Body.Length), (head.Headers.Find("ETag"), head.Body.Length));
        }
    }

    [Fact]
    public void It_passes_over_examples_with_undeclared_members()
    {
        Assert.Equal("example more", Post(new MockOptions(), "1").Origin);
        Assert.Equal("example plain", Post(new MockOptions { OnlyDeclared = true }, "1").Origin);
    }

    [Fact]
    public void What_cannot_be_answered_is_named_with_its_place_before_and_when_it_is_called()
    {
        var engine = new MockEngine(Contract);
        Finding fault = Assert.Single(engine.Unanswerable(TestContext.Current.CancellationToken));
        Assert.Equal("GET /b", fault.Operation);
        Assert.StartsWith("test.yaml:", fault.Document!.ToString(), StringComparison.Ordinal);
        MockAnswer answer = engine.Answer(new ExchangeRequest { Method = "GET", Url = "/b" });
        Assert.Equal((500, "unsatisfiable"), (answer.Status, answer.Headers.Find("Contract-Violations")));
        Assert.Contains("GET /b for 200 contradicts itself", Encoding.UTF8.GetString(answer.Body.Span), StringComparison.Ordinal);
    }
}
