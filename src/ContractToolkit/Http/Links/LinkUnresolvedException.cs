namespace ContractToolkit.Http;

/// <summary>A link cannot be followed: its expression finds nothing in the answer or in the request that was answered.</summary>
/// <param name="operation">The operation that was answered.</param>
/// <param name="expression">The expression.</param>
public sealed class LinkUnresolvedException(string operation, string expression)
    : InvalidOperationException($"The link needs {expression}, which the answer to {operation} does not hold.")
{
    /// <summary>The operation that was answered.</summary>
    public string Operation { get; } = operation;

    /// <summary>The expression that finds nothing.</summary>
    public string Expression { get; } = expression;
}
