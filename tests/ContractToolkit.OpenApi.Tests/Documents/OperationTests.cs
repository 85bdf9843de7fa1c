namespace ContractToolkit.OpenApi.Tests.Documents;

public sealed class OperationTests
{
    private const string Full = """
        openapi: 3.1.0
        info: { title: Pets, version: 1.0.0, summary: S, description: D }
        servers: [{ url: 'https://root' }]
        security: [{ key: [] }]
        tags: [{ name: pets, description: all pets }]
        paths:
          /pets/{id}:
            summary: shared summary
            servers: [{ url: 'https://{zone}.item', variables: { zone: { default: eu, enum: [eu, us] } } }]
            parameters:
              - { name: id, in: path, required: true, schema: { type: integer } }
              - { name: limit, in: query, schema: { type: integer } }
              - { name: X-Trace, in: header, schema: { type: string } }
            get:
              operationId: getPet
              tags: [pets]
              parameters:
                - { name: limit, in: query, required: true, schema: { type: string } }
                - { name: x-trace, in: header, deprecated: true, schema: { type: string } }
                - { name: session, in: cookie, schema: { type: string } }
              responses:
                '200': { $ref: '#/components/responses/Pet' }
                4XX: { description: fails }
                default: { description: otherwise }
            delete:
              deprecated: true
              security: []
              servers: [{ url: 'https://own' }]
              x-contract-effect: update
              x-other: [1]
              requestBody: { $ref: '#/components/requestBodies/Reason', description: why }
              responses: { '204': { description: gone } }
        components:
          securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
          requestBodies:
            Reason: { required: true, content: { text/plain: { schema: { type: string } }, application/json: {} } }
          responses:
            Pet:
              description: a pet
              headers:
                X-Rate: { description: left, required: true, schema: { type: integer } }
                Content-Type: { schema: { type: string } }
              content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
          schemas: { Pet: { type: object } }
        """;

    private static readonly ContractDocument Document = Sample.Read(Full);

    private static Operation Get => Document.Contract!.Operations[0];

    private static Operation Delete => Document.Contract!.Operations[1];

    [Fact]
    public void Only_what_is_wrong_is_found() => Assert.Equal("42:9 /components/responses/Pet/headers/Content-Type", Document.Only(ReadingRules.IgnoredHeader).At());

    [Fact]
    public void An_operation_is_named_by_method_and_path()
    {
        Assert.Equal(["GET /pets/{id}", "DELETE /pets/{id}"], Document.Contract!.Operations.Select(operation => operation.DisplayName));
        Assert.Equal("/paths/~1pets~1{id}/get", Get.Pointer);
        Assert.Equal(("getPet", (string?)null), (Get.OperationId, Delete.OperationId));
        Assert.Equal("shared summary", Get.Summary);
        Assert.Equal(["pets"], Get.Tags);
    }

