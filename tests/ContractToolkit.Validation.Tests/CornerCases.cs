using ContractToolkit.OpenApi;

namespace ContractToolkit.Validation.Tests;

/// <summary>Corners that neither the public suite nor <see cref="SpecificationCases"/> has, from the words of JSON Schema, ECMA-262 and the formats' standards.</summary>
internal static class CornerCases
{
    // Three resources: the outermost in the dynamic scope that has the anchor decides, however it was entered.
    private const string ThreeResources = """
        {"$id":"http://x/a","properties":{"viaB":{"$ref":"b"},"viaC":{"$ref":"c"}},"$defs":{
         "b":{"$id":"b","$ref":"c","$defs":{"t":{"$dynamicAnchor":"t","type":"string"}}},
         "c":{"$id":"c","items":{"$dynamicRef":"#t"},"$defs":{"t":{"$dynamicAnchor":"t","type":"integer"}}}}}
        """;

    private const string NestedIds = """
        {"$id":"http://x/one/two/root.json","properties":{"p":{"$ref":"sub/leaf.json#here"},"q":{"$ref":"sub/deep/other.json"}},"$defs":{
         "s":{"$id":"sub/","$defs":{"l":{"$id":"leaf.json","$defs":{"h":{"$anchor":"here","type":"integer"}}},
          "d":{"$id":"deep/","$defs":{"o":{"$id":"./x/../other.json","$anchor":"here","type":"boolean"}}}}}}}
        """;

    public static IEnumerable<SpecificationCase> References { get; } =
    [
        new(ThreeResources, """{"viaB":["s"]}""", true), new(ThreeResources, """{"viaB":[1]}""", false),
        new(ThreeResources, """{"viaC":[1]}""", true), new(ThreeResources, """{"viaC":["s"]}""", false),
        new(NestedIds, """{"p":1,"q":true}""", true), new(NestedIds, """{"p":true}""", false), new(NestedIds, """{"q":1}""", false),

        // A resource of its own within another: pointers and anchors of the outer one do not reach in by anchor, but do by pointer.
        new("""{"$id":"http://x/r","$ref":"#/$defs/n/$defs/a","$defs":{"n":{"$id":"n","$defs":{"a":{"$anchor":"z","type":"integer"}}}}}""", "\"s\"", false),
        new("""{"$id":"http://x/r","$ref":"n#z","$defs":{"z":{"$anchor":"z","type":"string"},"n":{"$id":"n","$defs":{"a":{"$anchor":"z","type":"integer"}}}}}""", "\"s\"", false),

        // In draft 7 and before, whatever stands beside $ref is ignored, $id too.
        new("""{"properties":{"p":{"$ref":"#/definitions/i","maximum":3}},"definitions":{"i":{"type":"integer"}}}""", """{"p":4}""", true, SchemaDialect.Draft7),
        new("""{"properties":{"p":{"$ref":"#/definitions/i","type":"string"}},"definitions":{"i":{"type":"integer"}}}""", """{"p":4}""", true, SchemaDialect.Draft4),
        new("""{"$id":"http://x/a/","allOf":[{"$id":"http://y/b/","$ref":"c.json"}],"definitions":{"c":{"$id":"c.json","type":"integer"}}}""", "\"s\"", false, SchemaDialect.Draft7),
        new("""{"id":"http://x/r","properties":{"p":{"$ref":"sub#/definitions/i"}},"definitions":{"s":{"id":"sub","definitions":{"i":{"type":"integer"}}}}}""", """{"p":"s"}""", false, SchemaDialect.Draft4),
        new("""{"id":"http://x/r","properties":{"id":{"type":"integer"}}}""", """{"id":"s"}""", false, SchemaDialect.Draft4),
        new("""{"enum":[{"id":"http://x/z"}],"id":"http://x/r"}""", """{"id":"http://x/z"}""", true, SchemaDialect.Draft4),

        // $recursiveRef goes to the outermost resource that says $recursiveAnchor, as long as all in between do.
        new("""{"$id":"http://x/t","$recursiveAnchor":true,"required":["n"],"anyOf":[{"$ref":"u"}],"$defs":{"u":{"$id":"u","$recursiveAnchor":true,"properties":{"c":{"$recursiveRef":"#"}}}}}""", """{"n":1,"c":{}}""", false, SchemaDialect.Draft201909),
        new("""{"$id":"http://x/t","$recursiveAnchor":true,"required":["n"],"anyOf":[{"$ref":"u"}],"$defs":{"u":{"$id":"u","properties":{"c":{"$recursiveRef":"#"}}}}}""", """{"n":1,"c":{}}""", true, SchemaDialect.Draft201909),
    ];

