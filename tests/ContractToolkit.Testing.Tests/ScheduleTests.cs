using System.Net;
using System.Text;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Reporting;

namespace ContractToolkit.Testing.Tests;

/// <summary>Where the requests of a run go: to every operation first, then to where something is found; and by the seed alone.</summary>
public sealed class ScheduleTests
{
    private static readonly CompiledContract Eight = Compile(8);

    [Fact]
    public async Task Random_requests_move_to_the_operation_where_something_is_found()
    {
        Report healthy = await RunAsync(new Counting(Refusing(_ => null)));
        Report faulty = await RunAsync(new Counting(Refusing(request => request.Path == "/things3" && request.Number is { } number ? number % 3 == 0 ? 500 : number % 3 == 1 ? 502 : 504 : null)));
        Assert.InRange(healthy.Operations.Max(operation => operation.Requests), 1, healthy.Operations.Min(operation => operation.Requests) * 4 / 3);
        int most = faulty.Operations.Single(operation => operation.Name == "GET /things3").Requests;
        Assert.All(faulty.Operations.Where(operation => operation.Name != "GET /things3"), operation => Assert.True(most > operation.Requests * 3 / 2, $"{most} requests to the faulty operation, {operation.Requests} to {operation.Name}"));
        Assert.InRange(faulty.Requests, healthy.Requests * 9 / 10, healthy.Requests * 12 / 10);
    }

    [Fact]
    public async Task Violations_move_to_the_keyword_that_a_server_does_not_mind()
    {
        // It checks everything but the largest number, in every operation.
        Counting minding = new(request => request.Violates(mindsMaximum: true) ? 400 : null);
        Counting careless = new(request => request.Violates(mindsMaximum: false) ? 400 : null);
        await RunAsync(minding, cases: 60);
        await RunAsync(careless, cases: 60);
        Assert.True(careless.TooLarge > minding.TooLarge * 5 / 4, $"{careless.TooLarge} too large numbers where none is refused, {minding.TooLarge} where all are");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task What_moves_depends_on_the_seed_alone(int workers)
    {
        Func<Seen, int?> faults = request => request.Path == "/things2" && request.Number > 500 ? 500 : request.Path == "/things5" && request.Name?.Length > 3 ? 503 : null;
        Counting first = new(faults);
        Counting second = new(faults);
        await RunAsync(first);
        await RunAsync(second, workers: workers);
        Assert.Equal(first.Log.Order(), second.Log.Order());
    }

    [Fact]
    public async Task A_run_with_few_requests_has_looked_at_everything()
    {
        Counting server = new(_ => null);
        Report report = await RunAsync(server, options => options with { RequestBudget = 40, Phases = new RunOptions().Phases });
        Assert.Equal(40, report.Requests);
        Assert.Equal(40, server.Log.Count);
        Assert.DoesNotContain(report.Operations, operation => operation.Verdict == OperationVerdict.NotReached);
        Assert.Equal((RunOutcome.CutShort, "the request budget is used up"), (report.Outcome, report.OutcomeReason));
    }

    [Fact]
    public async Task A_budget_that_ends_random_requests_only_does_not_cut_the_run_short()
    {
        Report whole = await RunAsync(new Counting(_ => null), options => options with { Phases = new RunOptions().Phases });
        Report budgeted = await RunAsync(new Counting(_ => null), options => options with { Phases = new RunOptions().Phases, RequestBudget = whole.Requests * 7 / 10 });
        Assert.Equal(RunOutcome.Completed, budgeted.Outcome);
        Assert.Contains(budgeted.Notes, note => note.Contains("pairs of random requests were left out", StringComparison.Ordinal));
        Assert.True(budgeted.Requests <= whole.Requests * 7 / 10);
    }

    [Fact]
    public async Task A_moved_random_request_can_be_replayed()
    {
        Func<Seen, int?> fault = request => request.Path == "/things3" && request.Number is { } number && number % 7 == 3 ? 500 : null;
        RunOptions options = Options with { Phases = [TestPhase.Fuzzing], Shrink = false };
        ReportedFinding found = (await new ContractRunner(Eight, Target(new Counting(fault)), options).RunAsync(TestContext.Current.CancellationToken)).Findings.First(finding => finding.Finding.Id == "server-error");
        Counting again = new(fault);
        Report replayed = await new ContractRunner(Eight, Target(again), options with { Replay = CaseId.Parse(found.Replay!) }).RunAsync(TestContext.Current.CancellationToken);
        Assert.Contains(replayed.Findings, finding => finding.Fingerprint == found.Fingerprint);
        Assert.True(again.Log.Count <= 3, $"{again.Log.Count} requests");
    }

    [Theory]
    [InlineData(10, new[] { 1.0, 1.0, 1.0 }, new[] { 9, 9, 9 }, new[] { 4, 3, 3 })]
    [InlineData(10, new[] { 0.0, 3.0, 1.0 }, new[] { 9, 9, 9 }, new[] { 0, 8, 2 })]
    [InlineData(10, new[] { 1.0, 9.0 }, new[] { 9, 2 }, new[] { 2, 2 })]
    [InlineData(3, new[] { 0.0, 0.0 }, new[] { 9, 9 }, new[] { 0, 0 })]
    public void Shares_follow_the_weights(int amount, double[] weights, int[] limits, int[] shares) => Assert.Equal(shares, Apportionment.Divide(amount, weights, limits));

    private static Func<Seen, int?> Refusing(Func<Seen, int?> status) => request => request.Violates(mindsMaximum: true) ? 400 : status(request);

    private static RunOptions Options { get; } = new() { Phases = [TestPhase.Examples, TestPhase.Fuzzing], Shrink = false };

    private static HttpTarget Target(Counting server) => new("eight", "http://eight.test", server, isLocal: true);

    private static Task<Report> RunAsync(Counting server, Func<RunOptions, RunOptions>? change = null, int workers = 1, int cases = 40)
    {
        RunOptions options = Options with { Workers = workers, FuzzingCases = cases };
        return new ContractRunner(Eight, Target(server), change?.Invoke(options) ?? options).RunAsync(TestContext.Current.CancellationToken);
    }

    private static CompiledContract Compile(int operations)
    {
        StringBuilder text = new("openapi: 3.1.0\ninfo: { title: Eight, version: '1' }\npaths:\n");
        for (int i = 1; i <= operations; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $$"""
                  /things{{i}}:
                    get:
                      parameters:
                        - { name: number, in: query, schema: { type: integer, minimum: 0, maximum: 999 } }
                        - { name: name, in: query, schema: { type: string, pattern: '^[a-z]{1,6}$' } }
                      responses: { '200': { description: Well. }, '400': { description: Bad. }, '500': { description: Broken. } }

                """);
        }

        return CompiledContract.Compile(ContractReader.Read("eight.yaml", System.Text.Encoding.UTF8.GetBytes(text.ToString())));
    }

