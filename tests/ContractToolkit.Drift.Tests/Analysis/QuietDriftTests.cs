using ContractToolkit.Drift.Analysis;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Tests.Analysis;

/// <summary>Drift that breaks no rule of the validator: missing credentials, unknown return codes, use of what is deprecated.</summary>
public sealed class QuietDriftTests
{
    private const string Contract = """
        openapi: 3.1.0
        info: { title: Quiet, version: 1.0.0 }
        x-contract-envelope: { code: /code, message: /msg, data: /data, success: [0], codes: [{ code: 0, meaning: fine }, { code: 41, meaning: gone }] }
        security: [{ token: [] }, { key: [] }]
        paths:
          /a:
            get:
              deprecated: true
              parameters: [{ name: old, in: query, deprecated: true, schema: { type: string } }]
              responses:
                '200':
                  description: ok
                  content: { application/json: { schema: { type: object, required: [code], properties: { code: { type: integer }, msg: { type: string }, data: { type: object, properties: { gone: { type: integer, deprecated: true } } } } } } }
          /limited: { get: { parameters: [{ name: limit, in: query, schema: { type: integer, maximum: 100 } }], security: [], responses: { '204': { description: ok } } } }
          /open: { get: { security: [], responses: { '204': { description: ok } } } }
        components:
          securitySchemes:
            token: { type: http, scheme: bearer }
            key: { type: apiKey, in: query, name: key }
        """;

    [Theory]
    [InlineData("with", "", 1, "drift-credentials-missing")]
    [InlineData("with", "?key=k", 1, "")]
    [InlineData("without", "", 1, "")]
    public void Calls_without_credentials_are_told_where_the_recording_keeps_credentials(string others, string query, int calls, string expected)
    {
        List<HttpExchange> traffic = [.. Enumerable.Repeat(Call("/a", """{"code":0}""", others == "with"), 5), .. Enumerable.Repeat(Call("/a" + query, """{"code":0}""", false), calls), Call("/open", "", false, 204)];
        Assert.Equal(expected, string.Join(' ', Loud(traffic)));
    }

    [Fact]
    public void What_is_required_of_headers_is_judged_where_headers_were_recorded_only()
    {
        ContractDocument contract = ContractReader.Read("c.yaml", """
            openapi: 3.1.0
            info: { title: Logs, version: 1.0.0 }
            paths:
              /a:
                get:
                  parameters: [{ name: X-A, in: header, required: true, schema: { type: string } }, { name: c, in: cookie, required: true, schema: { type: string } }]
                  responses: { '200': { description: ok, headers: { X-B: { required: true, schema: { type: string } } }, content: { application/json: { schema: { type: integer } } } } }
            """u8.ToArray());
        const string Log = """{"method":"GET","url":"/a","status":200,"responseBody":"VALUE"}""";
        const string Whole = """{"method":"GET","url":"/a","status":200,"requestHeaders":{},"responseHeaders":{"Content-Type":"application/json"},"responseBody":"1"}""";
        Assert.Empty(Messages(contract, Log.Replace("VALUE", "1")));
        Assert.Equal(["The value is string in 1 of 1 cases; the schema allows integer."], Messages(contract, Log.Replace("\"VALUE\"", "\"\\\"x\\\"\"")));
        Assert.Equal(["Required header X-B is absent in 1 of 1 answers with status 200.", "Required parameter X-A is left out in 1 of 1 calls.", "Required parameter c is left out in 1 of 1 calls."], Messages(contract, Log.Replace("VALUE", "1"), Whole));
    }

    [Fact]
    public void Return_codes_that_the_envelope_does_not_list_are_named_with_their_number()
    {
        List<HttpExchange> traffic = [Call("/a", """{"code":0}"""), Call("/a", """{"code":41}"""), .. Enumerable.Repeat(Call("/a", """{"code":77,"msg":"no"}"""), 3)];
        Drift.Analysis.Drift drift = Assert.Single(Compare(traffic), drift => drift.Finding.Level > FindingLevel.Info);
        Assert.Equal("Return code 77 was answered 3 times and is not listed.", drift.Finding.Message);
    }

    [Fact]
    public void Use_of_what_is_deprecated_is_told()
    {
        string[] told = [.. Compare([Call("/a?old=1", """{"code":0,"data":{"gone":1}}""")]).Where(drift => drift.Finding.Id == "drift-deprecated-used").Select(drift => drift.Finding.Message).Order()];
        Assert.Equal(["Deprecated member gone is in 1 of 1 objects.", "Deprecated parameter old is sent in 1 of 1 calls.", "The deprecated operation was called once."], told);
    }

    [Fact]
    public void A_broken_rule_of_a_parameter_names_the_parameter()
    {
        HttpExchange call = Call("/limited?limit=500", "", status: 204);
        Assert.Equal("In 1 of 1 calls the query parameter limit breaks maximum.", Assert.Single(Compare([call]), drift => drift.Finding.Id == "drift-violation").Finding.Message);
    }

    private static IEnumerable<string> Loud(List<HttpExchange> traffic) => Compare(traffic).Where(drift => drift.Finding.Level > FindingLevel.Info).Select(drift => drift.Finding.Id);

    private static IReadOnlyList<Drift.Analysis.Drift> Compare(IEnumerable<HttpExchange> traffic)
    {
        ContractDocument document = ContractReader.Read("quiet.yaml", System.Text.Encoding.UTF8.GetBytes(Contract));
        CompiledContract contract = CompiledContract.Compile(document);
        Profiler profiler = new(contract);
        foreach (HttpExchange exchange in traffic) profiler.Add(exchange);
        // The codes survive the file.
        TrafficProfile profile = ProfileFile.Read(ProfileFile.Write(profiler.Profile));
        return DriftAnalysis.Compare(contract, document.Locate, profile);
    }

    private static HttpExchange Call(string url, string body, bool credentials = true, int status = 200) => new()
    {
        Request = new ExchangeRequest { Method = "GET", Url = "https://q.test" + url, Headers = credentials ? [new HeaderField("Authorization", "[redacted]")] : [] },
        Response = new ExchangeResponse { Status = status, Headers = body.Length == 0 ? [] : [new HeaderField("Content-Type", "application/json")], Body = System.Text.Encoding.UTF8.GetBytes(body) },
    };

    private static IEnumerable<string> Messages(ContractDocument document, params string[] lines)
    {
        CompiledContract contract = CompiledContract.Compile(document);
        Profiler profiler = new(contract);
        foreach (HttpExchange exchange in RecordingReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines))), "r", problem => Assert.Fail(problem.Message))) profiler.Add(exchange);
        TrafficProfile kept = ProfileFile.Read(ProfileFile.Write(profiler.Profile));
        return DriftAnalysis.Compare(contract, document.Locate, kept).Where(drift => drift.Finding.Level > FindingLevel.Info).Select(drift => drift.Finding.Message).Order(StringComparer.Ordinal);
    }
}
