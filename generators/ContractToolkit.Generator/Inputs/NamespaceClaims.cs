using System.Collections.Immutable;

namespace ContractToolkit.Generator.Inputs;

/// <summary>A document and the namespace that it fills.</summary>
internal sealed record NamespaceClaim(string Path, string Namespace);

/// <summary>
/// Who fills which namespace. Two documents in one namespace would define the same types, and the compiler would reject
/// the second set of files with an exception; so the first one in the project file wins and the second is told.
/// </summary>
internal sealed class NamespaceClaims(ImmutableArray<NamespaceClaim> claims) : IEquatable<NamespaceClaims>
{
    private readonly ImmutableArray<NamespaceClaim> claims = claims;

    /// <summary>The document that fills the namespace already; null where this one may.</summary>
    public string? WinnerAgainst(NamespaceClaim claim)
    {
        NamespaceClaim first = claims.First(other => string.Equals(other.Namespace, claim.Namespace, StringComparison.OrdinalIgnoreCase));
        return first.Path == claim.Path ? null : first.Path;
    }

    /// <inheritdoc/>
    public bool Equals(NamespaceClaims? other) => other is not null && claims.SequenceEqual(other.claims);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NamespaceClaims);

    /// <inheritdoc/>
    public override int GetHashCode() => claims.Length;
}
