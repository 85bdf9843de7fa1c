using ContractToolkit.Http;
using ContractToolkit.Security;
using ContractToolkit.TestSupport;
using ContractToolkit.Tokens;
using Microsoft.AspNetCore.Http;

namespace ContractToolkit.Tests.Http;

public sealed class CredentialTests
{
    private static readonly SecurityScheme[] schemes =
    [
        new("query", CredentialPlace.Query, "api key"),
        new("header", CredentialPlace.Header, "X-Key"),
        new("cookie", CredentialPlace.Cookie, "sid"),
        new("bearer", CredentialPlace.Header, "Authorization", "Bearer "),
        new("basic", CredentialPlace.Header, "Authorization", "Basic "),
        new("tls", CredentialPlace.Connection),
    ];

    [Fact]
    public async Task EachPlace()
    {
        ReceivedRequest request = await SendAsync(
            ["query", "header", "cookie", "bearer", "tls"],
            options =>
            {
                options.SetCredential("query", "a&b");
                options.SetCredential("header", "k");
                options.SetCredential("cookie", "s;1");
                options.SetCredential("bearer", Credential.From(_ => ValueTask.FromResult("t")));
            });
        Assert.Equal("/x?q=1&api%20key=a%26b", request.Target);
        Assert.Equal(("k", "c=1; sid=s%3B1", "Bearer t"), (request.Headers["X-Key"], request.Headers["Cookie"], request.Headers["Authorization"]));
    }

    [Fact]
    public async Task BasicIsEncoded()
    {
        ReceivedRequest request = await SendAsync(["basic"], options => options.SetCredential("basic", Credential.Basic("Aladdin", "open sesame")));
        Assert.Equal("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", request.Headers["Authorization"]);
        Assert.Throws<ArgumentException>(() => Credential.Basic("a:b", "c"));
    }

    [Fact]
    public async Task TheFirstAlternativeThatCanBeMetCounts()
    {
        string[][] alternatives = [["header", "query"], ["bearer"], []];
        ReceivedRequest request = await SendAsync(alternatives, options =>
        {
            options.SetCredential("header", "k");
            options.SetCredential("bearer", "t");
        });
        Assert.Equal("Bearer t", request.Headers["Authorization"]);
        Assert.False(request.Headers.ContainsKey("X-Key"));
        ReceivedRequest anonymous = await SendAsync(alternatives, _ => { });
        Assert.False(anonymous.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task ALineEndInASecretIsRefusedWithoutShowingIt()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => SendAsync(["header"], options => options.SetCredential("header", "SECRET\r\nX: 1")));
        Assert.DoesNotContain("SECRET", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClientCredentialsAreObtainedSharedAndRenewed()
    {
        FakeClock clock = new();
        int issued = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync((request, response) => request.Target == "/token"
            ? response.AnswerAsync($"{{\"access_token\":\"t{++issued}\",\"token_type\":\"bearer\",\"expires_in\":100}}")
            : response.AnswerAsync("{}", request.Headers["Authorization"] == "Bearer t2" ? 401 : 200));
        using HttpClient http = new();
        ClientOptions options = new() { BaseAddress = server.Url, Clock = clock };
        options.SetCredential("bearer", Credential.ClientCredentials(http, new Uri(server.Url, "/token"), "i d", "s", ["a", "b"], clock));
        ApiTransport transport = Transport(options);
        ApiOperation<Nothing> operation = new("x", "GET", "/x") { Security = [["bearer"]], Successes = [Reply.Empty("200")] };
        await transport.SendAsync(new ApiRequest(), operation, TestContext.Current.CancellationToken);
        await transport.SendAsync(new ApiRequest(), operation, TestContext.Current.CancellationToken);
        Assert.Equal(1, issued);
        Assert.Equal("grant_type=client_credentials&scope=a+b", server.Received[0].Text);
        Assert.Equal("Basic " + Convert.ToBase64String("i%20d:s"u8), server.Received[0].Headers["Authorization"]);
        clock.Advance(TimeSpan.FromSeconds(71));
        await transport.SendAsync(new ApiRequest(), operation, TestContext.Current.CancellationToken);
        Assert.Equal(3, issued);
        Assert.Equal("Bearer t3", server.Received[^1].Headers["Authorization"]);
    }

    [Fact]
    public async Task ARefusingTokenEndpointIsNamedWithoutItsBody()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("{\"error\":\"invalid_client\",\"hint\":\"SECRET\"}", 401);
        using HttpClient http = new();
        Credential credential = Credential.ClientCredentials(http, server.Url, "id", "SECRET");
        TokenException error = await Assert.ThrowsAsync<TokenException>(() => credential.GetAsync(TestContext.Current.CancellationToken).AsTask());
        Assert.Contains("401 (invalid_client)", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("***", credential.ToString());
    }

    [Fact]
    public async Task AMissingHandlerIsNoticed()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("{}");
        ClientOptions options = new() { BaseAddress = server.Url };
        options.SetCredential("header", "k");
        using HttpClient http = new();
        ApiTransport transport = new(new ClientContract("Test") { Schemes = schemes }, http, options) { CredentialsInHandler = true };
        ApiOperation<Nothing> operation = new("x", "GET", "/") { Security = [["header"]], Successes = [Reply.Empty("200")] };
        await Assert.ThrowsAsync<InvalidOperationException>(() => transport.SendAsync(new ApiRequest(), operation, TestContext.Current.CancellationToken));
    }

    private static Task<ReceivedRequest> SendAsync(string[] alternative, Action<ClientOptions> configure) => SendAsync([alternative], configure);

    private static async Task<ReceivedRequest> SendAsync(string[][] security, Action<ClientOptions> configure)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("{}");
        ClientOptions options = new() { BaseAddress = server.Url };
        configure(options);
        ApiOperation<Nothing> operation = new("x", "GET", "/x") { Security = security, Successes = [Reply.Empty("200")] };
        ApiRequest request = new ApiRequest().Query("q", "1").Cookie("c", "1");
        await Transport(options).SendAsync(request, operation, TestContext.Current.CancellationToken);
        return Assert.Single(server.Received);
    }

    private static ApiTransport Transport(ClientOptions options) => new(new ClientContract("Test") { Schemes = schemes }, options);
}
