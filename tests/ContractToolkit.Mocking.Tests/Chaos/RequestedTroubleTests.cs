using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking.Tests;

/// <summary>Every kind of trouble by header, and by query, as by options.</summary>
public class RequestedTroubleTests
{
    private static readonly ChaosOptions Calm = new();

    private static ExchangeRequest Request(string prefer, string url = "/a") => new() { Method = "GET", Url = url, Headers = [new HeaderField("Prefer", prefer)] };

    private static List<ChaosEffect> Effects(ChaosMonkey monkey, string prefer, int count = 400) => [.. Enumerable.Range(0, count).Select(i => monkey.Next(Request(prefer, "/a/" + i)))];

    [Theory]
    [InlineData("fail=503, fail-rate=0.25", 0.25)]
    [InlineData("fail-rate=0.25, fail=503", 0.25)]
    [InlineData("fail=503", 1)]
    [InlineData("fail-rate=0.25", 0.25)]
    [InlineData("fail=600", 0)]
    [InlineData("fail-rate=1.5", 0)]
    public void Errors_come_at_the_rate_that_is_asked_for(string prefer, double rate)
    {
        double share = Effects(new ChaosMonkey(Calm), prefer).Count(effect => effect.Status == 503) / 400.0;
        Assert.InRange(share, rate - 0.08, rate + 0.08);
    }

    [Fact]
    public void Truncations_and_resets_come_at_their_rates()
    {
        List<ChaosEffect> effects = Effects(new ChaosMonkey(Calm), "truncate-rate=0.5, reset-rate=0.1");
        Assert.InRange(effects.Count(effect => effect.Truncate), 160, 240);
        Assert.InRange(effects.Count(effect => effect.Reset), 15, 70);
    }

    [Fact]
    public void Latencies_spread_within_their_span_by_their_shape()
    {
        List<double> even = [.. Effects(new ChaosMonkey(Calm), "wait-ms=100..200").Select(effect => effect.Latency.TotalMilliseconds)];
        List<double> tail = [.. Effects(new ChaosMonkey(Calm), "wait-ms=100..200, wait-shape=longtail").Select(effect => effect.Latency.TotalMilliseconds)];
        Assert.All(even.Concat(tail), latency => Assert.InRange(latency, 100, 200));
        Assert.InRange(even.Average(), 140, 160);
        Assert.InRange(tail.Average(), 105, 125);
        Assert.Equal(TimeSpan.FromMilliseconds(7), new ChaosMonkey(Calm).Next(Request("wait-ms=7")).Latency);
        Assert.Equal(TimeSpan.Zero, new ChaosMonkey(Calm).Next(Request("wait-ms=9..7")).Latency);
    }

    [Fact]
    public void A_rate_limit_says_when_to_come_again_and_ends_with_its_second()
    {
        var clock = new ManualClock();
        var monkey = new ChaosMonkey(Calm, clock);
        List<int?> statuses = [.. Enumerable.Range(0, 4).Select(_ => monkey.Next(Request("rate-limit=2, retry-after=7")).Status)];
        Assert.Equal([null, null, 429, 429], statuses);
        Assert.Equal(7, monkey.Next(Request("rate-limit=2, retry-after=7")).RetryAfter);
        Assert.Null(monkey.Next(Request("rate-limit=100")).Status);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(monkey.Next(Request("rate-limit=2")).Status);
    }

    [Fact]
    public void A_seed_of_the_callers_own_repeats_the_trouble_of_a_request()
    {
        const string Asked = "fail-rate=0.5, chaos-seed=7";
        var monkey = new ChaosMonkey(Calm);
        List<int?> first = [.. Effects(monkey, Asked, 60).Select(effect => effect.Status)];
        Effects(monkey, "fail-rate=0.5", 13);
        Assert.Equal(first, Effects(monkey, Asked, 60).Select(effect => effect.Status));
        Assert.NotEqual(first, Effects(monkey, "fail-rate=0.5, chaos-seed=8", 60).Select(effect => effect.Status));
        Assert.Contains(first, status => status is null);
    }

    [Fact]
    public void The_query_says_the_same_and_options_can_forbid_both()
    {
        ExchangeRequest request = new() { Method = "GET", Url = "/a?__fail=500&__bytes-per-second=9" };
        ChaosEffect effect = new ChaosMonkey(Calm).Next(request);
        Assert.Equal((500, 9), (effect.Status, effect.BytesPerSecond));
        Assert.Equal(default, new ChaosMonkey(Calm with { ByHeader = false }).Next(request));
    }

    [Fact]
    public async Task An_error_that_the_operation_declares_is_answered_as_declared()
    {
        CompiledContract contract = Documents.Compile("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /a:
                get:
                  responses:
                    '200': { description: ok }
                    '429': { description: slow, content: { application/json: { example: { error: slow down } } } }
            """);
        var options = new MockServerOptions { Chaos = new ChaosOptions() };
        await using MockServer server = await MockServer.StartAsync(new MockEngine(contract), options, TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = server.Address };
        HttpResponseMessage declared = await http.GetAsync("/a?__fail=429", TestContext.Current.CancellationToken);
        Assert.Equal("""{"error":"slow down"}""", await declared.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(TimeSpan.FromSeconds(1), declared.Headers.RetryAfter!.Delta);
        HttpResponseMessage other = await http.GetAsync("/a?__fail=503", TestContext.Current.CancellationToken);
        Assert.Equal("application/problem+json", other.Content.Headers.ContentType!.MediaType);
    }
}
