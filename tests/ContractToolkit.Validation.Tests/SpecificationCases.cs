using ContractToolkit.OpenApi;

namespace ContractToolkit.Validation.Tests;

/// <summary>Schemas, instances and verdicts, from the words of JSON Schema.</summary>
internal static class SpecificationCases
{
    private const string TaggedSchema = """
        {"oneOf":[{"type":"object","required":["k"],"properties":{"k":{"const":"a"},"n":{"type":"integer"}}},
         {"oneOf":[{"type":"object","properties":{"k":{"enum":["b","c"]},"n":{"type":"string"}}},{"type":"object","properties":{"k":{"const":"b"},"n":{"type":"boolean"}}},{"type":"string"}]}]}
        """;

    private static (string Instance, bool IsValid)[] Tagged =>
    [
        ("""{"k":"a","n":1}""", true), ("""{"k":"a","n":"x"}""", false), ("""{"k":"b","n":"x"}""", true), ("""{"k":"b","n":true}""", true),
        ("""{"k":"b"}""", false), ("""{"k":"c"}""", true), ("""{"k":"c","n":true}""", false), ("""{"k":"d"}""", false), ("""{"n":"x"}""", true),
        ("""{"n":1}""", false), ("""{"k":1}""", false), ("\"s\"", true),
    ];

    private const string NumberedSchema = """
        {"required":["v"],"oneOf":[{"properties":{"v":{"const":1},"a":{"type":"integer"}},"additionalProperties":false},
         {"properties":{"v":{"const":2.0},"a":{"type":"string"}},"additionalProperties":false},
         {"properties":{"v":{"enum":[3,"x",null]},"b":{"type":"object","properties":{"v":{"const":9}}}},"required":["b"]},
         {"properties":{"v":{"const":true}},"patternProperties":{"^p":{"type":"integer"}},"additionalProperties":{"type":"boolean"}},
         {"type":"string"}]}
        """;

    private const string PresenceSchema = """
        {"anyOf":[{"required":["a"],"properties":{"x":{"type":"integer"}}},{"required":["b"],"properties":{"x":{"type":"string"}}},
         {"required":["c"],"oneOf":[{"properties":{"c":{"enum":["p","q"]}}},{"properties":{"c":{"const":"r"},"d":false}}]}]}
        """;

    // Alternatives that the looks at numbers, kinds, presence and other names tell apart.
    private static (string Instance, bool IsValid)[] Numbered =>
    [
        ("""{"v":1}""", true), ("""{"v":1.0,"a":1}""", true), ("""{"v":10e-1,"a":"s"}""", false), ("""{"v":2,"a":"s"}""", true), ("""{"v":2,"a":1}""", false),
        ("""{"a":1,"v":1}""", true), ("""{"\u0061":"s","v":2}""", true), ("""{"v":1,"z":1}""", false), ("""{"v":3}""", false), ("""{"v":3,"b":{"v":9.0}}""", true),
        ("""{"b":{"v":8},"v":3}""", false), ("""{"v":"\u0078","b":{}}""", true), ("""{"v":null,"b":{}}""", true), ("""{"v":true}""", true), ("""{"v":false}""", false),
        ("""{"v":true,"p":1,"q":false}""", true), ("""{"v":true,"p":true}""", false), ("""{"v":true,"q":1}""", false), ("""{"v":4}""", false), ("""{"v":1,"v":1}""", false),
        ("{}", false), ("\"s\"", false), ("""{"v":-0}""", false), ("""{"v":10000000000000000000000}""", false), ("""{"v":1,"a":}""", false),
    ];

    private static (string Instance, bool IsValid)[] Presence =>
    [
        ("""{"a":0,"x":1}""", true), ("""{"x":"s","a":0}""", false), ("""{"x":"s","a":0,"b":0}""", true), ("""{"x":"s"}""", false), ("""{"c":"p","x":null}""", true),
        ("""{"x":null,"\u0063":"\u0070"}""", true), ("""{"c":"r","d":1}""", false), ("""{"c":"q","d":1}""", true), ("""{"c":1}""", false), ("[]", true), ("{}", false),
    ];

