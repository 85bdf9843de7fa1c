namespace ContractToolkit.OpenApi.Tests.Documents;

public sealed class ReferenceTests
{
    [Fact]
    public void Other_files_are_found_relative_to_the_file_that_refers_to_them()
    {
        ReadOptions options = Sample.With(
            ("parts/paths.yaml", """
                pets:
                  get:
                    parameters: [{ $ref: '../api.yaml#/components/parameters/Id' }]
                    responses: { '200': { $ref: 'deep/responses.json#/Pet' } }
                """),
            ("parts/deep/responses.json", """{"Pet": {"description": "d", "content": {"application/json": {"schema": {"$ref": "../../schemas/my%20pet.yaml"}}}}}"""),
            ("schemas/my pet.yaml", "type: object\nproperties:\n  self: { $ref: '#' }\n  name: { $ref: 'name.yaml#/definitions/a~1b' }\n"),
            ("schemas/name.yaml", "definitions: { a/b: { type: string } }"));
        ContractDocument document = Sample.Of("3.1.0", """
            paths: { '/pets/{id}': { $ref: 'parts/paths.yaml#/pets' } }
            components: { parameters: { Id: { name: id, in: path, required: true, schema: { type: integer } } } }
            """, options);

        Assert.Empty(document.Findings);
        Operation operation = Assert.Single(document.Contract!.Operations);
        Assert.Equal("parts/paths.yaml#/pets/get", operation.Pointer);
        Assert.Equal("/components/parameters/Id", operation.Parameters[0].Pointer);
        Assert.Equal("parts/deep/responses.json#/Pet", operation.Responses[0].Pointer);
        Schema pet = document.Contract.Schemas.Follow(operation.Responses[0].Content[0].Schema!);
        Assert.Equal("schemas/my pet.yaml#", pet.Id.Value);
        Assert.Equal(["schemas/my pet.yaml#", "schemas/name.yaml#/definitions/a~1b"], pet.Object!.Properties.Select(p => p.Schema.Reference!.Value.Value));
        Assert.Equal(SchemaTypes.String, document.Contract.Schemas.Follow(pet.Object.Properties[1].Schema).Types);
        Assert.Equal(new DocumentPlace("schemas/name.yaml", "/definitions/a~1b", new SourcePosition(1, 21)), document.Locate("schemas/name.yaml#/definitions/a~1b"));
    }

    [Fact]
    public void Findings_name_the_file_as_the_user_would()
    {
        ContractDocument document = Sample.Read(
            "openapi: 3.1.0\ninfo: { title: t, version: '1' }\npaths: { /a: { $ref: 'p.yaml' } }", Sample.With(("p.yaml", "get:\n  parameters: 3")), "spec/api.yaml");

        Assert.Equal("spec/p.yaml:2:15 /get/parameters", document.Only(ReadingRules.WrongType).Document!.ToString());
    }

    [Theory]
    [InlineData("'#/components/schemas/Pat'", "CT1201", "did you mean 'Pet'?")]
    [InlineData("'#/components/schemas/Zebra'", "CT1201", "leads nowhere")]
    [InlineData("'#anchor'", "CT1201", "leads nowhere")]
    [InlineData("'other.yaml'", "CT1203", "no other file can be reached")]
    [InlineData("'../../etc/passwd'", "CT1204", "leaves the folder")]
    [InlineData("'/etc/passwd'", "CT1204", "leaves the folder")]
    [InlineData("'%2e%2e/secret'", "CT1204", "leaves the folder")]
    [InlineData("'https://example.com/x.json'", "CT1203", "not available")]
    [InlineData("3", "CT1206", "takes a URI reference")]
    public void A_reference_that_leads_nowhere_is_reported_with_its_place(string reference, string id, string message)
    {
        ContractDocument document = Sample.Of("3.1.0", $"components:\n  schemas:\n    Pet: {{ type: object }}\n    A:\n      $ref: {reference}\n");

        Finding finding = Assert.Single(document.Findings);
        Assert.Equal((id, "7:13 /components/schemas/A/$ref"), (finding.Id, finding.At()));
        Assert.Contains(message, finding.Message);
        Assert.Null(document.Contract!.Components[1].Schema.Reference);
    }

