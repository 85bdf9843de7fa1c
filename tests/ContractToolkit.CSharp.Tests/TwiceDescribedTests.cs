using ContractToolkit.CSharp.Types;
using ContractToolkit.Json;

namespace ContractToolkit.CSharp.Tests;

/// <summary>A member that several parts of an <c>allOf</c> describe has the members of all descriptions.</summary>
public sealed class TwiceDescribedTests
{
    private const string Orders = """
        Base:
          type: object
          properties:
            address: { type: object, required: [street], properties: { street: { type: string } } }
            lines: { type: array, items: { type: object, properties: { sku: { type: string } } } }
            part: { $ref: '#/components/schemas/Part' }
            same: { type: object, properties: { a: { type: string }, b: { type: integer } } }
        Part: { type: object, properties: { id: { type: integer } } }
        Larger: { allOf: [ { $ref: '#/components/schemas/Part' }, { type: object, properties: { size: { type: integer } } } ] }
        Order:
          allOf:
            - $ref: '#/components/schemas/Base'
            - type: object
              properties:
                address: { type: object, required: [city], readOnly: true, properties: { city: { type: string, maxLength: 3 } } }
                lines: { type: array, items: { type: object, properties: { count: { type: integer } } } }
                part: { $ref: '#/components/schemas/Larger' }
                same: { type: object, properties: { a: { type: string } } }
            - properties: { address: { properties: { zip: { type: string } } } }
        """;

    [Fact]
    public void Its_type_has_what_each_part_says_of_it()
    {
        CompiledCode code = Generation.Compile(Generation.Schemas(Orders), """
            using Generated;
            public static class Usage
            {
                public static string Run()
                {
                    Order order = Order.Parse("{\"address\":{\"street\":\"s\",\"city\":\"Rom\",\"zip\":\"1\"},\"lines\":[{\"sku\":\"x\",\"count\":2}],\"part\":{\"id\":1,\"size\":2}}");
                    OrderAddress made = new() { Street = "a", City = "long" };
                    return order.Address!.Street + order.Address.City + order.Address.Zip + order.Lines!.Value[0].Sku + order.Lines.Value[0].Count + order.Part!.Size + order.Part.Id
                        + made.Validate().Count + (order with { Address = made }).Validate().Count + new Base { Address = new BaseAddress { Street = "b" } }.Address!.Street;
                }
            }
            """);
        Assert.Equal("sRom1x22111b", code.Run());
        const string Json = """{"address":{"street":"s","city":"c","zip":"z","x":1},"lines":[{"sku":"a","count":1,"y":null}]}""";
        Assert.Equal(JsonValue.Parse(Json), JsonValue.Parse(code.RoundTrip("Order", Json)));
    }

    [Fact]
    public void A_description_that_says_all_of_the_other_one_is_the_type()
    {
        IReadOnlyDictionary<string, RecordProperty> order = Properties("Order", Orders);
        Assert.Equal("Larger", order["Part"].Type.Name);
        Assert.Equal("BaseSame", order["Same"].Type.Name);
        Assert.True(order["Address"].ReadOnly);
        Assert.DoesNotContain(Generation.Generate(Generation.Schemas(Orders)).Files, file => file.Text.Contains("OrderSame", StringComparison.Ordinal));
    }

    [Fact]
    public void What_must_be_there_is_no_description_of_its_own()
    {
        IReadOnlyDictionary<string, RecordProperty> order = Properties("Order", """
            Base: { type: object, properties: { address: { type: object, properties: { street: { type: string }, city: { type: string } } } } }
            Order: { allOf: [ { $ref: '#/components/schemas/Base' }, { properties: { address: { required: [street] } } } ] }
            """);
        Assert.Equal("OrderAddress", order["Address"].Type.Name);
    }

    [Theory]
    [InlineData("[object, 'null']", "object", false)]
    [InlineData("[object, 'null']", "[object, 'null']", true)]
    [InlineData("object", "[object, 'null']", false)]
    public void Null_is_accepted_where_all_descriptions_accept_it(string first, string second, bool nullable)
    {
        IReadOnlyDictionary<string, RecordProperty> order = Properties("Order", $$"""
            Order:
              required: [address]
              allOf:
                - { properties: { address: { type: {{first}}, properties: { street: { type: string } } } } }
                - { properties: { address: { type: {{second}}, properties: { city: { type: string } } } } }
            """);
        Assert.Equal(nullable, order["Address"].Type.IsNullable);
    }

    [Fact]
    public void Prose_and_limits_of_a_scalar_make_no_other_type()
    {
        IReadOnlyDictionary<string, RecordProperty> order = Properties("Order", """
            Summary: { type: object, properties: { name: { type: string, maxLength: 5 } } }
            Full: { type: object, properties: { name: { type: string, description: d }, more: { type: string } } }
            Base: { type: object, properties: { owner: { $ref: '#/components/schemas/Summary' }, wide: { $ref: '#/components/schemas/Summary' } } }
            Order: { allOf: [ { $ref: '#/components/schemas/Base' }, { properties: { owner: { $ref: '#/components/schemas/Full' }, wide: { properties: { name: { type: integer } } } } } ] }
            """);
        Assert.Equal("Full", order["Owner"].Type.Name);
        Assert.Equal("OrderWide", order["Wide"].Type.Name);
    }

    [Fact]
    public void Members_of_a_hierarchy_keep_the_type_of_the_base()
    {
        IReadOnlyDictionary<string, RecordProperty> cat = Properties("Cat", """
            Pet: { type: object, required: [kind], properties: { kind: { type: string }, home: { type: object, properties: { a: { type: string } } } }, discriminator: { propertyName: kind } }
            Cat: { allOf: [ { $ref: '#/components/schemas/Pet' }, { properties: { home: { type: object, properties: { b: { type: string } } } } } ] }
            """);
        Assert.Equal("PetHome", cat["Home"].Type.Name);
    }

    [Fact]
    public void A_schema_that_describes_its_own_kind_twice_has_an_end()
    {
        GenerationResult result = Generation.Generate(Generation.Schemas("""
            Node:
              allOf:
                - properties: { next: { $ref: '#/components/schemas/Node' }, own: { allOf: [ { $ref: '#/components/schemas/Node' } ], properties: { a: { type: string } } } }
                - properties: { next: { properties: { b: { type: string } } }, own: { properties: { next: { properties: { c: { type: string } } } } } }
            """));
        Assert.Empty(CompiledCode.Problems(result.Files));
    }

    private static Dictionary<string, RecordProperty> Properties(string type, string schemas) =>
        CSharpGenerator.Bind(Generation.Read(Generation.Schemas(schemas)), Generation.Options, TestContext.Current.CancellationToken)
            .Groups.OfType<TypeGroup>().SelectMany(group => group.Types).OfType<RecordType>().Single(record => record.Name == type)
            .Properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
}
