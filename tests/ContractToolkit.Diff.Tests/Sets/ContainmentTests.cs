using ContractToolkit.Diff.Sets;

namespace ContractToolkit.Diff.Tests.Sets;

public sealed class ContainmentTests
{
    [Theory]
    [InlineData("""{"type":"integer"}""", """{"type":"number"}""")]
    [InlineData("""{"type":"string","minLength":2}""", """{"minLength":1}""")]
    [InlineData("""{"enum":[1,2]}""", """{"enum":[2,1.0,3]}""")]
    [InlineData("""{"enum":["a","b"]}""", """{"anyOf":[{"const":"a"},{"enum":["b","c"]}]}""")]
    [InlineData("""{"type":"string","pattern":"^ab+$"}""", """{"type":"string","pattern":"^a"}""")]
    [InlineData("""{"type":"number","multipleOf":0.1}""", """{"type":"number","multipleOf":0.05}""")]
    [InlineData("""{"type":"object","required":["a","b"]}""", """{"type":"object","required":["a"]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"integer"}},"additionalProperties":false}""", """{"additionalProperties":{"type":"number"}}""")]
    [InlineData("""{"allOf":[{"minimum":1},{"maximum":5}]}""", """{"minimum":0,"maximum":5}""")]
    [InlineData("""{"not":{"type":"string"}}""", """{"type":["null","boolean","number","array","object"]}""")]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"null"}]}""", """{"type":["string","null"]}""")]
    [InlineData("""{"type":"array","items":{"type":"integer"},"minItems":1}""", """{"type":"array","contains":{"type":"integer"}}""")]
    [InlineData("""{"minimum":5,"maximum":4,"type":"number"}""", "false")]
    [InlineData("""{"type":"array","items":{"type":"boolean"},"uniqueItems":true,"minItems":3}""", "false")]
    [InlineData("""{"$ref":"#/$defs/a","$defs":{"a":{"type":"object","properties":{"next":{"$ref":"#/$defs/a"}}}}}""", """{"$ref":"#/$defs/b","$defs":{"b":{"type":"object","properties":{"next":{"$ref":"#/$defs/b"}}}}}""")]
    public void Contained(string inner, string outer) => Assert.Equal(ContainmentAnswer.Contained, Schemas.Within(inner, outer).Answer);

    [Theory]
    [InlineData("""{"type":"number"}""", """{"type":"integer"}""")]
    [InlineData("""{"type":"string"}""", """{"type":"string","maxLength":3}""")]
    [InlineData("""{"type":"string","pattern":"^a"}""", """{"type":"string","pattern":"^ab+$"}""")]
    [InlineData("""{"type":"object"}""", """{"type":"object","required":["a"]}""")]
    [InlineData("""{"type":"object","required":["a"]}""", """{"properties":{"a":{"type":"string"}}}""")]
    [InlineData("""{"type":"object"}""", """{"type":"object","properties":{"a":{}},"additionalProperties":false}""")]
    [InlineData("""{"type":"array"}""", """{"uniqueItems":true}""")]
    [InlineData("""{"enum":["a","b"]}""", """{"enum":["a"]}""")]
    [InlineData("""{"type":["string","null"]}""", """{"type":"string"}""")]
    [InlineData("""{"patternProperties":{"^x-":{"type":"string"}}}""", """{"additionalProperties":{"type":"string"}}""")]
    [InlineData("""{"$ref":"#/$defs/a","$defs":{"a":{"type":"object","properties":{"next":{"$ref":"#/$defs/a"}}}}}""", """{"$ref":"#/$defs/b","$defs":{"b":{"type":"object","properties":{"next":{"type":"object","properties":{"next":{"type":"object","maxProperties":0}}}}}}}""")]
    public void Not_contained_with_a_witness(string inner, string outer)
    {
        ContainmentResult result = Schemas.Within(inner, outer);
        Assert.Equal(ContainmentAnswer.NotContained, result.Answer);
        Assert.NotNull(result.Witness);
    }

    [Theory]
    [InlineData("""{"type":"integer","maximum":3}""", """{"maximum":2}""", "3")]
    [InlineData("""{"enum":["a","b"]}""", """{"enum":["a"]}""", "\"b\"")]
    [InlineData("""{"type":"object","required":["a"],"properties":{"a":{"const":1}}}""", """{"properties":{"a":{"type":"string"}}}""", """{"a":1}""")]
    public void The_witness_is_the_plainest_value(string inner, string outer, string witness) =>
        Assert.Equal(witness, Schemas.Within(inner, outer).Witness);
}
