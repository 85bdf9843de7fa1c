namespace ContractToolkit.Testing;

/// <summary>The contract says which environment variables hold the credentials, and some are not set.</summary>
/// <param name="variables">Their names.</param>
public sealed class MissingCredentialsException(IReadOnlyList<string> variables)
    : Exception($"credentials are missing: set the environment variable{(variables.Count == 1 ? "" : "s")} {string.Join(" and ", variables)}")
{
    /// <summary>The names of the variables.</summary>
    public IReadOnlyList<string> Variables { get; } = variables;
}
