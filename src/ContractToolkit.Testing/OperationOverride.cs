namespace ContractToolkit.Testing;

/// <summary>Choices for the operations that one selector names, instead of those of the run. What is null or empty stays as it is.</summary>
/// <param name="Operation">The selector: an operation's id, <c>METHOD /path</c>, path, or a tag.</param>
public sealed record OperationOverride(string Operation)
{
    /// <summary>Why the operation is left out; null where it is not.</summary>
    public string? Skip { get; init; }

    /// <summary>The phases that run.</summary>
    public EquatableArray<TestPhase> Phases { get; init; }

    /// <summary>How long one request may take.</summary>
    public TimeSpan? RequestTimeout { get; init; }

    /// <summary>An answer slower than this is a finding.</summary>
    public TimeSpan? ResponseTimeLimit { get; init; }

    /// <summary>How many random cases of each kind are made.</summary>
    public int? FuzzingCases { get; init; }

    /// <summary>The ids of checks that are switched off, besides those of the run.</summary>
    public EquatableArray<string> DisabledChecks { get; init; }

    /// <summary>Levels by check, besides those of the run.</summary>
    public IReadOnlyDictionary<string, FindingLevel> Levels { get; init; } = new Dictionary<string, FindingLevel>();

    /// <summary>Values of parameters by name, besides those of the run.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The run's options with these in their places.</summary>
    public RunOptions Apply(RunOptions options) => options with
    {
        Phases = Phases.IsEmpty ? options.Phases : Phases,
        RequestTimeout = RequestTimeout ?? options.RequestTimeout,
        ResponseTimeLimit = ResponseTimeLimit ?? options.ResponseTimeLimit,
        FuzzingCases = FuzzingCases ?? options.FuzzingCases,
        DisabledChecks = options.DisabledChecks.Concat(DisabledChecks).ToEquatableArray(),
        Levels = Merge(options.Levels, Levels),
        Parameters = Merge(options.Parameters, Parameters),
    };

    private static IReadOnlyDictionary<string, T> Merge<T>(IReadOnlyDictionary<string, T> under, IReadOnlyDictionary<string, T> over) =>
        over.Count == 0 ? under : under.Where(pair => !over.ContainsKey(pair.Key)).Concat(over).ToDictionary(pair => pair.Key, pair => pair.Value);
}
