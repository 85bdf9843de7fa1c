namespace ContractToolkit.OpenApi.Tests.Documents;

public sealed class SwaggerTests
{
    private const string Full = """
        swagger: '2.0'
        info: { title: T, version: '1' }
        host: api.example.com
        basePath: /v1/
        schemes: [https, http]
        consumes: [application/json, application/vnd.x+json]
        produces: [application/json]
        securityDefinitions:
          b: { type: basic }
          k: { type: apiKey, in: query, name: key }
          o: { type: oauth2, flow: accessCode, authorizationUrl: 'https://a', tokenUrl: 'https://t', scopes: { r: read } }
        security: [{ o: [r] }]
        parameters:
          Page: { name: page, in: query, type: integer, format: int32, default: 1, minimum: 0, exclusiveMinimum: true }
        responses:
          Fail: { description: fails, schema: { $ref: '#/definitions/Error' }, headers: { X-N: { type: array, items: { type: integer }, collectionFormat: ssv } } }
        definitions:
          Error: { type: object, discriminator: kind, properties: { kind: { type: string }, note: { type: string, x-nullable: true } } }
        paths:
          /items/{id}:
            parameters: [{ name: id, in: path, required: true, type: string }]
            get:
              produces: [application/json, text/csv]
              parameters:
                - $ref: '#/parameters/Page'
                - { name: tags, in: query, type: array, items: { type: string, enum: [a, b] }, collectionFormat: multi }
                - { name: ids, in: query, type: array, items: { type: string }, collectionFormat: pipes }
                - { name: tabs, in: query, type: array, items: { type: string }, collectionFormat: tsv }
                - { name: plain, in: query, type: array, items: { type: string } }
              responses:
                200: { description: ok, schema: { type: array, items: { $ref: '#/definitions/Error' } }, examples: { application/json: [1], text/plain: x } }
                default: { $ref: '#/responses/Fail' }
            post:
              schemes: [wss]
              parameters: [{ name: body, in: body, required: true, description: the body, schema: { $ref: '#/definitions/Error' } }]
              responses: { 204: { description: none } }
            put:
              consumes: [multipart/form-data]
              parameters:
                - { name: file, in: formData, type: file, required: true, description: the file }
                - { name: list, in: formData, type: array, items: { type: string }, collectionFormat: multi }
              responses: { 200: { description: a file, schema: { type: file } } }
            patch:
              parameters: [{ name: a, in: formData, type: string }]
              responses: { 200: { description: d } }
        """;

    private static readonly ContractDocument Document = Sample.Read(Full);

    private static Operation Of(string method) => Document.Contract!.Operations.Single(operation => operation.Method == method);

    [Fact]
    public void Nothing_is_wrong_with_it() => Assert.Empty(Document.Findings.Select(finding => finding.Document + finding.Message));

    [Fact]
    public void Host_base_path_and_schemes_become_servers()
    {
        Assert.Equal(["https://api.example.com/v1", "http://api.example.com/v1"], Document.Contract!.Servers.Select(server => server.Url));
        Assert.Equal("wss://api.example.com/v1", Assert.Single(Of("POST").Servers).Url);
    }

    [Fact]
    public void Collection_formats_become_styles() => Assert.Equal(
        [
            ("id", ParameterStyle.Simple, false), ("page", ParameterStyle.Form, false), ("tags", ParameterStyle.Form, true), ("ids", ParameterStyle.PipeDelimited, false),
            ("tabs", ParameterStyle.TabDelimited, false), ("plain", ParameterStyle.Form, false),
        ],
        Of("GET").Parameters.Select(parameter => (parameter.Name, parameter.Style, parameter.Explode)));

    [Fact]
    public void The_keywords_of_parameters_become_schemas()
    {
        Parameter page = Of("GET").Parameters[1];
        Assert.Equal((SchemaTypes.Integer, "int32", "1"), (page.Schema!.Types, page.Schema.Format, page.Schema.Notes!.Default!.Text));
        Assert.Equal(new NumberBound("0", true), Assert.Single(page.Schema.Number!.Minimum));
        Assert.Equal("#/parameters/Page", page.Schema.Id.Value);
        Assert.Equal(["\"a\"", "\"b\""], Of("GET").Parameters[2].Schema!.Array!.Items!.Enum!.Value.Select(value => value.Text));
        Assert.Equal(new SourcePosition(14, 9), Document.Locate(page.Pointer).Position);
    }

