using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Mocking.Tests;

/// <summary>The mock on the BesChannels contract.</summary>
public class BesChannelsMockTests
{
    private static readonly CompiledContract Contract = Compile();

    [Fact]
    public void Every_operation_is_answered_as_its_contract_says()
    {
        var engine = new MockEngine(Contract, new MockOptions { Seed = 3 });
        string token = Token(engine);
        var builder = new RequestBuilder(Contract);
        var generator = new InstanceGenerator(Contract.Schemas);
        var validator = new ExchangeValidator(Contract);
        foreach (CompiledOperation operation in Contract.Operations)
        {
            foreach (CompiledMediaType media in operation.RequestContent)
            {
                foreach (InstanceVariant variant in Enum.GetValues<InstanceVariant>())
                {
                    GeneratedInstance body = generator.Generate(media.Media.Schema!, new GenerationOptions { Seed = 5, Variant = variant, Direction = Validation.Direction.Request });
                    Assert.Null(body.Unsatisfied);
                    ExchangeRequest request = builder.Build(operation, new RequestValues
                    {
                        Body = body.Json,
                        MediaType = media.Media.Name,
                        Credentials = [new CredentialValue(Contract.Contract.Token!.Scheme, token)],
                    });
                    MockAnswer answer = engine.Answer(request);
                    ExchangeVerdict verdict = validator.Validate(new HttpExchange { Request = request, Response = answer.ToResponse() });
                    Assert.True(verdict.Conforms, operation.Name + "\n" + string.Join('\n', verdict.Findings.Select(f => f.Message)) + "\n" + Encoding.UTF8.GetString(answer.Body.Span));
                    Assert.Equal(EnvelopeOutcome.Success, verdict.Response!.Envelope);
                    Assert.Empty(answer.Findings);
                }
            }
        }
    }

    [Fact]
    public void Without_a_token_the_answer_is_a_failure_in_the_envelope()
    {
        var engine = new MockEngine(Contract);
        MockAnswer answer = engine.Answer(Post("/leads/open-api/leads-details", "{\"leads_id\":18}"));
        Assert.Equal(200, answer.Status);
        using JsonDocument body = JsonDocument.Parse(answer.Body);
        Assert.NotEqual(0, body.RootElement.GetProperty("code").GetInt32());
        Assert.Contains("access_token", body.RootElement.GetProperty("msg").GetString());
        Assert.Equal(ExchangeRules.RequestSecurity, Assert.Single(answer.Findings).Id);
    }

    [Fact]
    public void A_bad_request_is_answered_in_the_envelope_with_what_is_wrong()
    {
        var engine = new MockEngine(Contract);
        MockAnswer answer = engine.Answer(Post("/leads/open-api/leads-details?access_token=" + Token(engine), "{\"leads_id\":\"x\"}"));
        using JsonDocument body = JsonDocument.Parse(answer.Body);
        Assert.NotEqual(0, body.RootElement.GetProperty("code").GetInt32());
        Assert.Contains("/leads_id", body.RootElement.GetProperty("msg").GetString());
    }

    [Fact]
    public void The_token_stays_the_same_until_twenty_minutes_remain_then_both_are_good()
    {
        var clock = new ManualClock();
        var engine = new MockEngine(Contract, new MockOptions { Clock = clock });
        string first = Token(engine);
        clock.Advance(TimeSpan.FromMinutes(99));
        Assert.Equal(first, Token(engine));
        clock.Advance(TimeSpan.FromMinutes(2));
        string second = Token(engine);
        Assert.NotEqual(first, second);
        Assert.True(engine.Tokens!.IsValid(first));
        Assert.True(engine.Tokens.IsValid(second));
        clock.Advance(TimeSpan.FromMinutes(20));
        Assert.False(engine.Tokens.IsValid(first));
        Assert.True(engine.Tokens.IsValid(second));
    }

    [Fact]
    public void Refused_credentials_give_no_token()
    {
        var engine = new MockEngine(Contract, new MockOptions { RefuseCredentials = true });
        using JsonDocument body = JsonDocument.Parse(engine.Answer(TokenRequest()).Body);
        Assert.NotEqual(0, body.RootElement.GetProperty("code").GetInt32());
    }

    [Fact]
    public void The_same_seed_and_request_give_the_same_answer()
    {
        var options = new MockOptions { Seed = 9, Dynamic = true, CheckSecurity = false };
        ExchangeRequest request = Post("/leads/open-api/leads-details", "{\"leads_id\":18}");
        ReadOnlyMemory<byte> body = new MockEngine(Contract, options).Answer(request).Body;
        Assert.Equal(body.ToArray(), new MockEngine(Contract, options).Answer(request).Body.ToArray());
        Assert.NotEqual(body.ToArray(), new MockEngine(Contract, options with { Seed = 10 }).Answer(request).Body.ToArray());
    }

    [Fact]
    public async Task Answers_an_HttpClient_without_a_port()
    {
        var engine = new MockEngine(Contract);
        using var http = new HttpClient(new MockHttpMessageHandler(engine)) { BaseAddress = new Uri("https://openapi.beschannels.com") };
        HttpResponseMessage response = await http.PostAsJsonAsync("/api/get-access-token", new { appId = "a", appSecret = "b" }, TestContext.Current.CancellationToken);
        JsonElement body = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(128, body.GetProperty("data").GetProperty("access_token").GetString()!.Length);
    }

    internal static string Token(MockEngine engine)
    {
        using JsonDocument body = JsonDocument.Parse(engine.Answer(TokenRequest()).Body);
        return body.RootElement.GetProperty("data").GetProperty("access_token").GetString()!;
    }

    private static ExchangeRequest TokenRequest() => Post("/api/get-access-token", "{\"appId\":\"id\",\"appSecret\":\"secret\"}");

    private static ExchangeRequest Post(string url, string json) => new()
    {
        Method = "POST",
        Url = url,
        Headers = [new HeaderField("Content-Type", "application/json")],
        Body = Encoding.UTF8.GetBytes(json),
    };

    private static CompiledContract Compile()
    {
        ContractDocument document = Documents.Read(Path.Combine(SharedData.Repository, "spec/beschannels/openapi.yaml"));
        return CompiledContract.Compile(document);
    }
}
