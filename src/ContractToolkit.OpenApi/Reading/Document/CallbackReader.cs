using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads the callbacks of operations.</summary>
internal sealed class CallbackReader(ReadingContext context, Parts parts)
{
    private readonly HashSet<Node> underway = [];

    public EquatableArray<Callback> ReadAll(Node node)
    {
        if (!parts.Shape.IsObject(node, "'callbacks'")) return default;
        List<Callback> callbacks = new(node.Count);
        foreach (Node member in node.Members)
        {
            if (Read(member) is { } callback) callbacks.Add(callback);
        }

        return callbacks.ToEquatableArray();
    }

    /// <summary>Reads a callback or a reference to one; null where it is none.</summary>
    public Callback? Read(Node member)
    {
        Node node = parts.Shape.Follow(member).Target;
        if (!parts.Shape.IsObject(node, "a callback")) return null;
        if (!underway.Add(node))
        {
            context.Findings.Report(ReadingRules.NestedCallback, member, "the callback leads back to itself; the inner one is left out");
            return null;
        }

        List<Operation> operations = [];
        foreach (Node item in node.Members)
        {
            if (!item.Name.StartsWith("x-", StringComparison.Ordinal)) operations.AddRange(parts.PathItems.Read(item, OperationKind.Callback));
        }

        underway.Remove(node);
        return new Callback(member.Name, operations.ToEquatableArray());
    }
}
