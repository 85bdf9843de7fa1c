using ContractToolkit.Http;
using ContractToolkit.TestSupport;
using ContractToolkit.Tokens;

namespace BesChannels.Client.Tests;

public sealed class TokenTests
{
    private readonly FakeClock clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AColdStartOnATokenNearItsEndNeverSendsADeadOne()
    {
        await using Vendor vendor = await Vendor.StartAsync(clock, firstTokenLeft: TimeSpan.FromMinutes(21));
        BesChannelsClient bes = vendor.Client();
        for (int minute = 0; minute < 300; minute++)
        {
            await Delete(bes);
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(0, vendor.Refused);
        Assert.InRange(vendor.TokenRequests, 10, 17);
    }

    [Fact]
    public async Task AThousandConcurrentCallsAskForOneToken()
    {
        await using Vendor vendor = await Vendor.StartAsync(clock);
        BesChannelsClient bes = vendor.Client();
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(() => Delete(bes))));
        Assert.Equal((1, 0), (vendor.TokenRequests, vendor.Refused));
    }

    [Fact]
    public async Task ClientsWithTheSameOptionsShareTheToken()
    {
        await using Vendor vendor = await Vendor.StartAsync(clock);
        BesChannelsOptions options = vendor.Options();
        await Delete(new BesChannelsClient(options));
        await Delete(new BesChannelsClient(options));
        Assert.Equal(1, vendor.TokenRequests);
    }

    [Fact]
    public async Task AFailingRenewalFailsTheCallsThatNeedItAndTheNextTriesAgain()
    {
        await using Vendor vendor = await Vendor.StartAsync(clock);
        BesChannelsClient bes = vendor.Client();
        await Delete(bes);
        clock.Advance(TimeSpan.FromMinutes(20));
        vendor.TokenFault = response => response.AnswerAsync("""{"code":-1,"msg":"down","data":null}""");
        TokenException error = await Assert.ThrowsAsync<TokenException>(() => Delete(bes));
        Assert.IsType<ReturnCodeException>(error.InnerException);
        vendor.TokenFault = response => response.AnswerAsync("oops", 503);
        await Assert.ThrowsAsync<TokenException>(() => Delete(bes));
        vendor.TokenFault = response => response.AnswerAsync("""{"code":0,"msg":"ok","data":{"token":"x"}}""");
        await Assert.ThrowsAsync<ContractViolationException>(() => Delete(bes));
        vendor.TokenFault = null;
        await Delete(bes);
        Assert.Equal(5, vendor.TokenRequests);
    }

    [Fact]
    public async Task AConfiguredCodeRenewsOnceAndRepeatsOnce()
    {
        await using Vendor vendor = await Vendor.StartAsync(clock);
        BesChannelsClient bes = vendor.Client(options => options.RenewTokenOnCodes.Add("40001"));
        await Delete(bes);
        clock.Advance(TimeSpan.FromMinutes(10));
        vendor.Answer = """{"code":40001,"msg":"token","data":null}""";
        ReturnCodeException error = await Assert.ThrowsAsync<ReturnCodeException>(() => Delete(bes));
        Assert.Equal("40001", error.Code);
        Assert.Equal(2, vendor.TokenRequests);
        Assert.Equal(5, vendor.Received.Count);
    }

    [Fact]
    public async Task CancellationEndsOneCallOnly()
    {
        TaskCompletionSource asked = new();
        TaskCompletionSource answer = new();
        await using Vendor vendor = await Vendor.StartAsync(clock);
        vendor.TokenFault = async response =>
        {
            asked.TrySetResult();
            await answer.Task;
            await response.AnswerAsync("""{"code":0,"msg":"","data":{"access_token":"PLANTED-TOKEN-0"}}""");
        };
        BesChannelsClient bes = vendor.Client();
        using CancellationTokenSource impatient = new();
        Task first = bes.Leads.DeleteAsync(DeleteLeadsRequest.ById([1]), impatient.Token);
        await asked.Task;
        Task second = Delete(bes);
        impatient.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        answer.SetResult();
        await Assert.ThrowsAsync<ReturnCodeException>(() => second);
        Assert.Equal(1, vendor.TokenRequests);
    }

    [Fact]
    public async Task MissingCredentialsAreNamed()
    {
        BesChannelsClient bes = new(new BesChannelsOptions { BaseAddress = new Uri("http://127.0.0.1:1"), AppId = "a" });
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => Delete(bes));
        Assert.Contains("'appSecret'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATokenOfTheUsersOwnGoesBeforeTheLifeCycle()
    {
        await using Vendor vendor = await Vendor.StartAsync(clock, firstTokenLeft: TimeSpan.FromHours(2));
        await Delete(vendor.Client(options => options.AccessToken = "PLANTED-TOKEN-1"));
        Assert.Equal((0, 0), (vendor.TokenRequests, vendor.Refused));
    }

    private static Task Delete(BesChannelsClient bes) => bes.Leads.DeleteAsync(DeleteLeadsRequest.ById([1]), Cancellation);
}