    public static IEnumerable<SpecificationCase> Keywords { get; } =
    [
        // contains (2020-12 validation, 6.4.4 and 6.4.5): minContains 0 makes contains always pass, maxContains still counts.
        new("""{"contains":{"type":"string"},"minContains":0}""", "[]", true),
        new("""{"contains":{"type":"string"},"minContains":0,"maxContains":1}""", """["a","b"]""", false),
        new("""{"minContains":3}""", "[]", true),
        new("""{"contains":true,"maxContains":0}""", "[]", false),
        new("""{"contains":{"const":1}}""", "[1.0]", true),
        new("""{"contains":{"const":1},"minContains":2}""", "[1,1.0]", true),
        new("""{"contains":false}""", "{}", true),

        // if without then or else decides nothing; then without if is ignored.
        new("""{"if":{"type":"string"}}""", "1", true),
        new("""{"then":false}""", "1", true),
        new("""{"else":false}""", "1", true),
        new("""{"if":false,"then":false,"else":{"type":"integer"}}""", "1", true),
        new("""{"if":true,"then":{"type":"string"},"else":true}""", "1", false),

        // Numbers are exact, whatever their size.
        new("""{"type":"integer"}""", "1.0", true),
        new("""{"type":"integer"}""", "1e3", true),
        new("""{"type":"integer"}""", "10e-1", true),
        new("""{"type":"integer"}""", "1e-1", false),
        new("""{"type":"integer"}""", "0e-5", true),
        new("""{"type":"integer"}""", "-0.0", true),
        new("""{"type":"integer"}""", "123456789012345678901234567890.5", false),
        new("""{"type":"integer"}""", "1e400", true),
        new("""{"multipleOf":0.01}""", "19.99", true),
        new("""{"multipleOf":0.01}""", "19.999", false),
        new("""{"multipleOf":0.1}""", "1e300", true),
        new("""{"multipleOf":1e-8}""", "12391239123", true),
        new("""{"multipleOf":3}""", "99999999999999999999999999999999999999999999999999", true),
        new("""{"multipleOf":3}""", "99999999999999999999999999999999999999999999999998", false),
        new("""{"multipleOf":1e2}""", "1e2", true),
        new("""{"multipleOf":2.5}""", "-7.5", true),
        new("""{"maximum":9007199254740992}""", "9007199254740993", false),
        new("""{"exclusiveMinimum":0}""", "1e-400", true),
        new("""{"exclusiveMinimum":0}""", "-0", false),
        new("""{"minimum":0}""", "-0", true),
        new("""{"minimum":0}""", "-0.0e5", true),
        new("""{"minimum":0}""", "-1e-999", false),
        new("""{"maximum":100}""", "1E2", true),
        new("""{"maximum":100}""", "1.0000000000000000000000000001e2", false),
        new("""{"const":100}""", "1e2", true),
        new("""{"const":1.10}""", "1.1", true),
        new("""{"enum":[1,true,null]}""", "1.0", true),
        new("""{"const":0}""", "-0", true),
        new("""{"const":1}""", "true", false),
        new("""{"enum":[0]}""", "false", false),
        new("""{"const":true}""", "false", false),
        new("""{"enum":[false,"a"]}""", "false", true),
        new("""{"const":{"a":[1,{"b":2.0}]}}""", """{"a":[1.0,{"b":2}]}""", true),
        new("""{"const":{"a":1,"b":2}}""", """{"b":2,"a":1}""", true),
        new("""{"const":"a\u0062"}""", "\"ab\"", true),
        new("""{"const":"ab"}""", "\"\\u0061b\"", true),
        new("""{"enum":["\"","\\"]}""", "\"\\\"\"", true),
        new("""{"enum":[]}""", "1", false),

        // uniqueItems by JSON equality.
        new("""{"uniqueItems":true}""", "[1,1.0]", false),
        new("""{"uniqueItems":true}""", """[{"a":1,"b":[]},{"b":[],"a":1.0}]""", false),
        new("""{"uniqueItems":true}""", """["a","\u0061"]""", false),
        new("""{"uniqueItems":true}""", """["a","b","c","a"]""", false),
        new("""{"uniqueItems":true}""", """["1",1,true,null,[],{},"true"]""", true),
        new("""{"uniqueItems":true}""", """[ "" , "" ]""", false),
        new("""{"uniqueItems":true}""", "[0,-0]", false),
        new("""{"uniqueItems":true}""", "[false,0]", true),
        new("""{"uniqueItems":true}""", """["é","\u00e9"]""", false),

        // Lengths count code points, not UTF-16 units and not graphemes.
        new("""{"maxLength":2}""", "\"😀😀\"", true),
        new("""{"maxLength":2}""", "\"\\ud83d\\ude00\\ud83d\\ude00\"", true),
        new("""{"minLength":2}""", "\"😀\"", false),
        new("""{"maxLength":1}""", "\"e\\u0301\"", false),
        new("""{"maxLength":2.0}""", "\"abc\"", false),
        new("""{"minItems":1.0}""", "[]", false),

        // Objects.
        new("""{"required":["a"]}""", """{"\u0061":1}""", true),
        new("""{"properties":{"a\"b":{"type":"integer"}}}""", """{"a\"b":"x"}""", false),
        new("""{"properties":{"":{"type":"integer"}}}""", """{"":"x"}""", false),
        new("""{"properties":{"a":{"type":"integer"}},"patternProperties":{"^a":{"minimum":5}}}""", """{"a":4}""", false),
        new("""{"properties":{"a":{}},"patternProperties":{"b$":{}},"additionalProperties":false}""", """{"a":1,"ab":1}""", true),
        new("""{"patternProperties":{"^x":{}},"additionalProperties":{"type":"string"}}""", """{"x":1,"y":2}""", false),
        new("""{"propertyNames":{"maxLength":1}}""", """{"é":1,"ab":1}""", false),
        new("""{"propertyNames":{"const":"a"}}""", """{"a":1}""", true),
        new("""{"propertyNames":{"enum":["a","b"]}}""", """{"a":1,"c":1}""", false),
        new("""{"propertyNames":{"type":"object"}}""", """{}""", true),
        new("""{"propertyNames":{"type":"object"}}""", """{"a":1}""", false),
        new("""{"minProperties":2}""", """{"a":1}""", false),

        // A branch whose own alternatives tell the member apart, beside one that does itself.
        .. Tagged.Select(one => new SpecificationCase(TaggedSchema, one.Instance, one.IsValid)),

        .. Numbered.Select(one => new SpecificationCase(NumberedSchema, one.Instance, one.IsValid)),
        .. Presence.Select(one => new SpecificationCase(PresenceSchema, one.Instance, one.IsValid)),

        // Members are counted that come in the order in which the schema names them.
        new("""{"maxProperties":2,"properties":{"a":{},"b":{},"c":{}}}""", """{"a":1,"b":2,"c":3}""", false),
        new("""{"minProperties":3,"properties":{"a":{},"b":{},"c":{}}}""", """{"a":1,"b":2,"c":3}""", true),
        new("""{"maxProperties":1,"dependentRequired":{"a":["b"]}}""", """{"a":1,"b":2}""", false),
        new("""{"dependentRequired":{"a":["b","c"]}}""", """{"a":null,"b":1}""", false),
        new("""{"dependentSchemas":{"a":{"properties":{"b":{"type":"integer"}}}}}""", """{"b":"x","a":1}""", false),
        new("""{"dependentSchemas":{"a":false}}""", """{"b":1}""", true),
        new("""{"additionalProperties":false}""", "[1]", true),
        new("""{"properties":{"__proto__":{"type":"integer"},"constructor":{"type":"integer"}},"required":["constructor"]}""", "{}", false),

        // prefixItems and items.
        new("""{"prefixItems":[{"type":"integer"}],"items":false}""", "[1,2]", false),
        new("""{"prefixItems":[{"type":"integer"}],"items":false}""", "[]", true),
        new("""{"items":false}""", "[]", true),
        new("""{"items":[{"type":"string"}],"additionalItems":false}""", """["a",1]""", false, SchemaDialect.Draft7),
        new("""{"items":{"type":"integer"},"additionalItems":false}""", "[1,2]", true, SchemaDialect.Draft7),
        new("""{"additionalItems":false}""", "[1]", true, SchemaDialect.Draft7),

        // Several keywords on one value; not; choices that overlap.
        new("""{"not":{"not":{"type":"integer"}}}""", "1", true),
        new("""{"not":{}}""", "1", false),
        new("""{"oneOf":[{"type":"integer"},{"minimum":2}]}""", "3", false),
        new("""{"oneOf":[{"type":"integer"},{"minimum":2}]}""", "1.5", false),
        new("""{"oneOf":[{"type":"integer"},{"minimum":2}]}""", "2.5", true),
        new("""{"oneOf":[{"type":"string"},{"type":"string"}]}""", "\"a\"", false),
        new("""{"oneOf":[{"properties":{"k":{"const":"a"}},"required":["k"]},{"properties":{"k":{"const":"b"}},"required":["k"]}]}""", """{"k":"\u0062"}""", true),
        new("""{"oneOf":[{"properties":{"k":{"const":"a"}}},{"properties":{"k":{"const":"b"}}}]}""", "{}", false),
        new("""{"oneOf":[{"properties":{"k":{"const":"a"}}},{"properties":{"k":{"const":"b"}}}]}""", "1", false),
        new("""{"anyOf":[{"properties":{"k":{"const":"a"}}},{"properties":{"k":{"const":"b"}}}]}""", """{"k":3}""", false),
        new("""{"type":["integer","string"],"minLength":2,"minimum":5}""", "4", false),
        new("""{"type":["number"],"enum":[1,"a"]}""", "\"a\"", false),

        // Siblings of $ref count since 2019-09, and not before.
        new("""{"$ref":"#/definitions/a","maximum":1,"definitions":{"a":{"type":"integer"}}}""", "2", true, SchemaDialect.Draft7),
        new("""{"$ref":"#/$defs/a","maximum":1,"$defs":{"a":{"type":"integer"}}}""", "2", false, SchemaDialect.Draft201909),
        new("""{"minimum":1,"exclusiveMinimum":true}""", "1", false, SchemaDialect.Draft4),
        new("""{"exclusiveMinimum":true}""", "1", true, SchemaDialect.Draft4),
        new("""{"const":1}""", "2", true, SchemaDialect.Draft4),
        new("""{"if":true,"then":false}""", "2", true, SchemaDialect.Draft6),
        new("""{"dependencies":{"a":["b"]}}""", """{"a":1}""", false, SchemaDialect.Draft7),
        new("""{"dependencies":{"a":{"required":["b"]}}}""", """{"a":1}""", false, SchemaDialect.Draft4),
    ];

