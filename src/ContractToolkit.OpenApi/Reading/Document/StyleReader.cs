using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads <c>style</c> and <c>explode</c>, with the defaults of each place.</summary>
internal static class StyleReader
{
    /// <summary>The style of that name; null where there is none.</summary>
    public static ParameterStyle? Named(string name) => name switch
    {
        "simple" => ParameterStyle.Simple,
        "form" => ParameterStyle.Form,
        "label" => ParameterStyle.Label,
        "matrix" => ParameterStyle.Matrix,
        "spaceDelimited" => ParameterStyle.SpaceDelimited,
        "pipeDelimited" => ParameterStyle.PipeDelimited,
        "deepObject" => ParameterStyle.DeepObject,
        "cookie" => ParameterStyle.Cookie,
        _ => null,
    };

    /// <summary>The style of a place that names none.</summary>
    public static ParameterStyle Default(ParameterLocation location) =>
        location is ParameterLocation.Path or ParameterLocation.Header ? ParameterStyle.Simple : ParameterStyle.Form;

    /// <summary>Whether a style goes with a place.</summary>
    public static bool IsAllowed(ParameterStyle style, ParameterLocation location) => location switch
    {
        ParameterLocation.Path => style is ParameterStyle.Simple or ParameterStyle.Label or ParameterStyle.Matrix,
        ParameterLocation.Header => style == ParameterStyle.Simple,
        ParameterLocation.Cookie => style is ParameterStyle.Form or ParameterStyle.Cookie,
        _ => style is ParameterStyle.Form or ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited or ParameterStyle.DeepObject,
    };

    /// <summary>Whether a style explodes where nothing is said: <c>form</c>, and <c>cookie</c> which follows it.</summary>
    public static bool ExplodesByDefault(ParameterStyle style) => style is ParameterStyle.Form or ParameterStyle.Cookie;

    /// <summary><c>explode</c> as declared, else the default of the style.</summary>
    public static bool Explode(Node node, ParameterStyle style, ScalarValues values) =>
        node.IsBoolean ? node.Kind == NodeKind.True : values.Flag(node) || ExplodesByDefault(style);
}
