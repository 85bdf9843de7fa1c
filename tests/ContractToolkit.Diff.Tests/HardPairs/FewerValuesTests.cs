using ContractToolkit.Diff.Tests.Pairs;
using Validator = ContractToolkit.Diff.Tests.Sets.Schemas;

namespace ContractToolkit.Diff.Tests.HardPairs;

/// <summary>
/// Pairs of which the second accepts less: it breaks a request on the way there and a response on the way back, with a value that the
/// validator, which shares no code with the engine, accepts by the one and rejects by the other; the other two ways break nobody.
/// </summary>
public sealed class FewerValuesTests
{
    [Theory]
    [InlineData("demands that could be combined", """{"anyOf":[{"type":"object","required":["a"]},{"type":"object","required":["b"]}]}""", """{"oneOf":[{"type":"object","required":["a"]},{"type":"object","required":["b"]}]}""")]
    [InlineData("parts that could be combined", """{"anyOf":[{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}},{"type":"object","required":["b"],"properties":{"b":{"type":"string"}}}]}""", """{"oneOf":[{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}},{"type":"object","required":["b"],"properties":{"b":{"type":"string"}}}]}""")]
    [InlineData("a member moves out of an allOf and becomes narrower", """{"allOf":[{"type":"object","properties":{"a":{"type":"string","maxLength":9}}}]}""", """{"type":"object","properties":{"a":{"type":"string","maxLength":8}}}""")]
    [InlineData("a member moves into an allOf and becomes narrower", """{"type":"object","properties":{"a":{"type":"string","maxLength":9}}}""", """{"allOf":[{"type":"object","properties":{"a":{"type":"string","maxLength":8}}}]}""")]
    [InlineData("a second part bounds a member of the first", """{"allOf":[{"type":"object","properties":{"a":{"type":"integer"}}}]}""", """{"allOf":[{"type":"object","properties":{"a":{"type":"integer"}}},{"properties":{"a":{"maximum":5}}}]}""")]
    [InlineData("required in an allOf", """{"type":"object","properties":{"a":{"type":"string"}}}""", """{"allOf":[{"type":"object","properties":{"a":{"type":"string"}}},{"required":["a"]}]}""")]
    [InlineData("required deep in an allOf", """{"allOf":[{"allOf":[{"type":"object","properties":{"a":{"type":"string"}}}]}]}""", """{"allOf":[{"allOf":[{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}]}]}""")]
    [InlineData("anyOf becomes oneOf, and some are both", """{"anyOf":[{"type":"number"},{"type":"integer"}]}""", """{"oneOf":[{"type":"number"},{"type":"integer"}]}""")]
    [InlineData("anyOf of members becomes oneOf", """{"type":"object","properties":{"a":{},"b":{}},"anyOf":[{"required":["a"]},{"required":["b"]}]}""", """{"type":"object","properties":{"a":{},"b":{}},"oneOf":[{"required":["a"]},{"required":["b"]}]}""")]
    [InlineData("oneOf gains a branch that overlaps", """{"oneOf":[{"type":"string"},{"type":"integer"}]}""", """{"oneOf":[{"type":"string"},{"type":"integer"},{"const":7}]}""")]
    [InlineData("a branch that the others do not absorb goes", """{"anyOf":[{"type":"string","maxLength":3},{"type":"string","pattern":"^a"}]}""", """{"type":"string","maxLength":3}""")]
    [InlineData("branches covered everything", """{"type":"string","anyOf":[{"maxLength":5},{"minLength":3}]}""", """{"type":"string","anyOf":[{"maxLength":5},{"minLength":7}]}""")]
    [InlineData("an enum value goes in a rewrite", """{"type":"string","enum":["a","b","c"]}""", """{"oneOf":[{"const":"a"},{"const":"b"}]}""")]
    [InlineData("an enum in an allOf", """{"type":"string","enum":["a","b"]}""", """{"allOf":[{"type":"string","enum":["a","b"]},{"enum":["b","c"]}]}""")]
    [InlineData("bounds in place of an enum", """{"type":"integer","enum":[1,2,3,5]}""", """{"type":"integer","minimum":1,"maximum":3}""")]
    [InlineData("null goes with an anyOf", """{"anyOf":[{"type":"string"},{"type":"null"}]}""", """{"type":"string"}""")]
    [InlineData("null goes with an enum", """{"type":["string","null"],"enum":["a",null]}""", """{"type":["string","null"],"enum":["a"]}""")]
    [InlineData("number becomes integer by a step", """{"type":"number"}""", """{"type":"number","multipleOf":1}""")]
    [InlineData("a coarser step", """{"type":"integer","multipleOf":2}""", """{"type":"integer","multipleOf":4}""")]
    [InlineData("a decimal step", """{"type":"number","multipleOf":0.05}""", """{"type":"number","multipleOf":0.1}""")]
    [InlineData("an inclusive bound becomes exclusive", """{"type":"number","minimum":0}""", """{"type":"number","exclusiveMinimum":0}""")]
    [InlineData("an exclusive bound takes one integer", """{"type":"integer","maximum":10}""", """{"type":"integer","exclusiveMaximum":10}""")]
    [InlineData("a fraction takes an integer", """{"type":"integer","minimum":1}""", """{"type":"integer","minimum":1.5}""")]
    [InlineData("a smaller format", """{"type":"integer","format":"int64"}""", """{"type":"integer","format":"int32"}""")]
    [InlineData("a format", """{"type":"string"}""", """{"type":"string","format":"date-time"}""")]
    [InlineData("a pattern gains a repetition", """{"type":"string","pattern":"^[a-z]+$"}""", """{"type":"string","pattern":"^[a-z]{2,}$"}""")]
    [InlineData("a pattern is anchored", """{"type":"string","pattern":"[0-9]"}""", """{"type":"string","pattern":"^[0-9]"}""")]
    [InlineData("a pattern in place of a length", """{"type":"string","minLength":1}""", """{"type":"string","pattern":"^\\S"}""")]
    [InlineData("additional properties are forbidden", """{"type":"object","properties":{"a":{"type":"string"}}}""", """{"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":false}""")]
    [InlineData("additional properties are restricted", """{"type":"object","additionalProperties":{"type":["string","integer"]}}""", """{"type":"object","additionalProperties":{"type":"string"}}""")]
    [InlineData("unevaluated properties are forbidden", """{"allOf":[{"type":"object","properties":{"a":{"type":"string"}}}]}""", """{"allOf":[{"type":"object","properties":{"a":{"type":"string"}}}],"unevaluatedProperties":false}""")]
    [InlineData("an allOf of two closed parts", """{"type":"object","properties":{"a":{},"b":{}},"additionalProperties":false}""", """{"allOf":[{"type":"object","properties":{"a":{}},"additionalProperties":false},{"type":"object","properties":{"a":{},"b":{}},"additionalProperties":false}]}""")]
    [InlineData("a closed object loses a member", """{"type":"object","properties":{"a":{},"b":{}},"additionalProperties":false}""", """{"type":"object","properties":{"a":{}},"additionalProperties":false}""")]
    [InlineData("a pattern property on a map", """{"type":"object","additionalProperties":{"type":["string","integer"]}}""", """{"type":"object","patternProperties":{"^x-":{"type":"string"}},"additionalProperties":{"type":["string","integer"]}}""")]
    [InlineData("names of a map", """{"type":"object","additionalProperties":{"type":"string"}}""", """{"type":"object","propertyNames":{"maxLength":8},"additionalProperties":{"type":"string"}}""")]
    [InlineData("not", """{"type":"string"}""", """{"type":"string","not":{"enum":["root"]}}""")]
    [InlineData("not of a member", """{"type":"object","properties":{"a":{},"b":{}}}""", """{"type":"object","properties":{"a":{},"b":{}},"not":{"required":["a","b"]}}""")]
    [InlineData("then", """{"type":"object","properties":{"k":{"type":"string"},"v":{"type":"string"}}}""", """{"type":"object","properties":{"k":{"type":"string"},"v":{"type":"string"}},"if":{"properties":{"k":{"const":"x"}},"required":["k"]},"then":{"required":["v"]}}""")]
    [InlineData("else", """{"type":"integer"}""", """{"type":"integer","if":{"minimum":10},"else":{"multipleOf":2}}""")]
    [InlineData("dependentRequired", """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}}}""", """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"dependentRequired":{"a":["b"]}}""")]
    [InlineData("dependentSchemas", """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}}}""", """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"dependentSchemas":{"a":{"properties":{"b":{"minLength":3}}}}}""")]
    [InlineData("contains", """{"type":"array","items":{"type":["string","integer"]}}""", """{"type":"array","items":{"type":["string","integer"]},"contains":{"type":"integer"}}""")]
    [InlineData("minContains", """{"type":"array","contains":{"type":"integer"}}""", """{"type":"array","contains":{"type":"integer"},"minContains":2}""")]
    [InlineData("prefixItems", """{"type":"array","items":{"type":["string","integer"]}}""", """{"type":"array","prefixItems":[{"type":"string"}],"items":{"type":["string","integer"]}}""")]
    [InlineData("no more items", """{"type":"array","prefixItems":[{"type":"string"}]}""", """{"type":"array","prefixItems":[{"type":"string"}],"items":false}""")]
    [InlineData("uniqueItems", """{"type":"array","items":{"type":"string"}}""", """{"type":"array","items":{"type":"string"},"uniqueItems":true}""")]
    [InlineData("maxProperties of a map", """{"type":"object","additionalProperties":{"type":"string"},"maxProperties":4}""", """{"type":"object","additionalProperties":{"type":"string"},"maxProperties":3}""")]
    [InlineData("minProperties of a map", """{"type":"object","additionalProperties":{"type":"string"}}""", """{"type":"object","additionalProperties":{"type":"string"},"minProperties":1}""")]
    [InlineData("deep in a list of lists", """{"type":"array","items":{"type":"array","items":{"type":"object","properties":{"a":{"type":"string","enum":["x","y"]}}}}}""", """{"type":"array","items":{"type":"array","items":{"type":"object","properties":{"a":{"type":"string","enum":["x"]}}}}}""")]
    [InlineData("anything becomes something", """{}""", """{"type":["string","number","boolean","object","array"]}""")]
    [InlineData("an inner union loses null", """{"type":"object","required":["a"],"properties":{"a":{"oneOf":[{"type":"object","properties":{"x":{"type":["string","null"]}}},{"type":"null"}]}}}""", """{"type":"object","required":["a"],"properties":{"a":{"oneOf":[{"type":"object","properties":{"x":{"type":"string"}}},{"type":"null"}]}}}""")]
    [InlineData("upper-case letters of a format go", """{"type":"string","format":"uuid"}""", """{"type":"string","format":"uuid","pattern":"^[0-9a-f-]+$"}""")]
    [InlineData("a century of a date", """{"type":"string","format":"date"}""", """{"type":"string","format":"date","pattern":"^2"}""")]
    [InlineData("a dot takes no line break", """{"type":"string","minLength":3,"maxLength":5}""", """{"type":"string","pattern":"^.{3,5}$"}""")]
    [InlineData("a pattern allowed an empty text", """{"type":"string","pattern":"^[a-z]*$"}""", """{"type":"string","pattern":"^[a-z]*$","minLength":1}""")]
    [InlineData("two patterns must both fit", """{"type":"string","pattern":"^a"}""", """{"allOf":[{"type":"string","pattern":"^a"},{"pattern":"z$"}]}""")]
    [InlineData("a look ahead", """{"type":"string","pattern":"^[a-z0-9]+$"}""", """{"type":"string","pattern":"^(?=.*[0-9])[a-z0-9]+$"}""")]
    [InlineData("steps that meet seldom", """{"type":"integer","anyOf":[{"multipleOf":4},{"multipleOf":6}]}""", """{"type":"integer","multipleOf":12}""")]
    [InlineData("a step of tenths becomes one of quarters too", """{"type":"number","multipleOf":0.1}""", """{"type":"number","allOf":[{"multipleOf":0.1},{"multipleOf":0.25}]}""")]
    [InlineData("a range between two steps", """{"type":"integer","multipleOf":7,"minimum":0,"maximum":20}""", """{"type":"integer","multipleOf":7,"minimum":1,"maximum":20}""")]
    [InlineData("a member that anyOf demands in both branches", """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}}}""", """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"anyOf":[{"required":["a","b"]},{"required":["a"]}]}""")]
    [InlineData("a closed object forgets what its allOf names", """{"allOf":[{"type":"object","properties":{"a":{"type":"string"}}}],"properties":{"b":{"type":"string"}},"unevaluatedProperties":false}""", """{"allOf":[{"type":"object","properties":{"a":{"type":"string"}}}],"properties":{"b":{"type":"string"}},"additionalProperties":false}""")]
    [InlineData("an undeclared member must be a number", """{"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":{"type":["number","boolean"]}}""", """{"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":{"type":["number","boolean"],"maximum":3}}""")]
    [InlineData("a member demanded by a member that is demanded", """{"type":"object","properties":{"a":{},"b":{}},"dependentRequired":{"a":["b"]}}""", """{"type":"object","properties":{"a":{},"b":{}},"dependentRequired":{"a":["b"],"b":["a"]}}""")]
    [InlineData("the case else becomes stricter", """{"type":"object","required":["k"],"properties":{"k":{"enum":["x","y"]},"v":{"type":"integer"}},"if":{"properties":{"k":{"const":"x"}}},"then":{"required":["v"]},"else":{"properties":{"v":{"minimum":0}}}}""", """{"type":"object","required":["k"],"properties":{"k":{"enum":["x","y"]},"v":{"type":"integer"}},"if":{"properties":{"k":{"const":"x"}}},"then":{"required":["v"]},"else":{"properties":{"v":{"minimum":1}}}}""")]
    [InlineData("the condition covers more", """{"type":"object","properties":{"n":{"type":"integer"},"v":{"type":"string"}},"if":{"properties":{"n":{"minimum":10}},"required":["n"]},"then":{"required":["v"]}}""", """{"type":"object","properties":{"n":{"type":"integer"},"v":{"type":"string"}},"if":{"properties":{"n":{"minimum":5}},"required":["n"]},"then":{"required":["v"]}}""")]
    [InlineData("an enum of objects loses one", """{"enum":[{"a":1},{"a":2},[]]}""", """{"enum":[{"a":2},[]]}""")]
    [InlineData("a list with few different values may not repeat them", """{"type":"array","items":{"enum":["a","b"]},"maxItems":3}""", """{"type":"array","items":{"enum":["a","b"]},"maxItems":3,"uniqueItems":true}""")]
    [InlineData("the first must be among the few", """{"type":"array","minItems":1,"items":{"type":"string"}}""", """{"type":"array","minItems":1,"prefixItems":[{"enum":["a","b"]}],"items":{"type":"string"}}""")]
    [InlineData("few of a kind", """{"type":"array","items":{"type":["string","null"]}}""", """{"type":"array","items":{"type":["string","null"]},"contains":{"type":"null"},"minContains":0,"maxContains":1}""")]
    [InlineData("items after the known ones", """{"type":"array","prefixItems":[{"type":"string"}],"unevaluatedItems":{"type":"integer"}}""", """{"type":"array","prefixItems":[{"type":"string"}],"unevaluatedItems":false}""")]
    [InlineData("null moves to the wrong side", """{"type":"object","properties":{"a":{"oneOf":[{"type":"null"},{"type":"array","items":{"type":"string"}}]}}}""", """{"type":"object","properties":{"a":{"type":"array","items":{"type":"string"}}}}""")]
    [InlineData("not of a branch", """{"oneOf":[{"type":"string"},{"type":"integer"}]}""", """{"oneOf":[{"type":"string","not":{"const":""}},{"type":"integer"}]}""")]
    [InlineData("a map of maps", """{"type":"object","additionalProperties":{"type":"object","additionalProperties":{"type":"integer"}}}""", """{"type":"object","additionalProperties":{"type":"object","additionalProperties":{"type":"integer","minimum":0}}}""")]
    [InlineData("a name that a pattern takes from a map", """{"type":"object","patternProperties":{"^[a-z]+$":{"type":"string"}},"additionalProperties":{"type":"integer"}}""", """{"type":"object","patternProperties":{"^[a-z]+$":{"type":"string"}},"additionalProperties":false}""")]
    [InlineData("exactly one of three", """{"type":"object","properties":{"a":{},"b":{},"c":{}},"anyOf":[{"required":["a"]},{"required":["b"]},{"required":["c"]}]}""", """{"type":"object","properties":{"a":{},"b":{},"c":{}},"oneOf":[{"required":["a"]},{"required":["b"]},{"required":["c"]}]}""")]
    [InlineData("a text that holds a number no more", """{"type":["string","integer"]}""", """{"anyOf":[{"type":"string","pattern":"^[0-9]+$"},{"type":"integer"}]}""")]
    [InlineData("a length in characters beyond the basic plane", """{"type":"string","maxLength":2}""", """{"type":"string","pattern":"^[\\u0000-\\uFFFF]{0,2}$"}""")]
    [InlineData("a part of several is the narrowest no more", """{"allOf":[{"type":"string","maxLength":5},{"maxLength":10}]}""", """{"allOf":[{"type":"string","maxLength":5},{"maxLength":4}]}""")]
    [InlineData("a length by negation", """{"type":"string","maxLength":10}""", """{"type":"string","not":{"minLength":10}}""")]
    [InlineData("values under a pattern of names", """{"type":"object","patternProperties":{"^x-":{"type":["string","integer"]}}}""", """{"type":"object","patternProperties":{"^x-":{"type":"string"}}}""")]
    [InlineData("a map by a pattern that takes every name", """{"type":"object","additionalProperties":{"type":"string"}}""", """{"type":"object","patternProperties":{".*":{"type":"string","maxLength":4}}}""")]
    [InlineData("halves go", """{"type":"number","multipleOf":0.5}""", """{"type":"integer"}""")]
    [InlineData("contains counts again", """{"type":"array","contains":{"type":"string"},"minContains":0}""", """{"type":"array","contains":{"type":"string"}}""")]
    [InlineData("shorter names", """{"type":"object","additionalProperties":{"type":"integer"},"propertyNames":{"pattern":"^[a-z]+$"}}""", """{"type":"object","additionalProperties":{"type":"integer"},"propertyNames":{"pattern":"^[a-z]{1,5}$"}}""")]
    [InlineData("a condition gets its consequence", """{"type":"object","properties":{"a":{},"b":{}},"if":{"required":["a"]}}""", """{"type":"object","properties":{"a":{},"b":{}},"if":{"required":["a"]},"then":{"required":["b"]}}""")]
    [InlineData("null by the type alone", """{"type":["string","null"],"enum":["a",null]}""", """{"type":"string","enum":["a",null]}""")]
    [InlineData("a tuple gets shorter", """{"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"items":false}""", """{"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"items":false,"maxItems":1}""")]
    [InlineData("one of two ranges", """{"anyOf":[{"type":"integer","maximum":0},{"type":"integer","minimum":10}]}""", """{"anyOf":[{"type":"integer","maximum":0},{"type":"integer","minimum":11}]}""")]
    [InlineData("one of two formats", """{"anyOf":[{"type":"string","format":"date"},{"type":"string","format":"date-time"}]}""", """{"type":"string","format":"date-time"}""")]
    [InlineData("required in a list's objects", """{"type":"array","items":{"type":"object","properties":{"a":{"type":"string"}}}}""", """{"type":"array","items":{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}}}""")]
    [InlineData("a kind in one branch of two", """{"oneOf":[{"type":"object","required":["t"],"properties":{"t":{"enum":["a","b"]}}},{"type":"object","required":["t","x"],"properties":{"t":{"const":"c"},"x":{"type":"string"}}}]}""", """{"oneOf":[{"type":"object","required":["t"],"properties":{"t":{"enum":["a"]}}},{"type":"object","required":["t","x"],"properties":{"t":{"const":"c"},"x":{"type":"string"}}}]}""")]
    [InlineData("capitals go", """{"type":"string","pattern":"^[A-Za-z]+$"}""", """{"type":"string","pattern":"^[a-z]+$"}""")]
    [InlineData("names by pattern go from a closed object", """{"type":"object","properties":{"a":{}},"patternProperties":{"^x-":{}},"additionalProperties":false}""", """{"type":"object","properties":{"a":{}},"additionalProperties":false}""")]
    [InlineData("a longer list of what is not allowed", """{"type":"integer","not":{"enum":[1]}}""", """{"type":"integer","not":{"anyOf":[{"const":1},{"const":2}]}}""")]
    [InlineData("one of three types", """{"type":["string","integer","null"]}""", """{"type":["string","null"]}""")]
    [InlineData("no items", """{"type":"array"}""", """{"type":"array","items":false}""")]
    [InlineData("a member is forbidden", """{"type":"object","properties":{"a":{"type":"string"}}}""", """{"type":"object","properties":{"a":false}}""")]
    [InlineData("a decimal bound itself", """{"type":"number","maximum":0.1}""", """{"type":"number","exclusiveMaximum":0.1}""")]
    [InlineData("two of three members at most", """{"type":"object","properties":{"a":{},"b":{},"c":{}}}""", """{"type":"object","properties":{"a":{},"b":{},"c":{}},"not":{"required":["a","b","c"]}}""")]
    [InlineData("a demand through two references", """{"allOf":[{"type":"object","properties":{"a":{"type":"object","properties":{"b":{"type":"string"}}}}},{"required":["a"]}]}""", """{"allOf":[{"type":"object","properties":{"a":{"type":"object","properties":{"b":{"type":"string"}}}}},{"required":["a"],"properties":{"a":{"required":["b"]}}}]}""")]
    [InlineData("exactly one where several might hold", """{"type":"object","properties":{"a":{},"b":{}},"anyOf":[{"required":["a"]},{"required":["b"]},{"maxProperties":0}]}""", """{"type":"object","properties":{"a":{},"b":{}},"oneOf":[{"required":["a"]},{"required":["b"]},{"maxProperties":0}]}""")]
    [InlineData("items that were left over", """{"type":"array","prefixItems":[{"const":"v1"}]}""", """{"type":"array","prefixItems":[{"const":"v1"}],"unevaluatedItems":{"type":"integer"}}""")]
    [InlineData("zero goes", """{"type":"integer","minimum":0}""", """{"type":"integer","exclusiveMinimum":0}""")]
    [InlineData("a text that must be a number", """{"type":"string"}""", """{"type":"string","pattern":"^-?(0|[1-9][0-9]*)$"}""")]
    [InlineData("an empty object goes", """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}}}""", """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"anyOf":[{"required":["a"]},{"required":["b"]}]}""")]
    [InlineData("a demand that another name brings with it", """{"type":"object","properties":{"card":{"type":"string"},"cvc":{"type":"string"}}}""", """{"type":"object","properties":{"card":{"type":"string"},"cvc":{"type":"string"}},"dependentSchemas":{"card":{"required":["cvc"]}}}""")]
    public void Requests_break_on_the_way_and_responses_on_the_way_back(string what, string wide, string narrow)
    {
        Broken(what, PairDocument.Body(wide), PairDocument.Body(narrow), wide, narrow);
        Broken(what, PairDocument.Body("{}", narrow), PairDocument.Body("{}", wide), wide, narrow);
        Unbroken(what, PairDocument.Body(narrow), PairDocument.Body(wide));
        Unbroken(what, PairDocument.Body("{}", wide), PairDocument.Body("{}", narrow));
    }

