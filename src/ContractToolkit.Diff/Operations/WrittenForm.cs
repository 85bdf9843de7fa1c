using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Operations;

/// <summary>How a value looks on the wire as far as style and explode decide it: for plain values most styles come to the same.</summary>
internal sealed record WrittenForm(string Style, bool Explode)
{
    public static WrittenForm Of(Parameter parameter, SchemaTable schemas)
    {
        SchemaTypes types = parameter.Schema is { } schema ? schemas.Follow(schema).Types : SchemaTypes.None;
        bool plain = types != 0 && (types & (SchemaTypes.Array | SchemaTypes.Object)) == 0;
        if (!plain) return new(parameter.Style.ToString(), parameter.Explode);
        return new(parameter.Style is ParameterStyle.Label or ParameterStyle.Matrix ? parameter.Style.ToString() : "plain", false);
    }
}
