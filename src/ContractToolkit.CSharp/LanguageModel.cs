namespace ContractToolkit.CSharp;

/// <summary>Everything that will be emitted, in terms of C#. Immutable and compared by value, free of positions.</summary>
/// <param name="Groups">The groups; each becomes one file.</param>
/// <param name="Findings">What could not be expressed.</param>
public sealed record LanguageModel(EquatableArray<EmitGroup> Groups, EquatableArray<Finding> Findings);

/// <summary>What stands together in one generated file.</summary>
public abstract record EmitGroup
{
    /// <summary>The name of the file: unique without regard to case.</summary>
    public required string HintName { get; init; }

    /// <summary>What all files of a generation have in common.</summary>
    public required FileContext File { get; init; }
}

/// <summary>What all files of a generation have in common.</summary>
/// <param name="Namespace">The namespace, escaped for C#.</param>
/// <param name="Access"><c>public</c> or <c>internal</c>.</param>
public sealed record FileContext(string Namespace, string Access);
