using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads the headers of responses and of the parts of forms.</summary>
internal sealed class HeaderReader(ReadingContext context, Parts parts)
{
    private static readonly KnownMembers Known = new(
        "description", "required", "deprecated", "allowEmptyValue", "style", "explode", "allowReserved", "schema", "example", "examples", "content");

    private readonly Dictionary<Node, Parameter> known = [];

    /// <summary>All headers of a <c>headers</c>; <c>Content-Type</c> is left out, as the specification says.</summary>
    public EquatableArray<Parameter> ReadAll(Node node)
    {
        if (!parts.Shape.IsObject(node, "'headers'")) return default;
        List<Parameter> headers = new(node.Count);
        foreach (Node member in node.Members)
        {
            if (string.Equals(member.Name, "Content-Type", StringComparison.OrdinalIgnoreCase))
                context.Findings.ReportName(ReadingRules.IgnoredHeader, member, "the header 'Content-Type' is described by the content and ignored here");
            else if (Read(member) is { } header) headers.Add(header);
        }

        return headers.ToEquatableArray();
    }

    /// <summary>Reads a header or a reference to one; null where it is none.</summary>
    public Parameter? Read(Node member)
    {
        Followed followed = parts.Shape.Follow(member);
        if (!parts.Shape.IsObject(followed.Target, "a header")) return null;
        if (!known.TryGetValue(followed.Target, out Parameter? header)) known.Add(followed.Target, header = Make(followed.Target));
        return header.Name == member.Name && followed.Description is null
            ? header
            : header with { Name = member.Name, Description = followed.Description ?? header.Description };
    }

    private Parameter Make(Node node)
    {
        parts.Shape.CheckMembers(node, "a header", Known);
        if (node["style"].Exists && node["style"].Text != "simple")
            context.Findings.Report(ReadingRules.StyleNotAllowed, node["style"], $"a header takes the style 'simple' only, found {NodeText.Describe(node["style"])}");
        EquatableArray<MediaType> content = parts.MediaTypes.Read(node["content"]);
        return new Parameter
        {
            Pointer = context.PointerOf(node),
            Name = node.Name,
            In = ParameterLocation.Header,
            Required = parts.Shape.Values.Flag(node["required"]),
            Deprecated = parts.Shape.Values.Flag(node["deprecated"]),
            Description = parts.Shape.Values.Text(node["description"]),
            Style = ParameterStyle.Simple,
            Explode = parts.Shape.Values.Flag(node["explode"]),
            Schema = node["schema"] is { Exists: true } schema ? context.Schemas.Read(schema) : null,
            Content = content.IsEmpty ? null : content[0],
            Examples = parts.Examples.Read(node),
            Extensions = parts.Extensions.Read(node),
        };
    }
}
