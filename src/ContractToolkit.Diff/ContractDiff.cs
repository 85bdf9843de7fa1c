using ContractToolkit.Diff.Documents;
using ContractToolkit.Diff.Schemas;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff;

/// <summary>Compares two versions of a contract.</summary>
public static class ContractDiff
{
    /// <summary>Finds all changes from <paramref name="old"/> to <paramref name="new"/>.</summary>
    /// <param name="old">The older document.</param>
    /// <param name="new">The newer document.</param>
    /// <param name="options">Choices; absent: the defaults.</param>
    /// <exception cref="ArgumentException">One of the documents is no OpenAPI document at all.</exception>
    public static DiffResult Compare(ContractDocument old, ContractDocument @new, DiffOptions? options = null)
    {
        if (old.Contract is null) throw new ArgumentException("The older document could not be read.", nameof(old));
        if (@new.Contract is null) throw new ArgumentException("The newer document could not be read.", nameof(@new));
        options ??= new();
        Comparison comparison = new(old, @new, options);
        DocumentComparison.Run(comparison);
        bool breaking = comparison.Changes().Any(change => change.Level == FindingLevel.Error);
        VersionComparison.Run(comparison, breaking);
        return ResultBuilder.Build(comparison, options);
    }
}
