using System.Net;
using System.Text;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Drift.Sampling;
using ContractToolkit.Drift.Tests.Analysis;
using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Tests.Sampling;

public sealed class SamplingTests
{
    private static readonly CompiledContract Contract = CompiledContract.Compile(ShopTraffic.Read(ShopTraffic.Json));

    [Fact]
    public async Task What_is_sampled_is_profiled_and_the_caller_sees_the_answer_as_it_was()
    {
        TrafficProfile profile = await Sample(new TrafficSamplerOptions { Rate = 1, MaxPerSecond = 1000 }, async client =>
        {
            for (int i = 0; i < 5; i++)
            {
                using HttpResponseMessage answer = await client.PostAsync("https://shop.test/orders", Json("""{"sku":"a"}"""), TestContext.Current.CancellationToken);
                Assert.Equal(ShopTraffic.Order, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
                Assert.Equal(("application/json", Encoding.UTF8.GetByteCount(ShopTraffic.Order)), (answer.Content.Headers.ContentType!.MediaType, (int)answer.Content.Headers.ContentLength!));
            }
        });
        OperationProfile operation = profile.Operations["POST /orders"];
        Assert.Equal((5, 5, 5), (operation.Calls, operation.Requests.Find("application/json")!.Value.Count, operation.Answers.Find("201")!.Bodies.Find("application/json")!.Value.Count));
        Assert.Empty(operation.Violations);
    }

    [Fact]
    public async Task A_stream_reaches_the_caller_before_it_ends()
    {
        Pipe pipe = new();
        TrafficProfile profile = await Sample(new TrafficSamplerOptions { Rate = 1 }, async client =>
        {
            using HttpResponseMessage answer = await client.GetAsync("https://shop.test/orders/1", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            Stream stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            byte[] buffer = new byte[100];
            foreach (string part in new[] { "{\"id\":", "1}" })
            {
                pipe.Next.SetResult(part);
                Assert.Equal(part, Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer, TestContext.Current.CancellationToken)));
            }

            pipe.Next.SetResult("");
            Assert.Equal(0, await stream.ReadAsync(buffer, TestContext.Current.CancellationToken));
        }, _ => new StreamContent(pipe) { Headers = { { "Content-Type", "application/json" } } });
        Assert.Equal(1, profile.Operations["GET /orders/{id}"].Answers.Find("201")!.Bodies.Find("application/json")!.Value.Objects!.Count);
    }

