using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>How deep an instance of a schema must nest at least. Where recursion has to end, the cheapest alternative ends it.</summary>
internal sealed class SchemaCosts
{
    private const int Endless = 1_000_000;
    private const int MaxRounds = 40;
    private readonly SchemaTable table;
    private readonly Lazy<Dictionary<SchemaId, int>> costs;

    public SchemaCosts(SchemaTable table)
    {
        this.table = table;
        costs = new Lazy<Dictionary<SchemaId, int>>(Compute);
    }

    /// <summary>The cost of schemas that hold together.</summary>
    public int Of(IReadOnlyList<Schema> schemas) => schemas.Count == 0 ? 0 : schemas.Max(schema => Cost(schema, costs.Value, 0));

    private Dictionary<SchemaId, int> Compute()
    {
        var known = table.All.ToDictionary(schema => schema.Id, _ => Endless);
        bool changed = true;
        for (int round = 0; changed && round < MaxRounds; round++)
        {
            changed = false;
            foreach (Schema schema in table.All)
            {
                int cost = Cost(schema, known, 0);
                if (cost >= known[schema.Id]) continue;
                known[schema.Id] = cost;
                changed = true;
            }
        }

        return known;
    }

    private static int Cost(Schema schema, Dictionary<SchemaId, int> known, int depth)
    {
        if (schema.Always == false) return Endless;
        if (schema.Always == true || schema.Enum is not null || schema.Const is not null || depth > 64) return 0;
        int cost = schema.Reference is { } id ? known.GetValueOrDefault(id) : 0;
        if (schema.Composition is { } composition)
        {
            foreach (Schema part in composition.AllOf) cost = Math.Max(cost, Cost(part, known, depth + 1));
            if (!composition.AnyOf.IsEmpty) cost = Math.Max(cost, composition.AnyOf.Min(part => Cost(part, known, depth + 1)));
            if (!composition.OneOf.IsEmpty) cost = Math.Max(cost, composition.OneOf.Min(part => Cost(part, known, depth + 1)));
        }

        bool primitive = schema.Types != SchemaTypes.None && (schema.Types & ~(SchemaTypes.Object | SchemaTypes.Array)) != 0;
        return primitive ? cost : Math.Max(cost, Math.Min(Endless, OwnCost(schema, known, depth)));
    }

    private static int OwnCost(Schema schema, Dictionary<SchemaId, int> known, int depth)
    {
        int cost = 0;
        if (schema.Object is { } members)
        {
            foreach (string name in members.Required)
            {
                Schema? member = members.Properties.FirstOrDefault(property => property.Name == name)?.Schema ?? members.AdditionalProperties;
                cost = Math.Max(cost, 1 + (member is null ? 0 : Cost(member, known, depth + 1)));
            }
        }

        if (schema.Array is { MinItems: > 0 } items)
        {
            Schema? item = items.PrefixItems.IsEmpty ? items.Items : items.PrefixItems[0];
            cost = Math.Max(cost, 1 + (item is null ? 0 : Cost(item, known, depth + 1)));
        }

        return cost;
    }
}