    [Fact]
    public void The_caller_decides_about_files_outside_the_folder()
    {
        ContractDocument document = Sample.Of("3.1.0", "components: { schemas: { A: { $ref: '../x.yaml' } } }", Sample.With(("../x.yaml", "type: string")));

        Assert.Empty(document.Findings);
        Assert.Equal("../x.yaml#", document.Contract!.Components[0].Schema.Reference!.Value.Value);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_one_finding_per_cause()
    {
        ContractDocument document = Sample.Of(
            "3.1.0", "components: { schemas: { A: { $ref: 'x.json' }, B: { $ref: 'x.json' } } }", Sample.With(("x.json", "{\"a\": ")));

        Assert.Equal(["CT1203", "CT1203", "CT1001"], document.Findings.Select(finding => finding.Id));
        Assert.Equal("x.json:1:7", document.Findings[2].Document!.ToString().Split(' ')[0]);
    }

    [Fact]
    public void References_in_a_circle_are_reported_where_a_value_is_needed()
    {
        ContractDocument document = Sample.Of("3.1.0", """
            paths: { /a: { get: { parameters: [{ $ref: '#/components/parameters/A' }], responses: { '200': { $ref: '#/components/responses/R' } } } } }
            components:
              parameters: { A: { $ref: '#/components/parameters/B' }, B: { $ref: '#/components/parameters/A' } }
              responses: { R: { $ref: '#/components/responses/R' } }
              pathItems: { P: { $ref: '#/components/pathItems/P' } }
            """);

        Assert.All(document.Findings, finding => Assert.Equal(ReadingRules.ReferenceCycle.Id, finding.Id));
        Assert.Contains(document.Findings, finding => finding.Document!.Pointer == "/components/pathItems/P/$ref");
        Assert.True(document.Contract!.Operations[0].Parameters.IsEmpty);
    }

    [Fact]
    public void Schemas_may_refer_to_each_other_in_a_circle()
    {
        Contract contract = Sample.Clean("""
            openapi: 3.0.0
            info: { title: t, version: '1' }
            paths: {}
            components: { schemas: { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' }, C: { $ref: '#/components/schemas/C' } } }
            """);

        Assert.All(contract.Components, named => Assert.NotNull(contract.Schemas.Follow(named.Schema)));
    }

    [Fact]
    public void Chains_and_every_kind_of_component_are_followed()
    {
        Contract contract = Sample.Clean("""
            openapi: 3.2.0
            info: { title: t, version: '1' }
            paths:
              /a:
                post:
                  requestBody: { $ref: '#/components/requestBodies/One' }
                  responses:
                    '200':
                      description: d
                      headers: { X: { $ref: '#/components/headers/H', description: other } }
                      content: { application/json: { $ref: '#/components/mediaTypes/M' } }
                      links: { l: { $ref: '#/components/links/L' } }
            components:
              requestBodies: { One: { $ref: '#/components/requestBodies/Two' }, Two: { content: { text/plain: {} } } }
              headers: { H: { description: h, schema: { type: string } } }
              mediaTypes: { M: { itemSchema: { type: integer }, examples: { e: { $ref: '#/components/examples/E', summary: s } } } }
              links: { L: { operationRef: '#/paths/~1a/post' } }
              examples: { E: { dataValue: { a: 1 }, serializedValue: '{"a": 1}' } }
            """);

        Operation operation = contract.Operations[0];
        Assert.Equal("/components/requestBodies/Two", operation.RequestBody!.Pointer);
        Response response = operation.Responses[0];
        Assert.Equal(("X", "other"), (response.Headers[0].Name, response.Headers[0].Description));
        Assert.Equal(("application/json", SchemaTypes.Integer), (response.Content[0].Name, response.Content[0].ItemSchema!.Types));
        Example example = Assert.Single(response.Content[0].Examples);
        Assert.Equal(("e", "s", "{\"a\":1}", "{\"a\": 1}"), (example.Name, example.Summary, example.Value!.Text, example.SerializedValue));
        Assert.Equal("/components/examples/E/dataValue", example.Pointer);
        Assert.Equal("/paths/~1a/post", response.Links[0].Target);
    }

    [Fact]
    public void Self_is_the_base_of_references()
    {
        ReadOptions options = Sample.With(("https://example.com/api/parts/x.yaml", "type: string"));
        ContractDocument document = Sample.Of("3.2.0", "$self: https://example.com/api/openapi\ncomponents: { schemas: { A: { $ref: parts/x.yaml }, B: { $ref: 'https://example.com/api/openapi#/components/schemas/A' } } }", options);

        Assert.Empty(document.Findings);
        Assert.Equal("https://example.com/api/parts/x.yaml#", document.Contract!.Components[0].Schema.Reference!.Value.Value);
        Assert.Equal("#/components/schemas/A", document.Contract.Components[1].Schema.Reference!.Value.Value);
    }

    [Fact]
    public void Siblings_of_a_reference_that_count_for_nothing_are_named()
    {
        ContractDocument document = Sample.Of("3.0.0", """
            paths: { /a: { get: { responses: { '200': { $ref: '#/components/responses/R', description: mine } } } } }
            components:
              responses: { R: { description: theirs } }
              schemas: { A: { $ref: '#/components/schemas/B', type: string, description: d }, B: {} }
            """);

        Assert.Equal(["CT1205", "CT1205"], document.Findings.Select(finding => finding.Id));
        Assert.Equal("theirs", document.Contract!.Operations[0].Responses[0].Description);
        Assert.Equal(SchemaTypes.None, document.Contract.Components[0].Schema.Types);
    }

    [Theory]
    [InlineData("a/b/c.yaml", "d.yaml", "a/b/d.yaml")]
    [InlineData("a/b/c.yaml", "../d.yaml", "a/d.yaml")]
    [InlineData("c.yaml", "../../d.yaml", "../../d.yaml")]
    [InlineData("../c.yaml", "../d.yaml", "../../d.yaml")]
    [InlineData("c.yaml", "./x/../d.yaml", "d.yaml")]
    [InlineData("c.yaml", "", "c.yaml")]
    [InlineData("http://h/a/b?q", "c", "http://h/a/c")]
    [InlineData("http://h/a/b", "/c/./d", "http://h/c/d")]
    [InlineData("http://h/a/b", "../../../c", "http://h/c")]
    [InlineData("http://h/a/b", "//i/c", "http://i/c")]
    [InlineData("http://h", "c", "http://h/c")]
    [InlineData("http://h/a/b", "?x", "http://h/a/b?x")]
    [InlineData("a.yaml", "urn:x:y", "urn:x:y")]
    [InlineData("urn:x:y", "", "urn:x:y")]
    [InlineData("http://h/a", "http://i/b/../c", "http://i/c")]
    public void References_resolve_as_rfc_3986_says(string baseUri, string reference, string expected) =>
        Assert.Equal(expected, Reading.UriReference.Resolve(baseUri, reference));
}
