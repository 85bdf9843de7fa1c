using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Reporting;

namespace ContractToolkit.Testing.Tests;

/// <summary>What a run does besides judging: safety, order, determinism, stopping.</summary>
public sealed class RunTests
{
    [Fact]
    public async Task The_same_seed_sends_the_same_requests()
    {
        Assert.Equal(await SentAsync(7), await SentAsync(7));
        Assert.NotEqual(await SentAsync(7), await SentAsync(8));
    }

    [Fact]
    public async Task Off_this_machine_only_reading_operations_run()
    {
        Sent sent = new();
        await RunAsync(sent, isLocal: false, ShopRun.Options);
        Assert.All(sent.Requests, request => Assert.True(request.StartsWith("GET ", StringComparison.Ordinal) || request.StartsWith("HEAD ", StringComparison.Ordinal) || request.StartsWith("TRACE ", StringComparison.Ordinal) || request.StartsWith("OPTIONS ", StringComparison.Ordinal), request));
        Sent writes = new();
        await RunAsync(writes, isLocal: false, ShopRun.Options with { AllowWrites = true });
        Assert.Contains(writes.Requests, request => request.StartsWith("DELETE ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_there_before_is_still_there_and_what_was_made_is_gone()
    {
        ShopServer shop = new();
        Report report = await ShopRun.AgainstAsync(shop);
        Assert.Equal(2, shop.Items);
        Assert.DoesNotContain(report.Notes, note => note.Contains("could not be deleted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stopped_run_reports_what_it_did()
    {
        using CancellationTokenSource stop = new();
        ContractRunner runner = new(ShopRun.Contract, new HttpTarget("in process", "http://shop.test", new ShopServer(), isLocal: true), ShopRun.Options, new StopAfter(30, stop));
        Report report = await runner.RunAsync(stop.Token);
        Assert.Equal((RunOutcome.CutShort, "stopped by the user"), (report.Outcome, report.OutcomeReason));
        Assert.Contains(report.Operations, operation => operation.Verdict == OperationVerdict.Conforms);
        Assert.Contains(report.Operations, operation => operation.Verdict == OperationVerdict.NotReached);
    }

    [Fact]
    public async Task Shards_cover_every_operation_once()
    {
        List<string> tested = [];
        for (int i = 1; i <= 3; i++)
        {
            Report report = await ShopRun.AgainstAsync(new ShopServer(), ShopRun.Options with { Shard = new(i, 3), Phases = [TestPhase.Examples] });
            tested.AddRange(report.Operations.Where(operation => operation.Verdict != OperationVerdict.Skipped).Select(operation => operation.Name));
        }

        Assert.Equal(ShopRun.Contract.Operations.Select(operation => operation.Name).Order(), tested.Order());
    }

    [Fact]
    public async Task A_replayed_case_finds_the_finding_again()
    {
        Report report = await ShopRun.AgainstAsync(new ShopServer("stock-1000-refused"));
        string replay = report.Findings.First(finding => finding.Finding.Id == "valid-rejected").Replay!;
        Report again = await ShopRun.AgainstAsync(new ShopServer("stock-1000-refused"), ShopRun.Options with { Replay = CaseId.Parse(replay) });
        Assert.Equal(report.Findings.First(finding => finding.Finding.Id == "valid-rejected").Fingerprint, Assert.Single(again.Findings).Fingerprint);
        Assert.True(again.Requests < 20, $"{again.Requests} requests");
    }

    [Fact]
    public async Task A_failing_request_is_shrunk_to_what_matters()
    {
        Report report = await ShopRun.AgainstAsync(new ShopServer("emoji-fails"));
        string curl = report.Findings.First(finding => finding.Finding.Id == "server-error").Finding.Evidence.First(evidence => evidence.Kind == "curl").Text;
        Assert.DoesNotContain("\"stock\"", curl, StringComparison.Ordinal);
        Assert.DoesNotContain("\"tags\"", curl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_violation_within_a_branch_is_shrunk_to_itself_and_to_no_other()
    {
        CompiledContract contract = CompiledContract.Compile(ContractReader.Read("branches.yaml", """
            openapi: 3.1.0
            info: { title: Branches, version: '1' }
            paths:
              /vectors:
                put:
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          anyOf:
                            - { type: object, required: [dense], properties: { dense: { type: object, required: [size], properties: { size: { type: integer, minimum: 1, maximum: 65536 }, note: { type: string } } } } }
                            - { type: 'null' }
                  responses: { '200': { description: Taken. } }
            """u8.ToArray()));
        HttpTarget target = new("all", "http://all.test", new Taking(), isLocal: true);
        Report report = await new ContractRunner(contract, target, new() { Phases = [TestPhase.Coverage, TestPhase.Fuzzing] }).RunAsync(TestContext.Current.CancellationToken);
        Finding[] size = [.. report.Findings.Select(finding => finding.Finding).Where(finding => finding.Message.Contains("/dense/size", StringComparison.Ordinal))];
        Assert.Contains(size, finding => finding.Message.Contains("above the maximum", StringComparison.Ordinal));
        Assert.All(size, finding => Assert.Contains("\"size\":", finding.Evidence.First(evidence => evidence.Kind == "curl").Text, StringComparison.Ordinal));
        Assert.All(size, finding => Assert.DoesNotContain("note", finding.Evidence.First(evidence => evidence.Kind == "curl").Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"a":{"b":1}}""", """{"a":{"b":1}}""", "/a/b", true)]
    [InlineData("""{"a":{"b":1,"c":2}}""", """{"a":{"b":1}}""", "/a", true)]
    [InlineData("""{"a":{"b":1}}""", """{"a":{"b":0}}""", "/a/b", false)]
    [InlineData("""{"a":{"b":1}}""", """{}""", "/a/b", false)]
    [InlineData("""{"a":{"c":1}}""", """{"a":{}}""", "/a/b", true)]
    [InlineData("""{"a":{"c":1}}""", """{}""", "/a/b", false)]
    public void A_broken_place_is_kept_or_lost(string before, string after, string place, bool kept) =>
        Assert.Equal(kept, BrokenPlace.IsKept(System.Text.Encoding.UTF8.GetBytes(before), System.Text.Encoding.UTF8.GetBytes(after), place));

    [Fact]
    public async Task A_server_that_never_answers_covers_nothing()
    {
        HttpTarget target = new("shop", "http://shop.test", new Refusing(), isLocal: true);
        Report report = await new ContractRunner(ShopRun.Contract, target, ShopRun.Options, []).RunAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, report.Requests);
        Assert.All(report.Operations.SelectMany(operation => operation.Coverage), item => Assert.Equal(0, item.Hits));
    }

    [Fact]
    public void Pairs_of_optional_members_take_every_combination()
    {
        foreach (int count in new[] { 1, 2, 3, 7, 54 })
        {
            bool[][] rows = [[.. Enumerable.Repeat(true, count)], .. OptionalCases.Rows(count).Select(row => row.Kept)];
            for (int a = 0; a < count; a++)
            {
                for (int b = a + 1; b < count; b++) Assert.Equal(4, rows.Select(row => (row[a], row[b])).Distinct().Count());
            }

            Assert.InRange(rows.Length, 2, 16);
        }
    }

    [Theory]
    [InlineData("examples.get%20pet.1.0")]
    [InlineData("fuzzing.a.b.c.18446744073709551615.7")]
    public void Case_ids_survive_a_round_trip(string text) => Assert.Equal(CaseId.Parse(text), CaseId.Parse(CaseId.Parse(text).ToString()));

    [Theory]
    [InlineData("")]
    [InlineData("examples.pet.1")]
    [InlineData("9.pet.1.1")]
    [InlineData("examples.pet.x.1")]
    public void What_is_no_case_id_is_refused(string text) => Assert.Throws<FormatException>(() => CaseId.Parse(text));

    private static async Task<string> SentAsync(ulong seed)
    {
        Sent sent = new();
        await RunAsync(sent, isLocal: true, ShopRun.Options with { Seed = seed, Phases = [TestPhase.Examples, TestPhase.Coverage, TestPhase.Fuzzing] });
        return string.Join('\n', sent.Requests);
    }

    private static Task<Report> RunAsync(Sent sent, bool isLocal, RunOptions options) =>
        new ContractRunner(ShopRun.Contract, new HttpTarget("shop", "http://shop.test", new ShopServer(), isLocal), options, sent).RunAsync(TestContext.Current.CancellationToken);

    private sealed class Sent : IRunObserver
    {
        public List<string> Requests { get; } = [];

        public bool WantsExchanges => true;

        public void On(RunEvent runEvent)
        {
            if (runEvent is ExchangeFinished { Exchange.Request: var request }) Requests.Add($"{request.Method} {request.Url} {System.Text.Encoding.UTF8.GetString(request.Body.Span)}");
        }
    }

    private sealed class Taking : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(new HttpResponseMessage());
    }

    private sealed class Refusing : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
    }

    private sealed class StopAfter(int exchanges, CancellationTokenSource stop) : IRunObserver
    {
        private int done;

        public bool WantsExchanges => true;

        public void On(RunEvent runEvent)
        {
            if (runEvent is ExchangeFinished && ++done == exchanges) stop.Cancel();
        }
    }
}
