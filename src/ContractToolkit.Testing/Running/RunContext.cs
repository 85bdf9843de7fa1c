using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>What the parts of one run share.</summary>
internal sealed class RunContext
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<CompiledOperation, RunOptions> operationOptions = new();

    public RunContext(CompiledContract contract, ITarget target, RunOptions options, IReadOnlyList<IRunObserver> observers, CancellationTokenSource? stop = null)
    {
        Contract = contract;
        Target = target;
        Options = options;
        Builder = new RequestBuilder(contract);
        Validator = new ExchangeValidator(contract);
        Factory = new CaseFactory(contract, Builder, new ExchangeValidator(contract, new() { CheckSecurity = false }), operation => OptionsFor(operation).Parameters);
        Budget = new RunBudget(options, stop);
        Sender = new Sender(target, options, Budget);
        Credentials = new CredentialStore(options.Credentials);
        Exchanges = new ExchangeScrubber(contract, Secrets, options.Redaction);
        Events = new EventHub(observers);
        Checks = [.. CheckCatalog.Checks.Where(check => !check.Rules.All(rule => options.DisabledChecks.Contains(rule.Id)))];
        foreach (CredentialValue credential in options.Credentials) Secrets.Add(credential.Secret);
        foreach (string secret in options.Secrets) Secrets.Add(secret);
    }

    public CompiledContract Contract { get; }

    public ITarget Target { get; }

    public RunOptions Options { get; }

    /// <summary>The options for one operation.</summary>
    public RunOptions OptionsFor(CompiledOperation operation) => operationOptions.GetOrAdd(operation, key => Options.For(key.Operation));

    public RequestBuilder Builder { get; }

    public ExchangeValidator Validator { get; }

    public CaseFactory Factory { get; }

    public RunBudget Budget { get; }

    public Sender Sender { get; }

    public CredentialStore Credentials { get; }

    public SecretScrubber Secrets { get; } = new();

    public ExchangeScrubber Exchanges { get; }

    public EventHub Events { get; }

    public FindingLedger Findings { get; } = new();

    public IReadOnlyList<ICheck> Checks { get; }
}
