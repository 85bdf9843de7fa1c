using System.Text;

namespace ContractToolkit.OpenApi.Nodes;

/// <summary>Turns nodes into compact JSON: no white space, members in document order, numbers as written, the fewest escapes.</summary>
internal static class LiteralText
{
    /// <summary>The node as a literal.</summary>
    public static JsonLiteral Literal(this Node node) => node.Kind switch
    {
        NodeKind.Null or NodeKind.Missing => JsonLiteral.Null,
        NodeKind.True => JsonLiterals.True,
        NodeKind.False => JsonLiterals.False,
        NodeKind.Number => new JsonLiteral(JsonKind.Number, node.Text),
        _ => new JsonLiteral(KindOf(node.Kind), Compact(node)),
    };

    private static string Compact(Node node)
    {
        StringBuilder output = new();
        Write(output, node);
        return output.ToString();
    }

    // Recursion is as deep as the table, which has a limit.
    private static void Write(StringBuilder output, Node node)
    {
        switch (node.Kind)
        {
            case NodeKind.Object:
                WriteObject(output, node);
                break;
            case NodeKind.Array:
                WriteArray(output, node);
                break;
            case NodeKind.String:
                JsonString.Write(output, node.Text);
                break;
            default:
                output.Append(node.Text);
                break;
        }
    }

    private static void WriteObject(StringBuilder output, Node node)
    {
        char separator = '{';
        foreach (Node member in node.Members)
        {
            output.Append(separator);
            JsonString.Write(output, member.Name);
            output.Append(':');
            Write(output, member);
            separator = ',';
        }

        output.Append(separator == '{' ? "{}" : "}");
    }

    private static void WriteArray(StringBuilder output, Node node)
    {
        char separator = '[';
        foreach (Node item in node.Items)
        {
            output.Append(separator);
            Write(output, item);
            separator = ',';
        }

        output.Append(separator == '[' ? "[]" : "]");
    }

    private static JsonKind KindOf(NodeKind kind) => kind switch
    {
        NodeKind.String => JsonKind.String,
        NodeKind.Array => JsonKind.Array,
        _ => JsonKind.Object,
    };
}

/// <summary>Literals that many documents repeat.</summary>
internal static class JsonLiterals
{
    public static JsonLiteral True { get; } = new(JsonKind.Boolean, "true");

    public static JsonLiteral False { get; } = new(JsonKind.Boolean, "false");
}
