using System.Text;
using ContractToolkit.Exchange;
using ContractToolkit.Reporting;

namespace ContractToolkit.Testing.Tests;

public sealed class RecordingTests
{
    [Fact]
    public void Exchanges_are_judged_as_a_live_run_judges_them()
    {
        Report report = new RecordingRunner(ShopRun.Contract).Run(
            [Exchange("GET", "/items/1", 200, """{"id":1,"name":"x","price":1,"category":"book"}""", ("ETag", "\"1\"")), Exchange("GET", "/items/1", 200, """{"id":1,"price":1,"category":"book"}""", ("ETag", "\"1\"")), Exchange("GET", "/nowhere", 404, "{}")],
            "test");
        Assert.Equal(3, report.Requests);
        ReportedFinding body = Assert.Single(report.Findings, finding => finding.Finding.Level == FindingLevel.Error);
        Assert.Equal(("response-body", "GET /items/{id}"), (body.Finding.Id, body.Finding.Operation));
        Assert.Single(report.Findings, finding => finding.Finding is { Id: "request-path", Level: FindingLevel.Warning });
        Assert.Equal(OperationVerdict.Fails, report.Operations.Single(operation => operation.OperationId == "getItem").Verdict);
        Assert.Equal(OperationVerdict.NotReached, report.Operations.Single(operation => operation.OperationId == "health").Verdict);
    }

    [Fact]
    public void Credentials_in_a_recording_reach_no_report()
    {
        HttpExchange exchange = Exchange("POST", "/items", 500, "{}");
        exchange = exchange with { Request = exchange.Request with { Headers = [new("Authorization", "Bearer planted-secret")] } };
        Report report = new RecordingRunner(ShopRun.Contract).Run([exchange], "test");
        Assert.NotEmpty(report.Findings);
        Assert.All(Reporters.All, reporter => Assert.DoesNotContain("planted-secret", reporter.WriteString(report), StringComparison.Ordinal));
    }

    private static HttpExchange Exchange(string method, string path, int status, string body, params (string Name, string Value)[] headers) => new()
    {
        Request = new() { Method = method, Url = "http://shop.test" + path },
        Response = new() { Status = status, Body = Encoding.UTF8.GetBytes(body), Headers = headers.Prepend(("Content-Type", "application/json")).Select(header => new HeaderField(header.Item1, header.Item2)).ToEquatableArray() },
        Source = "a test",
    };
}
