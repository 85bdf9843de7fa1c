using ContractToolkit.TestSupport;
using ContractToolkit.Tokens;

namespace ContractToolkit.Tests.Http;

public sealed class TokenLeaseTests
{
    private readonly FakeClock clock = new();
    private int issued;

    [Fact]
    public async Task ATokenIsTrustedUntilItsTimeIsOver()
    {
        TokenLease lease = new(clock);
        Assert.Equal("t1", await Get(lease));
        clock.Advance(TimeSpan.FromSeconds(1139));
        Assert.Equal("t1", await Get(lease));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("t2", await Get(lease));
    }

    [Fact]
    public async Task TrustBeginsBeforeTheRequestIsSent()
    {
        TokenLease lease = new(clock);
        await lease.GetAsync(
            _ =>
            {
                clock.Advance(TimeSpan.FromSeconds(1000));
                return Issue();
            },
            TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(140));
        Assert.Equal("t2", await Get(lease));
    }

    [Fact]
    public async Task AThousandCallersShareOneRequest()
    {
        TokenLease lease = new(clock);
        TaskCompletionSource answer = new();
        Task<string>[] callers = [.. Enumerable.Range(0, 1000).Select(_ => Task.Run(() => lease.GetAsync(
            async _ =>
            {
                await answer.Task;
                return await Issue();
            },
            CancellationToken.None)))];
        answer.SetResult();
        Assert.All(await Task.WhenAll(callers), token => Assert.Equal("t1", token));
        Assert.Equal(1, issued);
    }

    [Fact]
    public async Task ACallerThatGivesUpDisturbsNobody()
    {
        TokenLease lease = new(clock);
        TaskCompletionSource answer = new();
        CancellationToken seen = new(canceled: true);
        using CancellationTokenSource impatient = new();
        Task<string> first = lease.GetAsync(
            async token =>
            {
                seen = token;
                await answer.Task;
                return await Issue();
            },
            impatient.Token);
        Task<string> second = lease.GetAsync(_ => Issue(), TestContext.Current.CancellationToken);
        impatient.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        answer.SetResult();
        Assert.Equal("t1", await second);
        Assert.False(seen.IsCancellationRequested);
        Assert.Equal(1, issued);
    }

    [Fact]
    public async Task AFailureReachesAllWhoWaitAndTheNextTriesAgain()
    {
        TokenLease lease = new(clock);
        TaskCompletionSource answer = new();
        Task<string>[] callers = [.. Enumerable.Range(0, 100).Select(_ => lease.GetAsync(
            async _ =>
            {
                await answer.Task;
                issued++;
                throw new TokenException("no");
            },
            CancellationToken.None))];
        answer.SetResult();
        foreach (Task<string> caller in callers) await Assert.ThrowsAsync<TokenException>(() => caller);
        Assert.Equal(1, issued);
        Assert.Equal("t2", await Get(lease));
    }

    [Fact]
    public async Task ARefusedTokenIsForgottenOnceOnly()
    {
        TokenLease lease = new(clock);
        Assert.Equal("t1", await Get(lease));
        Assert.True(lease.Refuse("t1"));
        Assert.Equal("t2", await Get(lease));
        lease.Refuse("t1");
        Assert.Equal("t2", await Get(lease));
    }

    [Fact]
    public async Task AmbientStateOfTheFirstCallerStaysOutside()
    {
        AsyncLocal<string> ambient = new() { Value = "mine" };
        string? seen = "unset";
        await new TokenLease(clock).GetAsync(
            _ =>
            {
                seen = ambient.Value;
                return Issue();
            },
            TestContext.Current.CancellationToken);
        Assert.Null(seen);
    }

    private Task<string> Get(TokenLease lease) => lease.GetAsync(_ => Issue(), TestContext.Current.CancellationToken);

    private Task<IssuedToken> Issue() =>
        Task.FromResult(new IssuedToken("t" + Interlocked.Increment(ref issued), TimeSpan.FromSeconds(1140)));
}
