namespace ContractToolkit.OpenApi;

/// <summary>Where an operation stands in its document.</summary>
public enum OperationKind
{
    /// <summary>Below <c>paths</c>: the client calls, the server answers.</summary>
    Path,

    /// <summary>Below <c>webhooks</c>: the server calls, the client answers.</summary>
    Webhook,

    /// <summary>Below <c>callbacks</c> of another operation: the server calls back.</summary>
    Callback,
}

/// <summary>What a call does to the server's data.</summary>
public enum OperationEffect
{
    /// <summary>It changes nothing.</summary>
    Read,

    /// <summary>It makes something new.</summary>
    Create,

    /// <summary>It changes something that exists.</summary>
    Update,

    /// <summary>It removes something.</summary>
    Delete,
}

/// <summary>One operation, with everything that it inherits from its path item and from the root resolved into it.</summary>
public sealed record Operation
{
    /// <summary>Where it stands.</summary>
    public required OperationKind Kind { get; init; }

    /// <summary>The JSON pointer of the operation object, with its file in front of <c>#</c> where that is not the root document.</summary>
    public required string Pointer { get; init; }

    /// <summary>The method as sent on the wire, such as <c>GET</c> or <c>QUERY</c>; for 3.2's additional operations as written.</summary>
    public required string Method { get; init; }

    /// <summary>The path template; for a webhook its name, for a callback its runtime expression.</summary>
    public required string Path { get; init; }

    /// <summary><c>operationId</c>; null where the document has none.</summary>
    public string? OperationId { get; init; }

    /// <summary><c>summary</c>.</summary>
    public string? Summary { get; init; }

    /// <summary><c>description</c>.</summary>
    public string? Description { get; init; }

    /// <summary><c>deprecated</c>.</summary>
    public bool Deprecated { get; init; }

    /// <summary><c>tags</c>, in order.</summary>
    public EquatableArray<string> Tags { get; init; }

    /// <summary>Its parameters: those of the path item, replaced or followed by its own.</summary>
    public EquatableArray<Parameter> Parameters { get; init; }

    /// <summary>Its request body; null where it declares none.</summary>
    public RequestBody? RequestBody { get; init; }

    /// <summary>Its responses, in document order, <c>default</c> among them.</summary>
    public EquatableArray<Response> Responses { get; init; }

    /// <summary>The alternatives of which one must be met; empty where anybody may call. An alternative without schemes means "or none".</summary>
    public EquatableArray<SecurityRequirement> Security { get; init; }

    /// <summary>The servers it is served from: its own, else its path item's, else the root's.</summary>
    public EquatableArray<Server> Servers { get; init; }

    /// <summary>Operations that the server calls back.</summary>
    public EquatableArray<Callback> Callbacks { get; init; }

    /// <summary><c>x-contract-effect</c>, else what the method says (<c>GET</c>, <c>HEAD</c>, <c>OPTIONS</c>, <c>TRACE</c>, <c>QUERY</c> read;
    /// <c>DELETE</c> deletes; <c>POST</c> creates; any other updates).</summary>
    public required OperationEffect Effect { get; init; }

    /// <summary>The envelope rule in force for its answers; null where there is none or the operation switches it off.</summary>
    public EnvelopeRule? Envelope { get; init; }

    /// <summary>How it gives its items in pages; null where it says nothing of that.</summary>
    public PagingRule? Paging { get; init; }

    /// <summary>Its other extensions.</summary>
    public EquatableArray<Extension> Extensions { get; init; }

    /// <summary><c>METHOD /path</c>, as findings name it.</summary>
    public string DisplayName => Method + " " + Path;
}

/// <summary>The operations below one callback name.</summary>
/// <param name="Name">The member name below <c>callbacks</c>.</param>
/// <param name="Operations">The operations; <see cref="Operation.Path"/> holds the runtime expression.</param>
public sealed record Callback(string Name, EquatableArray<Operation> Operations);
