namespace ContractToolkit.OpenApi;

/// <summary>A document that was read: its contract, if it has one, and what is wrong with it.</summary>
public sealed class ContractDocument
{
    /// <summary>The contract; null only where the text is no OpenAPI document at all.</summary>
    public Contract? Contract { get; init; }

    /// <summary>What is wrong, in document order.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Finds the place of an element by the pointer that the model carries (with a file in front of <c>#</c>, or without either).</summary>
    public required Func<string, DocumentPlace> Locate { get; init; }
}

/// <summary>A lone schema that was read.</summary>
public sealed class SchemaDocument
{
    /// <summary>The entry schema; null where it could not be read.</summary>
    public Schema? Schema { get; init; }

    /// <summary>All schemas that references lead to.</summary>
    public required SchemaTable Schemas { get; init; }

    /// <summary>What is wrong.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Finds the place of a schema by its id.</summary>
    public required Func<string, DocumentPlace> Locate { get; init; }
}
