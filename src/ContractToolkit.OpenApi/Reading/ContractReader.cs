namespace ContractToolkit.OpenApi;

/// <summary>Reads an OpenAPI document into a <see cref="Contract"/>.</summary>
public static class ContractReader
{
    /// <summary>Reads a document. Never throws for what stands in it: whatever is wrong becomes a finding.</summary>
    /// <param name="file">The root document's name, as findings shall show it and as relative references resolve against it.</param>
    /// <param name="content">Its bytes: JSON or YAML in UTF-8 (a byte-order mark is allowed), UTF-16 with a byte-order mark.</param>
    /// <param name="options">Limits, and the other files that references may lead to.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static ContractDocument Read(
        string file, ReadOnlyMemory<byte> content, ReadOptions? options = null, CancellationToken cancellation = default) =>
        throw new NotImplementedException();

    /// <summary>Reads a lone JSON Schema document (with the schema at <paramref name="pointer"/> as its entry) by the same rules.</summary>
    public static SchemaDocument ReadSchema(
        string file, ReadOnlyMemory<byte> content, string pointer = "", ReadOptions? options = null, CancellationToken cancellation = default) =>
        throw new NotImplementedException();
}

/// <summary>Limits and surroundings of a reading.</summary>
public sealed record ReadOptions
{
    /// <summary>Gives the bytes of another file that a reference names, by its path relative to the root document (forward slashes) or by its
    /// absolute URI; null where there is none. Absent: no other file can be reached. The reader itself never touches disk or network.</summary>
    public Func<string, ReadOnlyMemory<byte>?>? Resolve { get; init; }

    /// <summary>The deepest nesting that is read.</summary>
    public int MaxDepth { get; init; } = 512;

    /// <summary>The largest number of nodes, YAML aliases expanded.</summary>
    public int MaxNodes { get; init; } = 20_000_000;

    /// <summary>The dialect of schemas that do not say it themselves (lone schema documents only).</summary>
    public SchemaDialect? DefaultDialect { get; init; }
}

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
