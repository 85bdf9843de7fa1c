using ContractToolkit.Drift.Import.Calls;
using ContractToolkit.Drift.Import.Documents;

namespace ContractToolkit.Drift.Import;

/// <summary>Puts imported operations together to one OpenAPI document.</summary>
internal static class ImportedDocument
{
    /// <summary>The document.</summary>
    /// <param name="operations">The operations; of two with the same path and method the first stands.</param>
    /// <param name="pages">The sources.</param>
    /// <param name="components">The components that the operations refer to.</param>
    public static DraftMap Of(IReadOnlyList<DraftedOperation> operations, DraftMap pages, DraftMap components)
    {
        DraftMap document = new DraftMap().With("openapi", "3.1.1")
            .With("info", new DraftMap().With("title", "Imported API").With("version", "0.1.0"));
        List<ServerTemplate> servers = Servers(operations);
        if (servers.Count > 0) document["servers"] = Draft(servers);
        if (pages.Count > 0) document["x-contract-sources"] = pages;
        DraftMap paths = document.Map("paths");
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (var same in operations.GroupBy(operation => (operation.Path, operation.Method)))
        {
            List<ServerTemplate> own = Servers(same);
            DraftMap operation = WithUniqueId(same.First().Operation, ids);
            // What only some of the servers were seen to have belongs to those.
            paths.Map(same.Key.Path)[same.Key.Method] = own.Count > 0 && own.Count < servers.Count ? Copy(operation).With("servers", Draft(own)) : operation;
        }

        if (components.Count > 0) document["components"] = components;
        return document;
    }

    private static DraftMap WithUniqueId(DraftMap operation, HashSet<string> ids)
    {
        if (operation["operationId"] is not DraftText { Text: var wanted } || ids.Add(wanted)) return operation;
        string id = wanted;
        for (int n = 2; !ids.Add(id); n++) id = FormattableString.Invariant($"{wanted}{n}");
        return Copy(operation).With("operationId", id);
    }

    private static List<ServerTemplate> Servers(IEnumerable<DraftedOperation> operations) => [.. operations.Select(operation => operation.Server).OfType<ServerTemplate>().Distinct()];

    private static DraftList Draft(List<ServerTemplate> servers)
    {
        DraftList list = new();
        list.Items.AddRange(servers.Select(server => server.Draft()));
        return list;
    }

    private static DraftMap Copy(DraftMap map)
    {
        DraftMap copy = new() { Line = map.Line };
        foreach ((string name, DraftNode node) in map.Members) copy[name] = node;
        return copy;
    }
}
