using ContractToolkit.Exchange;
using ContractToolkit.Reporting;

namespace ContractToolkit.Testing;

/// <summary>Sends one case, has every check judge the answer, and enters what was found.</summary>
internal sealed class CaseRunner(RunContext context, TokenKeeper tokens)
{
    /// <summary>Hears every answer, judged or not: what a repeated call made must be deleted too.</summary>
    public Action<CaseResult>? Observed { get; set; }

    /// <summary>Runs a case; null where it could not be sent (the ledger says why).</summary>
    public async Task<CaseResult?> RunAsync(TestCase test, OperationLedger ledger, CancellationToken cancellation)
    {
        if (await SendAsync(test, ledger, cancellation).ConfigureAwait(false) is not { } result) return null;
        // A stopped run says nothing about the server.
        if (result.Exchange.Error?.Kind == ExchangeErrorKind.Cancelled) return null;
        tokens.Observe(test, result.Exchange);
        ledger.Add(result, context.Checks.Count);
        await JudgeAsync(result, ledger, cancellation).ConfigureAwait(false);
        if (context.Events.WantsExchanges) context.Events.Raise(new ExchangeFinished(test, context.Exchanges.Scrub(result.Exchange)));
        return result;
    }

    /// <summary>Sends a case without judging it.</summary>
    public async Task<CaseResult?> SendAsync(TestCase test, OperationLedger ledger, CancellationToken cancellation)
    {
        await tokens.EnsureAsync(test.Operation, cancellation).ConfigureAwait(false);
        if (context.Credentials.For(test.Operation, test.Credentials) is not { } credentials)
        {
            ledger.Blocked = "no credentials were given for " + string.Join(" or ", test.Operation.Security.Select(a => string.Join(" and ", a.Schemes.Select(s => s.Name).Concat(a.Unknown.Select(name => name + ", which the contract does not declare")))).Distinct());
            return null;
        }

        try
        {
            RequestValues values = tokens.Fill(test with { Values = FreshKeys.Fill(test, context.Factory) }) with { Credentials = credentials, Headers = context.Options.Headers.Concat(test.Values.Headers).ToEquatableArray() };
            ExchangeRequest request = context.Builder.Build(test.Operation, values, context.Target.BaseUrl);
            if (test.Method is { } method) request = request with { Method = method };
            RunOptions options = context.OptionsFor(test.Operation);
            HttpExchange exchange = await context.Sender.SendAsync(request, options, cancellation).ConfigureAwait(false);
            context.Exchanges.Learn(exchange.Response);
            CaseResult result = new(context.Contract, test, exchange, Validate(test, exchange), options);
            Observed?.Invoke(result);
            return result;
        }
        catch (ArgumentException e)
        {
            ledger.Blocked = e.Message;
            return null;
        }
    }

    private ResponseVerdict? Validate(TestCase test, HttpExchange exchange) =>
        exchange.Response is { } response && (exchange.Error is null || response.BodyState != BodyState.NotRecorded)
            ? context.Validator.ValidateResponse(test.Operation, response, test.Method) : null;

    private async Task JudgeAsync(CaseResult result, OperationLedger ledger, CancellationToken cancellation)
    {
        foreach (Finding raw in Findings(result))
        {
            Finding finding = context.Secrets.Scrub(raw);
            if (!context.Findings.Count(finding)) continue;
            bool flaky = finding.Level == FindingLevel.Error && await IsFlakyAsync(result, finding, ledger, cancellation).ConfigureAwait(false);
            finding = finding with { Level = flaky ? Doubted(finding) : await WeighAsync(result, finding, ledger, cancellation).ConfigureAwait(false) };
            CaseResult shown = !flaky && MayShrink(result, finding) ? await new CaseMinimizer(context, this).MinimizeAsync(result, finding, ledger, cancellation).ConfigureAwait(false) : result;
            Finding proven = Shown(finding, shown) with { Evidence = Proof(shown).Concat(finding.Evidence).ToEquatableArray() };
            context.Findings.Add(new() { Finding = proven, Phase = result.Case.Id.Phase.ToString().ToLowerInvariant(), Flaky = flaky, Replay = result.Case.Id.ToString() });
            context.Events.Raise(new FindingFound(proven, result.Case.Id.Phase));
        }
    }

