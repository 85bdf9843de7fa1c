namespace ContractToolkit.Generator.Harness;

/// <summary>Small documents that the tests share.</summary>
internal static class Documents
{
    /// <summary>Two tags, a few types, no fault.</summary>
    public static Document Pets { get; } = new(
        "/project/pets.yaml",
        """
        openapi: 3.1.0
        info: { title: Pet Store, version: 1.0.0 }
        servers: [{ url: https://pets.example }]
        tags: [{ name: Pets }, { name: Orders }]
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              tags: [Pets]
              summary: Finds a pet.
              parameters:
                - { name: id, in: path, required: true, schema: { type: integer, format: int64 } }
              responses:
                '200':
                  description: The pet.
                  content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
                '404': { description: There is none. }
          /orders:
            post:
              operationId: placeOrder
              tags: [Orders]
              requestBody:
                required: true
                content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }
              responses:
                '201':
                  description: The order.
                  content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }
        components:
          schemas:
            Pet:
              type: object
              required: [id, name]
              properties:
                id: { type: integer, format: int64 }
                name: { type: string, minLength: 1, description: What it is called. }
                born: { type: [string, 'null'], format: date }
                kind: { $ref: '#/components/schemas/Kind' }
            Kind: { type: string, enum: [cat, dog] }
            Order:
              type: object
              required: [pet, quantity]
              properties:
                pet: { type: integer, format: int64 }
                quantity: { type: integer, minimum: 1 }
                note: { type: string }

        """,
        ("Namespace", "Pets"));

    /// <summary>The contract of BesChannels: larger than the others, with every part of a client.</summary>
    public static Document BesChannels { get; } = new(
        "/project/beschannels.yaml",
        File.ReadAllText(Path.Combine(TestSupport.SharedData.Repository, "spec", "beschannels", "openapi.yaml")),
        ("Namespace", "Bes"), ("IncludeTags", "Leads|Contents|Authentication|Behaviors-NEW"));

    /// <summary>A document that refers to <see cref="Part"/>.</summary>
    public static Document Whole { get; } = new(
        "/project/whole.yaml",
        """
        openapi: 3.1.0
        info: { title: Whole, version: '1' }
        paths:
          /things:
            get:
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: 'part.yaml#/Thing' } } } }
        """,
        ("Namespace", "Whole"));

    /// <summary>What <see cref="Whole"/> refers to.</summary>
    public static Document Part { get; } =
        new("/project/part.yaml", "Thing: { type: object, description: A thing., properties: { x: { type: string } } }\n", ("ContractRole", "part"));

    /// <summary>A second document.</summary>
    public static Document Shops { get; } = new(
        "/project/shops.json",
        """
        {"openapi":"3.0.3","info":{"title":"Shops","version":"1"},"paths":{"/shops":{"get":{"operationId":"listShops","responses":{"200":{
        "description":"ok","content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/Shop"}}}}}}}}},
        "components":{"schemas":{"Shop":{"type":"object","properties":{"name":{"type":"string"}}}}}}
        """,
        ("Namespace", "Shops"));

    /// <summary>A reference leads nowhere at line 9, column 65.</summary>
    public static Document Faulty { get; } = new(
        "/project/faulty.yaml",
        """
        openapi: 3.1.0
        info: { title: Faulty, version: '1' }
        paths:
          /things:
            get:
              responses:
                '200':
                  description: Things.
                  content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } }
        """,
        ("Namespace", "Faulty"));
}
