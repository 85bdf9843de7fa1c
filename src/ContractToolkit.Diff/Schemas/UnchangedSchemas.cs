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
        foreach (Schema schema in old.All)
        {
            if (!@new.TryGet(schema.Id, out Schema? other) || !schema.Equals(other)) Edited.Add(schema.Id);
            else Users.Add(schema, unchanged);
        }

        Same = [.. unchanged];
        Users.Spread(Edited, unchanged);
    }

    /// <summary>The older side's schemas that have no equal by the same id on the newer side.</summary>
    public List<SchemaId> Edited { get; } = [];

    /// <summary>The schemas that say the same on both sides, whatever they lead to.</summary>
    public HashSet<SchemaId> Same { get; }

    /// <summary>Who leads to whom, of <see cref="Same"/>.</summary>
    public SchemaUsers Users { get; } = new();

    /// <summary>Whether the two say the same, whatever they lead to included.</summary>
    public bool AreSame(Schema before, Schema after)
    {
        if (before.Reference is { } one && after.Reference is { } two && one == two && unchanged.Contains(one) && before.Equals(after)) return true;
        return before.Equals(after) && SubSchemas.References(before).All(IsUnchanged);
    }

    private bool IsUnchanged(SchemaId id) => unchanged.Contains(id) || (!old.TryGet(id, out _) && !@new.TryGet(id, out _));
}