    [Fact]
    public void A_body_parameter_becomes_a_body_in_every_consumed_media_type()
    {
        RequestBody body = Of("POST").RequestBody!;
        Assert.Equal((true, "the body", "/paths/~1items~1{id}/post/parameters/0"), (body.Required, body.Description, body.Pointer));
        Assert.Equal(["application/json", "application/vnd.x+json"], body.Content.Select(content => content.Name));
        Assert.All(body.Content, content => Assert.Equal("#/definitions/Error", content.Schema!.Reference!.Value.Value));
        Assert.Equal("id", Assert.Single(Of("POST").Parameters).Name);
    }

    [Fact]
    public void Form_parameters_become_one_object()
    {
        RequestBody form = Of("PUT").RequestBody!;
        MediaType content = Assert.Single(form.Content);
        Assert.Equal(("multipart/form-data", true), (content.Name, form.Required));
        Assert.Equal(["file", "list"], content.Schema!.Object!.Properties.Select(property => property.Name));
        Assert.Equal(["file"], content.Schema.Object.Required);
        Schema file = content.Schema.Object.Properties[0].Schema;
        Assert.Equal((SchemaTypes.String, "binary", "the file"), (file.Types, file.Format, file.Notes!.Description));
        Encoding encoding = Assert.Single(content.Encodings);
        Assert.Equal(("list", ParameterStyle.Form, true), (encoding.Property, encoding.Style, encoding.Explode));
        Assert.Equal(new SourcePosition(40, 9), Document.Locate(content.Schema.Id.Value).Position);
        Assert.Equal(("application/x-www-form-urlencoded", false), (Of("PATCH").RequestBody!.Content[0].Name, Of("PATCH").RequestBody!.Required));
    }

    [Fact]
    public void Responses_get_the_produced_media_types_and_their_examples()
    {
        Response ok = Of("GET").Responses[0];
        Assert.Equal(["application/json", "text/csv", "text/plain"], ok.Content.Select(content => content.Name));
        Assert.Equal(["[1]", null, "\"x\""], ok.Content.Select(content => content.Examples.FirstOrDefault()?.Value?.Text));
        Assert.Equal("binary", Of("PUT").Responses[0].Content[0].Schema!.Format);
        Assert.True(Of("POST").Responses[0].Content.IsEmpty);
        Response fail = Of("GET").Responses[1];
        Assert.Equal(("default", "/responses/Fail"), (fail.Status, fail.Pointer));
        Assert.Equal((ParameterStyle.SpaceDelimited, SchemaTypes.Array), (fail.Headers[0].Style, fail.Headers[0].Schema!.Types));
    }

    [Fact]
    public void Security_definitions_become_schemes()
    {
        Assert.Equal(
            [("b", SecuritySchemeKind.Http), ("k", SecuritySchemeKind.ApiKey), ("o", SecuritySchemeKind.OAuth2)],
            Document.Contract!.SecuritySchemes.Select(scheme => (scheme.Name, scheme.Kind)));
        OAuthFlow flow = Assert.Single(Document.Contract.SecuritySchemes[2].Flows);
        Assert.Equal(("authorizationCode", "https://t", "r"), (flow.Kind, flow.TokenUrl, flow.Scopes[0].Name));
        Assert.Equal(["r"], Of("GET").Security[0].Schemes[0].Scopes);
    }

    [Fact]
    public void Null_and_discriminator_are_lifted()
    {
        Schema error = Document.Contract!.Components[0].Schema;
        Assert.Equal("kind", error.Discriminator!.Property);
        Assert.Equal(SchemaTypes.String | SchemaTypes.Null, error.Object!.Properties[1].Schema.Types);
        Assert.Equal(SchemaDialect.OpenApi20, error.Dialect);
    }

    [Fact]
    public void What_3_knows_and_2_does_not_is_ignored_and_named()
    {
        ContractDocument document = Sample.Read("""
            swagger: '2.0'
            info: { title: T, version: '1' }
            paths: { /a: { get: { responses: { 200: { description: d, schema: { type: string, nullable: true, oneOf: [{}] } } } } } }
            """);

        Assert.All(document.Findings, finding => Assert.Equal(ReadingRules.KeywordOfOtherDialect.Id, finding.Id));
        Assert.Equal(2, document.Findings.Count);
        Assert.Equal(SchemaTypes.String, document.Contract!.Operations[0].Responses[0].Content[0].Schema!.Types);
        Assert.Empty(document.Contract.Servers);
    }
}
