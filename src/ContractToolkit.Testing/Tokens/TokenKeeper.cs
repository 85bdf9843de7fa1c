using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Sees to it that a run has a token when it needs one.</summary>
internal sealed class TokenKeeper
{
    private readonly RunContext context;
    private readonly TokenSession? session;
    private readonly SemaphoreSlim gate = new(1, 1);
    private bool hopeless;

    public TokenKeeper(RunContext context)
    {
        this.context = context;
        if (context.Contract.Contract.Token is not { } rule || context.Contract.ById(rule.Operation) is not { } issuer) return;
        bool given = context.Options.Credentials.Any(credential => credential.Scheme == rule.Scheme);
        if (given) return;
        session = new(rule, issuer, context.Options, inventCredentials: context.Target.IsDisposable);
        foreach (string secret in session.Secrets) context.Secrets.Add(secret);
    }

    /// <summary>The environment variables that are needed and not set.</summary>
    public IReadOnlyList<string> Missing => session?.Missing ?? [];

    /// <summary>The token at hand; null where there is none.</summary>
    public IssuedToken? Current => session?.Current;

    /// <summary>Asks for a token though the last one is still trusted; null where none came.</summary>
    public async Task<IssuedToken?> RenewAsync(CancellationToken cancellation)
    {
        if (session is null || hopeless) return null;
        await gate.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await ObtainAsync(session, cancellation).ConfigureAwait(false);
            return hopeless ? null : session.Current;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Obtains a token where the operation needs one and none is trusted any more.</summary>
    public async Task EnsureAsync(CompiledOperation operation, CancellationToken cancellation)
    {
        if (session is null || hopeless || !session.IsDue || !Needs(operation)) return;
        await gate.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            if (session.IsDue && !hopeless) await ObtainAsync(session, cancellation).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The values of a case, with the run's credentials where it calls the issuing operation rightly.</summary>
    public RequestValues Fill(TestCase test) =>
        session is not null && test.Operation == session.Issuer && test.Intent == CaseIntent.Conforming
            ? test.Values with { Body = session.WithCredentials(test.Values.Body), RawBody = null } : test.Values;

    /// <summary>Takes the token from an answer of the issuing operation.</summary>
    public void Observe(TestCase test, HttpExchange exchange)
    {
        if (session is not null && test.Operation == session.Issuer && test.Intent == CaseIntent.Conforming) Take(session, exchange);
    }

    private async Task ObtainAsync(TokenSession due, CancellationToken cancellation)
    {
        RequestValues values = context.Factory.Conforming(due.Issuer, new(InstanceVariant.Minimal, context.Options.Seed), out _) ?? new RequestValues();
        ExchangeRequest request = context.Builder.Build(due.Issuer, values with { Body = due.WithCredentials(values.Body), RawBody = null }, context.Target.BaseUrl);
        HttpExchange exchange = await context.Sender.SendAsync(request, context.OptionsFor(due.Issuer), cancellation).ConfigureAwait(false);
        // The issuing operation is tested like any other; what is wrong with its answer is found there.
        if (!Take(due, exchange)) hopeless = true;
        if (context.Events.WantsExchanges) context.Events.Raise(new ExchangeFinished(null, context.Exchanges.Scrub(exchange)));
    }

    private bool Take(TokenSession from, HttpExchange exchange)
    {
        if (from.Accept(exchange) is not { } token) return false;
        context.Secrets.Add(token);
        context.Credentials.Set(new(from.Scheme, token));
        return true;
    }

    private bool Needs(CompiledOperation operation) =>
        operation.Security.Any(alternative => alternative.Schemes.Any(scheme => scheme.Name == session!.Scheme));
}
