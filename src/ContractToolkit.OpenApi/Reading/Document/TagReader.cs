using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads the declared tags.</summary>
internal sealed class TagReader(Parts parts)
{
    private static readonly KnownMembers Known = new KnownMembers("name", "description", "externalDocs").With32("summary", "parent", "kind");

    public EquatableArray<Tag> Read(Node node)
    {
        if (!parts.Shape.IsArray(node, "'tags'")) return default;
        List<Tag> tags = new(node.Count);
        foreach (Node item in node.Items)
        {
            if (parts.Shape.IsObject(item, "a tag")) tags.Add(Tag(item));
        }

        return tags.ToEquatableArray();
    }

    private Tag Tag(Node node)
    {
        parts.Shape.CheckMembers(node, "a tag", Known);
        ScalarValues values = parts.Shape.Values;
        return new Tag(
            parts.Shape.RequiredText(node, "name", "the tag"),
            values.Text(node["summary"]),
            values.Text(node["description"]),
            values.Text(node["parent"]),
            values.Text(node["kind"]),
            parts.Extensions.Read(node));
    }
}