    [Fact]
    public async Task Too_long_unread_and_packed_bodies_are_not_looked_at_and_failures_reach_the_caller()
    {
        TrafficProfile profile = await Sample(new TrafficSamplerOptions { Rate = 1, MaxBody = 10 }, async client =>
        {
            Assert.Equal(ShopTraffic.Order, await client.GetStringAsync("https://shop.test/orders/1", TestContext.Current.CancellationToken));
            (await client.GetAsync("https://shop.test/orders/2", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken)).Dispose();
            await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync("https://shop.test/orders/fail", TestContext.Current.CancellationToken));
        });
        OperationProfile operation = profile.Operations["GET /orders/{id}"];
        Assert.Equal((3, 1, 2), (operation.Calls, operation.Unanswered, operation.Answers.Find("201")!.Count));
        Assert.Empty(operation.Answers.Find("201")!.Bodies.All);
    }

    [Fact]
    public async Task Secrets_never_reach_the_profile()
    {
        TrafficProfile profile = await Sample(new TrafficSamplerOptions { Rate = 1 }, client =>
        {
            client.DefaultRequestHeaders.Add("Authorization", "Bearer header-secret");
            return client.PostAsync("https://shop.test/orders?access_token=query-secret", Json("""{"sku":"a","password":"body-secret"}"""), TestContext.Current.CancellationToken);
        });
        string file = Encoding.UTF8.GetString(ProfileFile.Write(profile));
        foreach (string secret in new[] { "header-secret", "query-secret", "body-secret" }) Assert.DoesNotContain(secret, file);
    }

    [Fact]
    public async Task Samples_beyond_what_can_be_counted_are_dropped_and_counted_as_such()
    {
        using ManualResetEventSlim gate = new();
        int flushed = 0;
        TrafficSampler sampler = new(Contract, new TrafficSamplerOptions
        {
            Rate = 1, MaxPerSecond = 1000, QueueLength = 3, FlushInterval = TimeSpan.FromMilliseconds(20),
            Flush = (profile, _) =>
            {
                gate.Wait(TimeSpan.FromSeconds(30));
                flushed += (int)profile.Exchanges;
                return default;
            },
        });
        using HttpClient client = new(new SamplingHandler(sampler) { InnerHandler = new Answering(_ => Json(ShopTraffic.Order)) });
        long Sent = 0;
        while (sampler.Dropped == 0 && Sent < 20_000)
        {
            await client.GetStringAsync("https://shop.test/orders/1", TestContext.Current.CancellationToken);
            Sent++;
            if (Sent % 100 == 0) await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        gate.Set();
        await sampler.DisposeAsync();
        Assert.True(sampler.Dropped > 0);
        Assert.Equal(flushed, sampler.Sampled);
        Assert.True(sampler.Sampled + sampler.Dropped <= Sent);
    }

    [Fact]
    public async Task The_rate_and_the_limit_per_second_hold()
    {
        TrafficSampler never = new(Contract, new TrafficSamplerOptions { Rate = 0 });
        Assert.DoesNotContain(true, Enumerable.Range(0, 1000).Select(_ => never.Chooses()));
        TrafficSampler some = new(Contract, new TrafficSamplerOptions { Rate = 0.5, MaxPerSecond = int.MaxValue });
        Assert.InRange(Enumerable.Range(0, 10_000).Count(_ => some.Chooses()), 4500, 5500);
        TrafficSampler few = new(Contract, new TrafficSamplerOptions { Rate = 1, MaxPerSecond = 7 });
        // The clock may turn once or twice meanwhile.
        Assert.InRange(Enumerable.Range(0, 10_000).Count(_ => few.Chooses()), 7, 21);
        foreach (TrafficSampler sampler in new[] { never, some, few }) await sampler.DisposeAsync();
    }

    [Fact]
    public async Task A_hand_over_that_fails_loses_nothing()
    {
        List<long> received = [];
        TrafficSampler sampler = new(Contract, new TrafficSamplerOptions
        {
            Rate = 1, FlushInterval = TimeSpan.FromMilliseconds(20),
            Flush = (profile, _) =>
            {
                received.Add(profile.Exchanges);
                return received.Count == 1 ? throw new IOException("the disk is full") : default;
            },
        });
        using HttpClient client = new(new SamplingHandler(sampler) { InnerHandler = new Answering(_ => Json(ShopTraffic.Order)) });
        await client.GetStringAsync("https://shop.test/orders/1", TestContext.Current.CancellationToken);
        while (sampler.Failures == 0) await Task.Delay(5, TestContext.Current.CancellationToken);
        await client.GetStringAsync("https://shop.test/orders/1", TestContext.Current.CancellationToken);
        await sampler.DisposeAsync();
        Assert.Equal(2, received.Skip(1).Sum());
    }

    private static async Task<TrafficProfile> Sample(TrafficSamplerOptions options, Func<HttpClient, Task> use, Func<HttpRequestMessage, HttpContent>? answer = null)
    {
        TrafficProfile whole = new();
        TrafficSampler sampler = new(Contract, options with
        {
            Flush = (profile, _) =>
            {
                whole.Merge(profile);
                return default;
            },
        });
        using HttpClient client = new(new SamplingHandler(sampler) { InnerHandler = new Answering(answer ?? (_ => Json(ShopTraffic.Order))) });
        await use(client);
        await sampler.DisposeAsync();
        Assert.Equal(0, sampler.Failures);
        return whole;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private sealed class Answering(Func<HttpRequestMessage, HttpContent> answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("fail", StringComparison.Ordinal)) throw new HttpRequestException("refused");
            if (request.Content is { } content) await content.CopyToAsync(Stream.Null, cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.Created) { Content = answer(request), RequestMessage = request };
        }
    }

    /// <summary>A stream whose parts come when the test says so.</summary>
    private sealed class Pipe : MemoryStream
    {
        public TaskCompletionSource<string> Next { get; private set; } = new();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            string part = await Next.Task;
            Next = new();
            return Encoding.UTF8.GetBytes(part, buffer.Span);
        }
    }
}
