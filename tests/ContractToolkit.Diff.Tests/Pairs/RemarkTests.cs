namespace ContractToolkit.Diff.Tests.Pairs;

/// <summary>Edits that do nothing to the values: they are said, and break nobody.</summary>
public sealed class RemarkTests
{
    [Theory]
    [InlineData("request-body-max-length-increased", """{"type":"string","format":"uuid","maxLength":40}""", """{"type":"string","format":"uuid","maxLength":41}""")]
    [InlineData("request-body-exclusive-max-set", """{"type":"object"}""", """{"type":"object","exclusiveMaximum":3}""")]
    [InlineData("request-body-any-of-added", """{"anyOf":[{"type":"string"},{"type":"integer"}]}""", """{"anyOf":[{"type":"integer"},{"type":"string"},{"type":"string","maxLength":3}]}""")]
    [InlineData("request-body-all-of-added", """{"allOf":[{"type":"object"}]}""", """{"allOf":[{"type":"object"},{"minProperties":0,"maxLength":3}]}""")]
    [InlineData("request-body-type-changed", """{"type":"integer"}""", """{"type":"integer","format":"int64"}""")]
    [InlineData("request-property-pattern-added", """{"type":"object","properties":{"a":{"type":"string","readOnly":true}}}""", """{"type":"object","properties":{"a":{"type":"string","readOnly":true,"pattern":"^a"}}}""")]
    [InlineData("request-read-only-property-max-length-decreased", """{"type":"object","properties":{"a":{"type":"string","readOnly":true,"maxLength":4}}}""", """{"type":"object","properties":{"a":{"type":"string","readOnly":true,"maxLength":3}}}""")]
    [InlineData("request-read-only-property-enum-value-removed", """{"type":"object","properties":{"a":{"enum":["x","y"],"readOnly":true}}}""", """{"type":"object","properties":{"a":{"enum":["x"],"readOnly":true}}}""")]
    public void An_idle_edit_is_a_remark(string rule, string old, string @new)
    {
        Change change = Assert.Single(Documents.Diff(PairDocument.Body(old), PairDocument.Body(@new)));
        Assert.Equal((rule, FindingLevel.Info), (change.RuleId, change.Level));
    }

    [Fact]
    public void An_enum_of_what_a_response_never_holds_may_grow()
    {
        const string Old = """{"type":"object","properties":{"a":{"enum":["x"],"writeOnly":true}}}""", New = """{"type":"object","properties":{"a":{"enum":["x","y"],"writeOnly":true}}}""";
        Change change = Assert.Single(Documents.Diff(PairDocument.Body("{}", Old), PairDocument.Body("{}", New)));
        Assert.Equal(("response-write-only-property-enum-value-added", FindingLevel.Info), (change.RuleId, change.Level));
    }

    [Theory]
    [InlineData("""{"type":"integer","maximum":1e30}""", """{"type":"integer","format":"int64"}""")]
    [InlineData("""{"type":"integer","enum":[18446744073709551616,1]}""", """{"type":"integer","enum":[18446744073709551616,1],"format":"int64"}""")]
    [InlineData("""{"type":"integer","format":"int64"}""", """{"type":"integer","format":"int32"}""")]
    [InlineData("""{"type":"integer"}""", """{"type":"integer","format":"int32"}""")]
    public void Integers_that_the_sender_speaks_of_are_sent(string old, string @new) =>
        Assert.Contains(Documents.Diff(PairDocument.Body(old), PairDocument.Body(@new)), change => change is { Level: FindingLevel.Error, Witness: not null });

    [Theory]
    [InlineData("request-body-became-not-nullable", """{"oneOf":[{"$ref":"#/components/schemas/A"},{"type":"null"}]}""", """{"$ref":"#/components/schemas/A"}""")]
    [InlineData("request-body-became-nullable", """{"$ref":"#/components/schemas/A"}""", """{"anyOf":[{"type":"null"},{"$ref":"#/components/schemas/A"}]}""")]
    public void An_alternative_of_null_is_what_nullable_says(string rule, string old, string @new)
    {
        const string Components = """{"A":{"type":"object","properties":{"a":{"type":"string"}}}}""";
        Assert.Equal([rule], Rules(PairDocument.Body(old, components: Components), PairDocument.Body(@new, components: Components)));
    }

    [Fact]
    public void A_property_with_an_unknown_stability_level_is_reported()
    {
        const string Old = """{"type":"object","properties":{"a":{"x-stability-level":"beta"}}}""", New = """{"type":"object","properties":{"a":{"x-stability-level":["no"]}}}""";
        Assert.Equal(["api-invalid-stability-level"], Rules(PairDocument.Body(Old), PairDocument.Body(New)));
    }

    [Theory]
    [InlineData("""{"default":{"a":1,"b":[2]}}""", """{"default":{"b":[2.0],"a":1}}""")]
    [InlineData("""{"enum":[{"a":1,"b":2},1.0]}""", """{"enum":[1,{"b":2,"a":1}]}""")]
    [InlineData("""{"const":{"a":1,"b":2}}""", """{"const":{"b":2,"a":1.0}}""")]
    public void A_value_that_is_written_otherwise_is_the_same(string old, string @new) =>
        Assert.Empty(Rules(PairDocument.Body(old, old), PairDocument.Body(@new, @new)));

    [Fact]
    public void Another_default_is_reported() =>
        Assert.Equal(["request-body-default-value-changed"], Rules(PairDocument.Body("""{"default":{"a":1,"b":2}}"""), PairDocument.Body("""{"default":{"a":2,"b":1}}""")));

    private static IEnumerable<string> Rules(string old, string @new) =>
        Documents.Diff(old, @new).Select(change => change.RuleId).Where(rule => rule != "api-version-not-bumped");
}
