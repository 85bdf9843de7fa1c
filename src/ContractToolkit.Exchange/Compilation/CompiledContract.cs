using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Exchange;

/// <summary>
/// A contract made ready for exchange work, once and for all its users: the routes, and the validation plan of every schema that a
/// parameter, body, response or header starts at. Immutable and safe to share between threads.
/// </summary>
public sealed class CompiledContract
{
    private readonly Dictionary<string, CompiledOperation> byPointer;
    private readonly Func<string, DocumentPlace>? locate;

    private CompiledContract(Contract contract, Func<string, DocumentPlace>? locate)
    {
        Contract = contract;
        this.locate = locate;
        Schemas = new SchemaPlans(contract.Schemas);
        Operations = contract.Operations.Select(operation => new CompiledOperation(operation, contract, Schemas)).ToArray();
        Webhooks = contract.Webhooks.Select(operation => new CompiledOperation(operation, contract, Schemas)).ToArray();
        byPointer = Operations.Concat(Webhooks).GroupBy(o => o.Operation.Pointer).ToDictionary(g => g.Key, g => g.First());
        Router = new OperationRouter(Operations);
    }

    /// <summary>The contract.</summary>
    public Contract Contract { get; }

    /// <summary>The operations below <c>paths</c>, in document order.</summary>
    public IReadOnlyList<CompiledOperation> Operations { get; }

    /// <summary>The operations below <c>webhooks</c>.</summary>
    public IReadOnlyList<CompiledOperation> Webhooks { get; }

    /// <summary>Finds the operation of a request.</summary>
    public OperationRouter Router { get; }

    /// <summary>The validation plans by schema.</summary>
    public SchemaPlans Schemas { get; }

    /// <summary>Compiles a document that was read.</summary>
    /// <exception cref="ArgumentException">The text was no OpenAPI document; the document's findings say why.</exception>
    public static CompiledContract Compile(ContractDocument document) =>
        new(document.Contract ?? throw new ArgumentException("The document has no contract; see its findings.", nameof(document)), document.Locate);

    /// <summary>Compiles a contract; without <paramref name="locate"/> findings carry pointers but no lines.</summary>
    public static CompiledContract Compile(Contract contract, Func<string, DocumentPlace>? locate = null) => new(contract, locate);

    /// <summary>The operation whose <see cref="Operation.Pointer"/> this is, such as a link's target.</summary>
    public CompiledOperation? ByPointer(string pointer) => byPointer.GetValueOrDefault(pointer);

    /// <summary>The operation with this <c>operationId</c>.</summary>
    public CompiledOperation? ById(string operationId) => Operations.FirstOrDefault(o => o.Operation.OperationId == operationId);

    /// <summary>The place of an element in the user's document.</summary>
    public DocumentPlace Locate(string pointer) => locate is null ? new DocumentPlace("", pointer, default) : locate(pointer);
}
