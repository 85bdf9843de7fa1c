namespace ContractToolkit.Exchange.Tests;

public class RoutingTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Routes, version: '1' }
        servers:
          - url: https://{region}.example.com/api/{stage}
            variables:
              region: { default: eu }
              stage: { default: v1, enum: [v1, v2] }
        paths:
          /pets: { get: { operationId: list, responses: { '200': { description: ok } } }, post: { operationId: create, responses: { '200': { description: ok } } } }
          /pets/{id}: { get: { operationId: byId, responses: { '200': { description: ok } } }, delete: { operationId: remove, responses: { '200': { description: ok } } } }
          /pets/mine: { get: { operationId: mine, responses: { '200': { description: ok } } } }
          /pets/{id}.json: { get: { operationId: asJson, responses: { '200': { description: ok } } } }
          /reports/{from}..{to}: { get: { operationId: range, responses: { '200': { description: ok } } } }
          /a/{x}/c: { get: { operationId: templated, responses: { '200': { description: ok } } } }
          /a/b/{y}: { get: { operationId: concrete, responses: { '200': { description: ok } } } }
          /a/b/d/{z}: { get: { operationId: deep, responses: { '200': { description: ok } } } }
          /sch%C3%B6n: { get: { operationId: encoded, responses: { '200': { description: ok } } } }
        """;

    private static readonly OperationRouter Router = Documents.Compile(Document).Router;

    [Theory]
    [InlineData("GET", "/api/v1/pets", "list")]
    [InlineData("GET", "/api/v2/pets", "list")]
    [InlineData("GET", "https://us.example.com/api/v1/pets?x=1#f", "list")]
    [InlineData("GET", "/pets", "list")]
    [InlineData("POST", "/pets", "create")]
    [InlineData("GET", "/pets/mine", "mine")]
    [InlineData("GET", "/pets/yours", "byId")]
    [InlineData("GET", "/pets/7.json", "asJson")]
    [InlineData("GET", "/pets/a.b.json", "asJson")]
    [InlineData("GET", "/pets/.json", "byId")]
    [InlineData("DELETE", "/pets/mine", "remove")]
    [InlineData("GET", "/reports/2024-01..2024-02", "range")]
    [InlineData("GET", "/a/b/c", "concrete")]
    [InlineData("GET", "/a/z/c", "templated")]
    [InlineData("GET", "/a/b/d/e", "deep")]
    [InlineData("GET", "/sch%C3%B6n", "encoded")]
    [InlineData("GET", "/schön", "encoded")]
    [InlineData("GET", "/p%65ts/mine", "mine")]
    public void Finds_the_operation(string method, string url, string operationId) =>
        Assert.Equal(operationId, Router.Route(method, url).Operation?.Operation.OperationId);

    [Theory]
    [InlineData("GET", "/pets/")]
    [InlineData("GET", "/pets/1/2")]
    [InlineData("GET", "/api/v3/pets")]
    [InlineData("GET", "/Pets")]
    [InlineData("GET", "/reports/..")]
    [InlineData("GET", "/")]
    public void Knows_no_such_path(string method, string url) => Assert.Equal(RouteOutcome.UnknownPath, Router.Route(method, url).Outcome);

    [Fact]
    public void Names_the_methods_of_a_known_path()
    {
        RouteMatch match = Router.Route("PUT", "/pets/mine");
        Assert.Equal(RouteOutcome.MethodNotAllowed, match.Outcome);
        Assert.Equal(["GET", "DELETE"], match.Allowed.ToArray());
    }

    [Fact]
    public void Keeps_an_encoded_slash_inside_its_segment()
    {
        RouteMatch match = Router.Route("GET", "/pets/a%2Fb");
        Assert.Equal("byId", match.Operation?.Operation.OperationId);
        Assert.Equal([new PathValue("id", "a%2Fb")], match.PathValues.ToArray());
    }

    [Fact]
    public void Ends_in_bounded_time_on_a_hostile_path()
    {
        string paths = string.Concat(Enumerable.Range(0, 12).Select(i =>
            "  /" + string.Join('/', Enumerable.Range(0, 12).Select(j => j == i ? "x" + j : "{p" + j + "}")) + ": { get: { responses: { '200': { description: ok } } } }\n"));
        OperationRouter router = Documents.Compile("openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths:\n" + paths).Router;
        Assert.Equal(RouteOutcome.UnknownPath, router.Route("GET", "/" + string.Join('/', Enumerable.Repeat("y", 40_000))).Outcome);
    }

    [Fact]
    public void Expressions_in_the_query_of_a_template_have_their_values()
    {
        CompiledContract contract = Documents.Compile("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths:
              '/search/{kind}?term={term}&amount={amount}':
                get: { parameters: [ { name: kind, in: path, required: true, schema: { type: string } } ], responses: { '200': { description: ok } } }
            """);
        RouteMatch match = contract.Router.Route("GET", "/search/cats?amount=5&term=a%20b&x=1");
        Assert.Equal(["kind=cats", "term=a%20b", "amount=5"], match.PathValues.Select(value => value.Name + "=" + value.Raw));
    }

    [Theory]
    [InlineData("/pets", "POST", true)]
    [InlineData("/pets", null, false)]
    [InlineData("/nowhere", "POST", true)]
    public void The_question_of_a_browser_before_a_call_is_no_breach_of_the_contract(string path, string? asked, bool conforms)
    {
        ExchangeRequest request = new()
        {
            Method = "OPTIONS",
            Url = path,
            Headers = asked is null ? [new HeaderField("Origin", "https://b.test")] : [new HeaderField("Origin", "https://b.test"), new HeaderField("Access-Control-Request-Method", asked)],
        };
        ExchangeVerdict verdict = new ExchangeValidator(Documents.Compile(Document)).Validate(new HttpExchange { Request = request, Response = new ExchangeResponse { Status = 204 } });
        Assert.Equal(conforms, verdict.Conforms);
    }
}