    [Theory]
    [InlineData("a member of a recursive schema becomes required", """{"$ref":"#/components/schemas/A"}""", """{"A":{"type":"object","properties":{"v":{"type":"integer"},"n":{"$ref":"#/components/schemas/A"}}}}""", """{"$ref":"#/components/schemas/A"}""", """{"A":{"type":"object","required":["v"],"properties":{"v":{"type":"integer"},"n":{"$ref":"#/components/schemas/A"}}}}""")]
    [InlineData("a recursion that ends after two", """{"$ref":"#/components/schemas/A"}""", """{"A":{"type":"object","additionalProperties":false,"properties":{"n":{"$ref":"#/components/schemas/A"}}}}""", """{"$ref":"#/components/schemas/B"}""", """{"B":{"type":"object","additionalProperties":false,"properties":{"n":{"type":"object","additionalProperties":false,"properties":{"n":{"type":"object","maxProperties":0}}}}}}""")]
    [InlineData("unrolled once, and narrower inside", """{"$ref":"#/components/schemas/A"}""", """{"A":{"type":"object","properties":{"v":{"type":"integer"},"n":{"$ref":"#/components/schemas/A"}}}}""", """{"$ref":"#/components/schemas/B"}""", """{"B":{"type":"object","properties":{"v":{"type":"integer"},"n":{"$ref":"#/components/schemas/C"}}},"C":{"type":"object","properties":{"v":{"type":"integer","minimum":0},"n":{"$ref":"#/components/schemas/C"}}}}""")]
    [InlineData("a union loses a kind", """{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}],"discriminator":{"propertyName":"kind"}}""", Pets, """{"oneOf":[{"$ref":"#/components/schemas/Cat"}],"discriminator":{"propertyName":"kind"}}""", Pets)]
    [InlineData("a rule beside a reference", """{"$ref":"#/components/schemas/A"}""", """{"A":{"type":"string"}}""", """{"$ref":"#/components/schemas/A","maxLength":3}""", """{"A":{"type":"string"}}""")]
    [InlineData("a shared base gains a demand", """{"allOf":[{"$ref":"#/components/schemas/Base"},{"properties":{"b":{"type":"string"}}}]}""", """{"Base":{"type":"object","properties":{"id":{"type":"string"}}}}""", """{"allOf":[{"$ref":"#/components/schemas/Base"},{"properties":{"b":{"type":"string"}}}]}""", """{"Base":{"type":"object","required":["id"],"properties":{"id":{"type":"string"}}}}""")]
    [InlineData("the same name, another component", """{"type":"object","properties":{"a":{"$ref":"#/components/schemas/A"}}}""", """{"A":{"type":"string"},"B":{"type":"string","enum":["x"]}}""", """{"type":"object","properties":{"a":{"$ref":"#/components/schemas/B"}}}""", """{"A":{"type":"string"},"B":{"type":"string","enum":["x"]}}""")]
    [InlineData("a recursive schema with a base that becomes stricter", """{"$ref":"#/components/schemas/A"}""", """{"Base":{"type":"object","properties":{"id":{"type":"string"}}},"A":{"allOf":[{"$ref":"#/components/schemas/Base"},{"type":"object","properties":{"children":{"type":"array","items":{"$ref":"#/components/schemas/A"}}}}]}}""", """{"$ref":"#/components/schemas/A"}""", """{"Base":{"type":"object","required":["id"],"properties":{"id":{"type":"string"}}},"A":{"allOf":[{"$ref":"#/components/schemas/Base"},{"type":"object","properties":{"children":{"type":"array","items":{"$ref":"#/components/schemas/A"}}}}]}}""")]
    [InlineData("two that refer to one another, one narrower", """{"$ref":"#/components/schemas/A"}""", """{"A":{"type":"object","properties":{"b":{"$ref":"#/components/schemas/B"}}},"B":{"type":"object","properties":{"a":{"$ref":"#/components/schemas/A"},"n":{"type":"number"}}}}""", """{"$ref":"#/components/schemas/A"}""", """{"A":{"type":"object","properties":{"b":{"$ref":"#/components/schemas/B"}}},"B":{"type":"object","properties":{"a":{"$ref":"#/components/schemas/A"},"n":{"type":"integer"}}}}""")]
    [InlineData("an expression tree loses an operator", """{"$ref":"#/components/schemas/E"}""", """{"E":{"oneOf":[{"type":"number"},{"type":"object","required":["op","l","r"],"properties":{"op":{"enum":["+","-"]},"l":{"$ref":"#/components/schemas/E"},"r":{"$ref":"#/components/schemas/E"}}}]}}""", """{"$ref":"#/components/schemas/E"}""", """{"E":{"oneOf":[{"type":"number"},{"type":"object","required":["op","l","r"],"properties":{"op":{"enum":["+"]},"l":{"$ref":"#/components/schemas/E"},"r":{"$ref":"#/components/schemas/E"}}}]}}""")]
    [InlineData("a tree by a map", """{"$ref":"#/components/schemas/T"}""", """{"T":{"type":"object","additionalProperties":{"anyOf":[{"$ref":"#/components/schemas/T"},{"type":"string"}]}}}""", """{"$ref":"#/components/schemas/T"}""", """{"T":{"type":"object","additionalProperties":{"anyOf":[{"$ref":"#/components/schemas/T"},{"type":"string","minLength":1}]}}}""")]
    [InlineData("a recursion by allOf, closed at last", """{"$ref":"#/components/schemas/N"}""", """{"N":{"allOf":[{"type":"object","properties":{"v":{"type":"integer"}}},{"properties":{"n":{"$ref":"#/components/schemas/N"}}}]}}""", """{"$ref":"#/components/schemas/N"}""", """{"N":{"allOf":[{"type":"object","properties":{"v":{"type":"integer"}}},{"properties":{"n":{"$ref":"#/components/schemas/N"}}}],"unevaluatedProperties":false}}""")]
    public void Components_that_accept_less_break_too(string what, string wide, string wideComponents, string narrow, string narrowComponents)
    {
        Broken(what, PairDocument.Body(wide, components: wideComponents), PairDocument.Body(narrow, components: narrowComponents));
        Broken(what, PairDocument.Body("{}", narrow, narrowComponents), PairDocument.Body("{}", wide, wideComponents));
        Unbroken(what, PairDocument.Body(narrow, components: narrowComponents), PairDocument.Body(wide, components: wideComponents));
        Unbroken(what, PairDocument.Body("{}", wide, wideComponents), PairDocument.Body("{}", narrow, narrowComponents));
    }

