using ContractToolkit.Reporting;

namespace ContractToolkit.Testing.Tests;

/// <summary>Faults that the second of two equal requests does not show.</summary>
public sealed class PassingFaultTests
{
    [Fact]
    public async Task An_answer_that_breaks_the_contract_once_fails_the_build()
    {
        Report report = await ShopRun.AgainstAsync(new ShopServer("one-in-fifty"));
        Assert.Contains(report.Findings, finding => finding is { Flaky: true, Fails: true, Finding.Id: "response-body" });
        Assert.True(report.HasFailures);
        Assert.Contains(report.Operations, operation => operation.Verdict == OperationVerdict.Fails);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task One_lost_connection_may_have_passing_reasons_more_have_none(int losses, bool fails)
    {
        HttpTarget target = new("in process", "http://shop.test", new Losing(losses), isLocal: true);
        Report report = await new ContractRunner(ShopRun.Contract, target, ShopRun.Options).RunAsync(TestContext.Current.CancellationToken);
        ReportedFinding lost = Assert.Single(report.Findings, finding => finding.Finding.Id == "no-response");
        Assert.Equal((true, fails), (lost.Flaky, lost.Fails));
        Assert.Equal(fails, report.HasFailures);
    }

    /// <summary>Loses the connection of every other read of the list, so often.</summary>
    private sealed class Losing(int losses) : DelegatingHandler(new ShopServer())
    {
        private int lost;
        private int asked;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
        {
            bool list = request is { Method.Method: "GET", RequestUri.AbsolutePath: "/items" };
            if (!list || asked++ % 2 != 0 || lost >= losses) return base.SendAsync(request, cancellation);
            lost++;
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was lost.");
        }
    }
}
