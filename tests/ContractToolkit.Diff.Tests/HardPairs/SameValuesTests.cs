using ContractToolkit.Diff.Tests.Pairs;

namespace ContractToolkit.Diff.Tests.HardPairs;

/// <summary>Rewrites after which exactly the same values are valid: in no direction and at no place may anybody be warned.</summary>
public sealed class SameValuesTests
{
    [Theory]
    [InlineData("an allOf that is split", """{"type":"object","required":["a","b"],"properties":{"a":{"type":"string"},"b":{"type":"integer"}}}""", """{"allOf":[{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}},{"allOf":[{"required":["b"]},{"properties":{"b":{"type":"integer"}}}]}]}""")]
    [InlineData("an allOf of one", """{"allOf":[{"type":"string","maxLength":3}]}""", """{"type":"string","maxLength":3}""")]
    [InlineData("an allOf with an empty part", """{"type":"string"}""", """{"allOf":[{"type":"string"},{}]}""")]
    [InlineData("an allOf with a part twice", """{"allOf":[{"minimum":1},{"maximum":3}]}""", """{"allOf":[{"maximum":3},{"minimum":1},{"maximum":3}]}""")]
    [InlineData("bounds that an allOf meets", """{"type":"number","allOf":[{"minimum":1},{"minimum":5}]}""", """{"type":"number","minimum":5}""")]
    [InlineData("a redundant anyOf branch", """{"type":"string"}""", """{"anyOf":[{"type":"string"},{"type":"string","maxLength":4}]}""")]
    [InlineData("a branch that accepts nothing", """{"type":"string"}""", """{"anyOf":[{"type":"string"},{"not":{}}]}""")]
    [InlineData("branches in another order", """{"oneOf":[{"type":"string"},{"type":"object","required":["a"]}]}""", """{"oneOf":[{"type":"object","required":["a"]},{"type":"string"}]}""")]
    [InlineData("oneOf of what never meets, as anyOf", """{"oneOf":[{"type":"string"},{"type":"integer"},{"type":"array"}]}""", """{"anyOf":[{"type":"string"},{"type":"integer"},{"type":"array"}]}""")]
    [InlineData("an enum as oneOf of enums", """{"type":"string","enum":["a","b","c"]}""", """{"oneOf":[{"type":"string","enum":["a"]},{"type":"string","enum":["b","c"]}]}""")]
    [InlineData("an enum as oneOf of consts", """{"type":"string","enum":["a","b"]}""", """{"oneOf":[{"const":"a","title":"A"},{"const":"b","title":"B"}]}""")]
    [InlineData("an enum in another order", """{"enum":["b","a",1]}""", """{"enum":[1.0,"a","b"]}""")]
    [InlineData("an enum of all booleans", """{"type":"boolean"}""", """{"enum":[true,false]}""")]
    [InlineData("an enum of integers as bounds", """{"type":"integer","enum":[1,2,3]}""", """{"type":"integer","minimum":1,"maximum":3}""")]
    [InlineData("a const as an enum of one", """{"const":{"a":[1]}}""", """{"enum":[{"a":[1.0]}]}""")]
    [InlineData("types as branches", """{"type":["string","integer","null"]}""", """{"anyOf":[{"type":"null"},{"type":"string"},{"type":"integer"}]}""")]
    [InlineData("integer as number in steps of one", """{"type":"integer"}""", """{"type":"number","multipleOf":1}""")]
    [InlineData("an exclusive bound of integers", """{"type":"integer","minimum":1,"maximum":9}""", """{"type":"integer","exclusiveMinimum":0,"exclusiveMaximum":10}""")]
    [InlineData("a bound between integers", """{"type":"integer","minimum":1,"maximum":9}""", """{"type":"integer","minimum":0.5,"maximum":9.99}""")]
    [InlineData("a number written otherwise", """{"type":"number","maximum":100,"multipleOf":0.50}""", """{"type":"number","maximum":1e2,"multipleOf":5e-1}""")]
    [InlineData("a step that another implies", """{"type":"number","multipleOf":4}""", """{"type":"number","allOf":[{"multipleOf":4},{"multipleOf":2}]}""")]
    [InlineData("a pattern of the same language", """{"type":"string","pattern":"^[0-9]{3}(-[0-9]{2})?$"}""", """{"type":"string","pattern":"^\\d\\d\\d(|-\\d\\d)$"}""")]
    [InlineData("an alternation as a class", """{"type":"string","pattern":"^(?:a|b|c)+$"}""", """{"type":"string","pattern":"^[a-c][a-c]*$"}""")]
    [InlineData("a length that the pattern implies", """{"type":"string","pattern":"^[A-Z]{3}$"}""", """{"type":"string","pattern":"^[A-Z]{3}$","minLength":3,"maxLength":5}""")]
    [InlineData("a length as a pattern", """{"type":"string","maxLength":3}""", """{"type":"string","pattern":"^[\\s\\S]{0,3}$"}""")]
    [InlineData("an unanchored pattern", """{"type":"string","pattern":"a"}""", """{"type":"string","pattern":"^[\\s\\S]*a[\\s\\S]*$"}""")]
    [InlineData("not of not", """{"type":"string","minLength":1}""", """{"not":{"not":{"type":"string","minLength":1}}}""")]
    [InlineData("de Morgan", """{"not":{"anyOf":[{"type":"string"},{"type":"null"}]}}""", """{"allOf":[{"not":{"type":"null"}},{"not":{"type":"string"}}]}""")]
    [InlineData("not as the other types", """{"not":{"type":["string","null","array","object"]}}""", """{"type":["boolean","number"]}""")]
    [InlineData("if and then as anyOf", """{"type":"object","properties":{"k":{"type":"string"},"v":{"type":"string"}},"if":{"required":["k"]},"then":{"required":["v"]}}""", """{"type":"object","properties":{"k":{"type":"string"},"v":{"type":"string"}},"anyOf":[{"not":{"required":["k"]}},{"required":["v"]}]}""")]
    [InlineData("if and then as dependentRequired", """{"type":"object","properties":{"k":{},"v":{}},"if":{"required":["k"]},"then":{"required":["v"]}}""", """{"type":"object","properties":{"k":{},"v":{}},"dependentRequired":{"k":["v"]}}""")]
    [InlineData("if without then", """{"type":"string"}""", """{"type":"string","if":{"maxLength":3}}""")]
    [InlineData("then and else that say the same", """{"type":"string","maxLength":3}""", """{"type":"string","if":{"pattern":"^a"},"then":{"maxLength":3},"else":{"maxLength":3}}""")]
    [InlineData("dependentSchemas as dependentRequired", """{"type":"object","properties":{"k":{},"v":{}},"dependentSchemas":{"k":{"required":["v"]}}}""", """{"type":"object","properties":{"k":{},"v":{}},"dependentRequired":{"k":["v"]}}""")]
    [InlineData("what is open is said to be open", """{"type":"object","properties":{"a":{"type":"string"}}}""", """{"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":{}}""")]
    [InlineData("closed by either keyword", """{"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":false}""", """{"type":"object","properties":{"a":{"type":"string"}},"unevaluatedProperties":false}""")]
    [InlineData("closed over parts", """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"integer"}},"additionalProperties":false}""", """{"allOf":[{"type":"object","properties":{"a":{"type":"string"}}},{"properties":{"b":{"type":"integer"}}}],"unevaluatedProperties":false}""")]
    [InlineData("a map by pattern", """{"type":"object","additionalProperties":{"type":"integer"}}""", """{"type":"object","patternProperties":{"":{"type":"integer"}}}""")]
    [InlineData("a member by pattern", """{"type":"object","properties":{"a":{"type":"integer"}},"additionalProperties":false}""", """{"type":"object","patternProperties":{"^a$":{"type":"integer"}},"additionalProperties":false}""")]
    [InlineData("names as a pattern property", """{"type":"object","propertyNames":{"pattern":"^x"},"additionalProperties":{"type":"string"}}""", """{"type":"object","patternProperties":{"^x":{"type":"string"}},"additionalProperties":false}""")]
    [InlineData("names are strings anyway", """{"type":"object"}""", """{"type":"object","propertyNames":{"type":"string"}}""")]
    [InlineData("a count that required implies", """{"type":"object","required":["a","b"],"properties":{"a":{},"b":{}}}""", """{"type":"object","required":["b","a"],"minProperties":2,"properties":{"b":{},"a":{}}}""")]
    [InlineData("a closed object's greatest count", """{"type":"object","properties":{"a":{},"b":{}},"additionalProperties":false}""", """{"type":"object","properties":{"a":{},"b":{}},"additionalProperties":false,"maxProperties":2}""")]
    [InlineData("defaults written out", """{"type":"array"}""", """{"type":"array","items":{},"minItems":0,"uniqueItems":false}""")]
    [InlineData("contains as a least length", """{"type":"array","minItems":1}""", """{"type":"array","contains":{}}""")]
    [InlineData("items by place", """{"type":"array","items":{"type":"string"}}""", """{"type":"array","prefixItems":[{"type":"string"}],"items":{"type":"string"}}""")]
    [InlineData("a list of at most one", """{"type":"array","maxItems":1}""", """{"type":"array","maxItems":1,"uniqueItems":true}""")]
    [InlineData("keywords of other types", """{"type":"string"}""", """{"type":"string","minimum":5,"required":["x"],"uniqueItems":true}""")]
    [InlineData("words only", """{"type":"string"}""", """{"type":"string","title":"T","description":"D","examples":["a"],"example":"a","x-more":{"y":[1]},"$comment":"c","externalDocs":{"url":"https://example.com"}}""")]
    [InlineData("required twice over", """{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}}""", """{"type":"object","properties":{"a":{"type":"string"}},"anyOf":[{"required":["a"]},{"required":["a"],"properties":{"a":{"maxLength":3}}}]}""")]
    [InlineData("a format that says nothing", """{"type":"string"}""", """{"type":"string","format":"password"}""")]
    [InlineData("a whole range of formats", """{"type":"integer","format":"int32"}""", """{"type":"integer","minimum":-2147483648,"maximum":2147483647}""")]
    [InlineData("unlikely values by either way", """{"type":"object","properties":{"a":{"enum":["x","y"]},"b":{"type":"string"}},"required":["a"]}""", """{"type":"object","required":["a"],"oneOf":[{"properties":{"a":{"const":"x"},"b":{"type":"string"}}},{"properties":{"a":{"const":"y"},"b":{"type":"string"}}}]}""")]
    [InlineData("steps that meet", """{"type":"integer","allOf":[{"multipleOf":2},{"multipleOf":3}]}""", """{"type":"integer","multipleOf":6}""")]
    [InlineData("decimal steps that meet", """{"type":"number","allOf":[{"multipleOf":0.1},{"multipleOf":0.25}]}""", """{"type":"number","multipleOf":0.5}""")]
    [InlineData("a range that holds one step", """{"type":"integer","multipleOf":7,"minimum":1,"maximum":13}""", """{"const":7}""")]
    [InlineData("a step and bounds as an enum", """{"type":"integer","multipleOf":5,"minimum":0,"exclusiveMaximum":20}""", """{"enum":[0,5,10,15]}""")]
    [InlineData("required moves into an allOf", """{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}}""", """{"type":"object","properties":{"a":{"type":"string"}},"allOf":[{"required":["a"]}]}""")]
    [InlineData("required moves into every branch", """{"type":"object","required":["a"],"properties":{"a":{"type":"string"},"b":{"type":"string"}},"anyOf":[{"required":["b"]},{"properties":{"a":{"const":"x"}}}]}""", """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"anyOf":[{"required":["a","b"]},{"required":["a"],"properties":{"a":{"const":"x"}}}]}""")]
    [InlineData("a const object spelled out", """{"const":{"a":1,"b":[true]}}""", """{"type":"object","required":["a","b"],"additionalProperties":false,"properties":{"a":{"const":1},"b":{"type":"array","minItems":1,"maxItems":1,"items":{"const":true}}}}""")]
    [InlineData("a const list spelled out", """{"const":["x",null]}""", """{"type":"array","prefixItems":[{"const":"x"},{"type":"null"}],"items":false,"minItems":2}""")]
    [InlineData("a greatest length that uniqueness implies", """{"type":"array","items":{"enum":["a","b"]},"uniqueItems":true}""", """{"type":"array","items":{"enum":["a","b"]},"uniqueItems":true,"maxItems":2}""")]
    [InlineData("names by enum", """{"type":"object","properties":{"a":{},"b":{}},"additionalProperties":false}""", """{"type":"object","properties":{"a":{},"b":{}},"propertyNames":{"enum":["a","b"]}}""")]
    [InlineData("a forbidden member", """{"type":"object","not":{"required":["a"]}}""", """{"type":"object","properties":{"a":false}}""")]
    [InlineData("no items at all", """{"type":"array","items":false}""", """{"type":"array","maxItems":0}""")]
    [InlineData("a schema that nothing fits, in either spelling", """{"type":"object","additionalProperties":{"not":{}}}""", """{"type":"object","additionalProperties":false}""")]
    [InlineData("if, then, else as oneOf", """{"type":"object","required":["k"],"properties":{"k":{"enum":["x","y"]},"v":{"type":"string"},"w":{"type":"string"}},"if":{"properties":{"k":{"const":"x"}}},"then":{"required":["v"]},"else":{"required":["w"]}}""", """{"type":"object","required":["k"],"properties":{"k":{"enum":["x","y"]},"v":{"type":"string"},"w":{"type":"string"}},"oneOf":[{"properties":{"k":{"const":"x"}},"required":["v"]},{"properties":{"k":{"const":"y"}},"required":["w"]}]}""")]
    [InlineData("conditions in an allOf as a union", """{"type":"object","required":["k"],"properties":{"k":{"enum":["x","y"]},"v":{"type":"integer"}},"allOf":[{"if":{"properties":{"k":{"const":"x"}}},"then":{"required":["v"]}},{"if":{"properties":{"k":{"const":"y"}}},"then":{"properties":{"v":{"minimum":0}}}}]}""", """{"type":"object","required":["k"],"properties":{"v":{"type":"integer"}},"anyOf":[{"properties":{"k":{"const":"x"}},"required":["v"]},{"properties":{"k":{"const":"y"},"v":{"minimum":0}}}]}""")]
    [InlineData("a chain of demands", """{"type":"object","properties":{"a":{},"b":{},"c":{}},"dependentRequired":{"a":["b"],"b":["c"]}}""", """{"type":"object","properties":{"a":{},"b":{},"c":{}},"dependentRequired":{"a":["b","c"],"b":["c"]}}""")]
    [InlineData("not of an intersection", """{"type":"integer","not":{"minimum":3,"maximum":5}}""", """{"type":"integer","anyOf":[{"maximum":2},{"minimum":6}]}""")]
    [InlineData("a union by difference", """{"anyOf":[{"type":"string","maxLength":3},{"type":"string","minLength":3}]}""", """{"type":"string"}""")]
    [InlineData("factored out of the branches", """{"oneOf":[{"type":"object","required":["t","a"],"properties":{"t":{"const":"a"},"a":{"type":"string"}}},{"type":"object","required":["t","b"],"properties":{"t":{"const":"b"},"b":{"type":"string"}}}]}""", """{"type":"object","required":["t"],"oneOf":[{"required":["a"],"properties":{"t":{"const":"a"},"a":{"type":"string"}}},{"required":["b"],"properties":{"t":{"const":"b"},"b":{"type":"string"}}}]}""")]
    [InlineData("a pattern with and without a group", """{"type":"string","pattern":"^(ab|ac)$"}""", """{"type":"string","enum":["ab","ac"]}""")]
    [InlineData("hexadecimal escapes", """{"type":"string","pattern":"^[\\x41-\\x5A]$"}""", """{"type":"string","pattern":"^[A-Z]$"}""")]
    [InlineData("letters of any case", """{"type":"string","pattern":"^[a-zA-Z]+$"}""", """{"type":"string","pattern":"^(?:[a-z]|[A-Z])+$","minLength":1}""")]
    [InlineData("a number by its digits", """{"type":"string","pattern":"^([0-9]|[1-9][0-9])$"}""", """{"type":"string","pattern":"^[1-9]?[0-9]$"}""")]
    [InlineData("contains met by the places", """{"type":"array","prefixItems":[{"const":1}],"minItems":1}""", """{"type":"array","prefixItems":[{"const":1}],"minItems":1,"contains":{"const":1}}""")]
    [InlineData("closed by a condition's members too", """{"type":"object","properties":{"k":{"type":"string"},"v":{"type":"string"}},"unevaluatedProperties":false}""", """{"allOf":[{"type":"object","properties":{"k":{"type":"string"}}}],"anyOf":[{"properties":{"v":{"type":"string"}}}],"unevaluatedProperties":false}""")]
    [InlineData("every type but one", """{"type":["object","array","string","number","boolean"]}""", """{"not":{"type":"null"}}""")]
    [InlineData("a nullable enum as a union", """{"type":["string","null"],"enum":["a","b",null]}""", """{"oneOf":[{"type":"string","enum":["a","b"]},{"type":"null"}]}""")]
    [InlineData("an empty part", """{"allOf":[{"type":"string"},{}]}""", """{"type":"string"}""")]
    [InlineData("one alternative", """{"oneOf":[{"type":"string","maxLength":4}]}""", """{"type":"string","maxLength":4}""")]
    [InlineData("alternatives of types with their bounds", """{"anyOf":[{"type":"string","maxLength":3},{"type":"integer","minimum":0}]}""", """{"type":["string","integer"],"maxLength":3,"minimum":0}""")]
    [InlineData("more than a half is at least one", """{"type":"integer","exclusiveMinimum":0}""", """{"type":"integer","minimum":0.5}""")]
    [InlineData("unevaluated may be anything", """{"type":"object","properties":{"a":{"type":"string"}}}""", """{"type":"object","properties":{"a":{"type":"string"}},"unevaluatedProperties":true,"additionalProperties":{}}""")]
    [InlineData("a map by a pattern", """{"type":"object","additionalProperties":{"type":"string"}}""", """{"type":"object","patternProperties":{"":{"type":"string"}}}""")]
    [InlineData("a dependency as a condition", """{"type":"object","properties":{"a":{},"b":{}},"dependentRequired":{"a":["b"]}}""", """{"type":"object","properties":{"a":{},"b":{}},"if":{"required":["a"]},"then":{"required":["b"]}}""")]
    [InlineData("a dependency as alternatives", """{"type":"object","properties":{"a":{},"b":{}},"dependentSchemas":{"a":{"required":["b"]}}}""", """{"type":"object","properties":{"a":{},"b":{}},"anyOf":[{"not":{"required":["a"]}},{"required":["b"]}]}""")]
    [InlineData("both truths", """{"enum":[true,false]}""", """{"type":"boolean"}""")]
    [InlineData("nothing but null", """{"const":null}""", """{"type":"null"}""")]
    [InlineData("numbers are integers too", """{"type":["integer","number"]}""", """{"type":"number"}""")]
    [InlineData("no empty text", """{"type":"string","minLength":1}""", """{"type":"string","not":{"const":""}}""")]
    [InlineData("a repetition in numbers", """{"type":"string","pattern":"^[0-9]{1,}$"}""", """{"type":"string","pattern":"^\\d+$"}""")]
    [InlineData("what follows does not matter", """{"type":"string","pattern":"^a"}""", """{"type":"string","pattern":"^a[\\s\\S]*$"}""")]
    [InlineData("numbers in another notation", """{"type":"number","enum":[1,10,0.5]}""", """{"type":"number","enum":[1.0,1e1,5e-1]}""")]
    [InlineData("closed by either keyword", """{"type":"object","properties":{"a":{},"b":{}},"additionalProperties":false}""", """{"type":"object","properties":{"a":{},"b":{}},"unevaluatedProperties":false}""")]
    [InlineData("closed over parts", """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"additionalProperties":false}""", """{"allOf":[{"type":"object","properties":{"a":{"type":"string"}}},{"properties":{"b":{"type":"string"}}}],"unevaluatedProperties":false}""")]
    [InlineData("a condition that always holds", """{"if":{},"then":{"type":"string"}}""", """{"type":"string"}""")]
    [InlineData("a condition without consequence", """{"type":"integer","if":{"minimum":3}}""", """{"type":"integer"}""")]
    [InlineData("alternatives that cover everything", """{"type":"object","properties":{"a":{}},"anyOf":[{"required":["a"]},{"not":{"required":["a"]}}]}""", """{"type":"object","properties":{"a":{}}}""")]
    [InlineData("lengths that the format has anyway", """{"type":"string","format":"uuid"}""", """{"type":"string","format":"uuid","minLength":36,"maxLength":36}""")]
    [InlineData("not one of two", """{"type":"string","not":{"anyOf":[{"const":"a"},{"const":"b"}]}}""", """{"type":"string","allOf":[{"not":{"const":"a"}},{"not":{"const":"b"}}]}""")]
    [InlineData("a common part of all alternatives", """{"allOf":[{"anyOf":[{"type":"string"},{"type":"null"}]},{"maxLength":3}]}""", """{"anyOf":[{"type":"string","maxLength":3},{"type":"null","maxLength":3}]}""")]
    [InlineData("an enum less what is not allowed", """{"enum":["a","b","c"],"not":{"const":"c"}}""", """{"type":"string","enum":["a","b"]}""")]
    [InlineData("two bounds of which one binds", """{"type":"integer","minimum":1,"exclusiveMinimum":0}""", """{"type":"integer","minimum":1}""")]
    [InlineData("exactly one member", """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"additionalProperties":false,"minProperties":1,"maxProperties":1}""", """{"oneOf":[{"type":"object","required":["a"],"properties":{"a":{"type":"string"}},"additionalProperties":false},{"type":"object","required":["b"],"properties":{"b":{"type":"string"}},"additionalProperties":false}]}""")]
    [InlineData("a list of one kind by contains", """{"type":"array","minItems":1,"maxItems":1,"items":{"const":1}}""", """{"type":"array","minItems":1,"maxItems":1,"contains":{"const":1}}""")]
    [InlineData("an enum of numbers as steps and bounds", """{"type":"integer","enum":[0,2,4]}""", """{"type":"integer","minimum":0,"maximum":5,"multipleOf":2}""")]
    [InlineData("alternatives apart by type", """{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]}""", """{"oneOf":[{"type":"array","items":{"type":"string"}},{"type":"string"}]}""")]
    [InlineData("parts within parts", """{"allOf":[{"allOf":[{"type":"object","properties":{"a":{"type":"string"}}},{"required":["a"]}]}]}""", """{"type":"object","required":["a"],"properties":{"a":{"allOf":[{"type":"string"}]}}}""")]
    public void Nobody_is_warned(string what, string old, string @new)
    {
        Quiet(what, PairDocument.Body(old, old), PairDocument.Body(@new, @new));
        Quiet(what + ", back again", PairDocument.Body(@new, @new), PairDocument.Body(old, old));
    }

