namespace ContractToolkit.CSharp.Types;

/// <summary>The validation plan of a contract, in a file of its own: types refer to its entries by name, so that a constraint that changes does not
/// change their files.</summary>
public sealed record PlanGroup : EmitGroup
{
    /// <summary>The name of the class that holds the plan.</summary>
    public required string HolderName { get; init; }

    /// <summary>The last part of the namespace that holds the code of its schemas; null where they are interpreted.</summary>
    public string? CodeNamespace { get; init; }

    /// <summary>The plan's compact form in base 64.</summary>
    public required string Plan { get; init; }

    /// <summary>The names of the entries, in the order of the plan: a line each, packed, in base 64.</summary>
    public required string Names { get; init; }
}
