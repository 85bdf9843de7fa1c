using ContractToolkit.CSharp.Binding;
using ContractToolkit.CSharp.Text;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>What a link says about the parameters and the body of its target.</summary>
internal static class LinkedParameters
{
    private static readonly Dictionary<ParameterLocation, string> places = new()
    {
        [ParameterLocation.Path] = "path.", [ParameterLocation.Query] = "query.", [ParameterLocation.Header] = "header.", [ParameterLocation.Cookie] = "cookie.",
    };

    /// <summary>The call that puts a parameter into the request as the link says; null where the link does not name it.</summary>
    public static string? Call(Parameter parameter, Link link)
    {
        string? place = places.TryGetValue(parameter.In, out string? known) ? known + parameter.Name : null;
        LinkParameter? linked = link.Parameters.FirstOrDefault(candidate => candidate.Name == place) ?? link.Parameters.FirstOrDefault(candidate => candidate.Name == parameter.Name);
        return linked is null ? null : ParameterCalls.Of(parameter, TypeBinder.Raw)(Value(linked.Value));
    }

    /// <summary>The call that sets the body as the link says; null where it says nothing, or the operation takes no JSON.</summary>
    public static string? Body(Operation target, Link link)
    {
        MediaType? json = target.RequestBody?.Content.FirstOrDefault(media => BodyKinds.Of(media.Name) == BodyKind.Json);
        if (json is null || link.RequestBody is not { } body) return null;
        return $".JsonBody({Value(body)}, Js::RawCodec.Write, {Literal.String(BodyKinds.Essence(json.Name))})";
    }

    private static string Value(JsonLiteral literal)
    {
        string? text = literal.Kind == JsonKind.String ? LiteralReader.Text(literal) : null;
        bool expression = text is not null && (text.StartsWith("$", StringComparison.Ordinal) || text.Contains("{$"));
        return expression ? $"Ct::Http.LinkExpressions.Link(answer, {Literal.String(text!)})" : $"Js::JsonValue.Parse({Literal.String(literal.Text)})";
    }
}