    public static IEnumerable<SpecificationCase> Unevaluated { get; } =
    [
        // Through $ref, if without then, dependentSchemas; never out of not or a failed branch.
        new("""{"if":{"properties":{"a":{"const":1}},"required":["a"]},"unevaluatedProperties":false}""", """{"a":1}""", true),
        new("""{"if":{"properties":{"a":{"const":1}},"required":["a"]},"unevaluatedProperties":false}""", """{"a":2}""", false),
        new("""{"if":{"required":["a"]},"else":{"properties":{"b":true}},"unevaluatedProperties":false}""", """{"b":1}""", true),
        new("""{"not":{"required":["x"],"properties":{"a":true}},"unevaluatedProperties":false}""", """{"a":1}""", false),
        new("""{"dependentSchemas":{"a":{"$ref":"#/$defs/d"}},"unevaluatedProperties":false,"$defs":{"d":{"properties":{"a":true,"b":true}}}}""", """{"a":1,"b":2}""", true),
        new("""{"dependentSchemas":{"a":{"$ref":"#/$defs/d"}},"unevaluatedProperties":false,"$defs":{"d":{"properties":{"a":true,"b":true}}}}""", """{"b":2}""", false),
        new("""{"oneOf":[{"properties":{"a":true},"required":["a"]},{"properties":{"b":true},"required":["b"]}],"unevaluatedProperties":{"type":"integer"}}""", """{"a":"s","c":1}""", true),
        new("""{"oneOf":[{"properties":{"a":true},"required":["a"]},{"properties":{"b":true},"required":["b"]}],"unevaluatedProperties":{"type":"integer"}}""", """{"a":"s","c":"s"}""", false),
        new("""{"allOf":[{"properties":{"a":true},"unevaluatedProperties":false}],"properties":{"b":true}}""", """{"a":1,"b":1}""", false),
        new("""{"$ref":"#/$defs/x","properties":{"b":true},"unevaluatedProperties":false,"$defs":{"x":{"properties":{"a":true},"unevaluatedProperties":{"type":"string"}}}}""", """{"a":1,"b":"s","c":"s"}""", true),
        new("""{"propertyNames":{"maxLength":3},"unevaluatedProperties":false}""", """{"abc":1}""", false),
        new("""{"properties":{"a":{"unevaluatedProperties":false}},"unevaluatedProperties":false}""", """{"a":{"b":1}}""", false),
        new("""{"anyOf":[{"prefixItems":[{"const":1}]},{"prefixItems":[true,{"const":2}]}],"unevaluatedItems":false}""", "[1,2]", true),
        new("""{"anyOf":[{"prefixItems":[{"const":1}]},{"prefixItems":[true,{"const":2}]}],"unevaluatedItems":false}""", "[1,3]", false),
        new("""{"if":{"contains":{"const":"a"}},"then":{"contains":{"const":"b"}},"unevaluatedItems":false}""", """["a","b"]""", true),
        new("""{"if":{"contains":{"const":"a"}},"then":{"contains":{"const":"b"}},"unevaluatedItems":false}""", """["a","b","c"]""", false),
        new("""{"not":{"not":{"prefixItems":[true]}},"unevaluatedItems":false}""", "[1]", false),
    ];

