using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Choices for one run. Every one of them is an option of <c>contract check</c> and a member of <c>contract.yaml</c>.</summary>
public sealed record RunOptions
{
    /// <summary>The seed of everything that is generated.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The phases that run, always in their own order.</summary>
    public EquatableArray<TestPhase> Phases { get; init; } = [TestPhase.Examples, TestPhase.Coverage, TestPhase.Fuzzing, TestPhase.Stateful];

    /// <summary>The ids of the checks that are switched off.</summary>
    public EquatableArray<string> DisabledChecks { get; init; }

    /// <summary>Levels other than the usual, by check: what one team takes for a warning fails another's build.</summary>
    public IReadOnlyDictionary<string, FindingLevel> Levels { get; init; } = new Dictionary<string, FindingLevel>();

    /// <summary>Which operations run: operation ids, <c>METHOD /path</c> or tags; all where it is empty.</summary>
    public EquatableArray<string> Operations { get; init; }

    /// <summary>Which operations are left out, named likewise.</summary>
    public EquatableArray<string> Excluded { get; init; }

    /// <summary>Choices of single operations; of several that fit, all count, the later ones more.</summary>
    public EquatableArray<OperationOverride> Overrides { get; init; }

    /// <summary>Values of parameters by name: ids that only the user knows. Every request that is meant to conform carries them, but for those that vary the parameter itself.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>How long one request may take, until its whole answer is read.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the whole run may take; null for no limit.</summary>
    public TimeSpan? TimeBudget { get; init; }

    /// <summary>How many requests the whole run may send, those of repeating and shrinking included, those of cleaning up not; null for no limit.</summary>
    public long? RequestBudget { get; init; }

    /// <summary>The largest answer that is read, in bytes; a larger one is a finding.</summary>
    public int MaxBodyBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>An answer slower than this is a finding; null for no limit.</summary>
    public TimeSpan? ResponseTimeLimit { get; init; }

    /// <summary>How many requests may be under way at once.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>The most requests per second; null for no limit.</summary>
    public double? RequestsPerSecond { get; init; }

    /// <summary>How many cases of each kind, conforming and violating, the fuzzing phase makes per operation on average: half of them move to the operations where something is found.</summary>
    public int FuzzingCases { get; init; } = 60;

    /// <summary>The most cases that one phase makes for one operation.</summary>
    public int MaxCasesPerPhase { get; init; } = 400;

    /// <summary>Whether operations that change data run against a server that is not on this machine.</summary>
    public bool AllowWrites { get; init; }

    /// <summary>Whether failing generated requests are made as small as possible.</summary>
    public bool Shrink { get; init; } = true;

    /// <summary>The part of the operations that this run takes; null for all.</summary>
    public Shard? Shard { get; init; }

    /// <summary>The one case to run; null for all.</summary>
    public CaseId? Replay { get; init; }

    /// <summary>Credentials by security scheme, for schemes that no token rule feeds.</summary>
    public EquatableArray<CredentialValue> Credentials { get; init; }

    /// <summary>Header fields that every request carries, such as a tenant.</summary>
    public EquatableArray<HeaderField> Headers { get; init; }

    /// <summary>Texts that no report may show, besides the credentials.</summary>
    public EquatableArray<string> Secrets { get; init; }

    /// <summary>Header fields, query parameters and members of bodies whose values no report may show, besides those that the contract says are secret.</summary>
    public RedactionRules Redaction { get; init; } = new() { Headers = [], Query = [], Pointers = [] };

    /// <summary>Where the credentials of a token rule come from: environment variable to value.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>The options for one operation, its overrides applied.</summary>
    public RunOptions For(Operation operation)
    {
        RunOptions options = this;
        foreach (OperationOverride choice in Overrides.Where(choice => OperationSelector.Matches(operation, choice.Operation))) options = choice.Apply(options);
        return options;
    }

    /// <summary>The groups that reports list operations under, by operation id or <c>METHOD /path</c>; an operation without one is listed under its first tag.</summary>
    public IReadOnlyDictionary<string, string> Groups { get; init; } = new Dictionary<string, string>();
}
