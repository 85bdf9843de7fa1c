using BesChannels;
using ContractToolkit.Http;

// Calls the server that the first argument names, or a small one inside this program, and shows a lead.
string? url = args.FirstOrDefault();
using LocalServer? local = url is null ? LocalServer.Start() : null;
BesChannelsOptions options = new()
{
    BaseAddress = local?.Url ?? new Uri(url!),
    AppId = Environment.GetEnvironmentVariable("BESCHANNELS_APP_ID") ?? "sample",
    AppSecret = Environment.GetEnvironmentVariable("BESCHANNELS_APP_SECRET") ?? "sample",
};
BesChannelsClient bes = new(options);
try
{
    LeadDetails lead = await bes.Leads.GetDetailsAsync(LeadDetailsRequest.ById(5878));
    Console.WriteLine($"lead {lead.LeadsId}");
    foreach (LeadField field in lead.Groups.SelectMany(group => group.Fields ?? []))
    {
        Console.WriteLine($"  {field.FieldName}: {field.Value?.AsString ?? field.Value?.AsLeadAddress?.Value}");
    }

    await bes.Leads.ListBehaviorsAsync(new ListBehaviorsRequest { UserId = "user", LeadsId = lead.LeadsId });
    await bes.Leads.DeleteAsync(DeleteLeadsRequest.ById([lead.LeadsId]));
    return 0;
}
catch (ApiException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
