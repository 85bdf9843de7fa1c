using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Sets;

/// <summary>
/// Finds the schemas that have the same id and say the same on both sides, with everything that they lead to: whatever is cyclic counts as
/// equal unless a difference is found. They need no comparison.
/// </summary>
internal sealed class SharedSchemas
{
    private readonly HashSet<SchemaId> shared = [];

    public SharedSchemas(FormulaPool pool, SchemaTable left, SchemaTable right, ContainmentOptions options, Func<SchemaId, bool>? isUnchanged)
    {
        SchemaFormulas one = new(pool, SchemaKey.Shared, false, left, options, _ => true), two = new(pool, SchemaKey.Shared, false, right, options, _ => true);
        Dictionary<SchemaId, List<SchemaId>> users = [];
        Queue<SchemaId> unequal = new();
        foreach (SchemaId id in left.All.Select(schema => schema.Id))
        {
            // What nobody edited, with everything that it leads to, need not be translated to be known as equal.
            if (isUnchanged?.Invoke(id) == true)
            {
                shared.Add(id);
                continue;
            }

            if (!right.TryGet(id, out _) || one.Resolve(id) != two.Resolve(id))
            {
                unequal.Enqueue(id);
                continue;
            }

            shared.Add(id);
            foreach (SchemaId used in pool.References(one.Resolve(id)))
            {
                if (!users.TryGetValue(used, out List<SchemaId>? list)) users.Add(used, list = []);
                list.Add(id);
                if (!left.TryGet(used, out _) || !right.TryGet(used, out _)) unequal.Enqueue(used);
            }
        }

        while (unequal.Count > 0)
        {
            if (!users.TryGetValue(unequal.Dequeue(), out List<SchemaId>? list)) continue;
            foreach (SchemaId user in list)
            {
                if (shared.Remove(user)) unequal.Enqueue(user);
            }
        }
    }

    public bool Contains(SchemaId id) => shared.Contains(id);
}
