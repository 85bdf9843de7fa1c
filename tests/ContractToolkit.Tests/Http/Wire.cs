using ContractToolkit.Http;
using ContractToolkit.Json;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Tests.Http;

/// <summary>Sends requests through the real stack to a real server, and gives what arrived.</summary>
internal static class Wire
{
    public static readonly ClientContract Contract = new("Test");

    public static ApiOperation<Nothing> Operation(string path = "/", string method = "GET") =>
        new("test", method, path) { Successes = [Reply.Empty("200")] };

    public static async Task<ReceivedRequest> SendAsync(
        Func<ApiRequest, ApiRequest> build, string path = "/", string method = "GET", ClientOptions? options = null)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("{}");
        options ??= new ClientOptions();
        options.BaseAddress = server.Url;
        ApiTransport transport = new(Contract, options);
        await transport.SendAsync(build(new ApiRequest()), Operation(path, method), TestContext.Current.CancellationToken);
        return Assert.Single(server.Received);
    }

    /// <summary>The writer of raw JSON.</summary>
    public static JsonWrite<JsonValue> Raw { get; } = RawCodec.Write;

    public static JsonValue Json(string json) => JsonValue.Parse(json);
}
