using System.Collections.Immutable;
using ContractToolkit.Generator.Inputs;
using ContractToolkit.Generator.Stages;

namespace ContractToolkit.Generator.Baselines;

/// <summary>The documents that may be somebody's baseline, by path: those listed as such, and contracts that are compiled too.</summary>
internal sealed class ReferencedReadings : IEquatable<ReferencedReadings>
{
    private readonly ImmutableArray<ContractReading> readings;

    /// <summary>Keeps what is some contract's baseline: an edit of any other document changes nothing here.</summary>
    public ReferencedReadings(ImmutableArray<ContractReading> baselines, ImmutableArray<ContractReading> contracts)
    {
        HashSet<string> wanted = new(contracts.Select(contract => contract.File.Item.Baseline).OfType<string>(), StringComparer.Ordinal);
        readings = baselines.Concat(contracts).Where(reading => wanted.Contains(FilePath.Normalise(reading.File.Path))).ToImmutableArray();
    }

    /// <summary>The document at a normalised path; null where there is none.</summary>
    public ContractReading? Find(string path) => readings.FirstOrDefault(reading => FilePath.Normalise(reading.File.Path) == path);

    /// <inheritdoc/>
    public bool Equals(ReferencedReadings? other) => other is not null && readings.SequenceEqual(other.readings);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReferencedReadings);

    /// <inheritdoc/>
    public override int GetHashCode() => readings.Length;
}
