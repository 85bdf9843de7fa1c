namespace ContractToolkit.Validation;

/// <summary>The way an instance travels, which decides about <c>readOnly</c> and <c>writeOnly</c> members.</summary>
public enum Direction
{
    /// <summary>Neither: both kinds of member are accepted.</summary>
    None,

    /// <summary>From client to server.</summary>
    Request,

    /// <summary>From server to client.</summary>
    Response,
}
