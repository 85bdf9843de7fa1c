using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas;

/// <summary>Tells the schemas that nobody edited, with everything that they lead to: the walk passes them by.</summary>
internal sealed class UnchangedSchemas
{
    private readonly HashSet<SchemaId> unchanged = [];
    private readonly SchemaTable old;
    private readonly SchemaTable @new;

    public UnchangedSchemas(SchemaTable old, SchemaTable @new)
    {
        this.old = old;
        this.@new = @new;
        Dictionary<SchemaId, List<SchemaId>> users = [];
        Queue<SchemaId> changed = new();
        foreach (Schema schema in old.All)
        {
            if (!@new.TryGet(schema.Id, out Schema? other) || !schema.Equals(other))
            {
                changed.Enqueue(schema.Id);
                continue;
            }

            unchanged.Add(schema.Id);
            foreach (SchemaId used in SubSchemas.References(schema))
            {
                if (!users.TryGetValue(used, out List<SchemaId>? list)) users.Add(used, list = []);
                list.Add(schema.Id);
            }
        }

        while (changed.Count > 0)
        {
            if (!users.TryGetValue(changed.Dequeue(), out List<SchemaId>? list)) continue;
            foreach (SchemaId user in list)
            {
                if (unchanged.Remove(user)) changed.Enqueue(user);
            }
        }
    }

    /// <summary>Whether the two say the same, whatever they lead to included.</summary>
    public bool AreSame(Schema before, Schema after)
    {
        if (before.Reference is { } one && after.Reference is { } two && one == two && unchanged.Contains(one) && before.Equals(after)) return true;
        return before.Equals(after) && SubSchemas.References(before).All(IsUnchanged);
    }

    /// <summary>Whether a named schema is the same, with everything that it leads to.</summary>
    public bool Contains(SchemaId id) => unchanged.Contains(id);

    private bool IsUnchanged(SchemaId id) => unchanged.Contains(id) || (!old.TryGet(id, out _) && !@new.TryGet(id, out _));
}
