using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>How users name operations.</summary>
public static class OperationSelector
{
    /// <summary>Whether a selector, as a user writes it, means an operation: its id, <c>METHOD /path</c>, its path, or a tag.</summary>
    public static bool Matches(Operation operation, string selector) =>
        selector == operation.OperationId || selector == operation.Path || selector == KeyOf(operation) || operation.Tags.Any(tag => tag == selector)
        || string.Equals(selector, operation.DisplayName, StringComparison.OrdinalIgnoreCase);

    /// <summary>The one name that case ids carry: the operation's id, else its method and path with a colon between.</summary>
    public static string KeyOf(Operation operation) => operation.OperationId ?? operation.DisplayName.Replace(' ', ':');
}
