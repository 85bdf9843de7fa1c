namespace ContractToolkit.OpenApi.Tests.Schemas;

public sealed class KeywordTests
{
    private const string Full = """
        {
          "$id": "http://x/root", "title": "T", "description": "D", "default": {"a": 1}, "examples": [1, "b"], "deprecated": true, "readOnly": true, "writeOnly": true,
          "type": ["string", "null", "integer"], "format": "f", "enum": [1, "a", null, {"k": [1.0]}], "const": 1.00,
          "minimum": -1, "maximum": 1e3, "exclusiveMaximum": 999, "multipleOf": 0.01,
          "minLength": 1, "maxLength": 2.0, "pattern": "^a", "contentEncoding": "base64", "contentMediaType": "application/json", "contentSchema": {"type": "array"},
          "prefixItems": [{}, true], "items": false, "contains": {}, "minContains": 0, "maxContains": 5, "minItems": 1, "maxItems": 99999999999999999999, "uniqueItems": true, "unevaluatedItems": {},
          "properties": {"b": {}, "a": {"$ref": "#/$defs/d"}}, "required": ["a", "b", "a"], "patternProperties": {"^x": {}}, "additionalProperties": false, "propertyNames": {"maxLength": 3},
          "minProperties": 1, "maxProperties": 2, "dependentRequired": {"a": ["b"]}, "dependentSchemas": {"a": {}}, "unevaluatedProperties": {},
          "allOf": [{}], "anyOf": [{}, {}], "oneOf": [{}], "not": {}, "if": {}, "then": {}, "else": {},
          "$defs": {"d": {"$anchor": "here"}, "e": {"$ref": "#here"}}
        }
        """;

    private static readonly SchemaDocument Document = Sample.Schema(Full);

    private static Schema Root => Document.Schema!;

    [Fact]
    public void Nothing_is_wrong_with_it() => Assert.Empty(Document.Findings.Select(finding => finding.Message));

    [Fact]
    public void Values_are_kept_as_written()
    {
        Assert.Equal(SchemaTypes.String | SchemaTypes.Null | SchemaTypes.Integer, Root.Types);
        Assert.Equal(["1", "\"a\"", "null", "{\"k\":[1.0]}"], Root.Enum!.Value.Select(literal => literal.Text));
        Assert.Equal(("1.00", "f", true, true), (Root.Const!.Text, Root.Format, Root.ReadOnly, Root.WriteOnly));
        Assert.Equal("T D {\"a\":1} 1,\"b\" True", $"{Root.Notes!.Title} {Root.Notes.Description} {Root.Notes.Default} {string.Join(",", Root.Notes.Examples.Select(e => e.Text))} {Root.Notes.Deprecated}");
    }

    [Fact]
    public void Numbers_and_strings_have_their_rules()
    {
        Assert.Equal([new NumberBound("-1", false)], Root.Number!.Minimum);
        Assert.Equal([new NumberBound("1e3", false), new NumberBound("999", true)], Root.Number.Maximum);
        Assert.Equal("0.01", Root.Number.MultipleOf);
        Assert.Equal((1L, 2L, "^a", "base64", "application/json"), (Root.String!.MinLength, Root.String.MaxLength, Root.String.Pattern, Root.String.ContentEncoding, Root.String.ContentMediaType));
        Assert.Equal(SchemaTypes.Array, Root.String.ContentSchema!.Types);
    }

    [Fact]
    public void Arrays_have_their_rules()
    {
        ArrayRules rules = Root.Array!;
        Assert.Equal([null, true], rules.PrefixItems.Select(schema => schema.Always));
        Assert.False(rules.Items!.Always);
        Assert.Equal((0L, 5L, 1L, long.MaxValue, true), (rules.MinContains, rules.MaxContains, rules.MinItems, rules.MaxItems, rules.UniqueItems));
        Assert.Equal(("#/contains", "#/unevaluatedItems"), (rules.Contains!.Id.Value, rules.UnevaluatedItems!.Id.Value));
    }

    [Fact]
    public void Objects_have_their_rules()
    {
        ObjectRules rules = Root.Object!;
        Assert.Equal(["b", "a"], rules.Properties.Select(property => property.Name));
        Assert.Equal(["a", "b"], rules.Required);
        Assert.Equal(("^x", "a", "a", "b"), (rules.PatternProperties[0].Name, rules.DependentSchemas[0].Name, rules.DependentRequired[0].Name, rules.DependentRequired[0].Required[0]));
        Assert.False(rules.AdditionalProperties!.Always);
        Assert.Equal((1L, 2L, 3L), (rules.MinProperties, rules.MaxProperties, rules.PropertyNames!.String!.MaxLength));
        Assert.NotNull(rules.UnevaluatedProperties);
    }

    [Fact]
    public void Compositions_and_definitions_are_kept()
    {
        Composition composition = Root.Composition!;
        Assert.Equal((1, 2, 1), (composition.AllOf.Count, composition.AnyOf.Count, composition.OneOf.Count));
        Assert.Equal(["#/not", "#/if", "#/then", "#/else"], new[] { composition.Not, composition.If, composition.Then, composition.Else }.Select(schema => schema!.Id.Value));
        Assert.Equal("#/$defs/d", Root.Definitions[1].Schema.Reference!.Value.Value);
        Assert.Equal("http://x/root", Document.Schemas.Resources[Root.Resource].Uri);
    }

