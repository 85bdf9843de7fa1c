using ContractToolkit.Exchange;
using ContractToolkit.Reporting;

namespace ContractToolkit.Testing.Tests;

public sealed class InProcessTests
{
    private static ContractTests Shop(string? fault = null) => ContractTests.For(ShopRun.Contract).With(_ => ShopRun.Options).Against(new ShopServer(fault), "http://shop.test");

    public static TheoryData<string, TestPhase> Cases => [.. ContractTests.For(ShopRun.Contract).Cases.Select(test => new TheoryDataRow<string, TestPhase>(test.Operation, test.Phase))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_shop_keeps_its_contract(string operation, TestPhase phase) =>
        Assert.NotNull(await Shop().RunAsync(operation, phase, TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_broken_promise_fails_the_test_and_says_which()
    {
        ContractViolationException failure = await Assert.ThrowsAsync<ContractViolationException>(() => Shop("etag-missing").RunAsync("getItem", TestPhase.Examples, TestContext.Current.CancellationToken));
        Assert.Contains("ETag is required, but missing", failure.Message, StringComparison.Ordinal);
        Assert.True(failure.Report!.HasFailures);
    }

    [Fact]
    public async Task The_handler_lets_conforming_answers_pass_with_their_body()
    {
        using HttpClient client = new(new ContractAssertingHandler(ShopRun.Contract) { InnerHandler = new ShopServer() });
        Assert.Contains("First", await client.GetStringAsync("http://shop.test/items/1", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_handler_fails_the_test_whose_application_breaks_the_contract()
    {
        using HttpClient client = new(new ContractAssertingHandler(ShopRun.Contract) { InnerHandler = new ShopServer("name-null") });
        ContractViolationException failure = await Assert.ThrowsAsync<ContractViolationException>(() => client.GetStringAsync("http://shop.test/items/1", TestContext.Current.CancellationToken));
        Assert.Contains("response-body GET /items/{id}", failure.Message, StringComparison.Ordinal);
        Assert.Contains("curl", failure.Message, StringComparison.Ordinal);
    }
}