    public static IEnumerable<SpecificationCase> References { get; } =
    [
        new("""{"$id":"http://x/root.json","$ref":"a/b.json","$defs":{"d":{"$id":"a/","$defs":{"b":{"$id":"b.json","type":"integer"}}}}}""", "\"s\"", false),
        new("""{"$id":"http://x/root.json","$ref":"#foo","$defs":{"d":{"$anchor":"foo","type":"integer"}}}""", "\"s\"", false),
        new("""{"$id":"http://x/y/root.json","$ref":"../other.json#foo","$defs":{"d":{"$id":"/other.json","$defs":{"e":{"$anchor":"foo","type":"integer"}}}}}""", "\"s\"", false),
        new("""{"$ref":"#/$defs/a~1b%25c","$defs":{"a/b%c":{"type":"integer"}}}""", "\"s\"", false),
        new("""{"$ref":"#/$defs/a~0b","$defs":{"a~b":{"type":"integer"}}}""", "\"s\"", false),
        new("""{"$ref":"#/$defs/%C3%A9","$defs":{"é":{"type":"integer"}}}""", "\"s\"", false),
        new("""{"$ref":"#/allOf/1/items","allOf":[true,{"items":{"type":["integer","array"]}}]}""", "\"s\"", false),
        new("""{"$id":"urn:uuid:deadbeef-1234-0000-0000-4321feebdaed","$ref":"urn:uuid:deadbeef-1234-0000-0000-4321feebdaed#/$defs/a","$defs":{"a":{"type":"integer"}}}""", "\"s\"", false),
        new("""{"$id":"http://x/a","properties":{"p":{"$id":"b","$ref":"#/$defs/t","$defs":{"t":{"type":"integer"}}}},"$defs":{"t":{"type":"string"}}}""", """{"p":"s"}""", false),
        new("""{"properties":{"next":{"$ref":"#"},"v":{"type":"integer"}}}""", """{"next":{"next":{"v":"s"}}}""", false),
        new("""{"const":{"$ref":"#/$defs/a"}}""", """{"$ref":"#/$defs/a"}""", true),
        new("""{"enum":[{"$id":"http://x/z","type":"null"}],"$id":"http://x/a"}""", """{"$id":"http://x/z","type":"null"}""", true),
        new("""{"properties":{"$ref":{"type":"integer"}}}""", """{"$ref":"s"}""", false),

        // The outermost dynamic anchor in the dynamic scope wins; a plain anchor in between stops nothing, and does not count itself.
        new("""{"$id":"http://x/strict","$ref":"tree","$dynamicAnchor":"node","unevaluatedProperties":false,"$defs":{"tree":{"$id":"tree","$dynamicAnchor":"node","type":"object","properties":{"data":true,"children":{"type":"array","items":{"$dynamicRef":"#node"}}}}}}""",
            """{"children":[{"daat":1}]}""", false),
        new("""{"$id":"http://x/loose","$ref":"tree","$defs":{"tree":{"$id":"tree","$dynamicAnchor":"node","type":"object","properties":{"data":true,"children":{"type":"array","items":{"$dynamicRef":"#node"}}}}}}""",
            """{"children":[{"daat":1}]}""", true),
        new("""{"$id":"http://x/r","$ref":"list","$defs":{"foo":{"$dynamicAnchor":"items","type":"string"},"list":{"$id":"list","type":"array","items":{"$dynamicRef":"#items"},"$defs":{"items":{"$dynamicAnchor":"items"}}}}}""", "[1]", false),
        new("""{"$id":"http://x/r","$ref":"list","$defs":{"foo":{"$anchor":"items","type":"string"},"list":{"$id":"list","type":"array","items":{"$dynamicRef":"#items"},"$defs":{"items":{"$dynamicAnchor":"items"}}}}}""", "[1]", true),
        new("""{"$id":"http://x/r","$ref":"list","$defs":{"foo":{"$dynamicAnchor":"items","type":"string"},"list":{"$id":"list","type":"array","items":{"$dynamicRef":"#/$defs/items"},"$defs":{"items":{"$dynamicAnchor":"items"}}}}}""", "[1]", true),
        new("""{"$id":"http://x/r","$ref":"list","$defs":{"foo":{"$dynamicAnchor":"items","type":"string"},"list":{"$id":"list","type":"array","items":{"$ref":"#items"},"$defs":{"items":{"$dynamicAnchor":"items"}}}}}""", "[1]", true),
        new("""{"$id":"http://x/t","$ref":"u","$recursiveAnchor":true,"unevaluatedProperties":false,"$defs":{"u":{"$id":"u","$recursiveAnchor":true,"properties":{"n":{"$recursiveRef":"#"}}}}}""", """{"n":{"m":1}}""", false, SchemaDialect.Draft201909),
        new("""{"$id":"http://x/t","$ref":"u","unevaluatedProperties":false,"$defs":{"u":{"$id":"u","$recursiveAnchor":true,"properties":{"n":{"$recursiveRef":"#"}}}}}""", """{"n":{"m":1}}""", true, SchemaDialect.Draft201909),
        new("""{"$ref":"#foo","definitions":{"a":{"$id":"#foo","type":"integer"}}}""", "\"s\"", false, SchemaDialect.Draft7),
        new("""{"$ref":"#foo","definitions":{"a":{"id":"#foo","type":"integer"}}}""", "\"s\"", false, SchemaDialect.Draft4),
    ];