    public static IEnumerable<SpecificationCase> Values { get; } =
    [
        // Beyond any float.
        new("""{"multipleOf":1e-400}""", "1e-399", true), new("""{"multipleOf":1e-400}""", "15e-401", false), new("""{"multipleOf":1e400}""", "3e400", true),
        new("""{"multipleOf":1e400}""", "1e399", false), new("""{"multipleOf":7}""", "1e400", false), new("""{"multipleOf":1e-400}""", "0", true),
        new("""{"maximum":1e400}""", "1e400", true), new("""{"exclusiveMaximum":1e400}""", "9.99e399", true), new("""{"minimum":1e-400}""", "0", false),
        new("""{"minimum":-1e400}""", "-1.0000000001e400", false), new("""{"maximum":9223372036854775807}""", "9223372036854775808", false),
        new("""{"minimum":-9223372036854775808}""", "-9223372036854775808", true), new("""{"minimum":-9223372036854775808}""", "-9223372036854775809", false),
        new("""{"maximum":18446744073709551615}""", "18446744073709551616", false), new("""{"exclusiveMaximum":999999999999999999}""", "999999999999999999", false),
        new("""{"maximum":999999999999999999}""", "1000000000000000000", false), new("""{"minimum":0.1}""", "0.1", true), new("""{"minimum":0.1}""", "0.09999999999999999999999", false),
        new("""{"enum":[12345678901234567890]}""", "12345678901234567891", false), new("""{"const":1e2}""", "100", true), new("""{"const":-0}""", "0.0", true),
        new("""{"const":0}""", "-0e9", true), new("""{"const":[-0]}""", "[0]", true), new("""{"const":1e400}""", "10e399", true), new("""{"const":1e400}""", "1e401", false),
        new("""{"uniqueItems":true}""", "[1e400,10e399]", false), new("""{"type":"integer"}""", "1e-400", false), new("""{"type":"integer"}""", "0e-400", true),

        // Equality: members in any order, names and texts unescaped, nothing else.
        new("""{"enum":[{"a":[{"x":1,"y":2}],"b":null}]}""", """{"b":null,"a":[{"y":2.0,"x":1e0}]}""", true),
        new("""{"const":{"a":1}}""", """{"a":1,"b":1}""", false), new("""{"const":[1,2]}""", "[2,1]", false), new("""{"const":{"é":1}}""", """{"\u00e9":1}""", true),
        new("""{"const":{}}""", "[]", false), new("""{"const":""}""", "null", false), new("""{"const":"\u0000"}""", "\"\\u0000\"", true),
        new("""{"uniqueItems":true}""", """[{"a":{"b":1,"c":2}},{"a":{"c":2,"b":1}}]""", false), new("""{"uniqueItems":true}""", "[[1,[2]],[1,[2.0]]]", false),
        new("""{"uniqueItems":true}""", """["a","A","\u0041"]""", false),

        // contains that need not be there.
        new("""{"contains":{"const":1},"minContains":0,"maxContains":0}""", "[2]", true), new("""{"contains":{"const":1},"minContains":0,"maxContains":0}""", "[1]", false),
        new("""{"contains":false,"minContains":0}""", "[1]", true), new("""{"contains":{"const":1},"minContains":0}""", "[]", true, SchemaDialect.Draft201909),
        new("""{"contains":{"const":1},"minContains":0}""", "[2]", false, SchemaDialect.Draft7), new("""{"contains":{"const":1},"minContains":2.0}""", "[1]", false),

        // A declared name that stands twice.
        new("""{"properties":{"a":{}}}""", """{"a":1,"\u0061":1}""", false), new("""{"required":["a"]}""", """{"a":1,"b":1,"b":1}""", true),
        new("""{"oneOf":[{"properties":{"a":{}},"required":["a"]},{"maxProperties":2}]}""", """{"a":1,"a":1}""", true),
    ];

    private const string Joined = """
        {"type":"object","required":["k"],"properties":{"k":{"type":"string"},"list":{"allOf":[{"$ref":"#/$defs/l"},{"items":{"required":["y"]},"minItems":1},{"maxItems":2,"uniqueItems":true}]}},
         "if":{"properties":{"k":{"const":"a"}}},"then":{"properties":{"n":{"type":"integer"}},"maxProperties":3},
         "else":{"if":{"properties":{"k":{"enum":["b","c"]}}},"then":{"required":["m"],"properties":{"m":{"minLength":2}}},"else":{"properties":{"k":{"maxLength":1}}}},
         "$defs":{"l":{"type":"array","items":{"type":"object","properties":{"x":{"type":"integer"},"y":{"$ref":"#/$defs/l"}}}}}}
        """;

