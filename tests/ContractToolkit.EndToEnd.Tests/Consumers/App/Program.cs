using BesChannels;
using Consumer;

Shop.Order order = new() { Id = 7, Items = [] };
Console.WriteLine($"order {Orders.IdOf(System.Text.Json.JsonSerializer.Serialize(order))}");

BesChannelsClient bes = new(new BesChannelsOptions { BaseAddress = new Uri(args[0]), AppId = "zq_0000test", AppSecret = "secret" });
LeadDetails lead = await bes.Leads.GetDetailsAsync(LeadDetailsRequest.ById(18));
Console.WriteLine($"lead {lead.LeadsId} on .NET {Environment.Version.Major}");

try
{
    BesChannelsClient stranger = new(new BesChannelsOptions { BaseAddress = new Uri(args[0]), AppId = "zq_0000test", AppSecret = "wrong" });
    await stranger.Leads.GetDetailsAsync(LeadDetailsRequest.ById(18));
    Console.WriteLine("served a stranger");
}
catch (Exception failure)
{
    Console.WriteLine($"refused: {failure.GetType().Name}");
}

return 0;