    [Theory]
    [InlineData("nullable", """{"type":"object","properties":{"a":{"type":"string","nullable":true}}}""", """{"type":"object","properties":{"a":{"type":["string","null"]}}}""")]
    [InlineData("nullable with an enum", """{"type":"string","nullable":true,"enum":["a",null]}""", """{"type":["string","null"],"enum":["a",null]}""")]
    [InlineData("exclusive bounds", """{"type":"number","minimum":0,"exclusiveMinimum":true,"maximum":9,"exclusiveMaximum":false}""", """{"type":"number","exclusiveMinimum":0,"maximum":9}""")]
    [InlineData("a nullable reference", """{"type":"object","properties":{"a":{"nullable":true,"type":"object","allOf":[{"$ref":"#/components/schemas/N"}]}}}""", """{"type":"object","properties":{"a":{"type":["object","null"],"allOf":[{"$ref":"#/components/schemas/N"}]}}}""")]
    [InlineData("what stands beside $ref", """{"type":"object","properties":{"a":{"$ref":"#/components/schemas/N","maxProperties":1}}}""", """{"type":"object","properties":{"a":{"$ref":"#/components/schemas/N"}}}""")]
    [InlineData("nullable: false", """{"type":"string","nullable":false}""", """{"type":"string"}""")]
    [InlineData("a nullable enum without null in it", """{"type":"string","nullable":true,"enum":["a","b"]}""", """{"type":["string","null"],"enum":["a","b"]}""")]
    [InlineData("nullable beside a reference that is not", """{"type":"object","properties":{"a":{"nullable":true,"allOf":[{"$ref":"#/components/schemas/N"}]}}}""", """{"type":"object","properties":{"a":{"allOf":[{"$ref":"#/components/schemas/N"}]}}}""")]
    [InlineData("a nullable array of nullables", """{"type":"array","nullable":true,"items":{"type":"integer","nullable":true}}""", """{"type":["array","null"],"items":{"type":["integer","null"]}}""")]
    [InlineData("an example becomes a list of them", """{"type":"string","example":"a"}""", """{"type":"string","examples":["a"]}""")]
    [InlineData("a binary body", """{"type":"string","format":"byte"}""", """{"type":"string","contentEncoding":"base64"}""")]
    public void A_newer_version_of_OpenAPI_says_the_same(string what, string old, string @new)
    {
        const string Components = """{"N":{"type":"object","properties":{"x":{"type":"integer"}}}}""";
        Quiet(what, PairDocument.Body(old, old, Components, "3.0.3"), PairDocument.Body(@new, @new, Components));
        Quiet(what + ", back again", PairDocument.Body(@new, @new, Components), PairDocument.Body(old, old, Components, "3.0.3"));
    }

