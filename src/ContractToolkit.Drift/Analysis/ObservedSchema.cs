using ContractToolkit.Drift.Profiles;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Analysis;

/// <summary>A schema with everything that was seen where it applies, whatever operation it was in.</summary>
internal sealed class ObservedSchema(Schema schema, string operation, string instance)
{
    public Schema Schema { get; } = schema;

    /// <summary>The first operation that it was seen in.</summary>
    public string Operation { get; } = operation;

    /// <summary>The first place in a body that it was seen at.</summary>
    public string Instance { get; } = instance;

    public ValueProfile Seen { get; } = new();

    /// <summary>Members that neither the schema nor those applied in the same place declare; null where the schema takes any on purpose.</summary>
    public SortedDictionary<string, ValueProfile>? Undeclared { get; set; }
}