    [Theory]
    [InlineData("""{"type": "strin"}""", "/type")]
    [InlineData("""{"type": 3}""", "/type")]
    [InlineData("""{"type": ["string", 1]}""", "/type/1")]
    [InlineData("""{"enum": "a"}""", "/enum")]
    [InlineData("""{"minLength": -1}""", "/minLength")]
    [InlineData("""{"minLength": 1.5}""", "/minLength")]
    [InlineData("""{"maxItems": "3"}""", "/maxItems")]
    [InlineData("""{"minimum": "3"}""", "/minimum")]
    [InlineData("""{"exclusiveMinimum": true}""", "/exclusiveMinimum")]
    [InlineData("""{"multipleOf": 0}""", "/multipleOf")]
    [InlineData("""{"multipleOf": -0.1}""", "/multipleOf")]
    [InlineData("""{"multipleOf": 0.0e5}""", "/multipleOf")]
    [InlineData("""{"uniqueItems": 1}""", "/uniqueItems")]
    [InlineData("""{"required": true}""", "/required")]
    [InlineData("""{"required": ["a", 1]}""", "/required/1")]
    [InlineData("""{"properties": []}""", "/properties")]
    [InlineData("""{"allOf": {}}""", "/allOf")]
    [InlineData("""{"allOf": []}""", "/allOf")]
    [InlineData("""{"dependentRequired": {"a": "b"}}""", "/dependentRequired/a")]
    [InlineData("""{"pattern": {}}""", "/pattern")]
    public void A_malformed_keyword_is_named_with_its_place(string schema, string pointer)
    {
        SchemaDocument document = Sample.Schema(schema);

        Finding finding = Assert.Single(document.Findings);
        Assert.Equal((ReadingRules.MalformedKeyword.Id, pointer), (finding.Id, finding.Document!.Pointer));
        Assert.NotNull(document.Schema);
    }

    [Theory]
    [InlineData("""{"not": 3}""", "CT1409")]
    [InlineData("""{"properties": {"a": [1]}}""", "CT1409")]
    [InlineData("""{"$ref": 3}""", "CT1206")]
    [InlineData("""{"$anchor": "a", "not": {"$anchor": "a"}}""", "CT1408")]
    [InlineData("""{"$id": "http://a/b", "not": {"$id": "b"}}""", "CT1408")]
    public void What_cannot_be_a_schema_is_named(string schema, string id) => Assert.Equal(id, Assert.Single(Sample.Schema(schema).Findings).Id);

    [Fact]
    public void Dynamic_anchors_belong_to_their_resources()
    {
        SchemaDocument document = Sample.Schema("""
            {"$id": "http://x/outer", "$dynamicAnchor": "node", "$ref": "inner",
             "$defs": {"i": {"$id": "inner", "$dynamicAnchor": "node", "items": {"$dynamicRef": "#node"}, "contains": {"$dynamicRef": "#/items"}}}}
            """);

        Schema inner = document.Schemas[document.Schema!.Reference!.Value];
        Assert.Equal(new DynamicReference(new SchemaId("#/$defs/i"), "node"), inner.Array!.Items!.DynamicReference);
        Assert.Null(inner.Array.Contains!.DynamicReference!.Anchor);
        Assert.NotEqual(document.Schema.Resource, inner.Resource);
        Assert.Equal("#/$defs/i", Assert.Single(document.Schemas.Resources[inner.Resource].DynamicAnchors).Schema.Value);
        Assert.Equal("http://x/inner", document.Schemas.Resources[inner.Resource].Uri);
    }

    [Fact]
    public void Discriminators_map_names_first_and_references_second()
    {
        ContractDocument document = Sample.Of("3.2.0", """
            components:
              schemas:
                U: { oneOf: [{ $ref: '#/components/schemas/A' }], discriminator: { propertyName: kind, mapping: { a: A, b: '#/components/schemas/B', c: C }, defaultMapping: B } }
                A: {}
                B: {}
            """);

        Discriminator discriminator = document.Contract!.Components[0].Schema.Discriminator!;
        Assert.Equal("kind", discriminator.Property);
        Assert.Equal([("a", "A"), ("b", "B")], discriminator.Mapping.Select(mapping => (mapping.Value, mapping.Target.Name)));
        Assert.Equal("B", discriminator.DefaultMapping!.Value.Name);
        Assert.Equal("/components/schemas/U/discriminator/mapping/c", document.Only(ReadingRules.UnresolvedMapping).Document!.Pointer);
    }

    [Fact]
    public void A_reference_may_lead_where_no_schema_is_expected()
    {
        SchemaDocument document = Sample.Schema("""{"$ref": "#/unknown/0", "unknown": [{"type": "string"}], "properties": {"$ref": {"$ref": "#/not"}}, "not": false}""");

        Assert.Equal(SchemaTypes.String, document.Schemas[document.Schema!.Reference!.Value].Types);
        Assert.False(document.Schemas[new SchemaId("#/not")].Always);
    }
}
