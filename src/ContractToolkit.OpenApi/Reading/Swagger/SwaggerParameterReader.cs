using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads the parameters of 2.0.</summary>
internal sealed class SwaggerParameterReader(ReadingContext context, Parts parts)
{
    private static readonly KnownMembers Known = new(
        "name", "in", "description", "required", "schema", "type", "format", "allowEmptyValue", "items", "collectionFormat", "default",
        "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems",
        "uniqueItems", "enum", "multipleOf");

    private readonly Dictionary<Node, Parameter> known = [];

    /// <summary>The parameters of an operation: those of its path item, replaced or followed by its own.</summary>
    public SwaggerInputs Read(Node operation, PathItem item)
    {
        ParameterList list = new(context.Findings);
        Node body = default;
        Dictionary<string, Node> form = new(StringComparer.Ordinal);
        foreach (Node source in new[] { item["parameters"], operation["parameters"] })
        {
            list.BeginOverrides();
            if (!source.Exists || !parts.Shape.IsArray(source, "'parameters'")) continue;
            foreach (Node declaration in source.Items)
            {
                Node node = parts.Shape.Follow(declaration).Target;
                if (!parts.Shape.IsObject(node, "a parameter") || !Check(node)) continue;
                if (node["in"].Text == "body") body = node;
                else if (node["in"].Text == "formData") form[node["name"].Text] = node;
                else if (Location(node["in"]) is { } location) list.Add(ReadOne(node, location), declaration);
            }
        }

        list.CheckPath(operation, item.Path);
        return new SwaggerInputs(list.ToArray(), body, [.. form.Values]);
    }

    private bool Check(Node node)
    {
        parts.Shape.Demand(node, "name", "the parameter");
        parts.Shape.Demand(node, "in", "the parameter");
        if (!node["name"].Exists || !node["in"].Exists) return false;
        parts.Shape.CheckMembers(node, "a parameter", Known);
        if (node["in"].Text == "body") parts.Shape.Require(node, "schema", "the body parameter");
        else parts.Shape.Require(node, "type", "the parameter");
        return true;
    }

    private ParameterLocation? Location(Node node)
    {
        ParameterLocation? location = node.Text switch
        {
            "path" => ParameterLocation.Path,
            "query" => ParameterLocation.Query,
            "header" => ParameterLocation.Header,
            _ => null,
        };
        if (location is null)
            context.Findings.Report(ReadingRules.UnknownValue, node, $"'in' takes one of path, query, header, formData, body; found {NodeText.Describe(node)}");
        return location;
    }

    private Parameter ReadOne(Node node, ParameterLocation location)
    {
        if (known.TryGetValue(node, out Parameter? parameter)) return parameter;
        if (location == ParameterLocation.Path && node["required"].Kind != NodeKind.True)
            context.Findings.Report(ReadingRules.OptionalPathParameter, node, $"the path parameter '{node["name"].Text}' must say 'required: true'");
        (ParameterStyle style, bool explode) = CollectionFormat.Read(node["collectionFormat"], location, context.Findings);
        parameter = new Parameter
        {
            Pointer = context.PointerOf(node),
            Name = parts.Shape.Values.Text(node["name"]) ?? string.Empty,
            In = location,
            Required = location == ParameterLocation.Path || parts.Shape.Values.Flag(node["required"]),
            Description = parts.Shape.Values.Text(node["description"]),
            Style = style,
            Explode = explode,
            AllowEmptyValue = parts.Shape.Values.Flag(node["allowEmptyValue"]),
            Schema = SwaggerSchemas.OfParameter(context, node),
            Extensions = parts.Extensions.Read(node),
        };
        known.Add(node, parameter);
        return parameter;
    }
}
