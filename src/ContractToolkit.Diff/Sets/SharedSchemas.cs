using ContractToolkit.Diff.Schemas;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Sets;

/// <summary>
/// Finds the schemas that have the same id and mean the same on both sides, with everything that they lead to: whatever is cyclic counts as
/// equal unless a difference is found. They need no comparison.
/// </summary>
internal sealed class SharedSchemas
{
    private readonly HashSet<SchemaId> shared;

    public SharedSchemas(FormulaPool pool, SchemaTable left, SchemaTable right, ContainmentOptions options, UnchangedSchemas unchanged)
    {
        // What was not edited need not be translated to be known as equal.
        shared = [.. unchanged.Same];
        SchemaUsers users = unchanged.Users.Copy();
        SchemaFormulas one = new(pool, SchemaKey.Shared, false, left, options, _ => true), two = new(pool, SchemaKey.Shared, false, right, options, _ => true);
        List<SchemaId> unequal = [];
        foreach (SchemaId id in unchanged.Edited)
        {
            if (!right.TryGet(id, out _) || one.Resolve(id) != two.Resolve(id))
            {
                unequal.Add(id);
                continue;
            }

            shared.Add(id);
            foreach (SchemaId used in pool.References(one.Resolve(id)))
            {
                users.Add(used, id);
                if (!left.TryGet(used, out _) || !right.TryGet(used, out _)) unequal.Add(used);
            }
        }

        users.Spread(unequal, shared);
    }

    public bool Contains(SchemaId id) => shared.Contains(id);
}
