using System.Net;
using System.Text.Json;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking.Tests;

/// <summary>The clock that callers on this machine may set, where the options give them one.</summary>
public class ClockTests
{
    private const string Path = "/.well-known/contract-mock/clock";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly CompiledContract Contract = Documents.Compile("openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: { /a: { get: { responses: { '200': { description: ok } } } } }");

    [Fact]
    public async Task It_is_read_set_and_moved()
    {
        var clock = new MockClock(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using MockServer server = await MockServer.StartAsync(new MockEngine(Contract, new MockOptions { Clock = clock }), new MockServerOptions { Clock = clock }, Cancel);
        using var http = new HttpClient { BaseAddress = server.Address };
        Assert.Equal(2027, (await Read(await http.GetAsync(Path, Cancel))).Year);
        DateTimeOffset before = clock.GetUtcNow();
        Assert.InRange(await Read(await http.PostAsync(Path + "?advance=90m", null, Cancel)) - before, TimeSpan.FromMinutes(90), TimeSpan.FromMinutes(91));
        Assert.Equal(2030, (await Read(await http.PostAsync(Path + "?now=2030-06-01T00:00:00Z", null, Cancel))).Year);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync(Path + "?advance=soon", null, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.DeleteAsync(Path, Cancel)).StatusCode);
    }

    [Fact]
    public async Task Nobody_gets_at_it_where_the_options_do_not_say_so()
    {
        await using MockServer server = await MockServer.StartAsync(new MockEngine(Contract), 0, Cancel);
        using var http = new HttpClient { BaseAddress = server.Address };
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(Path, Cancel)).StatusCode);
    }

    private static async Task<DateTimeOffset> Read(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("now").GetDateTimeOffset();
    }
}
