namespace ContractToolkit.OpenApi.Tests.Documents;

/// <summary>A reading without the values of examples: the same contract and the same findings but for those values.</summary>
public sealed class ExamplesOptionTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /a:
            get:
              parameters:
              - { name: q, in: query, schema: { type: string, examples: [seven] }, example: eight }
              responses:
                '200':
                  description: d
                  content:
                    application/json:
                      schema: { type: string, example: nine, examples: 10 }
                      example: eleven
                      examples: { twelve: { value: 1, externalValue: x }, thirteen: { $ref: '#/components/examples/none' } }
        components: { examples: { some: { value: { deep: [fourteen] }, unknown: true } } }
        """;

    [Fact]
    public void Findings_are_the_same_and_no_value_is_kept()
    {
        ContractDocument whole = Sample.Read(Document);
        ContractDocument lean = Sample.Read(Document, new ReadOptions { Examples = false });
        Assert.NotEmpty(whole.Findings);
        Assert.Equal(whole.Findings, lean.Findings);
        (Operation Whole, Operation Lean) read = (Assert.Single(whole.Contract!.Operations), Assert.Single(lean.Contract!.Operations));
        Assert.NotEqual(read.Whole, read.Lean);
        Assert.Equal(Without(read.Whole), read.Lean);
    }

    [Fact]
    public void Those_of_2_0_neither()
    {
        const string old = """
            swagger: '2.0'
            info: { title: T, version: '1' }
            paths: { /a: { get: { produces: [application/json], responses: { '200': { description: d, schema: { type: string }, examples: { application/json: one } } } } } }
            """;
        Assert.Single(Media(Sample.Clean(old)).Examples);
        Assert.Empty(Media(Sample.Clean(old, new ReadOptions { Examples = false })).Examples);
    }

    private static MediaType Media(Contract contract) => Assert.Single(Assert.Single(contract.Operations).Responses[0].Content);

    private static Operation Without(Operation operation)
    {
        Parameter parameter = operation.Parameters[0] with { Examples = default };
        Response response = operation.Responses[0];
        MediaType media = response.Content[0] with { Examples = default };
        return operation with
        {
            Parameters = [parameter with { Schema = Without(parameter.Schema!) }],
            Responses = [response with { Content = [media with { Schema = Without(media.Schema!) }] }],
        };
    }

    private static Schema Without(Schema schema) => schema with { Notes = schema.Notes! with { Examples = default } };
}
