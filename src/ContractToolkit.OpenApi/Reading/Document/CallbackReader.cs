using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads the callbacks of operations.</summary>
internal sealed class CallbackReader(ReadingContext context, Parts parts)
{
    // Callbacks of callbacks of callbacks are nobody's need, and a document can multiply them without end.
    private const int MaxDepth = 3;

    private readonly HashSet<Node> underway = [];
    private readonly Dictionary<(Node Node, int Depth), EquatableArray<Operation>> known = [];

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
        if (!known.TryGetValue((node, underway.Count), out EquatableArray<Operation> operations))
        {
            if (underway.Count == MaxDepth || !underway.Add(node))
            {
                string reason = underway.Contains(node) ? "leads back to itself" : "stands too deep inside others";
                context.Findings.Report(ReadingRules.NestedCallback, member, $"the callback {reason}; the inner one is left out");
                return null;
            }

            operations = Operations(node);
            underway.Remove(node);
            known.Add((node, underway.Count), operations);
        }

        return new Callback(member.Name, operations);
    }

    private EquatableArray<Operation> Operations(Node node)
    {
        List<Operation> operations = [];
        foreach (Node item in node.Members)
        {
            if (!item.Name.StartsWith("x-", StringComparison.Ordinal)) operations.AddRange(parts.PathItems.Read(item, OperationKind.Callback));
        }

        return operations.ToEquatableArray();
    }
}
