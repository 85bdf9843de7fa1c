using System.Text;
using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Trees;

/// <summary>Writes a tree as JSON, members in their order and numbers as they were written.</summary>
internal static class TreeText
{
    /// <summary>The text of a tree.</summary>
    /// <param name="node">The root.</param>
    /// <param name="indent">What a level is indented by; null for everything on one line.</param>
    public static string Write(TreeNode node, string? indent = null)
    {
        StringBuilder text = new();
        Value(text, node, indent, "\n");
        if (indent is not null) text.Append('\n');
        return text.ToString();
    }

    // Recursion is as deep as the tree, which has a limit.
    private static void Value(StringBuilder text, TreeNode node, string? indent, string newLine)
    {
        string inner = newLine + indent;
        switch (node)
        {
            case TreeObject { Members.Count: > 0 } map:
                char separator = '{';
                foreach (KeyValuePair<string, TreeNode> member in map.Members)
                {
                    text.Append(separator);
                    if (indent is not null) text.Append(inner);
                    text.Append(JsonString.Quote(member.Key)).Append(indent is null ? ":" : ": ");
                    Value(text, member.Value, indent, inner);
                    separator = ',';
                }

                text.Append(indent is null ? "" : newLine).Append('}');
                break;
            case TreeArray { Items.Count: > 0 } list:
                separator = '[';
                foreach (TreeNode item in list.Items)
                {
                    text.Append(separator);
                    if (indent is not null) text.Append(inner);
                    Value(text, item, indent, inner);
                    separator = ',';
                }

                text.Append(indent is null ? "" : newLine).Append(']');
                break;
            case TreeScalar { Kind: NodeKind.String } scalar:
                text.Append(JsonString.Quote(scalar.Text));
                break;
            default:
                text.Append(node is TreeScalar other ? other.Text : node.Kind == NodeKind.Object ? "{}" : "[]");
                break;
        }
    }
}
