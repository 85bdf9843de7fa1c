using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>The operations of the document by <c>operationId</c>, found before they are read, because links lead forward.</summary>
internal sealed class OperationIndex
{
    private readonly Dictionary<string, Node> byId = new(StringComparer.Ordinal);

    public OperationIndex(ReadingContext context)
    {
        AddItems(context, context.Root["paths"]);
        AddItems(context, context.Root["webhooks"]);
        AddItems(context, context.Root["components"]["pathItems"]);
    }

    public Node Find(string operationId) => byId.TryGetValue(operationId, out Node node) ? node : default;

    public string Guess(string operationId) => Spelling.Closest(operationId, byId.Keys) is { } close ? $"; did you mean '{close}'?" : string.Empty;

    private void AddItems(ReadingContext context, Node items)
    {
        foreach (Node item in items.Members)
        {
            Node target = item["$ref"].IsString ? context.References.Follow(item).Target : item;
            foreach (Node operation in target.Members) Add(operation);
            foreach (Node operation in target["additionalOperations"].Members) Add(operation);
        }
    }

    private void Add(Node operation)
    {
        if (operation["operationId"] is { IsString: true } id && !byId.ContainsKey(id.Text)) byId.Add(id.Text, operation);
    }
}
