using ContractToolkit.Http;
using ContractToolkit.Security;
using ContractToolkit.TestSupport;
using Microsoft.AspNetCore.Http;

namespace ContractToolkit.Tests.Http;

/// <summary>Redirects are followed, and secrets stay with the server that they were meant for.</summary>
public sealed class RedirectTests
{
    private static readonly SecurityScheme[] Schemes = [new("header", CredentialPlace.Header, "X-Key"), new("cookie", CredentialPlace.Cookie, "sid"), new("query", CredentialPlace.Query, "key")];

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Another_server_gets_the_call_without_secrets(int status)
    {
        await using LoopbackServer other = await LoopbackServer.StartAsync("{}");
        await using LoopbackServer server = await RedirectingAsync(status, new Uri(other.Url, "/y").ToString());
        await SendAsync(server, "GET", new ApiRequest());
        ReceivedRequest first = Assert.Single(server.Received);
        Assert.Equal(("SECRET", "sid=SECRET", "/x?key=SECRET"), (first.Headers["X-Key"], first.Headers["Cookie"], first.Target));
        ReceivedRequest second = Assert.Single(other.Received);
        Assert.Equal("/y", second.Target);
        Assert.DoesNotContain("SECRET", string.Join('\n', second.Headers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_server_gets_the_header_again()
    {
        await using LoopbackServer server = await RedirectingAsync(307, "/y");
        await SendAsync(server, "GET", new ApiRequest());
        Assert.Equal(["/x?key=SECRET", "/y"], server.Received.Select(request => request.Target));
        Assert.Equal("SECRET", server.Received[1].Headers["X-Key"]);
    }

    [Theory]
    [InlineData(302, "GET", "")]
    [InlineData(303, "GET", "")]
    [InlineData(307, "POST", "{\"a\":1}")]
    [InlineData(308, "POST", "{\"a\":1}")]
    public async Task A_body_is_repeated_where_the_status_says_so(int status, string method, string body)
    {
        await using LoopbackServer server = await RedirectingAsync(status, "/y");
        await SendAsync(server, "POST", new ApiRequest().JsonBody(Wire.Json("{\"a\":1}"), Wire.Raw, "application/json"));
        Assert.Equal((method, body), (server.Received[1].Method, server.Received[1].Text));
    }

    [Fact]
    public async Task A_body_is_never_carried_to_another_server()
    {
        await using LoopbackServer other = await LoopbackServer.StartAsync("{}");
        await using LoopbackServer server = await RedirectingAsync(307, other.Url.ToString());
        ApiException failure = await Assert.ThrowsAnyAsync<ApiException>(() => SendAsync(server, "POST", new ApiRequest().JsonBody(Wire.Json("{\"secret\":1}"), Wire.Raw, "application/json")));
        Assert.Equal(307, (int)failure.Answer.Status);
        Assert.Empty(other.Received);
    }

    [Fact]
    public async Task A_circle_ends()
    {
        await using LoopbackServer server = await RedirectingAsync(302, "/x");
        await Assert.ThrowsAnyAsync<ApiException>(() => SendAsync(server, "GET", new ApiRequest()));
        Assert.InRange(server.Received.Count, 2, 60);
    }

    [Fact]
    public async Task Who_switched_redirects_off_gets_none()
    {
        await using LoopbackServer server = await RedirectingAsync(302, "/y");
        using HttpClient http = new(new CredentialHandler(new SocketsHttpHandler { AllowAutoRedirect = false }));
        ApiTransport transport = new(new ClientContract("Test") { Schemes = Schemes }, http, Options(server)) { CredentialsInHandler = true };
        await Assert.ThrowsAnyAsync<ApiException>(() => transport.SendAsync(new ApiRequest(), Operation("GET"), TestContext.Current.CancellationToken));
        Assert.Single(server.Received);
    }

    private static Task<LoopbackServer> RedirectingAsync(int status, string location) => LoopbackServer.StartAsync((request, response) =>
    {
        if (!request.Target.StartsWith("/x", StringComparison.Ordinal)) return response.AnswerAsync("{}");
        response.StatusCode = status;
        response.Headers.Location = location;
        return Task.CompletedTask;
    });

    private static Task SendAsync(LoopbackServer server, string method, ApiRequest request) =>
        new ApiTransport(new ClientContract("Test") { Schemes = Schemes }, Options(server)).SendAsync(request, Operation(method), TestContext.Current.CancellationToken);

    private static ClientOptions Options(LoopbackServer server)
    {
        ClientOptions options = new() { BaseAddress = server.Url };
        foreach (SecurityScheme scheme in Schemes) options.SetCredential(scheme.Name, "SECRET");
        return options;
    }

    private static ApiOperation<Nothing> Operation(string method) => new("x", method, "/x") { Security = [["header", "cookie", "query"]], Successes = [Reply.Empty("200")] };
}
