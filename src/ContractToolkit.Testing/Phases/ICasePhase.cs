using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>A phase whose cases for an operation do not depend on what the server answers.</summary>
internal interface ICasePhase
{
    /// <summary>Which phase it is.</summary>
    TestPhase Phase { get; }

    /// <summary>Requests of which the first that the server takes becomes the base that the cases vary; none where the phase needs no base.</summary>
    IEnumerable<TestCase> Bases(CompiledOperation operation, PhaseContext context) => [];

    /// <summary>The cases for an operation, always the same for the same contract, options and base.</summary>
    IEnumerable<TestCase> Cases(CompiledOperation operation, PhaseContext context);
}

/// <summary>What a phase makes its cases with.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Factory">Makes conforming values.</param>
/// <param name="Options">The run's options.</param>
/// <param name="SpareDocumentedIds">Whether ids of the document must not be sent to operations that delete.</param>
/// <param name="MayWrite">Whether requests that could change data may be sent.</param>
internal sealed record PhaseContext(CompiledContract Contract, CaseFactory Factory, RunOptions Options, bool SpareDocumentedIds, bool MayWrite)
{
    /// <summary>The values that cases vary; null where no base was found.</summary>
    public RequestValues? Base { get; init; }

    /// <summary>Values of path parameters that the server knows, made or listed by other operations; empty where none were found.</summary>
    public EquatableArray<ParameterValue> KnownPath { get; init; }

    /// <summary>The values with the path parameters that the server knows.</summary>
    public RequestValues WithKnownPath(RequestValues values) => KnownPath.IsEmpty ? values : values with
    {
        Parameters = values.Parameters.Select(value => KnownPath.FirstOrDefault(known => known.In == value.In && known.Name == value.Name) ?? value).ToEquatableArray(),
    };

    /// <summary>Whether the server took the base.</summary>
    public bool BaseAccepted { get; init; }

    /// <summary>Whether the document's examples may serve as values for this operation.</summary>
    public bool MayUseExamples(CompiledOperation operation) => !SpareDocumentedIds || operation.Operation.Effect != OpenApi.OperationEffect.Delete;

    /// <summary>The seed for an operation: its place in the document takes part, so that equal operations get different values.</summary>
    public ulong SeedFor(CompiledOperation operation, TestPhase phase)
    {
        ulong seed = Options.Seed ^ ((ulong)phase << 56);
        foreach (char c in operation.Name) seed = CaseFactory.Mix(seed ^ c);
        return seed;
    }

    /// <summary>Numbers cases and gives them their ids.</summary>
    public IEnumerable<TestCase> Number(IEnumerable<TestCase> cases, CompiledOperation operation, TestPhase phase, int first = 0)
    {
        int index = first;
        foreach (TestCase test in cases) yield return test with { Id = new(phase, OperationSelector.KeyOf(operation.Operation), Options.Seed, index++) };
    }
}
