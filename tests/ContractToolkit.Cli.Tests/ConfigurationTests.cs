using System.Text.Json;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Cli.Tests;

/// <summary><c>contract.yaml</c>: what it says counts, what the command line says counts more, and what is wrong with it is said with line and column.</summary>
public sealed class ConfigurationTests : IDisposable
{
    private const string Shop = """
        openapi: 3.1.0
        info: { title: Shop, version: 1.0.0 }
        paths:
          /orders/{id}:
            get:
              operationId: getOrder
              tags: [orders]
              security: [ { key: [] } ]
              parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ]
              responses: { '200': { description: One., content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: integer }, phone: { type: string } } } } } }, '404': { description: None. } }
          /health: { get: { operationId: health, responses: { '200': { description: Well. } } } }
        components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
        """;

    private readonly ToolRun tool = new();

    public ConfigurationTests() => tool.Write("shop.yaml", Shop);

    [Theory]
    [InlineData("check:\n  tiemout: 5s\n", "contract.yaml:2:12 /check/tiemout: tiemout: this member is not declared, and no others are allowed; known are server, phases,")]
    [InlineData("check: { timeout: soon }", "contract.yaml:1:19 /check/timeout: timeout: ")]
    [InlineData("check:\n  phases: [examples, fuzz]\n", "contract.yaml:2:22 /check/phases/1: 1: ")]
    [InlineData("check:\n  ignore:\n    - { check: encoding }\n", "contract.yaml:3:7 /check/ignore/0: 0: the member \"reason\" is missing")]
    [InlineData("check:\n  ignore:\n    - { check: encodign, reason: x }\n", "contract.yaml:3:16 /check/ignore/0/check: there is no check 'encodign'")]
    [InlineData("check: { operations: [getOrders] }", "contract.yaml:1:23 /check/operations/0: 'getOrders' fits no operation of the contract")]
    [InlineData("authentication: { kee: { environment: X } }", "contract.yaml:1:24 /authentication/kee: the contract has no security scheme 'kee'; it has key")]
    [InlineData("authentication: { key: { environment: NOT_SET } }", "contract.yaml:1:39 /authentication/key/environment: the environment variable NOT_SET is not set")]
    [InlineData("headers: { X: '${NOT_SET}' }", "the environment variable NOT_SET is not set")]
    [InlineData("check: { server: staging }", "contract.yaml:1:18 /check/server: 'staging' is no base URL, nor the name of a server")]
    [InlineData("check: { reports: { hmtl: x } }", "there is no report 'hmtl'")]
    [InlineData("check: [", "contract.yaml:")]
    public async Task What_is_wrong_is_said_with_its_place(string text, string message)
    {
        tool.Write("contract.yaml", text);
        Assert.Equal(2, await tool.RunAsync("check", "shop.yaml"));
        Assert.Contains(message, tool.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", tool.Error, StringComparison.Ordinal);
        Assert.Single(tool.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task The_file_names_document_operations_phases_and_reports()
    {
        tool.Write("settings/api.yaml", Shop);
        tool.Write("settings/contract.yaml", "document: api.yaml\ncheck: { phases: [examples], exclude: [health], reports: { json: out/report.json } }\n");
        Assert.Equal(0, await tool.RunAsync("check", "--config", "settings/contract.yaml"));
        using JsonDocument report = JsonDocument.Parse(tool.Read("settings/out/report.json"));
        JsonElement[] operations = [.. report.RootElement.GetProperty("operations").EnumerateArray()];
        Assert.Equal(["conforms", "skipped"], operations.Select(operation => operation.GetProperty("verdict").GetString()));
        Assert.Equal("excluded as 'health'", operations[1].GetProperty("reason").GetString());
        Assert.InRange(report.RootElement.GetProperty("requests").GetInt32(), 1, 5);
    }

    [Fact]
    public async Task The_command_line_counts_more_than_the_file()
    {
        tool.Write("contract.yaml", "document: shop.yaml\ncheck: { phases: [examples, coverage, fuzzing], fuzzCases: 50 }\n");
        await tool.RunAsync("check", "--report", "json=file.json");
        await tool.RunAsync("check", "--phase", "examples", "--report", "json=line.json");
        await tool.RunAsync("check", "--set", "check.phases=[examples]", "--report", "json=set.json");
        Assert.True(Requests("file.json") > 50);
        Assert.InRange(Requests("line.json"), 1, 10);
        Assert.Equal(Requests("line.json"), Requests("set.json"));
    }

    [Fact]
    public async Task A_wrong_setting_is_said_with_its_name()
    {
        tool.Write("contract.yaml", "document: shop.yaml\n");
        Assert.Equal(2, await tool.RunAsync("check", "--set", "check.timeout=soon"));
        Assert.Contains("contract.yaml with --set", tool.Error, StringComparison.Ordinal);
        Assert.Contains("/check/timeout", tool.Error, StringComparison.Ordinal);
        Assert.Equal(2, await tool.RunAsync("check", "--set", "nonsense"));
        Assert.Contains("write NAME=VALUE", tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ignored_findings_fail_nothing_until_their_date()
    {
        tool.Write("one.yaml", "openapi: 3.0.3\ninfo: { title: One, version: '1' }\npaths: { /a: { get: { responses: { '200': { description: Yes. } } } } }\n");
        tool.Write("a.ndjson", """{"method":"GET","url":"http://h/a","status":500,"responseHeaders":{}}""" + "\n");
        Assert.Equal(1, await tool.RunAsync("check", "one.yaml", "--har", "a.ndjson"));
        const string Ignore = "check:\n  ignore:\n    - { check: server-error, operation: GET /a, reason: an old one, expires: 'DATE' }\n    - { check: response-status, operation: /a, reason: an old one }\n";
        tool.Write("contract.yaml", Ignore.Replace("DATE", "2999-01-31", StringComparison.Ordinal));
        Assert.Equal(0, await tool.RunAsync("check", "one.yaml", "--har", "a.ndjson", "--report", "json=r.json"));
        Assert.Contains("\"an old one\"", tool.Read("r.json"), StringComparison.Ordinal);
        tool.Write("contract.yaml", Ignore.Replace("DATE", "2020-01-31", StringComparison.Ordinal));
        Assert.Equal(1, await tool.RunAsync("check", "one.yaml", "--har", "a.ndjson"));
        Assert.Contains("its date, 2020-01-31, has passed", tool.Output, StringComparison.Ordinal);
        tool.Write("contract.yaml", "check: { ignore: [ { check: encoding, reason: gone } ] }\n");
        await tool.RunAsync("check", "one.yaml", "--har", "a.ndjson");
        Assert.Contains("no finding fits it any more", tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overrides_hold_for_their_operations_alone()
    {
        tool.Write("contract.yaml", "document: shop.yaml\ncheck:\n  overrides:\n    - { operation: getOrder, phases: [examples], parameters: { id: 4711 } }\n    - { operation: GET /health, skip: it is known to be well }\n");
        Assert.Equal(0, await tool.RunAsync("check", "--plan"));
        string[] lines = [.. tool.Output.Split('\n').Where(line => line.Contains("/orders/", StringComparison.Ordinal))];
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.StartsWith("examples.getOrder.1.", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Contains("http://localhost/orders/4711 ", line, StringComparison.Ordinal));
        Assert.Contains("skipped   GET /health: it is known to be well", tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_sends_nothing_and_is_the_same_each_time()
    {
        string[] args = ["check", "shop.yaml", "--server", "http://127.0.0.1:1", "--plan"];
        Assert.Equal(0, await tool.RunAsync(args));
        string first = tool.Output;
        Assert.Equal(0, await tool.RunAsync(args));
        Assert.Equal(first, tool.Output);
        Assert.Contains("coverage.getOrder.1.10  GET http://127.0.0.1:1/orders/", first, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was sent.\n", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_pointer_names_reaches_no_report()
    {
        tool.Write("contract.yaml", "document: shop.yaml\nredact: { pointers: [/phone], headers: [X-Trace], query: [t] }\n");
        tool.Write("a.ndjson", """{"method":"GET","url":"http://h/orders/1?t=planted-3","status":200,"requestHeaders":{"X-Trace":["planted-2"]},"responseHeaders":{"content-type":["application/json"]},"responseBody":"{\"id\":\"x\",\"phone\":\"planted-1\"}"}""" + "\n");
        string[] reports = [.. Reporting.Reporters.All.SelectMany(reporter => new[] { "--report", $"{reporter.Name}=r.{reporter.Name}" })];
        Assert.Equal(1, await tool.RunAsync(["check", "--har", "a.ndjson", .. reports]));
        Assert.Contains("response-body", tool.Output, StringComparison.Ordinal);
        string all = tool.Output + tool.Error + string.Concat(Reporting.Reporters.All.Select(reporter => tool.Read("r." + reporter.Name)));
        foreach (string planted in new[] { "planted-1", "planted-2", "planted-3" }) Assert.DoesNotContain(planted, all, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_is_on_its_page()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedData.Repository, "docs", "contract-yaml.schema.json")));
        string page = File.ReadAllText(Path.Combine(SharedData.Repository, "docs", "configuration.md"));
        List<string> names = [];
        Collect(schema.RootElement, names);
        Assert.True(names.Count > 30);
        Assert.Empty(names.Distinct().Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal)));
    }

    public void Dispose() => tool.Dispose();

    private int Requests(string report)
    {
        using JsonDocument json = JsonDocument.Parse(tool.Read(report));
        return json.RootElement.GetProperty("requests").GetInt32();
    }

    private static void Collect(JsonElement schema, List<string> names)
    {
        if (schema.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in schema.EnumerateArray()) Collect(item, names);
        }
        else if (schema.ValueKind == JsonValueKind.Object)
        {
            if (schema.TryGetProperty("properties", out JsonElement properties)) names.AddRange(properties.EnumerateObject().Select(member => member.Name));
            foreach (JsonProperty member in schema.EnumerateObject()) Collect(member.Value, names);
        }
    }
}
