namespace ContractToolkit.CSharp.Clients;

/// <summary>The file of the client itself: the class with one property per group, its options, servers and registration.</summary>
public sealed record ClientRoot : EmitGroup
{
    /// <summary>The C# names of the types in the file.</summary>
    public required ClientNames Names { get; init; }

    /// <summary>The text of the client's documentation comment.</summary>
    public string? Summary { get; init; }

    /// <summary>The groups.</summary>
    public EquatableArray<GroupMember> Groups { get; init; }

    /// <summary>The members of the options: credentials of security schemes and of the token.</summary>
    public EquatableArray<OptionMember> Options { get; init; }

    /// <summary>The lines of the initializer of the runtime's contract.</summary>
    public EquatableArray<string> Contract { get; init; }

    /// <summary>The lines of the envelope's initializer; empty where there is none.</summary>
    public EquatableArray<string> Envelope { get; init; }

    /// <summary>The servers, where there is a choice.</summary>
    public EquatableArray<ServerMember> Servers { get; init; }

    /// <summary>Whether the registration with dependency injection is emitted.</summary>
    public bool DependencyInjection { get; init; }
}

/// <summary>The C# names of a contract's types around its clients.</summary>
/// <param name="Client">The client's class.</param>
/// <param name="Interface">The client's interface.</param>
/// <param name="Options">The options.</param>
/// <param name="Contract">The internal class with what all clients share.</param>
/// <param name="Servers">The class of the servers.</param>
/// <param name="Registration">The class with the extension method for dependency injection.</param>
/// <param name="Label">The text that names the client in telemetry and in the registration's method.</param>
public sealed record ClientNames(
    string Client, string Interface, string Options, string Contract, string Servers, string Registration, string Label);

/// <summary>A group as a member of the client.</summary>
public sealed record GroupMember(string Property, string Class, string Interface, string? Summary);

/// <summary>A credential among the options.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Key">The literal of the name in the contract.</param>
/// <param name="IsTokenMember">Whether it is text that a token is asked for with, rather than a security scheme's credential.</param>
/// <param name="Summary">The text of its documentation comment.</param>
public sealed record OptionMember(string Name, string Key, bool IsTokenMember, string Summary);

/// <summary>A server.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Template">The literal of its URL template.</param>
/// <param name="Variables">Its variables.</param>
/// <param name="Summary">The text of its documentation comment.</param>
public sealed record ServerMember(string Name, string Template, EquatableArray<ServerParameter> Variables, string? Summary);

/// <summary>A variable of a server as a parameter.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="WireName">The literal of its name.</param>
/// <param name="Default">The literal of its default.</param>
/// <param name="Allowed">The literals of its allowed values; empty where anything is.</param>
/// <param name="Summary">The text of its documentation comment.</param>
public sealed record ServerParameter(string Name, string WireName, string Default, EquatableArray<string> Allowed, string? Summary);

/// <summary>A file with one or more groups.</summary>
public sealed record ClientGroup : EmitGroup
{
    /// <summary>The groups, by name.</summary>
    public EquatableArray<ClientType> Clients { get; init; }
}

/// <summary>The client of one group: an interface and a class, and the types that its methods need.</summary>
public sealed record ClientType
{
    /// <summary>The class.</summary>
    public required string Name { get; init; }

    /// <summary>The interface.</summary>
    public required string Interface { get; init; }

    /// <summary>The text of its documentation comment.</summary>
    public string? Summary { get; init; }

    /// <summary>The descriptions of its operations.</summary>
    public EquatableArray<OperationField> Operations { get; init; }

    /// <summary>Its methods.</summary>
    public EquatableArray<ClientMethod> Methods { get; init; }

    /// <summary>The types that its methods need.</summary>
    public EquatableArray<SupportType> Types { get; init; }
}

/// <summary>The static description of an operation.</summary>
public sealed record OperationField
{
    /// <summary>The C# name of the field.</summary>
    public required string Name { get; init; }

    /// <summary>The C# type of the result.</summary>
    public required string Result { get; init; }

    /// <summary>The arguments: literals of name, method and path.</summary>
    public required string Arguments { get; init; }

    /// <summary>The lines of the initializer.</summary>
    public EquatableArray<string> Members { get; init; }
}

/// <summary>A method that makes a call.</summary>
public sealed record ClientMethod
{
    /// <summary>The C# name, <c>Async</c> included.</summary>
    public required string Name { get; init; }

    /// <summary>The field of its operation, with the classes that it stands in.</summary>
    public required string Operation { get; init; }

    /// <summary>The C# type of what it returns.</summary>
    public required string Returns { get; init; }

    /// <summary>The transport's method; where the items of all pages are given, the method that makes its calls.</summary>
    public required string Send { get; init; }

    /// <summary>The rules of the pages and the reader of their items, where the items of all pages are given.</summary>
    public string? Paging { get; init; }

    /// <summary>The parameters, without the cancellation token.</summary>
    public EquatableArray<MethodParameter> Parameters { get; init; }

    /// <summary>The calls that build the request, each beginning with a dot.</summary>
    public EquatableArray<string> Request { get; init; }

    /// <summary>The text of the summary.</summary>
    public string? Summary { get; init; }

    /// <summary>The text of the remarks.</summary>
    public string? Remarks { get; init; }

    /// <summary>The text on the result.</summary>
    public string? ReturnsText { get; init; }

    /// <summary>The exceptions: C# type as a <c>cref</c> takes it, and text.</summary>
    public EquatableArray<MethodException> Exceptions { get; init; }

    /// <summary>Whether the document calls the operation deprecated.</summary>
    public bool Deprecated { get; init; }
}

/// <summary>A parameter of a method.</summary>
/// <param name="Type">The C# type.</param>
/// <param name="Name">The C# name, escaped.</param>
/// <param name="IsOptional">Whether it has the default null.</param>
/// <param name="Summary">The text of its documentation comment.</param>
public sealed record MethodParameter(string Type, string Name, bool IsOptional, string? Summary);

/// <summary>An exception of a method.</summary>
public sealed record MethodException(string Cref, string Text);
