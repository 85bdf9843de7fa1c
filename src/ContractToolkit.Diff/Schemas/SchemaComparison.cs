using ContractToolkit.Diff.Rules;
using ContractToolkit.Diff.Schemas.Keywords;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas;

/// <summary>Compares pairs of schemas for one direction of travel, each pair once, and finds the edits at the root of what changed.</summary>
internal sealed class SchemaComparison
{
    private readonly Dictionary<(SchemaId, SchemaId, SchemaId, SchemaId, bool, bool), SchemaNode> nodes = [];
    private readonly Queue<SchemaNode> open = new();
    private readonly Lazy<SchemaSets> sets;

    public SchemaComparison(Contract old, Contract @new, Travel travel, UnchangedSchemas unchanged, Aging aging, Func<SchemaSets> makeSets)
    {
        Old = old;
        New = @new;
        Travel = travel;
        Unchanged = unchanged;
        Aging = aging;
        sets = new(makeSets);
        OldNames = new(old.Schemas);
        NewNames = new(@new.Schemas);
    }

    public Contract Old { get; }

    public Contract New { get; }

    public Travel Travel { get; }

    public UnchangedSchemas Unchanged { get; }

    public Aging Aging { get; }

    public SchemaSets Sets => sets.Value;

    public DeclaredNames OldNames { get; }

    public DeclaredNames NewNames { get; }

    /// <summary>Compares the schemas that an operation starts from.</summary>
    public void Compare(Schema before, Schema after, SchemaPlace place, string label, string operation)
    {
        SchemaNode? node = Reach(before, after, place, label, isProtected: false, user: null);
        if (node is null) return;
        node.Operations.Add(operation);
        while (open.Count > 0) SchemaVisit.Run(this, open.Dequeue());
    }

    /// <summary>The node of a pair, made and queued where it is new; null where nothing changed.</summary>
    public SchemaNode? Reach(Schema before, Schema after, SchemaPlace place, string label, bool isProtected, SchemaNode? user, bool sameValue = false, string? witness = null, bool hidden = false)
    {
        if (Unchanged.AreSame(before, after)) return null;
        Schema oldTarget = Old.Schemas.Follow(before), newTarget = New.Schemas.Follow(after);
        if (!ReferenceEquals(newTarget, after) && newTarget.Id.Value.IndexOf("/schemas/", StringComparison.Ordinal) >= 0) label = newTarget.Id.Name;
        Schema oldScope = sameValue ? user!.OldScope : oldTarget, newScope = sameValue ? user!.NewScope : newTarget;
        (SchemaId, SchemaId, SchemaId, SchemaId, bool, bool) key = (oldTarget.Id, newTarget.Id, oldScope.Id, newScope.Id, isProtected, hidden);
        if (!nodes.TryGetValue(key, out SchemaNode? node))
        {
            node = new()
            {
                Old = oldTarget, New = newTarget, OldScope = oldScope, NewScope = newScope, Place = place, Label = label, Protected = isProtected,
                WholeWitness = witness, Hidden = hidden,
            };
            nodes.Add(key, node);
            open.Enqueue(node);
        }

        if (user is not null) node.Users.Add(user);
        return node;
    }

    /// <summary>All changes, with the operations that they reach.</summary>
    public IEnumerable<ChangeDraft> Changes()
    {
        foreach (SchemaNode node in nodes.Values)
        {
            if (node.Changes.Count == 0) continue;
            HashSet<string> operations = Reached(node);
            foreach (ChangeDraft change in node.Changes)
            {
                change.Operations.UnionWith(operations);
                yield return change;
            }
        }
    }

    private static HashSet<string> Reached(SchemaNode node)
    {
        HashSet<SchemaNode> seen = [node];
        HashSet<string> operations = new(StringComparer.Ordinal);
        Stack<SchemaNode> open = new([node]);
        while (open.Count > 0)
        {
            SchemaNode next = open.Pop();
            operations.UnionWith(next.Operations);
            foreach (SchemaNode user in next.Users)
            {
                if (seen.Add(user)) open.Push(user);
            }
        }

        return operations;
    }
}
