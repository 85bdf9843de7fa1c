namespace ContractToolkit.Diff.Tests.Pairs;

/// <summary>Changes that break somebody and that comparisons of text or of few keywords overlook.</summary>
public sealed class BreakingPairTests
{
    private const string Any = "{}";

    [Theory]
    [InlineData("""{"type":"array"}""", """{"type":"array","uniqueItems":true}""", "request-body-unique-items-added")]
    [InlineData("""{"type":"number"}""", """{"type":"number","multipleOf":5}""", "request-body-multiple-of-added")]
    [InlineData("""{"type":"object"}""", """{"type":"object","minProperties":1}""", "request-body-min-properties-set")]
    [InlineData("""{"type":"object"}""", """{"type":"object","maxProperties":3}""", "request-body-max-properties-set")]
    [InlineData("""{"type":"object","properties":{"a":{}}}""", """{"type":"object","properties":{"a":{}},"additionalProperties":false}""", "request-body-additional-properties-forbidden")]
    [InlineData("""{"type":"object","properties":{"a":{},"b":{}},"additionalProperties":false}""", """{"type":"object","properties":{"a":{}},"additionalProperties":false}""", "request-property-removed")]
    [InlineData("""{"type":"string","enum":["a","b"]}""", """{"oneOf":[{"const":"a"}]}""", "request-body-one-of-set")]
    [InlineData("""{"type":"string","pattern":"^a"}""", """{"type":"string","pattern":"^ab"}""", "request-body-pattern-changed")]
    [InlineData("""{"type":"string"}""", """{"type":"string","format":"uuid"}""", "request-body-type-changed")]
    [InlineData("""{"allOf":[{"type":"object","properties":{"a":{"maxLength":9}}}]}""", """{"type":"object","properties":{"a":{"maxLength":8}}}""", "request-body-all-of-removed,request-property-max-length-decreased")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"array"}]}""", """{"type":"string"}""", "request-body-list-of-types-narrowed")]
    [InlineData("""{"type":"object"}""", """{"type":"object","dependentRequired":{"a":["b"]}}""", null)]
    [InlineData("""{"type":"object","properties":{"a":{},"b":{}}}""", """{"type":"object","properties":{"a":{},"b":{}},"dependentRequired":{"a":["b"]}}""", "request-body-dependent-required-added")]
    [InlineData("""{"type":"integer"}""", """{"type":"integer","not":{"const":3}}""", "request-body-not-added")]
    public void A_narrower_request_breaks_with_a_witness(string old, string @new, string? rule)
    {
        IReadOnlyList<Change> changes = Documents.Diff(PairDocument.Body(old), PairDocument.Body(@new));
        Change[] breaking = [.. changes.Where(change => change.Level == FindingLevel.Error)];
        if (rule is null)
        {
            Assert.Empty(breaking);
            return;
        }

        Assert.Contains(breaking, change => rule.Split(',').Contains(change.RuleId));
        Assert.All(breaking, change => Assert.True(Sets.Schemas.Accepts(old, change.Witness!) || change.RuleId.Contains("property"), change.Sentence));
        Assert.Empty(Documents.Diff(PairDocument.Body(@new), PairDocument.Body(old)).Where(change => change.Level == FindingLevel.Error));
    }

    [Theory]
    [InlineData("""{"type":"string","enum":["a"]}""", """{"type":"string","enum":["a","b"]}""", "response-body-enum-value-added", "\"b\"")]
    [InlineData("""{"type":"string"}""", """{"type":["string","null"]}""", "response-body-became-nullable", "null")]
    [InlineData("""{"type":"object","required":["a"],"properties":{"a":{"type":"integer"}}}""", """{"type":"object","properties":{"a":{"type":"integer"}}}""", "response-property-became-optional", "{}")]
    [InlineData("""{"type":"object","required":["a"],"properties":{"a":{"type":"integer"}}}""", """{"type":"object"}""", "response-required-property-removed", "{}")]
    [InlineData("""{"type":"array","uniqueItems":true}""", """{"type":"array"}""", "response-body-unique-items-removed", "[null,null]")]
    [InlineData("""{"oneOf":[{"type":"object","required":["a"],"properties":{"a":{"const":1}}}]}""", """{"oneOf":[{"type":"object","required":["a"],"properties":{"a":{"const":1}}},{"type":"array"}]}""", "response-body-one-of-added", "[]")]
    public void A_wider_response_breaks_with_a_witness(string old, string @new, string rule, string witness)
    {
        Change change = Assert.Single(Documents.Diff(PairDocument.Body(Any, old), PairDocument.Body(Any, @new)), change => change.Level == FindingLevel.Error);
        Assert.Equal((rule, witness), (change.RuleId, change.Witness));
    }

    [Theory]
    [InlineData("""[{"name":"p","in":"query","style":"form","schema":{"type":"array"}}]""", """[{"name":"p","in":"query","style":"spaceDelimited","explode":true,"schema":{"type":"array"}}]""", "request-parameter-style-changed")]
    [InlineData("""[{"name":"p","in":"query","explode":true,"schema":{"type":"array"}}]""", """[{"name":"p","in":"query","explode":false,"schema":{"type":"array"}}]""", "request-parameter-explode-changed")]
    [InlineData("""[{"name":"p","in":"query","schema":{"type":"object"}}]""", """[{"name":"p","in":"query","content":{"application/json":{"schema":{"type":"object"}}}}]""", "request-parameter-content-changed")]
    [InlineData("""[{"name":"p","in":"query","content":{"application/json":{"schema":{"type":"string"}}}}]""", """[{"name":"p","in":"query","content":{"application/json":{"schema":{"type":"string","maxLength":2}}}}]""", "request-parameter-max-length-set")]
    [InlineData("""[{"name":"p","in":"query","schema":{"type":"string"}}]""", """[{"name":"p","in":"query","schema":{"type":"integer"}}]""", "request-parameter-type-changed")]
    [InlineData("""[]""", """[{"name":"p","in":"query","required":true,"schema":{"type":"string"}}]""", "new-required-request-parameter")]
    public void Parameters_break_by_how_they_are_written(string old, string @new, string rule) =>
        Assert.Contains(Documents.Diff(PairDocument.Parameters(old), PairDocument.Parameters(@new)), change => change.RuleId == rule && change.Level == FindingLevel.Error);

    [Theory]
    [InlineData("\"responses\":{\"200\":{\"description\":\"x\"},\"default\":{\"description\":\"e\"}}", "\"responses\":{\"200\":{\"description\":\"x\"}}", "response-default-removed")]
    [InlineData("\"responses\":{\"200\":{\"description\":\"x\"}},\"security\":[]", "\"responses\":{\"200\":{\"description\":\"x\"}},\"security\":[{\"k\":[]}]", "api-security-added")]
    [InlineData(
        "\"responses\":{\"200\":{\"description\":\"x\"}},\"callbacks\":{\"c\":{\"{$request.body#/u}\":{\"post\":{\"requestBody\":{\"content\":{\"application/json\":{\"schema\":{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":{}}}}}},\"responses\":{\"200\":{\"description\":\"x\"}}}}}}",
        "\"responses\":{\"200\":{\"description\":\"x\"}},\"callbacks\":{\"c\":{\"{$request.body#/u}\":{\"post\":{\"requestBody\":{\"content\":{\"application/json\":{\"schema\":{\"type\":\"object\",\"properties\":{\"a\":{}}}}}},\"responses\":{\"200\":{\"description\":\"x\"}}}}}}",
        "response-property-became-optional")]
    public void Operations_break_by_what_surrounds_their_schemas(string old, string @new, string rule)
    {
        const string Keys = "\"components\":{\"securitySchemes\":{\"k\":{\"type\":\"apiKey\",\"in\":\"header\",\"name\":\"K\"}}},";
        Assert.Contains(Documents.Diff(PairDocument.Operation(old, Keys), PairDocument.Operation(@new, Keys)), change => change.RuleId == rule && change.Level == FindingLevel.Error);
    }

    [Fact]
    public void A_key_that_travels_elsewhere_breaks()
    {
        const string Operation = "\"security\":[{\"k\":[]}],\"responses\":{\"200\":{\"description\":\"x\"}}";
        string Root(string place) => $"\"components\":{{\"securitySchemes\":{{\"k\":{{\"type\":\"apiKey\",\"in\":\"{place}\",\"name\":\"K\"}}}}}},";
        Assert.Contains(
            Documents.Diff(PairDocument.Operation(Operation, Root("header")), PairDocument.Operation(Operation, Root("query"))),
            change => change is { RuleId: "api-security-component-api-key-changed", Level: FindingLevel.Error });
    }
}