    public static IEnumerable<SpecificationCase> Unevaluated { get; } =
    [
        new("""{"$ref":"#/$defs/a","unevaluatedProperties":false,"$defs":{"a":{"properties":{"x":true}}}}""", """{"x":1,"y":1}""", false),
        new("""{"$ref":"#/$defs/a","unevaluatedProperties":false,"$defs":{"a":{"properties":{"x":true}}}}""", """{"x":1}""", true),
        new("""{"allOf":[{"$ref":"#/$defs/a"}],"unevaluatedProperties":false,"$defs":{"a":{"$ref":"#/$defs/b"},"b":{"patternProperties":{"^x":true}}}}""", """{"xy":1}""", true),
        new("""{"anyOf":[{"properties":{"a":{"const":1}},"required":["a"]},{"properties":{"b":{"const":2}},"required":["b"]}],"unevaluatedProperties":false}""", """{"a":1,"b":3}""", false),
        new("""{"anyOf":[{"properties":{"a":{"const":1}},"required":["a"]},{"properties":{"b":{"const":2}},"required":["b"]}],"unevaluatedProperties":false}""", """{"a":1,"b":2}""", true),
        new("""{"if":{"properties":{"a":{"const":1}},"required":["a"]},"then":{"properties":{"b":true}},"else":{"properties":{"c":true}},"unevaluatedProperties":false}""", """{"a":1,"b":2}""", true),
        new("""{"if":{"properties":{"a":{"const":1}},"required":["a"]},"then":{"properties":{"b":true}},"else":{"properties":{"c":true}},"unevaluatedProperties":false}""", """{"a":2,"c":2}""", false),
        new("""{"not":{"not":{"properties":{"a":true}}},"unevaluatedProperties":false}""", """{"a":1}""", false),
        new("""{"properties":{"a":true},"dependentSchemas":{"a":{"properties":{"b":true}}},"unevaluatedProperties":false}""", """{"a":1,"b":1}""", true),
        new("""{"properties":{"a":true},"dependentSchemas":{"a":{"properties":{"b":true}}},"unevaluatedProperties":false}""", """{"b":1}""", false),
        new("""{"allOf":[{"unevaluatedProperties":true}],"unevaluatedProperties":false}""", """{"a":1}""", true),
        new("""{"properties":{"o":{"unevaluatedProperties":false,"properties":{"a":true}}},"unevaluatedProperties":false}""", """{"o":{"a":1}}""", true),
        new("""{"properties":{"o":{"properties":{"a":true}}},"unevaluatedProperties":false}""", """{"o":{"b":1}}""", true),
        new("""{"unevaluatedProperties":{"type":"integer"}}""", """{"a":1,"b":"x"}""", false),
        new("""{"properties":{"a":{"type":"integer"}},"unevaluatedProperties":{"type":"string"}}""", """{"a":1,"b":"x"}""", true),
        new("""{"additionalProperties":true,"unevaluatedProperties":false}""", """{"a":1}""", true),
        new("""{"prefixItems":[true],"unevaluatedItems":false}""", "[1,2]", false),
        new("""{"prefixItems":[true],"contains":{"const":2},"unevaluatedItems":false}""", "[1,2]", true),
        new("""{"prefixItems":[true],"contains":{"const":2},"unevaluatedItems":false}""", "[1,2]", false, SchemaDialect.Draft201909),
        new("""{"contains":{"type":"string"},"minContains":0,"unevaluatedItems":false}""", """["a",1]""", false),
        new("""{"allOf":[{"prefixItems":[true,true]}],"prefixItems":[true],"unevaluatedItems":false}""", "[1,2]", true),
        new("""{"items":[true],"additionalItems":true,"unevaluatedItems":false}""", "[1,2,3]", true, SchemaDialect.Draft201909),
        new("""{"oneOf":[{"items":{"type":"integer"}},{"items":{"type":"string"}}],"unevaluatedItems":false}""", "[1,2]", true),
        new("""{"unevaluatedItems":{"type":"integer"}}""", "[1,\"a\"]", false),
        new("""{"unevaluatedProperties":false}""", "[1]", true),
    ];
}
