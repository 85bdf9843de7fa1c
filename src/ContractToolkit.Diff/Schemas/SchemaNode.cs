using ContractToolkit.Diff.Rules;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas;

/// <summary>A pair of schemas that take each other's place. Each pair is compared once; whoever uses it is remembered.</summary>
internal sealed class SchemaNode
{
    public required Schema Old { get; init; }

    public required Schema New { get; init; }

    /// <summary>The whole that <see cref="Old"/> is a part of by <c>allOf</c> or <c>$ref</c>; itself elsewhere.</summary>
    public required Schema OldScope { get; init; }

    /// <summary>As <see cref="OldScope"/>, for <see cref="New"/>.</summary>
    public required Schema NewScope { get; init; }

    public required SchemaPlace Place { get; init; }

    /// <summary>The way to it in words, from the component or operation that holds it.</summary>
    public required string Label { get; init; }

    /// <summary>Whether the surroundings keep what changed here from breaking anybody.</summary>
    public required bool Protected { get; init; }

    /// <summary>Whether it is a member that does not travel this way on one side at least: read-only in a request, write-only in a response.</summary>
    public bool Hidden { get; init; }

    /// <summary>A value that breaks the whole of which this is a branch; the better witness where a rule here rejects it.</summary>
    public string? WholeWitness { get; init; }

    /// <summary>The pairs that lead here.</summary>
    public List<SchemaNode> Users { get; } = [];

    /// <summary>The operations whose bodies, parameters or headers start here.</summary>
    public HashSet<string> Operations { get; } = new(StringComparer.Ordinal);

    public List<ChangeDraft> Changes { get; } = [];
}
