using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi;

/// <summary>Limits and surroundings of a reading.</summary>
public sealed record ReadOptions
{
    private const int DeepestStack = 512;
    private const int MostExpanded = 500_000;

    /// <summary>Gives the bytes of another file that a reference names, by its path relative to the root document (forward slashes) or by its
    /// absolute URI; null (or nothing) where there is none. Absent: no other file can be reached. The reader itself never touches disk or network.</summary>
    public Func<string, ReadOnlyMemory<byte>?>? Resolve { get; init; }

    /// <summary>The deepest nesting that is read; at most 512, which every thread's stack can bear.</summary>
    public int MaxDepth { get; init; } = 512;

    /// <summary>The largest number of nodes. YAML aliases and merge keys may add at most 500,000 of them.</summary>
    public int MaxNodes { get; init; } = 20_000_000;

    /// <summary>The dialect of schemas that do not say it themselves (lone schema documents only).</summary>
    public SchemaDialect? DefaultDialect { get; init; }

    /// <summary>Whether the values of examples are kept. Those who have no use for them are spared what is often a quarter of a model; how examples are
    /// written is checked either way.</summary>
    public bool Examples { get; init; } = true;

    internal NodeLimits Limits => new(Math.Min(MaxDepth, DeepestStack), MaxNodes, Math.Min(MaxNodes, MostExpanded));
}
