namespace ContractToolkit.OpenApi.Tests.Schemas;

public sealed class DialectTests
{
    [Fact]
    public void Nullable_adds_null_where_a_type_stands_beside_it()
    {
        ContractDocument document = Sample.Of("3.0.3", """
            paths: {}
            components:
              schemas:
                A: { type: string, nullable: true, enum: [a, null] }
                B: { nullable: true }
                C: { type: string, nullable: false }
            """);

        Assert.Equal(
            [SchemaTypes.String | SchemaTypes.Null, SchemaTypes.None, SchemaTypes.String],
            document.Contract!.Components.Select(named => named.Schema.Types));
        Assert.Equal(["\"a\"", "null"], document.Contract.Components[0].Schema.Enum!.Value.Select(literal => literal.Text));
        Assert.Equal("7:10 /components/schemas/B/nullable", document.Only(ReadingRules.NullableWithoutType).At());
        Assert.Equal([false, true, false], document.Contract.Components.Select(named => named.Schema.NullableWithoutType));
    }

    [Theory]
    [InlineData("3.0.3", "minimum: 1, exclusiveMinimum: true", "1!")]
    [InlineData("3.0.3", "minimum: 1, exclusiveMinimum: false", "1")]
    [InlineData("3.0.3", "exclusiveMinimum: true", "")]
    [InlineData("3.1.0", "exclusiveMinimum: 1.50", "1.50!")]
    [InlineData("3.1.0", "minimum: 1, exclusiveMinimum: 2", "1 2!")]
    public void Bounds_are_normalised(string version, string keywords, string expected)
    {
        Schema schema = Sample.Of(version, $"paths: {{}}\ncomponents: {{ schemas: {{ A: {{ {keywords} }} }} }}").Contract!.Components[0].Schema;

        Assert.Equal(expected, string.Join(" ", schema.Number!.Minimum.Select(bound => bound.Value + (bound.Exclusive ? "!" : ""))));
    }

    [Theory]
    [InlineData(SchemaDialect.Draft202012, "prefixItems", "items")]
    [InlineData(SchemaDialect.Draft201909, "items", "additionalItems")]
    [InlineData(SchemaDialect.Draft7, "items", "additionalItems")]
    [InlineData(SchemaDialect.Draft4, "items", "additionalItems")]
    public void Tuples_are_normalised(SchemaDialect dialect, string places, string rest)
    {
        Schema schema = Sample.Schema("{\"" + places + "\": [{\"type\": \"string\"}, {}], \"" + rest + "\": {\"type\": \"null\"}}", dialect).Schema!;

        Assert.Equal(SchemaTypes.String, schema.Array!.PrefixItems[0].Types);
        Assert.Equal(2, schema.Array.PrefixItems.Count);
        Assert.Equal(SchemaTypes.Null, schema.Array.Items!.Types);
    }

    [Fact]
    public void Additional_items_beside_one_schema_say_nothing() =>
        Assert.Equal(SchemaTypes.String, Sample.Schema("""{"items": {"type": "string"}, "additionalItems": false}""", SchemaDialect.Draft7).Schema!.Array!.Items!.Types);

    [Fact]
    public void Dependencies_are_taken_apart()
    {
        ObjectRules rules = Sample.Schema("""{"dependencies": {"a": ["b", "c", "b"], "d": {"required": ["e"]}, "f": false}}""", SchemaDialect.Draft7).Schema!.Object!;

        Assert.Equal(("a", "b,c"), (rules.DependentRequired[0].Name, string.Join(",", rules.DependentRequired[0].Required)));
        Assert.Equal(["d", "f"], rules.DependentSchemas.Select(named => named.Name));
        Assert.False(rules.DependentSchemas[1].Schema.Always);
    }

    [Theory]
    [InlineData(SchemaDialect.Draft7, false)]
    [InlineData(SchemaDialect.Draft4, false)]
    [InlineData(SchemaDialect.OpenApi30, false)]
    [InlineData(SchemaDialect.Draft201909, true)]
    [InlineData(SchemaDialect.Draft202012, true)]
    public void Keywords_beside_a_reference_count_or_not(SchemaDialect dialect, bool count)
    {
        Schema schema = Sample.Schema("""{"properties": {"a": {"$ref": "#/properties/b", "maxLength": 3}, "b": {}}}""", dialect).Schema!.Object!.Properties[0].Schema;

        Assert.Equal("#/properties/b", schema.Reference!.Value.Value);
        Assert.Equal(count ? 3L : null, schema.String?.MaxLength);
    }

    [Theory]
    [InlineData("http://json-schema.org/draft-04/schema#", SchemaDialect.Draft4)]
    [InlineData("http://json-schema.org/draft-06/schema", SchemaDialect.Draft6)]
    [InlineData("http://json-schema.org/draft-07/schema#", SchemaDialect.Draft7)]
    [InlineData("https://json-schema.org/draft/2019-09/schema", SchemaDialect.Draft201909)]
    [InlineData("https://json-schema.org/draft/2020-12/schema", SchemaDialect.Draft202012)]
    public void A_schema_may_name_its_dialect(string uri, SchemaDialect dialect)
    {
        Schema schema = Sample.Schema($$"""{"not": {"$id": "x", "id": "x", "$schema": "{{uri}}", "not": {} } }""").Schema!;

        Assert.Equal((SchemaDialect.Draft202012, dialect, dialect), (schema.Dialect, schema.Composition!.Not!.Dialect, schema.Composition.Not.Composition!.Not!.Dialect));
    }

    [Fact]
    public void A_document_may_name_the_dialect_of_its_schemas()
    {
        ContractDocument document = Sample.Of(
            "3.1.0", "jsonSchemaDialect: http://json-schema.org/draft-07/schema#\npaths: {}\ncomponents: { schemas: { A: { items: [{}] }, B: { $schema: 'urn:mine', type: string } } }");

        Assert.Single(document.Contract!.Components[0].Schema.Array!.PrefixItems);
        Assert.Equal("urn:mine", document.Only(ReadingRules.UnknownDialect).Message.Split('\'')[1]);
    }

    [Fact]
    public void A_keyword_of_another_dialect_is_ignored_and_named()
    {
        ContractDocument document = Sample.Of("3.0.3", "paths: {}\ncomponents: { schemas: { A: { const: 1, if: {}, x-mine: 2, minLenght: 3 } } }");

        Assert.Equal(
            [("CT1406", FindingLevel.Warning), ("CT1406", FindingLevel.Warning), ("CT1401", FindingLevel.Info)],
            document.Findings.Select(finding => (finding.Id, finding.Level)));
        Schema schema = document.Contract!.Components[0].Schema;
        Assert.Null(schema.Const);
        Assert.Null(schema.Composition);
        Assert.Equal("x-mine", Assert.Single(schema.Extensions).Name);
    }
}
