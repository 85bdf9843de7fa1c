using System.Text;
using System.Text.Json;
using ContractToolkit.Exchange;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Mocking.Tests;

public class BesChannelsSandboxTests
{
    private static readonly CompiledContract Contract = CompiledContract.Compile(Documents.Read(Path.Combine(SharedData.Repository, "spec/beschannels/openapi.yaml")));
    private readonly MockEngine engine = new(Contract, new MockOptions { Stateful = true });

    [Fact]
    public void A_lead_is_created_edited_found_and_deleted()
    {
        string id = Call("/leads/open-api/create-leads", """{"MobilePhone":"13800000003","FullName":"Ada","user_id":"user1"}""").GetProperty("data").GetProperty("leads_id").GetString()!;
        Assert.Equal("Ada", Value(Call("/leads/open-api/leads-details", $$"""{"leads_id":{{id}}}"""), "FullName"));
        Assert.Equal(id, Call("/leads/open-api/edit-leads", """{"MobilePhone":"13800000003","FullName":"Grace","is_add":"1"}""").GetProperty("data").GetProperty("leads_id").GetString());
        Assert.Equal("Grace", Value(Call("/leads/open-api/leads-details", $$"""{"leads_id":{{id}}}"""), "FullName"));
        Assert.NotEqual(id, Call("/leads/open-api/edit-leads", """{"MobilePhone":"13800000003","is_add":"2"}""").GetProperty("data").GetProperty("leads_id").GetString());
        Assert.Equal(13232, Call("/leads/open-api/edit-leads", """{"MobilePhone":"13900000000","is_add":"1"}""").GetProperty("code").GetInt32());
        Assert.Equal(JsonValueKind.Null, Call("/leads/open-api/del-leads", $$"""{"leads_id":[{{id}}]}""").GetProperty("data").ValueKind);
        Assert.Equal(13232, Call("/leads/open-api/leads-details", $$"""{"leads_id":{{id}}}""").GetProperty("code").GetInt32());
    }

    private static string Value(JsonElement answer, string field) => answer.GetProperty("data").GetProperty("list")[0].GetProperty("child").EnumerateArray()
        .Single(child => child.GetProperty("field_name").GetString() == field).GetProperty("value").GetString()!;

    private JsonElement Call(string path, string body)
    {
        var request = new ExchangeRequest
        {
            Method = "POST",
            Url = path + "?access_token=" + BesChannelsMockTests.Token(engine),
            Headers = [new HeaderField("Content-Type", "application/json")],
            Body = Encoding.UTF8.GetBytes(body),
        };
        MockAnswer answer = engine.Answer(request);
        ExchangeVerdict verdict = new ExchangeValidator(Contract).Validate(new HttpExchange { Request = request, Response = answer.ToResponse() });
        Assert.True(verdict.Conforms, string.Join('\n', verdict.Findings) + Encoding.UTF8.GetString(answer.Body.Span));
        return JsonDocument.Parse(answer.Body).RootElement;
    }
}
