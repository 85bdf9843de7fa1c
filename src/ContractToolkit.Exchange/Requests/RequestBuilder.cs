namespace ContractToolkit.Exchange;

/// <summary>Writes requests: an operation and values become method, URL, header fields and body bytes, by the styles and encodings of the contract.</summary>
public sealed class RequestBuilder
{
    private readonly CompiledContract contract;

    /// <summary>Makes a builder.</summary>
    public RequestBuilder(CompiledContract contract) => this.contract = contract;

    /// <summary>Writes a request.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="values">The values.</param>
    /// <param name="server">The base URL, such as <c>http://localhost:5000/v1</c>, that the operation's path is appended to; null for the
    /// operation's first server with the defaults of its variables, or a URL that is only a path where it has none.</param>
    /// <exception cref="ArgumentException">A path parameter has no value, or a value cannot be written by its style.</exception>
    public ExchangeRequest Build(CompiledOperation operation, RequestValues values, string? server = null) =>
        throw new NotImplementedException(contract.ToString());
}
