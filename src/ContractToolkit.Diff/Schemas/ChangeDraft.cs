using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas;

/// <summary>A change before its places and operations are known.</summary>
internal sealed class ChangeDraft
{
    public required DiffRule Rule { get; init; }

    public required FindingLevel Level { get; init; }

    public required string Sentence { get; init; }

    public string? OldPointer { get; init; }

    public string? NewPointer { get; init; }

    public string? Witness { get; init; }

    public bool Undecided { get; init; }

    /// <summary>What was done at which places: the same again, reached by another way, is the same change.</summary>
    public string? Edit { get; init; }

    /// <summary>As <see cref="Change.Member"/>.</summary>
    public string? Member { get; set; }

    /// <summary>The operations that it reaches.</summary>
    public HashSet<string> Operations { get; init; } = new(StringComparer.Ordinal);
}
