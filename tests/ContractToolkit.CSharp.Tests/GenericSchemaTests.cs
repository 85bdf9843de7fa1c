namespace ContractToolkit.CSharp.Tests;

/// <summary>Schemas that leave a place open by <c>$dynamicRef</c>, and others that fill it.</summary>
public sealed class GenericSchemaTests
{
    private const string Schemas = """
        Page:
          $id: https://example.com/page
          type: object
          required: [items]
          properties:
            items: { type: array, items: { $dynamicRef: '#item' } }
            first: { type: object, properties: { item: { $dynamicRef: '#item' }, rank: { type: integer } } }
          $defs: { item: { $dynamicAnchor: item, not: {} } }
        CatPage:
          $id: https://example.com/cats
          $ref: https://example.com/page
          $defs: { item: { $dynamicAnchor: item, $ref: 'https://example.com/cat' } }
        DogPage:
          $id: https://example.com/dogs
          allOf: [ { $ref: https://example.com/page }, { type: object, properties: { more: { type: boolean } } } ]
          $defs: { item: { $dynamicAnchor: item, type: object, required: [breed], properties: { breed: { type: string } } } }
        Cat: { $id: https://example.com/cat, type: object, required: [lives], properties: { lives: { type: integer } } }
        Tree: { $id: https://example.com/tree, $dynamicAnchor: node, type: object, properties: { data: { type: string }, children: { type: array, items: { $dynamicRef: '#node' } } } }
        NamedTree: { $id: https://example.com/named, $dynamicAnchor: node, $ref: https://example.com/tree, required: [name], properties: { name: { type: string } } }
        Holder:
          type: object
          properties:
            cats: { $ref: '#/components/schemas/CatPage' }
            dogs: { $ref: '#/components/schemas/DogPage' }
            any: { $ref: '#/components/schemas/Page' }
            tree: { $ref: '#/components/schemas/NamedTree' }
        """;

    [Fact]
    public void A_place_has_the_type_that_fills_it()
    {
        CompiledCode code = Generation.Compile(Generation.Schemas(Schemas), """
            using Generated;
            public static class Usage
            {
                public static string Run()
                {
                    Holder holder = Holder.Parse("{\"cats\":{\"items\":[{\"lives\":9}],\"first\":{\"item\":{\"lives\":8},\"rank\":1}},\"dogs\":{\"items\":[{\"breed\":\"x\"}],\"more\":true},\"any\":{\"items\":[1]},\"tree\":{\"name\":\"a\",\"children\":[{\"name\":\"b\"}]}}");
                    CatPage cats = holder.Cats!;
                    Cat cat = cats.Items[0];
                    return cat.Lives + "" + cats.First!.Item!.Lives + holder.Dogs!.Items[0].Breed + holder.Dogs.More + holder.Any!.Items[0] + holder.Tree!.Children!.Value[0].Name
                        + new CatPage { Items = [new Cat { Lives = 1 }] }.Validate().Count + CatPage.Validate("{\"items\":[{}]}"u8).Count;
                }
            }
            """);
        Assert.Equal("98xTrue1b01", code.Run());
    }
}
