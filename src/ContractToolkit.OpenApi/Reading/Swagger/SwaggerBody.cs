using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Makes the request body of a 2.0 operation: from its body parameter, or from its form parameters.</summary>
internal sealed class SwaggerBody(ReadingContext context, Parts parts, SwaggerInputs inputs)
{
    private const string Multipart = "multipart/form-data";
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    /// <summary>The body; null where there is none.</summary>
    /// <param name="consumes">The media types that the operation takes.</param>
    /// <param name="operation">The operation.</param>
    public RequestBody? Make(EquatableArray<string> consumes, Node operation)
    {
        if (inputs.Body.Exists && inputs.Form.Count > 0)
            context.Findings.Report(ReadingRules.Conflict, inputs.Body, "a body parameter excludes form parameters; the form is left out");
        if (inputs.Body.Exists) return OfBody(consumes);
        return inputs.Form.Count > 0 ? OfForm(consumes, operation) : null;
    }

    private RequestBody OfBody(EquatableArray<string> consumes)
    {
        Node body = inputs.Body;
        string pointer = context.PointerOf(body);
        Schema? schema = body["schema"].Exists ? context.Schemas.Read(body["schema"]) : null;
        EquatableArray<string> names = consumes.IsEmpty ? EquatableArray.Create<string>([SwaggerResponseReader.DefaultMediaType]) : consumes;
        return new RequestBody
        {
            Pointer = pointer,
            Required = parts.Shape.Values.Flag(body["required"]),
            Description = parts.Shape.Values.Text(body["description"]),
            Content = names.Select(name => new MediaType { Pointer = pointer, Name = name, Schema = schema }).ToEquatableArray(),
            Extensions = parts.Extensions.Read(body),
        };
    }

    private RequestBody OfForm(EquatableArray<string> consumes, Node operation)
    {
        Node place = operation["parameters"].Exists ? operation["parameters"] : operation;
        Schema schema = FormSchema(place);
        EquatableArray<Encoding> encodings = Encodings();
        return new RequestBody
        {
            Pointer = context.PointerOf(place),
            Required = !schema.Object!.Required.IsEmpty,
            Content = MediaTypes(consumes)
                .Select(name => new MediaType { Pointer = context.PointerOf(place), Name = name, Schema = schema, Encodings = encodings })
                .ToEquatableArray(),
        };
    }

    private Schema FormSchema(Node place) => new()
    {
        Id = new SchemaId(place.Id),
        Resource = context.Scopes.Of(place).Resource,
        Dialect = SchemaDialect.OpenApi20,
        Types = SchemaTypes.Object,
        Object = new ObjectRules
        {
            Properties = inputs.Form.Select(node => new NamedSchema(node["name"].Text, SwaggerSchemas.OfParameter(context, node))).ToEquatableArray(),
            Required = inputs.Form.Where(node => node["required"].Kind == NodeKind.True).Select(node => node["name"].Text).ToEquatableArray(),
        },
    };

    private EquatableArray<Encoding> Encodings()
    {
        List<Encoding> encodings = [];
        foreach (Node node in inputs.Form)
        {
            if (node["type"].Text != "array") continue;
            (ParameterStyle style, bool explode) = CollectionFormat.Read(node["collectionFormat"], ParameterLocation.Query, context.Findings);
            encodings.Add(new Encoding { Property = node["name"].Text, Style = style, Explode = explode });
        }

        return encodings.ToEquatableArray();
    }

    // A file needs multipart; for other forms the operation's list decides, as far as it names a form at all.
    private IEnumerable<string> MediaTypes(EquatableArray<string> consumes)
    {
        bool hasFile = inputs.Form.Any(node => node["type"].Text == "file");
        List<string> forms = consumes.Where(name => Is(name, Multipart) || (!hasFile && Is(name, UrlEncoded))).ToList();
        return forms.Count > 0 ? forms : [hasFile ? Multipart : UrlEncoded];
    }

    private static bool Is(string mediaType, string name) => mediaType.Trim().StartsWith(name, StringComparison.OrdinalIgnoreCase);
}
