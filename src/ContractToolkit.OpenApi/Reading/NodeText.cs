using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Says in words what stands at a node.</summary>
internal static class NodeText
{
    private const int MaxLength = 40;

    public static string Describe(Node node) => node.Kind switch
    {
        NodeKind.Missing => "nothing",
        NodeKind.Null => "null",
        NodeKind.True => "true",
        NodeKind.False => "false",
        NodeKind.Number => "the number " + Shorten(node.Text),
        NodeKind.String => "the string '" + Shorten(node.Text) + "'",
        NodeKind.Array => "an array",
        _ => "an object",
    };

    private static string Shorten(string text) => text.Length <= MaxLength ? text : text.Substring(0, MaxLength) + "...";
}
