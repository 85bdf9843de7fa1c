namespace ContractToolkit.OpenApi.Nodes;

/// <summary>What a plain YAML scalar means in the core schema of YAML 1.2: only <c>null</c>, booleans and numbers are no strings.</summary>
/// <param name="Kind">The kind of the value.</param>
/// <param name="Text">The text of a string, or a number in JSON's spelling.</param>
internal readonly record struct YamlScalar(NodeKind Kind, string Text)
{
    /// <summary>Resolves a plain scalar without a tag.</summary>
    public static YamlScalar Plain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => new YamlScalar(NodeKind.Null, "null"),
        "true" or "True" or "TRUE" => new YamlScalar(NodeKind.True, "true"),
        "false" or "False" or "FALSE" => new YamlScalar(NodeKind.False, "false"),
        _ when YamlNumber.ToJson(text) is { } number => new YamlScalar(NodeKind.Number, number),
        _ => new YamlScalar(NodeKind.String, text),
    };

    /// <summary>Resolves a scalar with one of YAML's own tags; null where the text does not fit the tag.</summary>
    public static YamlScalar? Tagged(string tag, string text)
    {
        YamlScalar plain = Plain(text);
        return tag switch
        {
            "tag:yaml.org,2002:str" or "!" => new YamlScalar(NodeKind.String, text),
            "tag:yaml.org,2002:null" => plain.Kind == NodeKind.Null ? plain : null,
            "tag:yaml.org,2002:bool" => plain.Kind is NodeKind.True or NodeKind.False ? plain : null,
            "tag:yaml.org,2002:int" => plain.Kind == NodeKind.Number && plain.Text.IndexOfAny(['.', 'e', 'E']) < 0 ? plain : null,
            "tag:yaml.org,2002:float" => plain.Kind == NodeKind.Number ? plain : null,
            _ => new YamlScalar(NodeKind.String, text),
        };
    }

    /// <summary>Whether the text is one of YAML's numbers that JSON has no spelling for.</summary>
    public static bool IsInexpressible(string text) =>
        text.TrimStart('+', '-') is ".inf" or ".Inf" or ".INF" or ".nan" or ".NaN" or ".NAN";
}
