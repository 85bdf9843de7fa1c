namespace ContractToolkit.CSharp.Types;

/// <summary>A file with the code of a plan's schemas.</summary>
public sealed record SchemaCodeGroup : EmitGroup
{
    /// <summary>The classes whose members the code names without saying where they stand.</summary>
    public EquatableArray<string> Classes { get; init; }

    /// <summary>The class that holds the plan, with its namespace.</summary>
    public required string Holder { get; init; }

    /// <summary>The code.</summary>
    public required string Code { get; init; }
}
