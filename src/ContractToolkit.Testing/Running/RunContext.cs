using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>What the parts of one run share.</summary>
internal sealed class RunContext
{
    public RunContext(CompiledContract contract, ITarget target, RunOptions options, IReadOnlyList<IRunObserver> observers)
    {
        Contract = contract;
        Target = target;
        Options = options;
        Builder = new RequestBuilder(contract);
        Validator = new ExchangeValidator(contract);
        Factory = new CaseFactory(contract, Builder, new ExchangeValidator(contract, new() { CheckSecurity = false }));
        Sender = new Sender(target, options);
        Credentials = new CredentialStore(options.Credentials);
        Exchanges = new ExchangeScrubber(contract, Secrets);
        Events = new EventHub(observers);
        Checks = [.. CheckCatalog.Checks.Where(check => !check.Rules.All(rule => options.DisabledChecks.Contains(rule.Id)))];
        foreach (CredentialValue credential in options.Credentials) Secrets.Add(credential.Secret);
    }

    public CompiledContract Contract { get; }

    public ITarget Target { get; }

    public RunOptions Options { get; }

    public RequestBuilder Builder { get; }

    public ExchangeValidator Validator { get; }

    public CaseFactory Factory { get; }

    public Sender Sender { get; }

    public CredentialStore Credentials { get; }

    public SecretScrubber Secrets { get; } = new();

    public ExchangeScrubber Exchanges { get; }

    public EventHub Events { get; }

    public FindingLedger Findings { get; } = new();

    public IReadOnlyList<ICheck> Checks { get; }
}
