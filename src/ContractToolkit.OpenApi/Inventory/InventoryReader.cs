using System.Globalization;
using Utf8 = System.Text.UTF8Encoding;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ContractToolkit.OpenApi;

/// <summary>Reads the inventory file of a contract.</summary>
public static class InventoryReader
{
    private const string Extension = "x-contract-inventory";

    /// <summary>The path of the inventory that a contract names, relative to its document; null where it names none.</summary>
    public static string? PathOf(Contract contract)
    {
        foreach (Extension extension in contract.Extensions)
        {
            if (extension.Name == Extension && extension.Value.Kind == JsonKind.String) return extension.Value.Text.Trim('"');
        }

        return null;
    }

    /// <summary>Reads an inventory.</summary>
    /// <param name="content">The file's bytes: YAML in UTF-8.</param>
    /// <exception cref="FormatException">It is none; the message says what is wrong, with line and column.</exception>
    public static ContractInventory Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            YamlStream yaml = new();
            yaml.Load(new StringReader(new Utf8().GetString(content.ToArray())));
            if (yaml.Documents.Count == 0 || yaml.Documents[0].RootNode is not YamlMappingNode root) throw new FormatException("the inventory is no mapping");
            return new() { Operations = Entries(root, "operations"), Others = Entries(root, "others") };
        }
        catch (YamlException e)
        {
            throw new FormatException(FormattableString.Invariant($"line {e.Start.Line}, column {e.Start.Column}: no YAML: {e.Message}"), e);
        }
    }

    private static EquatableArray<InventoryEntry> Entries(YamlMappingNode root, string name)
    {
        if (Member(root, name) is not { } node) return default;
        if (node is not YamlSequenceNode items) throw Wrong(node, $"'{name}' is no array");
        List<InventoryEntry> entries = [];
        foreach (YamlNode item in items) entries.Add(Entry(item as YamlMappingNode ?? throw Wrong(item, "an entry is no mapping")));
        return entries.ToEquatableArray();
    }

    private static InventoryEntry Entry(YamlMappingNode node) => new(
        Text(node, "number") is { } number ? Number(node, number) : null,
        Required(node, "group"),
        Required(node, "title"),
        Required(node, "method"),
        Required(node, "state") switch
        {
            "full" => InventoryState.Full,
            "part" => InventoryState.Part,
            "name" => InventoryState.Name,
            string other => throw Wrong(node, $"'{other}' is no state; write full, part or name"),
        },
        Text(node, "path"),
        Text(node, "operationId"),
        Position(node));

    private static int Number(YamlNode node, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : throw Wrong(node, $"'{text}' is no number");

    private static string Required(YamlMappingNode node, string name) => Text(node, name) ?? throw Wrong(node, $"'{name}' is missing");

    private static string? Text(YamlMappingNode node, string name) => (Member(node, name) as YamlScalarNode)?.Value;

    private static YamlNode? Member(YamlMappingNode node, string name) =>
        node.Children.TryGetValue(new YamlScalarNode(name), out YamlNode? value) ? value : null;

    private static FormatException Wrong(YamlNode node, string what) => new(FormattableString.Invariant($"line {node.Start.Line}, column {node.Start.Column}: {what}"));

    private static SourcePosition Position(YamlNode node) => new((int)node.Start.Line, (int)node.Start.Column);
}