    [Theory]
    [InlineData("a text becomes a number", """{"enum":["1","2"]}""", """{"enum":[1,2]}""")]
    [InlineData("a letter changes its case", """{"enum":["open","closed"]}""", """{"enum":["Open","closed"]}""")]
    [InlineData("a value becomes a list of it", """{"type":"string"}""", """{"type":"array","items":{"type":"string"}}""")]
    [InlineData("a member is wrapped", """{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}}""", """{"type":"object","required":["data"],"properties":{"data":{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}}}}""")]
    [InlineData("a required member is renamed", """{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}}""", """{"type":"object","required":["b"],"properties":{"b":{"type":"string"}}}""")]
    [InlineData("a format becomes another", """{"type":"string","format":"date"}""", """{"type":"string","format":"date-time"}""")]
    [InlineData("a pattern becomes another", """{"type":"string","pattern":"^[A-Z]{2}$"}""", """{"type":"string","pattern":"^[A-Z]{3}$"}""")]
    public void Other_values_break_both_ways(string what, string one, string two)
    {
        Broken(what, PairDocument.Body(one), PairDocument.Body(two), one, two);
        Broken(what, PairDocument.Body(two), PairDocument.Body(one), two, one);
        Broken(what, PairDocument.Body("{}", one), PairDocument.Body("{}", two), two, one);
        Broken(what, PairDocument.Body("{}", two), PairDocument.Body("{}", one), one, two);
    }

