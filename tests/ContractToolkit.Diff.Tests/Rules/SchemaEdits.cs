namespace ContractToolkit.Diff.Tests.Rules;

/// <summary>One pair of schemas for each edit that rules name, by the end of the rules' ids.</summary>
internal static class SchemaEdits
{
    /// <summary>Schemas that the pairs may refer to.</summary>
    public const string Components = """
        {"A":{"type":"object","properties":{"k":{"type":"string"},"a":{"type":"string"}},"required":["k","a"]},
         "B":{"type":"object","properties":{"k":{"type":"string"},"b":{"type":"integer"}},"required":["k","b"]}}
        """;

    private const string Kinds = """ "oneOf":[{"$ref":"#/components/schemas/A"},{"$ref":"#/components/schemas/B"}] """;

    // The edit, its opposite, and the schemas before and after the edit.
    private static readonly (string Edit, string? Opposite, string Old, string New)[] Pairs =
    [
        ("type-changed", null, """{"type":"string"}""", """{"type":"boolean"}"""),
        ("type-compatible", null, """{"type":["string","null"],"enum":["a"]}""", """{"type":["string","integer"],"enum":["a"]}"""),
        ("type-generalized", "type-specialized", """{"type":"integer"}""", """{"type":"number"}"""),
        ("list-of-types-widened", "list-of-types-narrowed", """{"type":"string"}""", """{"anyOf":[{"type":"string"},{"type":"object"}]}"""),
        ("became-nullable", "became-not-nullable", """{"type":"string"}""", """{"type":["string","null"]}"""),
        ("became-enum", "became-not-enum", """{"type":"string"}""", """{"type":"string","enum":["a","b"]}"""),
        ("enum-value-added", "enum-value-removed", """{"enum":["a"]}""", """{"enum":["a","b"]}"""),
        ("const-added", "const-removed", """{"type":"string"}""", """{"type":"string","const":"a"}"""),
        ("const-changed", null, """{"const":"a"}""", """{"const":"b"}"""),
        ("multiple-of-added", "multiple-of-removed", """{"type":"number"}""", """{"type":"number","multipleOf":2}"""),
        ("multiple-of-changed", null, """{"type":"number","multipleOf":2}""", """{"type":"number","multipleOf":3}"""),
        ("pattern-added", "pattern-removed", """{"type":"string"}""", """{"type":"string","pattern":"^a"}"""),
        ("pattern-changed", null, """{"type":"string","pattern":"^a"}""", """{"type":"string","pattern":"^b"}"""),
        ("unique-items-added", "unique-items-removed", """{"type":"array","items":{}}""", """{"type":"array","items":{},"uniqueItems":true}"""),
        ("items-added", "items-removed", """{"type":"array"}""", """{"type":"array","items":{"type":"string"}}"""),
        ("prefix-items-added", "prefix-items-removed", """{"type":"array"}""", """{"type":"array","prefixItems":[{"type":"string"}]}"""),
        ("contains-added", "contains-removed", """{"type":"array"}""", """{"type":"array","contains":{"type":"string"}}"""),
        ("contains-changed", null, """{"type":"array","contains":{"type":"string"}}""", """{"type":"array","contains":{"type":"integer"}}"""),
        ("min-contains-increased", "min-contains-decreased", """{"type":"array","contains":{"type":"string"},"minContains":2}""", """{"type":"array","contains":{"type":"string"},"minContains":3}"""),
        ("unevaluated-items-added", "unevaluated-items-removed", """{"type":"array"}""", """{"type":"array","unevaluatedItems":{"type":"string"}}"""),
        ("unevaluated-items-changed", null, """{"type":"array","unevaluatedItems":{"type":"string"}}""", """{"type":"array","unevaluatedItems":{"type":"integer"}}"""),
        ("additional-properties-forbidden", "additional-properties-allowed", """{"type":"object"}""", """{"type":"object","additionalProperties":false}"""),
        ("additional-properties-restricted", "additional-properties-unrestricted", """{"type":"object"}""", """{"type":"object","additionalProperties":{"type":"string"}}"""),
        ("pattern-property-added", "pattern-property-removed", """{"type":"object"}""", """{"type":"object","patternProperties":{"^x":{"type":"string"}}}"""),
        ("property-names-added", "property-names-removed", """{"type":"object"}""", """{"type":"object","propertyNames":{"maxLength":3}}"""),
        ("property-names-changed", null, """{"type":"object","propertyNames":{"pattern":"^a"}}""", """{"type":"object","propertyNames":{"pattern":"^b"}}"""),
        ("dependent-required-added", "dependent-required-removed", """{"type":"object"}""", """{"type":"object","dependentRequired":{"a":["b"]}}"""),
        ("dependent-required-changed", null, """{"properties":{"a":{},"b":{},"c":{}},"dependentRequired":{"a":["b"]}}""", """{"properties":{"a":{},"b":{},"c":{}},"dependentRequired":{"a":["c"]}}"""),
        ("dependent-schema-added", "dependent-schema-removed", """{"type":"object"}""", """{"type":"object","dependentSchemas":{"a":{"required":["b"]}}}"""),
        ("unevaluated-properties-added", "unevaluated-properties-removed", """{"type":"object"}""", """{"type":"object","unevaluatedProperties":{"type":"string"}}"""),
        ("unevaluated-properties-changed", null, """{"type":"object","unevaluatedProperties":{"type":"string"}}""", """{"type":"object","unevaluatedProperties":{"type":"integer"}}"""),
        ("all-of-added", "all-of-removed", """{"allOf":[{"minLength":1}]}""", """{"allOf":[{"minLength":1},{"type":"string"}]}"""),
        ("all-of-added-annotation-only", "all-of-removed-annotation-only", """{"allOf":[{"minLength":1}]}""", """{"allOf":[{"minLength":1},{"description":"d"}]}"""),
        ("any-of-set", "any-of-unset", """{"type":"object"}""", """{"type":"object","anyOf":[{"required":["a"]},{"required":["b"]}]}"""),
        ("any-of-added", "any-of-removed", """{"anyOf":[{"type":"string"},{"type":"array"}]}""", """{"anyOf":[{"type":"string"},{"type":"array"},{"type":"object","minProperties":1}]}"""),
        ("one-of-set", "one-of-unset", """{"type":"object"}""", """{"type":"object","oneOf":[{"required":["a"]},{"required":["b"]}]}"""),
        ("one-of-added", "one-of-removed", """{"oneOf":[{"type":"string"},{"type":"array"}]}""", """{"oneOf":[{"type":"string"},{"type":"array"},{"type":"object","minProperties":1}]}"""),
        ("wrapped-in-one-of", null, """{"type":"object","minProperties":1}""", """{"oneOf":[{"type":"object","minProperties":1},{"type":"string","maxLength":3}]}"""),
        ("not-added", "not-removed", """{}""", """{"not":{"type":"string"}}"""),
        ("not-changed", null, """{"not":{"type":"string"}}""", """{"not":{"type":"integer"}}"""),
        ("if-added", "if-removed", """{"then":{"minLength":2}}""", """{"if":{"type":"string"},"then":{"minLength":2}}"""),
        ("if-changed", null, """{"if":{"type":"string"},"then":{"const":1}}""", """{"if":{"type":"boolean"},"then":{"const":1}}"""),
        ("then-added", "then-removed", """{"if":{"type":"string"}}""", """{"if":{"type":"string"},"then":{"minLength":2}}"""),
        ("then-changed", null, """{"if":{"type":"string"},"then":{"pattern":"^a"}}""", """{"if":{"type":"string"},"then":{"pattern":"^b"}}"""),
        ("else-added", "else-removed", """{"if":{"type":"string"}}""", """{"if":{"type":"string"},"else":{"type":"object"}}"""),
        ("else-changed", null, """{"if":{"type":"string"},"else":{"type":"object"}}""", """{"if":{"type":"string"},"else":{"type":"array"}}"""),
        ("content-schema-added", "content-schema-removed", """{"type":"string","contentMediaType":"application/json"}""", """{"type":"string","contentMediaType":"application/json","contentSchema":{"type":"object"}}"""),
        ("content-media-type-changed", null, """{"type":"string","contentMediaType":"text/csv"}""", """{"type":"string","contentMediaType":"text/html"}"""),
        ("content-encoding-changed", null, """{"type":"string","contentEncoding":"base64"}""", """{"type":"string","contentEncoding":"base32"}"""),
        ("x-extensible-enum-value-added", "x-extensible-enum-value-removed", """{"type":"string","x-extensible-enum":["a"]}""", """{"type":"string","x-extensible-enum":["a","b"]}"""),
        ("default-value-added", "default-value-removed", """{"type":"string"}""", """{"type":"string","default":"a"}"""),
        ("default-value-changed", null, """{"type":"string","default":"a"}""", """{"type":"string","default":"b"}"""),
        ("discriminator-added", "discriminator-removed", "{" + Kinds + "}", "{" + Kinds + ""","discriminator":{"propertyName":"k"}}"""),
        ("discriminator-property-name-changed", null, "{" + Kinds + ""","discriminator":{"propertyName":"k"}}""", "{" + Kinds + ""","discriminator":{"propertyName":"j"}}"""),
        ("discriminator-mapping-added", "discriminator-mapping-deleted", Mapped("""{"x":"#/components/schemas/A"}"""), Mapped("""{"x":"#/components/schemas/A","y":"#/components/schemas/B"}""")),
        ("discriminator-mapping-changed", null, Mapped("""{"x":"#/components/schemas/A"}"""), Mapped("""{"x":"#/components/schemas/B"}""")),
        ("reference-changed", null, """{"$ref":"#/components/schemas/A","minProperties":1}""", """{"minProperties":1}"""),
    ];

