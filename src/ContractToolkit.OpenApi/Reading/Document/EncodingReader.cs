using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads encoding objects.</summary>
internal sealed class EncodingReader(ReadingContext context, Parts parts)
{
    private static readonly KnownMembers Known = new KnownMembers("contentType", "headers", "style", "explode", "allowReserved")
        .With32("encoding", "prefixEncoding", "itemEncoding");

    /// <summary>The encodings of a form's parts, by property.</summary>
    public EquatableArray<Encoding> ByName(Node node)
    {
        if (!parts.Shape.IsObject(node, "'encoding'")) return default;
        List<Encoding> encodings = new(node.Count);
        foreach (Node member in node.Members)
        {
            if (Read(member, member.Name) is { } encoding) encodings.Add(encoding);
        }

        return encodings.ToEquatableArray();
    }

    /// <summary>The encodings of the first parts, by place.</summary>
    public EquatableArray<Encoding> ByPlace(Node node)
    {
        if (!parts.Shape.IsArray(node, "'prefixEncoding'")) return default;
        List<Encoding> encodings = new(node.Count);
        foreach (Node item in node.Items)
        {
            if (Read(item, string.Empty) is { } encoding) encodings.Add(encoding);
        }

        return encodings.ToEquatableArray();
    }

    /// <summary>One encoding; null where there is none.</summary>
    public Encoding? Read(Node node, string property)
    {
        if (!parts.Shape.IsObject(node, "an encoding")) return null;
        parts.Shape.CheckMembers(node, "an encoding", Known);
        bool styled = node["style"].Exists || node["explode"].Exists || node["allowReserved"].Exists;
        ParameterStyle style = Style(node["style"]);
        return new Encoding
        {
            Property = property,
            ContentType = parts.Shape.Values.Text(node["contentType"]),
            Headers = parts.Headers.ReadAll(node["headers"]),
            Style = styled ? style : null,
            Explode = StyleReader.Explode(node["explode"], style, parts.Shape.Values),
            AllowReserved = parts.Shape.Values.Flag(node["allowReserved"]),
        };
    }

    private ParameterStyle Style(Node node)
    {
        if (!node.Exists) return ParameterStyle.Form;
        ParameterStyle? style = StyleReader.Named(node.Text);
        if (style is null || !StyleReader.IsAllowed(style.Value, ParameterLocation.Query))
            context.Findings.Report(ReadingRules.StyleNotAllowed, node, $"an encoding takes the styles of query parameters, found {NodeText.Describe(node)}");
        return style ?? ParameterStyle.Form;
    }
}