    private const string Pets = """{"Cat":{"type":"object","required":["kind"],"properties":{"kind":{"const":"cat"},"lives":{"type":"integer"}}},"Dog":{"type":"object","required":["kind"],"properties":{"kind":{"const":"dog"},"name":{"type":"string"}}}}""";

    private static void Broken(string what, string old, string @new, string? accepting = null, string? rejecting = null)
    {
        IReadOnlyList<Change> changes = Documents.Diff(old, @new);
        Change[] breaking = [.. changes.Where(change => change.Level == FindingLevel.Error)];
        Assert.True(breaking.Length > 0, $"{what}: nothing breaks; found {string.Join(", ", changes.Select(change => $"{change.RuleId} {change.Level}"))}");
        Assert.True(breaking.All(change => change.Witness is not null && !change.Undecided), $"{what}: {string.Join(", ", breaking.Select(change => $"{change.RuleId} without a witness"))}");
        if (accepting is null) return;

        // The witness of a change inside is a value of the inside; only those of the whole can be held against the whole.
        foreach (Change change in breaking.Where(change => change.RuleId.Contains("-body-", StringComparison.Ordinal)))
        {
            Assert.True(Validator.Accepts(accepting, change.Witness!, formats: true), $"{what}: {change.Witness} is not accepted by {accepting}");
            Assert.False(Validator.Accepts(rejecting!, change.Witness!, formats: true), $"{what}: {change.Witness} is accepted by {rejecting}");
        }
    }

    private static void Unbroken(string what, string old, string @new) =>
        Assert.Empty(Documents.Diff(old, @new).Where(change => change.Level == FindingLevel.Error).Select(change => $"{what}: {change.RuleId} {change.Sentence} {change.Witness}"));
}
