using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace ContractToolkit.TestSupport;

/// <summary>What a server received, byte for byte.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query as they stood on the wire.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body.</param>
public sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The body as UTF-8 text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>A real HTTP server on a free loopback port, which keeps what it receives and answers as it is told.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly ConcurrentQueue<ReceivedRequest> received = new();

    private LoopbackServer(WebApplication application) => this.application = application;

    /// <summary>The server's URL, without a slash at the end.</summary>
    public Uri Url => new(application.Urls.First());

    /// <summary>What was received so far, in order.</summary>
    public IReadOnlyList<ReceivedRequest> Received => [.. received];

    /// <summary>Starts a server that answers every request by <paramref name="answer"/>.</summary>
    public static async Task<LoopbackServer> StartAsync(Func<ReceivedRequest, HttpResponse, Task> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseKestrel(options => options.AddServerHeader = false);
        WebApplication application = builder.Build();
        LoopbackServer server = new(application);
        application.Run(async context =>
        {
            using MemoryStream body = new();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            Dictionary<string, string> headers = context.Request.Headers.ToDictionary(
                header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            ReceivedRequest request = new(context.Request.Method, target, headers, body.ToArray());
            server.received.Enqueue(request);
            await answer(request, context.Response);
        });
        await application.StartAsync();
        return server;
    }

    /// <summary>Starts a server that answers every request with this JSON.</summary>
    public static Task<LoopbackServer> StartAsync(string json, int status = 200) => StartAsync((_, response) => response.AnswerAsync(json, status));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => application.DisposeAsync();
}

/// <summary>Short ways to answer.</summary>
public static class Answers
{
    /// <summary>Answers with a text.</summary>
    public static Task AnswerAsync(this HttpResponse response, string text, int status = 200, string contentType = "application/json")
    {
        response.StatusCode = status;
        response.ContentType = contentType;
        // A 204 has no body: even an empty write can make the server close the connection behind it.
        return text.Length == 0 ? Task.CompletedTask : response.Body.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();
    }
}
