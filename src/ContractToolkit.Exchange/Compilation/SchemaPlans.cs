using System.Collections.Concurrent;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Exchange;

/// <summary>
/// The validation plans of a contract's schemas. Schemas that are registered while the contract is compiled share one plan, which is compiled on
/// first use; any other schema gets a plan of its own when it is first asked for.
/// </summary>
public sealed class SchemaPlans
{
    private readonly List<Schema> registered = [];
    private readonly Dictionary<SchemaId, int> entries = [];
    private readonly List<Schema> derived = [];
    private readonly Dictionary<Schema, int> derivedEntries = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<SchemaId, PlanEntry> others = new();
    private readonly Lazy<ValidationPlan> shared;
    private readonly Lazy<ValidationPlan> derivedPlan;

    /// <summary>Makes the plans of one table.</summary>
    public SchemaPlans(SchemaTable table)
    {
        Table = table;
        Shapes = new SchemaShapes(table);
        shared = new Lazy<ValidationPlan>(() => PlanCompiler.Compile(table, registered));
        derivedPlan = new Lazy<ValidationPlan>(() => PlanCompiler.Compile(table, derived));
    }

    /// <summary>The table that references are looked up in.</summary>
    public SchemaTable Table { get; }

    /// <summary>What schemas say about types, members and items.</summary>
    internal SchemaShapes Shapes { get; }

    /// <summary>The plan entry of a schema.</summary>
    public PlanEntry For(Schema schema) =>
        derivedEntries.TryGetValue(schema, out int place) ? new PlanEntry(derivedPlan.Value, place)
        : entries.TryGetValue(schema.Id, out int entry)
            ? new PlanEntry(shared.Value, entry)
            : others.GetOrAdd(schema.Id, _ => new PlanEntry(PlanCompiler.Compile(Table, [schema]), 0));

    /// <summary>Makes a schema that stands nowhere in the document (a variant of one that does, with its id) startable.</summary>
    internal void RegisterDerived(Schema schema)
    {
        if (Table.TryGet(schema.Id, out Schema? same) && ReferenceEquals(same, schema)) Register(schema);
        else if (derivedEntries.TryAdd(schema, derived.Count)) derived.Add(schema);
    }

    /// <summary>Makes a schema part of the shared plan; only while the contract is compiled.</summary>
    internal void Register(Schema? schema)
    {
        if (schema is null || !entries.TryAdd(schema.Id, registered.Count)) return;
        registered.Add(schema);
    }
}

/// <summary>Where a schema starts in a plan.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Entry">The entry of the schema.</param>
public readonly record struct PlanEntry(ValidationPlan Plan, int Entry)
{
    /// <summary>Whether the instance is well-formed JSON that the schema accepts.</summary>
    public bool IsValid(ReadOnlySpan<byte> utf8, Direction direction = Direction.None) => Plan.IsValid(utf8, Entry, direction);

    /// <summary>Everything that is wrong with the instance.</summary>
    public IReadOnlyList<Violation> Validate(ReadOnlySpan<byte> utf8, Direction direction = Direction.None, int limit = 100) =>
        Plan.Validate(utf8, Entry, direction, limit);
}