    // Values of the length that both branches accept are of neither.
    private const string Apart = """{"oneOf":[{"type":"string","maxLength":3},{"type":"string","minLength":5}]}""", Overlapping = """{"oneOf":[{"type":"string","maxLength":3},{"type":"string","minLength":3}]}""";

    private static readonly (string Name, string Keyword, string Around)[] Bounds =
    [
        ("max", "maximum", "\"type\":\"number\""), ("min", "minimum", "\"type\":\"number\""), ("exclusive-max", "exclusiveMaximum", "\"type\":\"number\""),
        ("exclusive-min", "exclusiveMinimum", "\"type\":\"number\""), ("max-length", "maxLength", "\"type\":\"string\""), ("min-length", "minLength", "\"type\":\"string\""),
        ("max-items", "maxItems", "\"type\":\"array\""), ("min-items", "minItems", "\"type\":\"array\""), ("max-properties", "maxProperties", "\"type\":\"object\""),
        ("min-properties", "minProperties", "\"type\":\"object\""), ("max-contains", "maxContains", "\"type\":\"array\",\"contains\":{\"type\":\"string\"}"),
    ];

    /// <summary>The schemas before and after each edit.</summary>
    public static IReadOnlyDictionary<string, (string Old, string New)> All { get; } = Collect();

