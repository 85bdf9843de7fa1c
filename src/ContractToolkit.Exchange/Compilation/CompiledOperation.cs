using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>An operation with what exchange work needs at hand: parameters by place, responses by status, security schemes resolved.</summary>
public sealed class CompiledOperation
{
    private readonly Dictionary<string, CompiledResponse> responses = new(StringComparer.Ordinal);
    private readonly HashSet<string>[] parameterNames;

    internal CompiledOperation(Operation operation, Contract contract, SchemaPlans schemas)
    {
        Operation = operation;
        Responses = operation.Responses.Select(response => new CompiledResponse(response, operation, schemas)).ToArray();
        foreach (CompiledResponse response in Responses) responses.TryAdd(response.Response.Status.ToUpperInvariant(), response);
        RequestContent = operation.RequestBody is { } body ? body.Content.Select(media => new CompiledMediaType(media, schemas)).ToArray() : [];
        parameterNames = Enum.GetValues<ParameterLocation>()
            .Select(place => operation.Parameters.Where(p => p.In == place).Select(p => p.Name).ToHashSet(StringComparer.Ordinal)).ToArray();
        foreach (Parameter parameter in operation.Parameters)
        {
            schemas.Register(parameter.Schema);
            schemas.Register(parameter.Content?.Schema);
        }

        Callbacks = operation.Callbacks.SelectMany(callback => callback.Operations)
            .Select(callback => new CompiledOperation(callback, contract, schemas)).ToArray();
        Security = operation.Security.Select(requirement => SecurityAlternative.Resolve(requirement, contract)).ToArray();
    }

    /// <summary>The operation.</summary>
    public Operation Operation { get; }

    /// <summary><c>METHOD /path</c>.</summary>
    public string Name => Operation.DisplayName;

    /// <summary>The declared responses, in document order.</summary>
    public IReadOnlyList<CompiledResponse> Responses { get; }

    /// <summary>The media types of the request body, in document order; empty where the operation has no body.</summary>
    public IReadOnlyList<CompiledMediaType> RequestContent { get; }

    /// <summary>The operations that the server calls back.</summary>
    public IReadOnlyList<CompiledOperation> Callbacks { get; }

    /// <summary>The alternatives of which one must be met; empty where anybody may call.</summary>
    public IReadOnlyList<SecurityAlternative> Security { get; }

    /// <summary>The response that counts for a status: the status itself, else its range, else <c>default</c>; null where none is declared.</summary>
    public CompiledResponse? ResponseFor(int status)
    {
        string code = status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return responses.GetValueOrDefault(code)
            ?? responses.GetValueOrDefault(code[..1] + "XX")
            ?? responses.GetValueOrDefault("DEFAULT");
    }

    /// <summary>The names of the parameters in one place.</summary>
    internal IReadOnlySet<string> ParameterNames(ParameterLocation place) => parameterNames[(int)place];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
