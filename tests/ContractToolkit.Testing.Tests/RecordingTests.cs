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
    public void What_is_no_call_is_left_aside_and_what_was_not_recorded_is_said()
    {
        HttpExchange item = Exchange("GET", "/items/1", 200, "", ("ETag", "\"1\""));
        Report report = new RecordingRunner(ShopRun.Contract).Run(
            [
                Exchange("GET", "/favicon.ico", 404, ""),
                Exchange("GET", "/socket", 101, ""),
                item with { Response = item.Response! with { BodyState = BodyState.NotRecorded } },
                item with { Response = item.Response! with { Headers = [], HeadersNotRecorded = true, Body = """{"id":1,"name":"x","price":1,"category":"book"}"""u8.ToArray() } },
            ],
            "test");
        Assert.Equal(2, report.Requests);
        Assert.Empty(report.Findings);
        Assert.Equal(["left aside: 1 page asset, 1 web socket", "1 call without the answer's body, which the recording left out; the rest was judged", "1 call without header fields, which the recording left out; none is taken for missing"], report.Notes);
    }

    [Fact]
    public void A_body_without_recorded_headers_is_judged_as_the_only_thing_that_it_can_be()
    {
        HttpExchange item = Exchange("GET", "/items/1", 200, """{"id":1,"price":1,"category":"book"}""");
        Report report = new RecordingRunner(ShopRun.Contract).Run([item with { Response = item.Response! with { Headers = [], HeadersNotRecorded = true } }], "test");
        Assert.Equal("response-body", Assert.Single(report.Findings).Finding.Id);
    }

    [Fact]
    public void A_call_without_a_recorded_answer_is_a_warning()
    {
        HttpExchange item = Exchange("GET", "/items/1", 200, "") with { Response = null, Error = new ExchangeError(ExchangeErrorKind.NotRecorded, "The recording holds no response.") };
        Finding finding = Assert.Single(new RecordingRunner(ShopRun.Contract).Run([item], "test").Findings).Finding;
        Assert.Equal(("no-response", FindingLevel.Warning), (finding.Id, finding.Level));
    }

    [Fact]
    public void The_command_line_leaves_out_what_a_browser_adds_and_keeps_what_the_contract_knows()
    {
        HttpExchange exchange = Exchange("POST", "/items", 500, "{}");
        exchange = exchange with { Request = exchange.Request with { Headers = [new("User-Agent", "b"), new("sec-fetch-mode", "cors"), new(":authority", "h"), new("Host", "h"), new("Accept-Encoding", "br"), new("X-Mine", "1"), new("Accept", "a/b")] } };
        Report report = new RecordingRunner(ShopRun.Contract).Run([exchange], "test");
        Assert.NotEmpty(report.Findings);
        Assert.All(report.Findings, finding => Assert.Equal("curl -i -X 'POST' 'http://shop.test/items' -H 'X-Mine: 1' -H 'Accept: a/b'", finding.Finding.Evidence.Single(evidence => evidence.Kind == "curl").Text));
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
