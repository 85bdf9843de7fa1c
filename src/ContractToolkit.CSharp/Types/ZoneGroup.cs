namespace ContractToolkit.CSharp.Types;

/// <summary>The zones that local times of the contract are in, in a file of their own.</summary>
public sealed record ZoneGroup : EmitGroup
{
    /// <summary>The name of the class that holds them.</summary>
    public required string HolderName { get; init; }

    /// <summary>How far each is ahead of UTC, in minutes, in order.</summary>
    public EquatableArray<int> Minutes { get; init; }
}
