using System.Text;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Exchange.Tests;

/// <summary>Branches of <c>oneOf</c> that overlap: a value that passes exactly one of them exists, and is found.</summary>
public class OverlappingBranchTests
{
    [Theory]
    [InlineData("three optional members, none required", """
        oneOf:
          - { type: object, properties: { location: { type: object } } }
          - { type: object, properties: { location_id: { type: string } } }
          - { type: object, properties: { location_url: { type: string } } }
        """)]
    [InlineData("required members of each other branch beside shared ones", """
        oneOf:
          - { type: object, required: [a, x], properties: { a: { type: string }, x: { type: string }, y: { type: string }, z: { type: string } } }
          - { type: object, required: [a, y], properties: { a: { type: string }, x: { type: string }, y: { type: string }, z: { type: string } } }
          - { type: object, required: [a, z], properties: { a: { type: string }, x: { type: string }, y: { type: string }, z: { type: string } } }
        """)]
    [InlineData("a difference below a list", """
        oneOf:
          - { type: object, properties: { cells: { type: array, items: { type: object, properties: { id: { type: string } } } } } }
          - { type: object, properties: { cells: { type: array, items: { type: object, properties: { id: { type: string }, view: { type: object, properties: { kind: { type: string } } } } } } } }
        """)]
    [InlineData("a map of texts beside one of base64", """
        oneOf:
          - { type: object, properties: { results: { type: object, additionalProperties: { type: string } } } }
          - { type: object, properties: { results: { type: object, additionalProperties: { type: string, format: byte } } } }
        """)]
    [InlineData("text beside two formats", """
        oneOf: [{ type: string }, { type: string, format: date }, { type: string, format: uuid }]
        """)]
    [InlineData("an enumeration within another", """
        oneOf: [{ type: string, enum: [a, b] }, { type: string, enum: [a, b, c] }]
        """)]
    [InlineData("numbers beside integers", """
        oneOf: [{ type: number }, { type: integer }]
        """)]
    public void A_value_of_exactly_one_branch_is_found(string what, string schema)
    {
        CompiledContract contract = Documents.Compile($$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths:
              /a:
                get:
                  responses:
                    '200':
                      description: ok
                      content:
                        application/json:
                          schema:
            {{string.Join('\n', schema.Split('\n').Select(line => new string(' ', 16) + line))}}
            """);
        Schema branches = contract.Operations[0].Responses[0].Content[0].Media.Schema!;
        var generator = new InstanceGenerator(contract.Schemas);
        foreach (InstanceVariant variant in Enum.GetValues<InstanceVariant>())
        {
            for (ulong seed = 0; seed < 10; seed++)
            {
                GeneratedInstance instance = generator.Generate(branches, new GenerationOptions { Seed = seed, Variant = variant, Direction = Direction.Response });
                Assert.True(instance.Json is not null, $"{what}, {variant} {seed}: {instance.Unsatisfied}");
                // Branch by branch: the validator as a whole is what the generator asks itself.
                int passed = branches.Composition!.OneOf.Count(branch => contract.Schemas.For(branch).IsValid(instance.Json, Direction.Response));
                Assert.True(passed == 1, $"{what}, {variant} {seed}: {passed} branches pass {Encoding.UTF8.GetString(instance.Json)}");
            }
        }
    }

    [Fact]
    public void What_nothing_can_satisfy_is_said_with_its_reason()
    {
        CompiledContract contract = Documents.Compile("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths:
              /a:
                get:
                  responses:
                    '200':
                      description: ok
                      content: { application/json: { schema: { oneOf: [{ type: string }, { type: string }] } } }
            """);
        GeneratedInstance instance = new InstanceGenerator(contract.Schemas).Generate(contract.Operations[0].Responses[0].Content[0].Media.Schema!);
        Assert.Null(instance.Json);
        Assert.Contains("oneOf", instance.Unsatisfied, StringComparison.Ordinal);
    }
}
