namespace ContractToolkit.Diff;

/// <summary>Which way a value travels.</summary>
public enum Travel
{
    /// <summary>Neither: the whole document or an operation is concerned.</summary>
    None,

    /// <summary>From the client to the server.</summary>
    Request,

    /// <summary>From the server to the client.</summary>
    Response,
}
