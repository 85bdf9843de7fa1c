using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>An operation with its C# names.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Answers">Its answers, sorted.</param>
/// <param name="Method">The method's name without <c>Async</c>.</param>
/// <param name="TypeName">The start of the names of types that exist for it only, such as <c>GetLeadDetails</c>.</param>
internal sealed record NamedOperation(Operation Operation, Answers Answers, string Method, string TypeName)
{
    /// <summary>The names of its further methods, by what stands behind <see cref="Method"/>: for items one by one, and for other representations.</summary>
    public IReadOnlyDictionary<string, string> Others { get; init; } = new Dictionary<string, string>();

    /// <summary>The name of a type that exists for this operation only, as far as no other type has it.</summary>
    public string Type(string suffix) => TypeName + suffix;
}

/// <summary>A group with its C# names.</summary>
internal sealed record NamedGroup(OperationGroup Group, string Property, string Class, string Interface, IReadOnlyList<NamedOperation> Operations);
