using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads parameters, each place once.</summary>
internal sealed class ParameterReader(ReadingContext context, Parts parts)
{
    private static readonly KnownMembers Known = new(
        "name", "in", "description", "required", "deprecated", "allowEmptyValue",
        "style", "explode", "allowReserved", "schema", "example", "examples", "content");

    private static readonly HashSet<string> IgnoredHeaders = new(StringComparer.OrdinalIgnoreCase) { "Accept", "Content-Type", "Authorization" };

    private readonly Dictionary<Node, Parameter?> known = [];

    /// <summary>Reads a parameter or a reference to one; null where it is none.</summary>
    public Parameter? Read(Node item)
    {
        Followed followed = parts.Shape.Follow(item);
        if (!parts.Shape.IsObject(followed.Target, "a parameter")) return null;
        if (!known.TryGetValue(followed.Target, out Parameter? parameter))
            known.Add(followed.Target, parameter = Make(followed.Target));
        return parameter is not null && followed.Description is { } description ? parameter with { Description = description } : parameter;
    }

    private Parameter? Make(Node node)
    {
        parts.Shape.CheckMembers(node, "a parameter", Known);
        parts.Shape.Demand(node, "name", "the parameter");
        parts.Shape.Demand(node, "in", "the parameter");
        if (Location(node["in"]) is not { } location || parts.Shape.Values.Text(node["name"]) is not { } name) return null;
        Check(node, name, location);
        ParameterStyle style = Style(node["style"], location);
        return new Parameter
        {
            Pointer = context.PointerOf(node),
            Name = name,
            In = location,
            Required = location == ParameterLocation.Path || parts.Shape.Values.Flag(node["required"]),
            Deprecated = parts.Shape.Values.Flag(node["deprecated"]),
            Description = parts.Shape.Values.Text(node["description"]),
            Style = style,
            Explode = StyleReader.Explode(node["explode"], style, parts.Shape.Values),
            AllowReserved = parts.Shape.Values.Flag(node["allowReserved"]),
            AllowEmptyValue = parts.Shape.Values.Flag(node["allowEmptyValue"]),
            Schema = node["schema"] is { Exists: true } schema ? context.Schemas.Read(schema) : null,
            Content = Content(node),
            Examples = parts.Examples.Read(node),
            Extensions = parts.Extensions.Read(node),
        };
    }

    private ParameterLocation? Location(Node node)
    {
        ParameterLocation? location = node.Text switch
        {
            "path" => ParameterLocation.Path,
            "query" => ParameterLocation.Query,
            "header" => ParameterLocation.Header,
            "cookie" => ParameterLocation.Cookie,
            "querystring" when context.Since32 => ParameterLocation.QueryString,
            _ => null,
        };
        string allowed = context.Since32 ? "path, query, querystring, header, cookie" : "path, query, header, cookie";
        if (location is null && node.Exists)
            context.Findings.Report(ReadingRules.UnknownValue, node, $"'in' takes one of {allowed}; found {NodeText.Describe(node)}");
        return location;
    }

    private void Check(Node node, string name, ParameterLocation location)
    {
        if (location == ParameterLocation.Path && node["required"].Kind != NodeKind.True)
            context.Findings.Report(ReadingRules.OptionalPathParameter, node, $"the path parameter '{name}' must say 'required: true'");
        if (location == ParameterLocation.Header && IgnoredHeaders.Contains(name))
            context.Findings.Report(ReadingRules.IgnoredHeader, node, $"the specification has a parameter for the header '{name}' ignored");
        if (node["schema"].Exists && node["content"].Exists)
            context.Findings.ReportName(ReadingRules.Conflict, node["content"], "'schema' and 'content' exclude each other");
        if (!node["schema"].Exists && !node["content"].Exists)
            context.Findings.Report(ReadingRules.OmittedMember, node, $"the parameter '{name}' has neither 'schema' nor 'content'");
    }

    private ParameterStyle Style(Node node, ParameterLocation location)
    {
        if (!node.Exists) return StyleReader.Default(location);
        ParameterStyle? style = StyleReader.Named(node.Text);
        if (style is null || !StyleReader.IsAllowed(style.Value, location))
            context.Findings.Report(ReadingRules.StyleNotAllowed, node, $"{NodeText.Describe(node)} is no style of a {location.ToString().ToLowerInvariant()} parameter");
        return style ?? StyleReader.Default(location);
    }

    private MediaType? Content(Node node)
    {
        EquatableArray<MediaType> content = parts.MediaTypes.Read(node["content"]);
        if (node["content"].IsObject && node["content"].Count != 1)
            context.Findings.Report(ReadingRules.Conflict, node["content"], "the 'content' of a parameter or header has exactly one media type");
        return content.IsEmpty ? null : content[0];
    }
}
