namespace ContractToolkit.OpenApi.Tests.Schemas;

public sealed class SchemaTableTests
{
    [Fact]
    public void Of_two_schemas_with_one_id_the_first_stands()
    {
        Schema first = Sample.Of("3.1.0", "paths: {}\ncomponents: { schemas: { A: { type: string } } }").Contract!.Components[0].Schema;
        Schema second = first with { Types = SchemaTypes.Integer };

        var table = new SchemaTable([first, second], default);

        Assert.Equal(SchemaTypes.String, table[first.Id].Types);
        Assert.Single(table.All);
    }
}
