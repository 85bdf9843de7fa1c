using System.Globalization;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Follows a token through its life: a new one is good, an old one ends when the contract says so.</summary>
internal sealed class TokenLifeCycle(RunContext context, TokenKeeper tokens, SequenceReporter reporter, IReadOnlyDictionary<CompiledOperation, OperationLedger> ledgers)
{
    // Longer lives cannot be waited for in a run.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    public async Task RunAsync(CancellationToken cancellation)
    {
        if (context.Contract.Contract.Token is not { } rule || tokens.Current is not { } old || Probe(rule) is not { } probe) return;
        if (await CallAsync(probe, old.Token, "with the token", cancellation).ConfigureAwait(false) is not { Accepted: true }) return;
        if (await tokens.RenewAsync(cancellation).ConfigureAwait(false) is { } renewed && renewed.Token != old.Token) await CompareAsync(rule, probe, old.Token, renewed.Token, cancellation).ConfigureAwait(false);
        if (tokens.Current is { } last) await ExpireAsync(probe, last, cancellation).ConfigureAwait(false);
    }

    private async Task CompareAsync(TokenRule rule, CompiledOperation probe, string old, string renewed, CancellationToken cancellation)
    {
        if (await CallAsync(probe, renewed, "with the renewed token", cancellation).ConfigureAwait(false) is { Refused: true } refused)
        {
            reporter.Report(refused, SequenceRules.Token, $"A token that was just issued is refused: {refused.Answer}.", "renewed");
        }

        if (await CallAsync(probe, old, "with the token before", cancellation).ConfigureAwait(false) is not { } result) return;
        if (rule.Overlap && result.Refused) reporter.Report(result, SequenceRules.Token, $"The contract says that an old token stays good beside the new one (overlap), and it is refused: {result.Answer}.", "overlap");
    }

    private async Task ExpireAsync(CompiledOperation probe, IssuedToken issued, CancellationToken cancellation)
    {
        if (issued.Ends is not { } ends || ends - DateTimeOffset.UtcNow is var wait && wait > LongestWait) return;
        try
        {
            // A second for the clocks of both sides.
            if (wait > TimeSpan.Zero) await Task.Delay(wait + TimeSpan.FromSeconds(1), cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (await CallAsync(probe, issued.Token, "with the expired token", cancellation).ConfigureAwait(false) is { Accepted: true } accepted)
        {
            reporter.Report(accepted, SequenceRules.Token, string.Create(CultureInfo.InvariantCulture, $"A token whose life ended at {ends:HH:mm:ss} is still taken: {accepted.Answer}."), "expired");
        }
    }

    // A reading operation that needs this token, no other credential, and no id.
    private CompiledOperation? Probe(TokenRule rule) => context.Contract.Operations.FirstOrDefault(operation =>
        operation.Operation.Effect == OperationEffect.Read && ledgers[operation] is { Accepted: true, Forbidden: false } && CredentialStore.IsSecured(operation)
        && operation.Security.All(alternative => alternative.Schemes is [{ } scheme] && scheme.Name == rule.Scheme)
        && !operation.Operation.Parameters.Any(parameter => parameter.In == ParameterLocation.Path));

    private async Task<CaseResult?> CallAsync(CompiledOperation probe, string token, string description, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested || context.Factory.Conforming(probe, new(InstanceVariant.Minimal, context.Options.Seed), out _) is not { } values) return null;
        TestCase test = new()
        {
            Id = new(TestPhase.Stateful, OperationSelector.KeyOf(probe.Operation), context.Options.Seed, 0),
            Operation = probe,
            Values = values,
            Description = description,
        };
        values = values with { Credentials = [new(context.Contract.Contract.Token!.Scheme, token)], Headers = context.Options.Headers };
        RunOptions options = context.OptionsFor(probe);
        HttpExchange exchange = await context.Sender.SendAsync(context.Builder.Build(probe, values, context.Target.BaseUrl), options, cancellation).ConfigureAwait(false);
        return exchange.Response is { } response ? new(context.Contract, test, exchange, context.Validator.ValidateResponse(probe, response), options) : null;
    }
}
