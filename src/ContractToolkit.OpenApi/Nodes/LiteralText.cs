namespace ContractToolkit.OpenApi.Nodes;

/// <summary>Turns nodes into literals.</summary>
internal static class LiteralText
{
    private static readonly JsonLiteral True = new(JsonKind.Boolean, "true");
    private static readonly JsonLiteral False = new(JsonKind.Boolean, "false");

    /// <summary>The node as compact JSON.</summary>
    public static JsonLiteral Literal(this Node node) => node.Kind switch
    {
        NodeKind.Null or NodeKind.Missing => JsonLiteral.Null,
        NodeKind.True => True,
        NodeKind.False => False,
        NodeKind.Number => new JsonLiteral(JsonKind.Number, node.Text),
        NodeKind.String => new JsonLiteral(JsonKind.String, node.Table!.Literals.Write(node)),
        NodeKind.Array => new JsonLiteral(JsonKind.Array, node.Table!.Literals.Write(node)),
        _ => new JsonLiteral(JsonKind.Object, node.Table!.Literals.Write(node)),
    };
}
