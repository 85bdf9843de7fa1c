namespace ContractToolkit.Security;

/// <summary>Where a credential travels.</summary>
public enum CredentialPlace
{
    /// <summary>Outside the message, such as a client certificate: the HTTP handler's concern.</summary>
    Connection,

    /// <summary>In a header.</summary>
    Header,

    /// <summary>In the query.</summary>
    Query,

    /// <summary>In a cookie.</summary>
    Cookie,
}

/// <summary>A security scheme, as generated code states it.</summary>
/// <param name="Name">The name by which operations refer to it.</param>
/// <param name="Place">Where the credential travels.</param>
/// <param name="ParameterName">The name of the header, query parameter or cookie.</param>
/// <param name="Prefix">What stands in front of the credential, such as <c>Bearer </c>.</param>
public sealed record SecurityScheme(string Name, CredentialPlace Place, string ParameterName = "", string Prefix = "");
