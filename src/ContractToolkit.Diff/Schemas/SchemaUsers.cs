using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas;

/// <summary>Which schemas lead to a schema.</summary>
internal sealed class SchemaUsers
{
    private readonly Dictionary<SchemaId, List<SchemaId>> users = [];

    /// <summary>Adds a schema to a set, and what it leads to.</summary>
    public void Add(Schema schema, HashSet<SchemaId> to)
    {
        to.Add(schema.Id);
        foreach (SchemaId used in SubSchemas.References(schema)) Add(used, schema.Id);
    }

    /// <summary>Notes that one leads to the other.</summary>
    public void Add(SchemaId used, SchemaId user)
    {
        if (!users.TryGetValue(used, out List<SchemaId>? list)) users.Add(used, list = []);
        list.Add(user);
    }

    /// <summary>Takes out of a set of equal schemas all that lead to one of these: what is cyclic counts as equal unless a difference is found.</summary>
    public void Spread(IEnumerable<SchemaId> different, HashSet<SchemaId> equal)
    {
        Queue<SchemaId> open = new(different);
        while (open.Count > 0)
        {
            if (!users.TryGetValue(open.Dequeue(), out List<SchemaId>? list)) continue;
            foreach (SchemaId user in list)
            {
                if (equal.Remove(user)) open.Enqueue(user);
            }
        }
    }

    /// <summary>A copy that can grow on its own.</summary>
    public SchemaUsers Copy()
    {
        SchemaUsers copy = new();
        foreach (KeyValuePair<SchemaId, List<SchemaId>> each in users) copy.users.Add(each.Key, [.. each.Value]);
        return copy;
    }
}
