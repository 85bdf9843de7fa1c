using ContractToolkit.Testing.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace ContractToolkit.RunnerRuns;

/// <summary>The shop of the seeded faults behind a port, so that other people's runners can test it too.</summary>
internal static class ShopHost
{
    // Paths are test vectors: the shop sees them as they were sent.
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>Serves until standard input ends; then says how many requests came.</summary>
    public static async Task<int> ServeAsync(int port, string? fault)
    {
        if (fault is not null && ShopFaults.All.All(known => known.Fault != fault)) throw new ArgumentException($"The shop has no fault '{fault}'.");
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        await using WebApplication application = builder.Build();
        ShopServer server = new(fault);
        using HttpMessageInvoker shop = new(server);
        application.Run(context => AnswerAsync(shop, context));
        await application.StartAsync();
        Console.WriteLine(application.Urls.First());
        await Console.In.ReadToEndAsync();
        Console.WriteLine(FormattableString.Invariant($"{server.Requests} requests"));
        return 0;
    }

    private static async Task AnswerAsync(HttpMessageInvoker shop, HttpContext context)
    {
        Uri.TryCreate("http://shop.test" + context.Features.Get<IHttpRequestFeature>()!.RawTarget, in Verbatim, out Uri? url);
        using HttpRequestMessage request = new(new HttpMethod(context.Request.Method), url);
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (body.Length > 0 || context.Request.ContentType is not null) request.Content = new ByteArrayContent(body.ToArray());
        foreach ((string name, StringValues values) in context.Request.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values) && name != "Content-Length") request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        try
        {
            using HttpResponseMessage answer = await shop.SendAsync(request, context.RequestAborted);
            context.Response.StatusCode = (int)answer.StatusCode;
            foreach ((string name, IEnumerable<string> values) in answer.Headers.Concat(answer.Content.Headers)) context.Response.Headers[name] = values.ToArray();
            // Kestrel lets nobody write a body where HTTP allows none, not even an empty one.
            if (context.Request.Method != "HEAD" && context.Response.StatusCode != 204) await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or InvalidOperationException)
        {
            // A fault of the shop breaks the connection.
            context.Abort();
        }
    }
}