    /// <summary>What the checks find in a result, switched-off rules left out.</summary>
    public IEnumerable<Finding> Findings(CaseResult result) =>
        context.Checks.SelectMany(check => check.Examine(result)).Where(finding => !result.Options.DisabledChecks.Contains(finding.Id))
            .Select(finding => result.Options.Levels.TryGetValue(finding.Id, out FindingLevel level) ? finding with { Level = level } : finding);

    // What the shrunk request shows, in its own words: the message may quote the value.
    private Finding Shown(Finding finding, CaseResult shown) =>
        Findings(shown).Select(context.Secrets.Scrub).FirstOrDefault(other => Fingerprint.Of(other) == Fingerprint.Of(finding)) is { } same ? same with { Level = finding.Level } : finding;

    // What an answer said, it said, whether or not it says it again. A refusal may have a passing reason, and so may one lost connection; when they are lost again and again it has none.
    private FindingLevel Doubted(Finding finding) =>
        finding.Id == ValidRejectedCheck.Id || (finding.Id == ExchangeRules.NoResponse && !context.Findings.Knows(finding)) ? FindingLevel.Warning : finding.Level;

    // A refused edge proves something only while the request that it varies is still taken: a server may refuse it the second time for a reason of its own.
    private async Task<FindingLevel> WeighAsync(CaseResult result, Finding finding, OperationLedger ledger, CancellationToken cancellation)
    {
        if (finding.Id != ValidRejectedCheck.Id || result.Case.Base is not { } proven || finding.Level != FindingLevel.Error) return finding.Level;
        CaseResult? again = await SendAsync(result.Case with { Values = proven }, ledger, cancellation).ConfigureAwait(false);
        return again is { Accepted: true } ? finding.Level : FindingLevel.Warning;
    }

    private bool MayShrink(CaseResult result, Finding finding) =>
        context.Options.Shrink && !(finding.Id == ValidRejectedCheck.Id && result.Case.IsProvenEdge) && finding.Level != FindingLevel.Info && !result.Case.IsDocumented && result.Case.Intent is CaseIntent.Conforming or CaseIntent.Violating
        && result.Exchange.Error?.Kind is not (ExchangeErrorKind.TimedOut or ExchangeErrorKind.TooLarge or ExchangeErrorKind.Unreachable);

    private async Task<bool> IsFlakyAsync(CaseResult result, Finding finding, OperationLedger ledger, CancellationToken cancellation)
    {
        // Asking again after a hang or an endless body costs the same time again and would prove little.
        if (result.Exchange.Error?.Kind is ExchangeErrorKind.TimedOut or ExchangeErrorKind.TooLarge || cancellation.IsCancellationRequested) return false;
        if (await SendAsync(result.Case, ledger, cancellation).ConfigureAwait(false) is not { } again || again.Exchange.Error?.Kind == ExchangeErrorKind.Cancelled) return false;
        string key = Fingerprint.Of(finding);
        return !Findings(again).Any(other => Fingerprint.Of(context.Secrets.Scrub(other)) == key);
    }

    /// <summary>The proof that goes with a finding about a result: redacted.</summary>
    public IEnumerable<Evidence> Proof(CaseResult result)
    {
        yield return new("case", result.Case.Description);
        HttpExchange exchange = context.Exchanges.Scrub(result.Exchange);
        yield return new("curl", context.Secrets.Scrub(CurlLine.Of(exchange.Request)));
        if (exchange.Response is { } response) yield return new("response", context.Secrets.Scrub(AnswerExcerpt.Of(response)));
    }
}
