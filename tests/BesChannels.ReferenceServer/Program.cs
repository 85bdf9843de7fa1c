using System.Net;
using BesChannels.ReferenceServer;

// A BesChannels server written by hand from the documentation. It shares no code and no document with the toolkit, so that a toolkit
// which agrees with itself only is found out. Where the documentation is silent it answers success, with null, an empty list or no data.
if (!ServerOptions.TryParse(args, out ServerOptions? options, out string? problem))
{
    await Console.Error.WriteLineAsync(problem);
    return 2;
}

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));

WebApplication app = builder.Build();
app.Run(new RequestHandler(options, TimeProvider.System).HandleAsync);
await app.StartAsync();
Console.WriteLine($"listening on {app.Urls.Single()}");
await app.WaitForShutdownAsync();
return 0;
