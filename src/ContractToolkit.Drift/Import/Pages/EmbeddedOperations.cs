using ContractToolkit.Drift.Import.Calls;
using ContractToolkit.Drift.Import.Documents;
using YamlDotNet.RepresentationModel;

namespace ContractToolkit.Drift.Import.Pages;

/// <summary>Takes the operations out of the OpenAPI block that Apifox embeds in a page's Markdown export.</summary>
internal static class EmbeddedOperations
{
    private static readonly HashSet<string> Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
    private const int MaxNodes = 100_000;

    /// <summary>Reads a block.</summary>
    /// <param name="block">The YAML or JSON of the block.</param>
    /// <param name="source">The id of the page for provenance.</param>
    /// <param name="components">The document's components, to which those of the block are added.</param>
    public static IEnumerable<DraftedOperation> Read(string block, string source, DraftMap components)
    {
        if (Load(block) is not DraftMap document || document["paths"] is not DraftMap paths) yield break;
        AddComponents(document, components);
        string? server = (document["servers"] as DraftList)?.Items.OfType<DraftMap>().Select(each => (each["url"] as DraftText)?.Text).FirstOrDefault();
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

    private static void AddComponents(DraftMap document, DraftMap components)
    {
        if (document["components"] is not DraftMap own) return;
        foreach ((string kind, DraftNode node) in own.Members)
        {
            if (node is not DraftMap { Count: > 0 } entries) continue;
            foreach ((string name, DraftNode value) in entries.Members) components.Map(kind)[name] ??= value;
        }
    }

    private static DraftNode? Load(string block)
    {
        try
        {
            YamlStream stream = [];
            using StringReader reader = new(block);
            stream.Load(reader);
            int budget = MaxNodes;
            return stream.Documents.Count == 0 ? null : Convert(stream.Documents[0].RootNode, ref budget);
        }
        catch (YamlDotNet.Core.YamlException)
        {
            return null;
        }
    }

    private static DraftNode Convert(YamlNode node, ref int budget)
    {
        if (--budget < 0) throw new YamlDotNet.Core.YamlException("too many nodes");
        switch (node)
        {
            case YamlMappingNode mapping:
                DraftMap map = new();
                foreach ((YamlNode name, YamlNode value) in mapping.Children) map[name.ToString()] = Convert(value, ref budget);
                return map;
            case YamlSequenceNode sequence:
                DraftList list = new();
                foreach (YamlNode item in sequence.Children) list.Items.Add(Convert(item, ref budget));
                return list;
            case YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } plain when IsTyped(plain.Value):
                return new DraftRaw(plain.Value is "" or null or "~" ? "null" : plain.Value);
            default:
                return new DraftText((node as YamlScalarNode)?.Value ?? "");
        }
    }

    private static bool IsTyped(string? text) => text is null or "" or "~" or "null" or "true" or "false"
        || System.Text.RegularExpressions.Regex.IsMatch(text, @"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
}