    private sealed record Seen(string Path, int? Number, string? NumberText, string? Name)
    {
        public bool IsTooLarge => NumberText is { } text && decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out decimal number) && number > 999;

        public bool Violates(bool mindsMaximum) =>
            (NumberText is not null && (!decimal.TryParse(NumberText, System.Globalization.CultureInfo.InvariantCulture, out decimal number) || number != Math.Truncate(number) || number < 0 || (mindsMaximum && number > 999)))
            || (Name is not null && (Name.Length is < 1 or > 6 || Name.Any(c => !char.IsAsciiLetterLower(c))));
    }

    private sealed class Counting(Func<Seen, int?> status) : HttpMessageHandler
    {
        private readonly Lock gate = new();

        public List<string> Log { get; } = [];

        public int TooLarge { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string[] halves = request.RequestUri!.PathAndQuery.Split('?');
            Dictionary<string, string> query = halves.Length < 2 ? [] : halves[1].Split('&').Select(pair => pair.Split('=')).GroupBy(pair => pair[0]).ToDictionary(group => group.Key, group => Uri.UnescapeDataString(group.Last().ElementAtOrDefault(1) ?? ""));
            string? number = query.GetValueOrDefault("number");
            Seen seen = new(halves[0], int.TryParse(number, out int value) ? value : null, number, query.GetValueOrDefault("name"));
            lock (gate)
            {
                Log.Add($"{request.Method} {request.RequestUri.PathAndQuery}");
                if (seen.IsTooLarge) TooLarge++;
            }

            return Task.FromResult(new HttpResponseMessage((HttpStatusCode)(status(seen) ?? 200)));
        }
    }
}
