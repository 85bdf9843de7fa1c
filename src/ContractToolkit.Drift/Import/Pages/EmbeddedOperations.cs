using ContractToolkit.Drift.Import.Calls;
using ContractToolkit.Drift.Import.Documents;

namespace ContractToolkit.Drift.Import.Pages;

/// <summary>Takes the operations out of the OpenAPI block that Apifox embeds in a page's Markdown export.</summary>
internal static class EmbeddedOperations
{
    private static readonly HashSet<string> Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    /// <summary>Reads a block.</summary>
    /// <param name="block">The YAML or JSON of the block.</param>
    /// <param name="source">The id of the page for provenance.</param>
    /// <param name="components">The document's components, to which those of the block are added.</param>
    /// <param name="lineOffset">The line of the page before the block's first.</param>
    public static IEnumerable<DraftedOperation> Read(string block, string source, DraftMap components, int lineOffset = 0)
    {
        if (DraftYaml.Load(block, lineOffset) is not DraftMap document || document["paths"] is not DraftMap paths) yield break;
        AddComponents(document, components);
        ServerTemplate? server = (document["servers"] as DraftList)?.Items.OfType<DraftMap>().Select(Server).FirstOrDefault();
        foreach ((string path, DraftNode item) in paths.Members)
        {
            if (item is not DraftMap map) continue;
            foreach ((string method, DraftNode node) in map.Members)
            {
                if (node is not DraftMap operation || !Methods.Contains(method)) continue;
                foreach (string name in operation.Members.Select(member => member.Key).Where(name => name.StartsWith("x-apifox", StringComparison.Ordinal) || name == "x-run-in-apifox").ToList())
                {
                    operation.Remove(name);
                }

                operation["operationId"] ??= new DraftText(OperationNames.FromPath(method, path));
                operation["x-contract-provenance"] = new DraftMap().With("source", source).With("confidence", "documented");
                yield return new DraftedOperation(server, path, method, operation);
            }
        }
    }

    private static ServerTemplate? Server(DraftMap server)
    {
        if (server["url"] is not DraftText { Text.Length: > 0 } url) return null;
        IEnumerable<ServerVariable> variables = ((server["variables"] as DraftMap)?.Members ?? [])
            .Select(variable => new ServerVariable(variable.Key, ((variable.Value as DraftMap)?["default"] as DraftText)?.Text ?? variable.Key));
        return new ServerTemplate(url.Text, variables.ToEquatableArray());
    }

    private static void AddComponents(DraftMap document, DraftMap components)
    {
        if (document["components"] is not DraftMap own) return;
        foreach ((string kind, DraftNode node) in own.Members)
        {
            if (node is not DraftMap { Count: > 0 } entries) continue;
            foreach ((string name, DraftNode value) in entries.Members) components.Map(kind)[name] ??= value;
        }
    }
}