    /// <summary>Keywords beside conditions, and arrays that several schemas describe.</summary>
    public static IEnumerable<SpecificationCase> Joins { get; } =
    [
        new(Joined, """{"k":"a","n":1}""", true), new(Joined, """{"n":"s","k":"a"}""", false), new(Joined, """{"k":"a","n":1,"o":1,"p":1}""", false), new(Joined, """{"n":1}""", false),
        new(Joined, """{"k":"b","m":"mm"}""", true), new(Joined, """{"m":"m","k":"c"}""", false), new(Joined, """{"k":"c"}""", false), new(Joined, """{"k":"\u0062","m":"mm"}""", true),
        new(Joined, """{"k":"z","n":"s"}""", true), new(Joined, """{"k":"zz"}""", false), new(Joined, """{"k":1}""", false), new(Joined, "[]", false), new(Joined, """{"k":"a","k":"a"}""", false),
        new(Joined, """{"k":"z","list":[{"y":[]}]}""", true), new(Joined, """{"k":"z","list":[{"x":1}]}""", false), new(Joined, """{"k":"z","list":[]}""", false),
        new(Joined, """{"k":"z","list":[{"y":[]},{"y":[ ]}]}""", false), new(Joined, """{"k":"z","list":[{"y":[{"x":"s"}]}]}""", false), new(Joined, """{"k":"z","list":[{"y":[],"x":1},{"y":[]},{"y":[{}]}]}""", false),
        new(Joined, """{"k":"z","list":[{"y":[{"x":2}]},{"y":[]}]}""", true), new(Joined, """{"k":"z","list":{}}""", false), new(Joined, """{"k":"z","list":[{"y":{}}]}""", false),
    ];

    public static IEnumerable<SpecificationCase> Patterns { get; } =
    [
        .. Of("^\\\\p{Letter}+$", ["\"aé漢\""], ["\"a1\"", "\"\""]), .. Of("^\\\\P{Lu}$", ["\"a\""], ["\"A\""]),
        .. Of("^.$", ["\"😀\"", "\"é\""], ["\"\\n\"", "\"\\u2028\"", "\"\\r\"", "\"ab\""]),
        .. Of("\\\\bfoo\\\\b", ["\"a foo b\"", "\"éfoo\""], ["\"afoo\"", "\"foo_\""]), .. Of("^\\\\w$", ["\"a\"", "\"_\""], ["\"é\"", "\"ſ\""]),
        .. Of("^\\\\d$", ["\"7\""], ["\"٣\""]), .. Of("^\\\\s$", ["\"\\u00a0\"", "\"\\ufeff\"", "\"\\u2029\"", "\"\\u000b\""], ["\"\\u200b\"", "\"\\u0085\"", "\"\\u180e\""]),
        .. Of("(?<=\\\\$)\\\\d+$", ["\"a$12\""], ["\"a12\""]), .. Of("(?<!a)b", ["\"cb\"", "\"b\""], ["\"ab\""]), .. Of("^(?!x)[a-z]+$", ["\"ab\""], ["\"xb\""]),
        .. Of("^\\\\cJ$", ["\"\\n\""], ["\"cJ\"", "\"J\""]), .. Of("^[\\\\b]$", ["\"\\b\""], ["\"b\""]), .. Of("^\\\\u{1F600}$", ["\"😀\""], ["\"u\""]),
        .. Of("^\\\\ud83d\\\\ude00$", ["\"😀\"", "\"\\ud83d\\ude00\""], ["\"a\""]), .. Of("^[😀-😂]$", ["\"😁\""], ["\"😃\""]), .. Of("^[^a]$", ["\"😀\"", "\"\\n\""], ["\"a\""]),
        .. Of("^a$", ["\"a\""], ["\"a\\n\"", "\"b\\na\""]), .. Of("^(a)\\\\1$", ["\"aa\""], ["\"a\""]), .. Of("^(?<n>.)\\\\k<n>$", ["\"aa\""], ["\"ab\""]),
        .. Of("^[]$", [], ["\"\"", "\"a\""]), .. Of("^[^]$", ["\"\\n\""], ["\"\""]), .. Of("^a{2}$", ["\"aa\""], ["\"aaa\""]), .. Of("^\\\\x41\\\\0$", ["\"A\\u0000\""], ["\"A\""]),
        .. Of("a|", ["\"\"", "\"b\""], []), .. Of("^\\\\/$", ["\"/\""], ["\"\\\\\""]),
    ];

