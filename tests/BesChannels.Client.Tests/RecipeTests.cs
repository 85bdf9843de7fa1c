using System.Net;
using System.Threading.RateLimiting;
using ContractToolkit.Http;
using ContractToolkit.TestSupport;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.Retry;

namespace BesChannels.Client.Tests;

/// <summary>The recipes of <c>docs/recipes.md</c>, as they stand there.</summary>
public sealed class RecipeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void AReadingIsLenientAndTellsWhatIsWrongWhenAsked()
    {
        Assert.Equal("{}", System.Text.Encoding.UTF8.GetString(LeadDetailsRequest.Parse("{}").ToUtf8Json()));
        LeadDetailsRequest.Parse("{}"u8, out IReadOnlyList<ContractToolkit.Validation.Violation> violations);
        Assert.NotEmpty(violations);
        Assert.Throws<ContractToolkit.Json.JsonReadException>(() => LeadDetailsRequest.Parse("[]"));
    }

    [Fact]
    public async Task UsersOfAGroupComePageByPage()
    {
        await using Vendor vendor = await Vendor.StartAsync();
        vendor.Answers.Enqueue("""{"code":0,"msg":"","data":{"total":3,"list":[{"FullName":"a"},{"FullName":"b"}]}}""");
        vendor.Answers.Enqueue("""{"code":0,"msg":"","data":{"total":3,"list":[{"FullName":"c"}]}}""");
        List<string?> names = [];
        await foreach (GroupUser user in vendor.Client().Extended.ListGroupUsersItemsAsync(new() { UserId = "u", GroupObj = ListGroupUsersRequestGroupObj.Member }, Cancellation)) names.Add(user.FullName);
        Assert.Equal(["a", "b", "c"], names);
        Assert.Contains("name=\"page_num\"\r\n\r\n2\r\n", vendor.Last.Text, StringComparison.Ordinal);
        Assert.Equal(2, vendor.Received.Count(request => request.Target.StartsWith("/leads/open-api/group-user-list", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task OnlyReadsAreRetried()
    {
        int calls = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync((request, response) =>
            request.Target.StartsWith("/api", StringComparison.Ordinal) ? response.AnswerAsync("""{"code":0,"msg":"","data":{"access_token":"t"}}""")
            : ++calls % 3 == 0 ? response.AnswerAsync("""{"code":0,"msg":"","data":{"leads_id":"1","list":[]}}""") : response.AnswerAsync("busy", 503));
        ResiliencePipeline<HttpResponseMessage> retry = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 3,
                Delay = TimeSpan.FromMilliseconds(1),
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result?.StatusCode == HttpStatusCode.ServiceUnavailable),
            })
            .Build();
        IBesChannelsClient bes = Client(server, builder => builder.AddHttpMessageHandler(() => new RetryReads(retry)));
        await bes.Leads.GetDetailsAsync(LeadDetailsRequest.ById(1), Cancellation);
        Assert.Equal(3, calls);
        await Assert.ThrowsAsync<ApiException>(() => bes.Leads.DeleteAsync(DeleteLeadsRequest.ById([1]), Cancellation));
        Assert.Equal(4, calls);
        Assert.All(server.Received.Skip(1), request => Assert.EndsWith("?access_token=t", request.Target, StringComparison.Ordinal));
    }

    [Fact]
    public async Task CallsWaitForTheirTurn()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("""{"code":0,"msg":"","data":null}""");
        await using TokenBucketRateLimiter limiter = new(new TokenBucketRateLimiterOptions
        {
            TokenLimit = 2, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromMinutes(1), QueueLimit = 0, AutoReplenishment = false,
        });
        IBesChannelsClient bes = Client(server, builder => builder.AddHttpMessageHandler(() => new Limit(limiter)), options => options.AccessToken = "t");
        await bes.Leads.DeleteAsync(DeleteLeadsRequest.ById([1]), Cancellation);
        await bes.Leads.DeleteAsync(DeleteLeadsRequest.ById([1]), Cancellation);
        await Assert.ThrowsAsync<HttpRequestException>(() => bes.Leads.DeleteAsync(DeleteLeadsRequest.ById([1]), Cancellation));
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task AProxyCarriesTheCall()
    {
        await using LoopbackServer proxy = await LoopbackServer.StartAsync("""{"code":0,"msg":"","data":null}""");
        SocketsHttpHandler network = new() { Proxy = new WebProxy(proxy.Url), UseProxy = true };
        ServiceCollection services = new();
        services.AddBesChannels(options =>
        {
            options.BaseAddress = new Uri("http://beschannels.invalid");
            options.AccessToken = "t";
        }).ConfigurePrimaryHttpMessageHandler(() => network);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IBesChannelsClient>().Leads.DeleteAsync(DeleteLeadsRequest.ById([1]), Cancellation);
        Assert.Equal("http://beschannels.invalid/leads/open-api/del-leads?access_token=t", Assert.Single(proxy.Received).Target);
    }

    [Fact]
    public async Task ATimeLimitOfItsOwn()
    {
        FakeClock clock = new();
        TaskCompletionSource arrived = new();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (_, response) =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, response.HttpContext.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        BesChannelsClient bes = new(new BesChannelsOptions { BaseAddress = server.Url, AccessToken = "t", Timeout = TimeSpan.FromSeconds(10), Clock = clock });
        Task call = bes.Leads.DeleteAsync(DeleteLeadsRequest.ById([1]), Cancellation);
        await arrived.Task;
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.IsType<TimeoutException>((await Assert.ThrowsAsync<TaskCanceledException>(() => call)).InnerException);
    }

    private static IBesChannelsClient Client(
        LoopbackServer server, Func<IHttpClientBuilder, IHttpClientBuilder> configure, Action<BesChannelsOptions>? more = null)
    {
        ServiceCollection services = new();
        configure(services.AddBesChannels(options =>
        {
            options.BaseAddress = server.Url;
            options.AppId = "a";
            options.AppSecret = "b";
            more?.Invoke(options);
        }));
        return services.BuildServiceProvider().GetRequiredService<IBesChannelsClient>();
    }

    private sealed class RetryReads(ResiliencePipeline<HttpResponseMessage> retry) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!request.IsRead()) return await base.SendAsync(request, cancellationToken);
            return await retry.ExecuteAsync(async token => await base.SendAsync(request, token), cancellationToken);
        }
    }

    private sealed class Limit(RateLimiter limiter) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using RateLimitLease lease = await limiter.AcquireAsync(1, cancellationToken);
            if (!lease.IsAcquired) throw new HttpRequestException("The rate limit is reached.");
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
