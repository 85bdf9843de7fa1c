using System.Net;
using ContractToolkit.Http;
using ContractToolkit.Json;

namespace BesChannels.Client.Tests;

public sealed class EnvelopeTests
{
    private const string Field = """
        {"display_name":"地区","field_name":"Address","field_type":"Address","options":[],"is_option":1,"num_range":null,"is_required":1,
         "value":{"province":"10161","city":"100053","area":"","value":"北京 房山 "},"display_value":"北京 房山 ","display_values":"|10161|100053|||",
         "display_type":4,"is_edit":1}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ALeadComesOutOfItsEnvelope()
    {
        await using Vendor vendor = await Vendor.StartAsync();
        vendor.Answer = """{"code":0,"msg":"成功","data":{"leads_id":"5878","list":[GROUP]}}""".Replace("GROUP", """
            {"display_name":"系统字段","field_name":"SystemField","field_type":"","options":[],"is_option":1,"num_range":null,"is_required":1,
             "value":"","display_value":"","display_type":"","is_edit":1,"child":[FIELD]}
            """.Replace("FIELD", Field, StringComparison.Ordinal), StringComparison.Ordinal);
        IBesChannelsClient bes = vendor.Client();
        LeadDetails lead = await bes.Leads.GetDetailsAsync(LeadDetailsRequest.ById(18), Cancellation);
        Assert.Equal("""{"leads_id":18}""", vendor.Last.Text);
        Assert.Equal("/leads/open-api/leads-details?access_token=PLANTED-TOKEN-1", vendor.Last.Target);
        LeadField address = lead.Groups[0].Fields!.Value[0];
        Assert.Equal("10161", address.Value!.AsLeadAddress!.Province);
        Assert.Null(address.Value.AsString);
        Assert.Equal("", lead.Groups[0].Value!.AsString);

        // The id that an answer gives as a string is the integer that the next request wants.
        await bes.Leads.GetDetailsAsync(LeadDetailsRequest.ById(lead.LeadsId), Cancellation);
        Assert.Equal("""{"leads_id":5878}""", vendor.Last.Text);
    }

    [Theory]
    [InlineData("""{"code":10007,"msg":"no user","data":null}""", "10007", "The user's id (user_id) must be given.")]
    [InlineData("""{"code":99,"msg":"?"}""", "99", null)]
    public async Task AnotherCodeIsATypedFailure(string answer, string code, string? meaning)
    {
        await using Vendor vendor = await Vendor.StartAsync();
        vendor.Answer = answer;
        ReturnCodeException error = await Assert.ThrowsAsync<ReturnCodeException>(
            () => vendor.Client().Leads.GetDetailsAsync(LeadDetailsRequest.ById(1), Cancellation));
        Assert.Equal((code, meaning, "getLeadDetails", HttpStatusCode.OK), (error.Code, error.Meaning, error.Operation, error.Status));
        Assert.Equal(answer, error.BodyText);
    }

    [Theory]
    [InlineData("""{"code":0,"msg":"ok","data":{"leads_id":"1"}}""", "/data", "required")]
    [InlineData("""{"code":0,"msg":"ok","data":{"leads_id":true,"list":[]}}""", "/data/leads_id", "type")]
    [InlineData("""{"code":0,"msg":"ok"}""", "", "required")]
    [InlineData("""{"msg":"ok","data":{"leads_id":"1","list":[]}}""", "", "required")]
    [InlineData("""{"code":"0","msg":"ok","data":{"leads_id":"1","list":[]}}""", "/code", "type")]
    public async Task WhatBreaksTheContractIsNamed(string answer, string pointer, string rule)
    {
        await using Vendor vendor = await Vendor.StartAsync();
        vendor.Answer = answer;
        ContractViolationException error = await Assert.ThrowsAsync<ContractViolationException>(
            () => vendor.Client().Leads.GetDetailsAsync(LeadDetailsRequest.ById(1), Cancellation));
        Assert.Contains(error.Violations, violation => violation.InstancePointer == pointer && violation.Keyword == rule);
        Assert.Equal("getLeadDetails", error.Operation);
    }

    [Fact]
    public async Task WithoutValidationTheCodeStillReadsWhatItNeeds()
    {
        await using Vendor vendor = await Vendor.StartAsync();
        BesChannelsClient bes = vendor.Client(options => options.ValidateResponses = false);
        vendor.Answer = """{"msg":"ok","data":{"leads_id":"1","list":[]}}""";
        ContractViolationException missing = await Assert.ThrowsAsync<ContractViolationException>(() => bes.Leads.GetDetailsAsync(LeadDetailsRequest.ById(1), Cancellation));
        Assert.Equal(("/code", "required"), (missing.Pointer, missing.Rule));
        vendor.Answer = """{"code":0,"data":{"leads_id":"1","list":7}}""";
        ContractViolationException type = await Assert.ThrowsAsync<ContractViolationException>(() => bes.Leads.GetDetailsAsync(LeadDetailsRequest.ById(1), Cancellation));
        Assert.Equal("/data/list", type.Pointer);
    }

    [Fact]
    public async Task NothingAndTheUndocumentedAreTakenAsTheyCome()
    {
        await using Vendor vendor = await Vendor.StartAsync();
        BesChannelsClient bes = vendor.Client();
        await bes.Leads.DeleteAsync(DeleteLeadsRequest.ById([1, 2]), Cancellation);
        Assert.Equal("""{"leads_id":[1,2]}""", vendor.Last.Text);
        foreach (string data in (string[])["null", "[]", """{"x":1}"""])
        {
            vendor.Answer = $$"""{"code":0,"msg":"ok","data":{{data}}}""";
            JsonValue raw = await bes.Leads.CreateAsync(new CreateLeadRequest { MobilePhone = "1", UserId = "u" }, Cancellation);
            Assert.Equal(data, raw.ToString());
        }

        vendor.Answer = """{"code":0,"msg":"ok"}""";
        Assert.Equal("null", (await bes.Leads.CreateAsync(new CreateLeadRequest { MobilePhone = "1", UserId = "u" }, Cancellation)).ToString());
    }
}