    [Theory]
    [InlineData("inline, then a component", """{"type":"object","properties":{"a":{"type":"object","properties":{"b":{"type":"string"}}}}}""", "{}", """{"type":"object","properties":{"a":{"$ref":"#/components/schemas/A"}}}""", """{"A":{"type":"object","properties":{"b":{"type":"string"}}}}""")]
    [InlineData("a reference to a reference", """{"$ref":"#/components/schemas/A"}""", """{"A":{"type":"string"}}""", """{"$ref":"#/components/schemas/B"}""", """{"B":{"$ref":"#/components/schemas/A"},"A":{"type":"string"}}""")]
    [InlineData("a reference in an allOf of one", """{"$ref":"#/components/schemas/A"}""", """{"A":{"type":"object","properties":{"x":{"type":"string"}}}}""", """{"allOf":[{"$ref":"#/components/schemas/A"}],"description":"D"}""", """{"A":{"type":"object","properties":{"x":{"type":"string"}}}}""")]
    [InlineData("a renamed component", """{"$ref":"#/components/schemas/A"}""", """{"A":{"type":"object","properties":{"n":{"$ref":"#/components/schemas/A"}}}}""", """{"$ref":"#/components/schemas/B"}""", """{"B":{"type":"object","properties":{"n":{"$ref":"#/components/schemas/B"}}}}""")]
    [InlineData("a recursion unrolled once", """{"$ref":"#/components/schemas/A"}""", """{"A":{"type":"object","required":["v"],"properties":{"v":{"type":"integer"},"n":{"$ref":"#/components/schemas/A"}}}}""", """{"$ref":"#/components/schemas/B"}""", """{"B":{"type":"object","required":["v"],"properties":{"v":{"type":"integer"},"n":{"$ref":"#/components/schemas/A"}}},"A":{"type":"object","required":["v"],"properties":{"v":{"type":"integer"},"n":{"$ref":"#/components/schemas/A"}}}}""")]
    [InlineData("a recursion through a list, in two steps", """{"$ref":"#/components/schemas/A"}""", """{"A":{"type":"array","items":{"$ref":"#/components/schemas/A"}}}""", """{"$ref":"#/components/schemas/B"}""", """{"B":{"type":"array","items":{"$ref":"#/components/schemas/C"}},"C":{"type":"array","items":{"$ref":"#/components/schemas/B"}}}""")]
    [InlineData("a base that was flattened", """{"allOf":[{"$ref":"#/components/schemas/Base"},{"type":"object","properties":{"b":{"type":"integer"}},"required":["b"]}]}""", """{"Base":{"type":"object","required":["id"],"properties":{"id":{"type":"string","minLength":1}}}}""", """{"type":"object","required":["id","b"],"properties":{"id":{"type":"string","minLength":1},"b":{"type":"integer"}}}""", "{}")]
    [InlineData("a union that gained a discriminator", """{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}]}""", Pets, """{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}],"discriminator":{"propertyName":"kind","mapping":{"cat":"#/components/schemas/Cat","dog":"#/components/schemas/Dog"}}}""", Pets)]
    [InlineData("a union that became anyOf", """{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}]}""", Pets, """{"anyOf":[{"$ref":"#/components/schemas/Dog"},{"$ref":"#/components/schemas/Cat"}]}""", Pets)]
    [InlineData("a union of unions", """{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"},{"type":"null"}]}""", Pets, """{"oneOf":[{"type":"null"},{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}]}]}""", Pets)]
    [InlineData("$defs in place of components", """{"$ref":"#/components/schemas/A"}""", """{"A":{"type":"string","maxLength":4}}""", """{"$ref":"#/components/schemas/A/$defs/inner"}""", """{"A":{"$defs":{"inner":{"type":"string","maxLength":4}}}}""")]
    [InlineData("a recursive base with an extension, flattened", """{"$ref":"#/components/schemas/A"}""", """{"Base":{"type":"object","required":["id"],"properties":{"id":{"type":"string"}}},"A":{"allOf":[{"$ref":"#/components/schemas/Base"},{"properties":{"next":{"$ref":"#/components/schemas/A"}}}]}}""", """{"$ref":"#/components/schemas/A"}""", """{"A":{"type":"object","required":["id"],"properties":{"id":{"type":"string"},"next":{"$ref":"#/components/schemas/A"}}}}""")]
    [InlineData("an expression tree in two components", """{"$ref":"#/components/schemas/E"}""", """{"E":{"oneOf":[{"type":"number"},{"type":"object","required":["l","r"],"properties":{"l":{"$ref":"#/components/schemas/E"},"r":{"$ref":"#/components/schemas/E"}}}]}}""", """{"anyOf":[{"$ref":"#/components/schemas/Sum"},{"type":"number"}]}""", """{"Sum":{"type":"object","required":["r","l"],"properties":{"l":{"anyOf":[{"type":"number"},{"$ref":"#/components/schemas/Sum"}]},"r":{"anyOf":[{"$ref":"#/components/schemas/Sum"},{"type":"number"}]}}}}""")]
    [InlineData("a union by allOf of a base in each branch", """{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}]}""", """{"Cat":{"type":"object","required":["kind","id"],"properties":{"id":{"type":"integer"},"kind":{"const":"cat"}}},"Dog":{"type":"object","required":["kind","id"],"properties":{"id":{"type":"integer"},"kind":{"const":"dog"}}}}""", """{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}]}""", """{"Pet":{"type":"object","required":["id","kind"],"properties":{"id":{"type":"integer"},"kind":{"type":"string"}}},"Cat":{"allOf":[{"$ref":"#/components/schemas/Pet"},{"properties":{"kind":{"const":"cat"}}}]},"Dog":{"allOf":[{"$ref":"#/components/schemas/Pet"},{"properties":{"kind":{"const":"dog"}}}]}}""")]
    [InlineData("an anchor in place of a pointer", """{"$ref":"#/components/schemas/A/$defs/x"}""", """{"A":{"$defs":{"x":{"type":"string"}}}}""", """{"$ref":"#x"}""", """{"A":{"$defs":{"x":{"$anchor":"x","type":"string"}}}}""")]
    [InlineData("a list that contains itself, rolled otherwise", """{"$ref":"#/components/schemas/L"}""", """{"L":{"anyOf":[{"type":"null"},{"type":"object","required":["tail"],"properties":{"tail":{"$ref":"#/components/schemas/L"}}}]}}""", """{"anyOf":[{"type":"object","required":["tail"],"properties":{"tail":{"$ref":"#/components/schemas/M"}}},{"type":"null"}]}""", """{"M":{"anyOf":[{"type":"object","required":["tail"],"properties":{"tail":{"$ref":"#/components/schemas/M"}}},{"type":"null"}]}}""")]
    public void Schemas_may_move(string what, string old, string oldComponents, string @new, string newComponents)
    {
        Quiet(what, PairDocument.Body(old, old, oldComponents), PairDocument.Body(@new, @new, newComponents));
        Quiet(what + ", back again", PairDocument.Body(@new, @new, newComponents), PairDocument.Body(old, old, oldComponents));
    }

    private const string Pets = """{"Cat":{"type":"object","required":["kind"],"properties":{"kind":{"const":"cat"},"lives":{"type":"integer"}}},"Dog":{"type":"object","required":["kind"],"properties":{"kind":{"const":"dog"},"name":{"type":"string"}}}}""";

    private static void Quiet(string what, string old, string @new)
    {
        string[] loud = [.. Documents.Diff(old, @new).Where(change => change.Level > FindingLevel.Info).Select(change => $"{what}: {change.Level} {change.RuleId} {change.Sentence} {change.Witness}")];
        Assert.Empty(loud);
    }
}
