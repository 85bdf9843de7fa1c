using System.Text;
using System.Text.RegularExpressions;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using Encoding = System.Text.Encoding;

namespace ContractToolkit.Drift.Tests.Profiles;

/// <summary>Calls that are told by the shape of their address go where the router sends each of them, and are found to break the same rules.</summary>
public sealed class KnownShapesTests
{
    private static readonly string[] Plain =
    [
        "/orders/{id}", "/orders/search", "/orders/{id}/items/{item}", "/orders/search/items/first", "/{any}/latest", "/shops/{shop}/{id}", "/shops/{shop}/new/", "/files/{rest}",
    ];

    private static readonly string[] Mixed = ["/reports/{name}.json", "/pages/{a}-{b}", "/codes/{a}{b}", "/at/{id}:close"];
    private static readonly string[] Words = ["orders", "search", "items", "first", "latest", "shops", "new", "files", "reports", "pages", "codes", "at", "v1", "eu", ""];
    private static readonly string[] Others = ["1", "42", "7:close", "x", "abc", "a-b", "a.json", ".json", "null", "%31", "caf\u00e9", "a+b", "..", "s\u0001", "\u0001", "search%20", "orders1", "Orders"];

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void A_profile_by_shapes_is_that_of_the_router_and_the_full_validator(int seed, bool mixed)
    {
        CompiledContract contract = Contract(mixed ? [.. Plain, .. Mixed] : Plain);
        Random random = new(seed);
        HttpExchange[] exchanges = [.. Enumerable.Range(0, 6000).Select(_ => Exchange(random))];
        Profiler quick = new(contract);
        Profiler full = new(contract, new TrafficProfile(), validate: true, screens: false);
        foreach (HttpExchange exchange in exchanges)
        {
            quick.Add(exchange);
            full.Add(exchange);
        }

        Dictionary<string, int> expected = exchanges.Select(exchange => contract.Router.Route(exchange.Request.Method, exchange.Request.Url).Operation?.Name).OfType<string>()
            .GroupBy(name => name).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(expected.OrderBy(entry => entry.Key, StringComparer.Ordinal), quick.Profile.Operations.Select(entry => KeyValuePair.Create(entry.Key, (int)entry.Value.Calls)));
        Assert.True(expected.Count >= (mixed ? 12 : 8), "only " + string.Join(", ", expected.Keys));
        Assert.Contains(quick.Profile.Operations.Values, operation => operation.Violations.Count > 0);
        Assert.Equal(Encoding.UTF8.GetString(ProfileFile.Write(full.Profile)), Encoding.UTF8.GetString(ProfileFile.Write(quick.Profile)));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(70)]
    [InlineData(50_000)]
    public void An_address_of_many_segments_is_routed_all_the_same(int segments)
    {
        CompiledContract contract = Contract(Plain);
        HttpExchange exchange = new()
        {
            Request = new ExchangeRequest { Method = "GET", Url = "https://api.test/v1/eu/files" + string.Concat(Enumerable.Repeat("/7", segments)) },
            Response = new ExchangeResponse { Status = 204 },
        };
        Profiler profiler = new(contract);
        profiler.Add(exchange);
        profiler.Add(exchange);
        OperationProfile files = profiler.Profile.Operations["GET /files/{rest}"];
        Assert.Equal((2, 2), (files.Calls, Assert.Single(files.Violations).Value));
    }

    private static HttpExchange Exchange(Random random)
    {
        string[] parts = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Part(random))];
        string origin = random.Next(6) switch { 0 => "", 1 => "https://API.test", 2 => "http://other.test:81", _ => "https://api.test" };
        string filled = Regex.Replace(random.GetItems<string>([.. Plain, .. Mixed], 1)[0], "{[a-z]+}", _ => Part(random));
        string path = (random.Next(2) == 0 ? "/v1/eu" : "") + (random.Next(2) == 0 ? filled : "/" + string.Join('/', parts));
        return new HttpExchange
        {
            Request = new ExchangeRequest { Method = random.Next(4) == 0 ? "POST" : "GET", Url = origin + path + (random.Next(5) == 0 ? "?q=1" : "") },
            Response = new ExchangeResponse { Status = 204 },
        };
    }

    private static string Part(Random random) =>
        random.Next(3) == 0 ? Others[random.Next(Others.Length)] : random.Next(3) == 0 ? random.Next(100_000).ToString() : Words[random.Next(Words.Length)];

    private static CompiledContract Contract(string[] paths)
    {
        StringBuilder text = new("openapi: 3.1.0\ninfo: { title: Shapes, version: '1' }\nservers: [ { url: 'https://api.test/v1/{region}', variables: { region: { default: eu } } } ]\npaths:\n");
        foreach (string path in paths)
        {
            string method = path == "/orders/search" ? "post" : "get";
            IEnumerable<string> names = path.Split('{').Skip(1).Select(part => part[..part.IndexOf('}')]);
            string parameters = string.Join(", ", names.Select(name => $"{{ name: {name}, in: path, required: true, {(name == "rest" ? "x-multi-segment: true, " : "")}schema: {{ type: {(name is "id" or "b" ? "integer" : "string")}, maxLength: 6 }} }}"));
            text.Append($"  '{path}': {{ {method}: {{ parameters: [ {parameters} ], responses: {{ '204': {{ description: d }} }} }} }}\n");
        }

        return CompiledContract.Compile(ContractReader.Read("shapes.yaml", Encoding.UTF8.GetBytes(text.ToString())));
    }
}
