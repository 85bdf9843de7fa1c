using ContractToolkit.Json;

namespace BesChannels.Client.Tests;

/// <summary>Requests as the server receives them, byte for byte.</summary>
public sealed class RequestTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MultipartAsDocumented()
    {
        await using Vendor vendor = await Vendor.StartAsync();
        BesChannelsClient bes = vendor.Client(options => options.MultipartBoundary = () => "B");
        ListBehaviorsRequest request = new() { UserId = "user1", LeadsId = 7, StartTime = new DateOnly(2023, 4, 23), PageSize = 20 };
        await bes.Leads.ListBehaviorsAsync(request, Cancellation);
        Assert.Equal("multipart/form-data; boundary=B", vendor.Last.Headers["Content-Type"]);
        string expected = string.Concat(
            Part("user_id", "user1"), Part("leads_id", "7"), Part("start_time", "2023-04-23"), Part("page_size", "20"), "--B--\r\n");
        Assert.Equal(expected, vendor.Last.Text);
    }

    [Fact]
    public async Task TheTableIsAskedForByJsonOrByForm()
    {
        await using Vendor vendor = await Vendor.StartAsync();
        vendor.Answer = """{"code":7,"msg":"enough"}""";
        BesChannelsClient bes = vendor.Client(options => options.MultipartBoundary = () => "B");
        await Assert.ThrowsAsync<ContractToolkit.Http.ReturnCodeException>(() => bes.TableStructure.GetDetailsAsync(TableReference.ById(1), Cancellation));
        Assert.Equal(("application/json", """{"id":1}"""), (vendor.Last.Headers["Content-Type"], vendor.Last.Text));
        await Assert.ThrowsAsync<ContractToolkit.Http.ReturnCodeException>(() => bes.TableStructure.GetDetailsAsync(TableReferenceForm.ById("1"), Cancellation));
        Assert.Equal(Part("id", "1") + "--B--\r\n", vendor.Last.Text);
    }

    [Fact]
    public async Task AnOrganisationsOwnFieldsStandBesideTheOthers()
    {
        await using Vendor vendor = await Vendor.StartAsync();
        CreateLeadRequest lead = new()
        {
            MobilePhone = "1",
            UserId = "u",
            AdditionalProperties = new JsonMap<JsonValue>([new KeyValuePair<string, JsonValue>("Industry__c", "IT")]),
        };
        await vendor.Client().Leads.CreateAsync(lead, Cancellation);
        Assert.Equal("""{"MobilePhone":"1","user_id":"u","Industry__c":"IT"}""", vendor.Last.Text);
    }

    [Fact]
    public async Task TimesAndMisspeltNamesAsTheVendorWritesThem()
    {
        await using Vendor vendor = await Vendor.StartAsync();
        SaveUserBehaviorRequest request = new()
        {
            AssociatedProperties = "mobile",
            AssociatedPropertiesValue = "1",
            BehaviorName = "x",
            OccurrenceTime = new DateTime(2023, 11, 23, 20, 55, 38),
            EventAttributes = [new EventAttribute { Name = "a", Value = "1" }],
        };
        await vendor.Client().Behaviors.SaveUserBehaviorAsync(request, Cancellation);
        Assert.Contains("\"occurrence_time\":\"2023-11-23 20:55:38\"", vendor.Last.Text, StringComparison.Ordinal);
        Assert.Contains("\"envent_other\":[{\"envent_attr_name\":\"a\",\"envent_attr_value\":\"1\"}]", vendor.Last.Text, StringComparison.Ordinal);
    }

    private static string Part(string name, string value) => $"--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n";
}
