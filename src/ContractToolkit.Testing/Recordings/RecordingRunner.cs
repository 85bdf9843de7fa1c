using System.Diagnostics;
using ContractToolkit.Exchange;
using ContractToolkit.Reporting;

namespace ContractToolkit.Testing;

/// <summary>Judges recorded exchanges against a contract: the same checks and the same coverage as a live run, and no request is sent.</summary>
/// <param name="contract">The contract.</param>
/// <param name="options">Of which the checks, levels, operations and groups are used.</param>
/// <param name="observers">Who hears what was found in each exchange.</param>
public sealed class RecordingRunner(CompiledContract contract, RunOptions? options = null, params IRunObserver[] observers)
{
    // What a recording can show; the other checks need to know what a request was meant for.
    private static readonly ICheck[] Checks = [new TransportCheck(), new ServerErrorCheck(), new ConformanceCheck(), new EncodingCheck(), new UndeclaredMemberCheck(), new CompressionCheck(), new ResponseTimeCheck()];

    /// <summary>Judges exchanges.</summary>
    /// <param name="exchanges">The exchanges; one is held in memory at a time.</param>
    /// <param name="name">How the report names them.</param>
    /// <param name="problems">What could not be read; asked for after the last exchange.</param>
    /// <param name="cancellation">Stops the run; the report says what was judged until then.</param>
    public Report Run(IEnumerable<HttpExchange> exchanges, string name, Func<IEnumerable<Finding>>? problems = null, CancellationToken cancellation = default)
    {
        RunOptions chosen = options ?? new();
        RunContext context = new(contract, new NoTarget(name), chosen, observers);
        Dictionary<CompiledOperation, OperationLedger> ledgers = contract.Operations.ToDictionary(operation => operation, operation => new OperationLedger(operation, new CoverageMeter(operation, contract.Contract.Schemas)));
        foreach ((CompiledOperation operation, OperationLedger ledger) in ledgers)
        {
            ledger.Skipped = OperationSelection.ReasonToSkip(operation, 0, context.Target, chosen with { Shard = null, Replay = null });
        }

        RunProgress progress = new(DateTimeOffset.UtcNow, Stopwatch.GetTimestamp());
        ExchangeValidator validator = new(contract, new() { CheckSecurity = false });
        RecordingTally tally = new();
        foreach (HttpExchange exchange in exchanges)
        {
            if (cancellation.IsCancellationRequested) break;
            ExchangeVerdict verdict = validator.Validate(exchange);
            if (!tally.Count(exchange, verdict)) continue;
            context.Exchanges.Learn(exchange.Response);
            Judge(exchange, verdict, context, ledgers);
        }

        foreach (Finding problem in problems?.Invoke() ?? []) context.Findings.Add(new() { Finding = problem });
        Report report = ReportBuilder.Build(context, [.. contract.Operations.Select(operation => ledgers[operation])], progress, cancellation.IsCancellationRequested ? "stopped by the user" : null, tally.Notes());
        return report with { Requests = tally.Judged, Seed = null };
    }

    private static void Judge(HttpExchange exchange, ExchangeVerdict verdict, RunContext context, Dictionary<CompiledOperation, OperationLedger> ledgers)
    {
        if (verdict.Route.Operation is not { } operation)
        {
            // Traffic of other parts of a system is no fault of this contract.
            Finding[] elsewhere = [.. verdict.RequestFindings.Select(finding => finding with { Level = FindingLevel.Warning, Cause = $"{exchange.Request.Method} {RequestTarget.Parse(exchange.Request.Url).Path}" })];
            AddAll(context, null, elsewhere, exchange);
            return;
        }

        OperationLedger ledger = ledgers[operation];
        if (ledger.Skipped is not null) return;
        ledger.Visited = true;
        bool conforming = verdict.RequestFindings.All(finding => finding.Level != FindingLevel.Error);
        CaseResult result = new(context.Contract, CaseOf(operation, exchange, conforming), exchange, verdict.Response, context.OptionsFor(operation));
        ledger.Add(result, Checks.Length);
        IEnumerable<Finding> found = verdict.RequestFindings.Concat(Checks.SelectMany(check => check.Examine(result))).Where(finding => !result.Options.DisabledChecks.Contains(finding.Id));
        AddAll(context, operation, [.. found.Select(finding => result.Options.Levels.TryGetValue(finding.Id, out FindingLevel level) ? finding with { Level = level } : finding)], exchange);
    }

    private static void AddAll(RunContext context, CompiledOperation? operation, IReadOnlyList<Finding> findings, HttpExchange exchange)
    {
        foreach (Finding finding in findings) Add(context, operation, finding, exchange);
        if (context.Events.WantsExchanges) context.Events.Raise(new RecordingJudged(exchange.Source, operation?.Name, findings.Select(context.Secrets.Scrub).ToEquatableArray()));
    }

    private static void Add(RunContext context, CompiledOperation? operation, Finding finding, HttpExchange exchange)
    {
        Finding clean = context.Secrets.Scrub(finding);
        if (!context.Findings.Count(clean)) return;
        HttpExchange shown = context.Exchanges.Scrub(exchange);
        List<Evidence> proof = [new("recorded", exchange.Source ?? ""), new("curl", CurlLine.Of(RecordedRequest.Essence(shown.Request, operation, finding)))];
        if (shown.Response is { } response) proof.Add(new("response", AnswerExcerpt.Of(response)));
        context.Findings.Add(new() { Finding = clean with { Evidence = proof.ToEquatableArray() }, Phase = "recorded" });
    }

    private static TestCase CaseOf(CompiledOperation operation, HttpExchange exchange, bool conforming) => new()
    {
        Id = new(TestPhase.Examples, OperationSelector.KeyOf(operation.Operation), 0, 0),
        Operation = operation,
        Intent = conforming ? CaseIntent.Conforming : CaseIntent.Violating,
        Description = exchange.Source ?? "recorded request",
        Values = new(),
    };

    private sealed class NoTarget(string name) : ITarget
    {
        public string Name => name;

        public string? BaseUrl => null;

        public bool IsLocal => true;

        public bool IsDisposable => false;

        public Task<HttpExchange> SendAsync(ExchangeRequest request, SendLimits limits, CancellationToken cancellation) => throw new NotSupportedException("A recording takes no requests.");
    }
}