    [Fact]
    public void Its_own_parameters_replace_those_of_the_path_item_in_place()
    {
        Assert.Equal(["id", "limit", "x-trace", "session"], Get.Parameters.Select(parameter => parameter.Name));
        Assert.True(Get.Parameters[1].Required);
        Assert.Equal(SchemaTypes.String, Get.Parameters[1].Schema!.Types);
        Assert.True(Get.Parameters[2].Deprecated);
        Assert.Equal("/paths/~1pets~1{id}/get/parameters/0", Get.Parameters[1].Pointer);
        Assert.Equal("/paths/~1pets~1{id}/parameters/0", Get.Parameters[0].Pointer);
        Assert.Equal(["id", "limit", "X-Trace"], Delete.Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void Servers_and_security_are_its_own_else_inherited()
    {
        Assert.Equal("https://{zone}.item", Assert.Single(Get.Servers).Url);
        Assert.Equal(("zone", "eu"), (Get.Servers[0].Variables[0].Name, Get.Servers[0].Variables[0].Default));
        Assert.Equal("https://own", Assert.Single(Delete.Servers).Url);
        Assert.Equal("key", Assert.Single(Assert.Single(Get.Security).Schemes).Scheme);
        Assert.True(Delete.Security.IsEmpty);
        Assert.Equal("https://root", Assert.Single(Document.Contract!.Servers).Url);
    }

    [Fact]
    public void Responses_keep_their_order_and_take_their_status_from_where_they_are_used()
    {
        Assert.Equal(["200", "4XX", "default"], Get.Responses.Select(response => response.Status));
        Assert.Equal("/components/responses/Pet", Get.Responses[0].Pointer);
        Assert.Equal("X-Rate", Assert.Single(Get.Responses[0].Headers).Name);
        Assert.True(Get.Responses[0].Headers[0].Required);
        Assert.Equal(new SchemaId("#/components/schemas/Pet"), Get.Responses[0].Content[0].Schema!.Reference);
    }

    [Fact]
    public void A_reference_may_say_another_description()
    {
        Assert.Equal("why", Delete.RequestBody!.Description);
        Assert.True(Delete.RequestBody.Required);
        Assert.Equal(["text/plain", "application/json"], Delete.RequestBody.Content.Select(content => content.Name));
    }

    [Fact]
    public void The_effect_is_declared_or_follows_from_the_method()
    {
        Assert.Equal((OperationEffect.Read, OperationEffect.Update), (Get.Effect, Delete.Effect));
        Assert.Equal(new Extension("x-other", new JsonLiteral(JsonKind.Array, "[1]")), Assert.Single(Delete.Extensions));
    }

    [Theory]
    [InlineData("get", OperationEffect.Read)]
    [InlineData("head", OperationEffect.Read)]
    [InlineData("options", OperationEffect.Read)]
    [InlineData("trace", OperationEffect.Read)]
    [InlineData("query", OperationEffect.Read)]
    [InlineData("post", OperationEffect.Create)]
    [InlineData("put", OperationEffect.Update)]
    [InlineData("patch", OperationEffect.Update)]
    [InlineData("delete", OperationEffect.Delete)]
    public void Each_method_is_read(string method, OperationEffect effect)
    {
        Operation operation = Assert.Single(Sample.Of("3.2.0", $"paths: {{ /x: {{ {method}: {{ responses: {{ '200': {{ description: d }} }} }} }} }}").Contract!.Operations);

        Assert.Equal((method.ToUpperInvariant(), effect), (operation.Method, operation.Effect));
    }

    [Fact]
    public void Additional_operations_keep_their_method_as_written()
    {
        ContractDocument document = Sample.Of("3.2.0", "paths: { /x: { additionalOperations: { Copy: { operationId: c }, GET: { operationId: g } } } }");

        Assert.Equal("Copy /x", Assert.Single(document.Contract!.Operations).DisplayName);
        Assert.Equal("/paths/~1x/additionalOperations/GET", document.Only(ReadingRules.Conflict).Document!.Pointer);
    }

    [Fact]
    public void Members_of_later_versions_are_named()
    {
        ContractDocument document = Sample.Of("3.1.0", "paths: { /x: { query: { operationId: q } } }\nwebhooks: { w: { post: {} } }");

        Assert.Equal("3:16 /paths/~1x/query", document.Only(ReadingRules.LaterVersion).At());
        Assert.Empty(document.Contract!.Operations);
        Assert.Equal((OperationKind.Webhook, "w"), (document.Contract.Webhooks[0].Kind, document.Contract.Webhooks[0].Path));
    }

    [Fact]
    public void A_path_item_may_refer_to_another_and_add_to_it()
    {
        ContractDocument document = Sample.Of("3.1.0", """
            paths:
              /a/{id}:
                $ref: '#/components/pathItems/P'
                get: { operationId: mine, responses: { '200': { description: d } } }
            components:
              pathItems:
                P:
                  parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
                  get: { operationId: theirs, responses: { '200': { description: d } } }
                  put: { operationId: put, responses: { '200': { description: d } } }
            """);

        Assert.Empty(document.Findings);
        Assert.Equal(["mine", "put"], document.Contract!.Operations.Select(operation => operation.OperationId));
        Assert.Equal("/components/pathItems/P/put", document.Contract.Operations[1].Pointer);
        Assert.All(document.Contract.Operations, operation => Assert.Equal("id", operation.Parameters[0].Name));
    }

    [Fact]
    public void Callbacks_are_operations_and_one_that_calls_itself_back_ends()
    {
        ContractDocument document = Sample.Of("3.1.0", """
            paths:
              /a: { post: { callbacks: { onEvent: { $ref: '#/components/callbacks/C' } }, responses: { '200': { description: d } } } }
            components:
              callbacks:
                C:
                  '{$request.body#/url}': { post: { callbacks: { again: { $ref: '#/components/callbacks/C' } }, responses: { '200': { description: d } } } }
            """);

        Callback callback = Assert.Single(document.Contract!.Operations[0].Callbacks);
        Assert.Equal(("onEvent", OperationKind.Callback, "{$request.body#/url}"), (callback.Name, callback.Operations[0].Kind, callback.Operations[0].Path));
        Assert.Empty(callback.Operations[0].Callbacks);
        document.Only(ReadingRules.NestedCallback);
    }

    [Fact]
    public void Links_lead_to_operations_by_id_and_by_reference()
    {
        ContractDocument document = Sample.Of("3.1.0", """
            paths:
              /a:
                get:
                  responses:
                    '200':
                      description: d
                      links:
                        byId: { operationId: later, parameters: { id: $response.body#/id, path.n: 3 }, requestBody: { a: 1 }, description: go }
                        byRef: { operationRef: '#/paths/~1b/put' }
                        byNothing: { operationId: latter }
              /b: { put: { operationId: later, responses: { '200': { description: d } } } }
            """);

        EquatableArray<Link> links = document.Contract!.Operations[0].Responses[0].Links;
        Assert.Equal(["/paths/~1b/put", "/paths/~1b/put", null], links.Select(link => link.Target));
        Assert.Equal(["\"$response.body#/id\"", "3"], links[0].Parameters.Select(parameter => parameter.Value.Text));
        Assert.Equal("{\"a\":1}", links[0].RequestBody!.Text);
        Assert.Contains("did you mean 'later'?", document.Only(ReadingRules.UnresolvedOperation).Message);
    }
}