    public static IEnumerable<(string Format, string[] Good, string[] Bad)> Formats { get; } =
    [
        ("time", ["22:59:60-01:00", "00:29:60+00:30", "23:59:60.999Z"], ["23:58:60Z", "22:59:60Z", "23:59:61Z", "23:59:60+01:00", "12:00:00-00:60", "1:00:00Z"]),
        ("date-time", ["1990-12-31T23:59:60Z", "1990-12-31T15:59:60-08:00", "2000-02-29T00:00:00z"], ["1900-02-29T00:00:00Z", "1990-12-31T22:59:60Z", "2024-01-01T00:00:00+0000", "2024-01-01T00:00Z", "20240101T000000Z", "2024-001T00:00:00Z"]),
        ("duration", ["P0D", "P52W", "PT36H", "P1Y", "PT1H2M3S", "P3M"], ["P1W1D", "P1WT1H", "PT1W", "P", "P1DT", "PT1S1M", "P1D1Y", "P1.0D", "PT1,5S", "P１D"]),
        ("ipv6", ["::ffff:0:255.255.255.255", "fe80::1", "1:2::8", "0:0:0:0:0:0:0:0"], ["fe80::1%1", "fe80::1%25eth0", "::ffff:256.0.0.1", "::1::", "1:2:3:4:5:6:7", "[::1]", "::/64", "::01.2.3.4", "1:2:3:4:5:6:7:8::"]),
        ("uri", ["http://[2001:db8::7]/c=GB?x[]=1".Replace("[]", "%5B%5D"), "tel:+1-816-555-1212", "http://[v1.a:b]/", "a+b-c.d:e", "http://h:/", "ldap://[::1]/"], ["http://[::1", "http://::1]/", "http://a/[x]", "http://[1.2.3.4]/", "http://h:8a/", "1a:b", ":a", "http://a\\b", "http://a/\u00e9", "http://a?b^c"]),
        ("json-pointer", ["/~1~0", "/a//b", "/\u0000"], ["~0", "/~2", "/~", "/a~", "/~01~3", "a/b", "#/"]),
        ("relative-json-pointer", ["0", "10/a~1b", "2#"], ["00", "0~", "1/~2", "#", "-0", "1#/a"]),
        ("hostname", ["a.b-c.d", "xn--bcher-kva.example", "0.0"], ["a.-b", "a-.b", "a..b", "a b", "xn--", "*.a", "a\n"]),
        ("idn-hostname", ["bücher.example", "l·l.cat", "α͵β", "א׳ב", "カ・", "क्‍ष", "ب٠ب", "۰۱"], ["·l", "a·l", "α͵", "a͵b", "׳ב", "a・b", "a‍b", "٠١", "ب٠۰", "〮", "-ü", "ü-", "a\u0300\u200dz"]),
        ("email", ["\"\"@a", "a@[IPv6:2001:db8::1]", "!#$%&'*+/=?^_`{|}~-@a.b"], ["a@[IPv6:1::2::3]", "a@[300.1.1.1]", "a@-b", "\"a@b", "a\u00e9@b", "a@b..c", "a@.b", "(a)b@c"]),
        ("uuid", ["ffffffff-ffff-ffff-ffff-ffffffffffff"], ["2eb8aa08-aa98-11ea-b4aa73b441d16380-", "2eb8aa08-aa98-11ea-b4aa-73b441d16380\n", "2eb8aa08_aa98_11ea_b4aa_73b441d16380"]),
        ("ipv4", ["127.0.0.1"], ["127.0.0.01", "127.1", "1.2.3.", ".1.2.3.4", "1..2.3", "+1.2.3.4", "1.2.3.-4"]),
    ];

    private static IEnumerable<SpecificationCase> Of(string pattern, string[] good, string[] bad)
    {
        string schema = "{\"pattern\":\"" + pattern + "\"}";
        return good.Select(text => new SpecificationCase(schema, text, true)).Concat(bad.Select(text => new SpecificationCase(schema, text, false)));
    }
}