    /// <summary>Edits that only requests tell.</summary>
    public static IReadOnlyDictionary<string, (string Old, string New)> OfRequests { get; } = new Dictionary<string, (string, string)>
    {
        ["one-of-changed"] = (Apart, Overlapping),
        ["pattern-generalized"] = ("""{"type":"string","pattern":"^a"}""", """{"type":"string","pattern":"^(a|b)"}"""),
        ["values-narrowed"] = ("""{"properties":{"a":{"type":"string"}}}""", """{"required":["a"]}"""),
    };

    /// <summary>Edits that only responses tell.</summary>
    public static IReadOnlyDictionary<string, (string Old, string New)> OfResponses { get; } = new Dictionary<string, (string, string)>
    {
        ["one-of-changed"] = (Overlapping, Apart),
        ["values-widened"] = ("""{"required":["a"]}""", """{"properties":{"a":{"type":"string"}}}"""),
    };

    private static string Mapped(string mapping) => "{" + Kinds + ""","discriminator":{"propertyName":"k","mapping":""" + mapping + "}}";

    private static Dictionary<string, (string, string)> Collect()
    {
        Dictionary<string, (string, string)> all = [];
        foreach ((string edit, string? opposite, string old, string @new) in Pairs)
        {
            all.Add(edit, (old, @new));
            if (opposite is not null) all.Add(opposite, (@new, old));
        }

        foreach ((string name, string keyword, string around) in Bounds)
        {
            string none = "{" + around + "}", low = $"{{{around},\"{keyword}\":3}}", high = $"{{{around},\"{keyword}\":5}}";
            all.Add(name + "-set", (none, low));
            all.Add(name + "-unset", (low, none));
            all.Add(name + "-increased", (low, high));
            all.Add(name + "-decreased", (high, low));
        }

        return all;
    }
}
