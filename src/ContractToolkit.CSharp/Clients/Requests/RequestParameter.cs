using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>A parameter of a method, and the call that puts it into the request.</summary>
/// <param name="Key">What it is, uniquely within the method.</param>
/// <param name="Wish">The C# name wished for, in Pascal case.</param>
/// <param name="Type">The C# type as a method's parameter or a property.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Summary">The text of its documentation comment.</param>
/// <param name="Deprecated">Whether the document calls it deprecated.</param>
/// <param name="Call">The call for an expression that holds the value, beginning with a dot.</param>
internal sealed record RequestParameter(
    string Key, string Wish, string Type, bool IsRequired, string? Summary, bool Deprecated, Func<string, string> Call);

/// <summary>Binds the parameters of an operation.</summary>
internal static class ParameterCalls
{
    /// <summary>The call for a parameter of the document.</summary>
    public static Func<string, string> Of(Parameter parameter, TypeReference type)
    {
        string name = Literal.String(parameter.Name);

        // The runtime's methods for places that may be left out take a struct that is null for one that is left out.
        bool takesNull = !type.IsValueType || parameter.In is ParameterLocation.Path;
        string codec = (IsRequired(parameter) && takesNull ? type.AnnotatedCodecExpression : type.CodecExpression) + ".Write";
        if (parameter.Content is { } content) return ByMediaType(parameter, content, type.Name == "string", name, codec);
        bool plain = IsPlain(parameter, type);
        string method = Method(parameter.In);
        if (plain) return value => $".{method}({name}, {value})";
        string style = StyleArguments(parameter);
        return value => $".{method}({name}, {value}, {codec}{style})";
    }

    /// <summary>Whether a value must always be given.</summary>
    public static bool IsRequired(Parameter parameter) => parameter.Required || parameter.In == ParameterLocation.Path;

    private static string Method(ParameterLocation place) => place switch
    {
        ParameterLocation.Path => "Path",
        ParameterLocation.Header => "Header",
        ParameterLocation.Cookie => "Cookie",
        ParameterLocation.QueryString => "QueryString",
        _ => "Query",
    };

    private static Func<string, string> ByMediaType(Parameter parameter, MediaType content, bool isText, string name, string codec)
    {
        BodyKind kind = BodyKinds.Of(content.Name);
        if (parameter.In == ParameterLocation.QueryString)
        {
            return kind switch
            {
                BodyKind.Json => value => $".QueryStringJson({value}, {codec})",
                BodyKind.Form => value => $".QueryString({value}, {codec})",
                _ when !isText => value => $".QueryString({value}, {codec})",
                _ => value => $".QueryString({value})",
            };
        }

        string method = Method(parameter.In);
        if (kind == BodyKind.Json) return value => $".{method}Json({name}, {value}, {codec})";
        return isText ? value => $".{method}({name}, {value})" : value => $".{method}({name}, {value}, {codec})";
    }

    // The runtime's short forms: one scalar, in the default style of its place.
    private static bool IsPlain(Parameter parameter, TypeReference type)
    {
        bool text = type.Name == "string" && type.Format is not "byte";
        bool number = type.Name is "int" or "long" && parameter.In is ParameterLocation.Path or ParameterLocation.Query;
        bool boolean = type.Name == "bool" && parameter.In == ParameterLocation.Query;
        if (!(text || (number && type.Name is "int" or "long") || boolean) || parameter.AllowReserved) return false;
        return parameter.Style is ParameterStyle.Simple or ParameterStyle.Form && parameter.Style == DefaultStyle(parameter.In);
    }

    private static ParameterStyle DefaultStyle(ParameterLocation place) =>
        place is ParameterLocation.Path or ParameterLocation.Header ? ParameterStyle.Simple : ParameterStyle.Form;

    private static string StyleArguments(Parameter parameter)
    {
        string arguments = "";
        bool form = DefaultStyle(parameter.In) == ParameterStyle.Form;
        if (parameter.Style != DefaultStyle(parameter.In))
        {
            arguments += ", style: Ct::Http.WireStyle." + parameter.Style;
        }

        if (parameter.Explode != form) arguments += ", explode: " + Literal.Boolean(parameter.Explode);
        bool canReserve = parameter.In is ParameterLocation.Path or ParameterLocation.Query;
        if (parameter.AllowReserved && canReserve) arguments += ", allowReserved: true";
        return arguments;
    }
}
