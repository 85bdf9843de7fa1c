namespace ContractToolkit.Diff.Tests.Pairs;

/// <summary>Rewrites that leave every value as it was: nothing may be called breaking, and of the values nothing may be said at all.</summary>
public sealed class HarmlessPairTests
{
    [Theory]
    [InlineData("""{"type":"object","required":["a"],"properties":{"a":{"type":"string"},"b":{"type":"integer"}}}""", """{"allOf":[{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}},{"properties":{"b":{"type":"integer"}}}]}""")]
    [InlineData("""{"type":"string","enum":["a","b"]}""", """{"oneOf":[{"type":"string","enum":["a"]},{"type":"string","enum":["b"]}]}""")]
    [InlineData("""{"type":"integer","minimum":1}""", """{"type":"integer","exclusiveMinimum":0}""")]
    [InlineData("""{"type":["string","null"]}""", """{"anyOf":[{"type":"string"},{"type":"null"}]}""")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"integer"}]}""", """{"anyOf":[{"type":"integer"},{"type":"string"}]}""")]
    [InlineData("""{"type":"string","const":"a"}""", """{"type":"string","enum":["a"]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}}}""", """{"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":true}""")]
    [InlineData("""{"type":"string","pattern":"^[0-9]+$"}""", """{"type":"string","pattern":"^\\d\\d*$"}""")]
    [InlineData("""{"not":{"not":{"type":"string"}}}""", """{"type":"string"}""")]
    [InlineData("""{"type":"array","items":{"type":"string"},"minItems":0}""", """{"type":"array","items":{"type":"string"}}""")]
    [InlineData("""{"type":"integer","enum":[1,2,3]}""", """{"type":"integer","minimum":1,"maximum":3}""")]
    public void The_same_values_are_no_change(string old, string @new)
    {
        Assert.Empty(Documents.Diff(PairDocument.Body(old, old), PairDocument.Body(@new, @new)));
        Assert.Empty(Documents.Diff(PairDocument.Body(@new, @new), PairDocument.Body(old, old)));
    }

    [Fact]
    public void Moving_a_schema_into_a_component_is_no_change()
    {
        const string Schema = """{"type":"object","required":["a"],"properties":{"a":{"type":"string"},"next":{"type":"object","properties":{"b":{"type":"integer"}}}}}""";
        const string Reference = """{"$ref":"#/components/schemas/Moved"}""";
        Assert.Empty(Documents.Diff(PairDocument.Body(Schema, Schema), PairDocument.Body(Reference, Reference, $"{{\"Moved\":{Schema}}}")));
    }

    [Fact]
    public void Renaming_a_recursive_component_breaks_nobody()
    {
        string Tree(string name) => $"{{\"{name}\":{{\"type\":\"object\",\"properties\":{{\"children\":{{\"type\":\"array\",\"items\":{{\"$ref\":\"#/components/schemas/{name}\"}}}}}}}}}}";
        string Of(string name) => PairDocument.Body($"{{\"$ref\":\"#/components/schemas/{name}\"}}", $"{{\"$ref\":\"#/components/schemas/{name}\"}}", Tree(name));
        Assert.Equal(["api-schema-removed"], Documents.Diff(Of("Node"), Of("Tree")).Select(change => change.RuleId));
    }

    [Fact]
    public void Rewriting_3_0_as_3_1_is_no_change()
    {
        const string Old = """{"type":"object","properties":{"a":{"type":"string","nullable":true},"n":{"type":"number","minimum":0,"exclusiveMinimum":true}}}""";
        const string New = """{"type":"object","properties":{"a":{"type":["string","null"]},"n":{"type":"number","exclusiveMinimum":0}}}""";
        Assert.Empty(Documents.Diff(PairDocument.Body(Old, Old, version: "3.0.3"), PairDocument.Body(New, New)));
    }

    [Theory]
    [InlineData("""{"nullable":true,"allOf":[{"$ref":"#/components/schemas/O"}]}""", """{"anyOf":[{"$ref":"#/components/schemas/O"},{"type":"null"}]}""", 1)]
    [InlineData("""{"nullable":true,"allOf":[{"$ref":"#/components/schemas/O"}]}""", """{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/O"}]}""", 1)]
    [InlineData("""{"nullable":true,"oneOf":[{"$ref":"#/components/schemas/O"},{"$ref":"#/components/schemas/P"}]}""", """{"oneOf":[{"$ref":"#/components/schemas/O"},{"$ref":"#/components/schemas/P"},{"type":"null"}]}""", 1)]
    [InlineData("""{"type":"string","format":"binary"}""", """{"type":"string","contentMediaType":"application/octet-stream"}""", 0)]
    [InlineData("""{"type":"string","format":"byte"}""", """{"type":"string","contentEncoding":"base64","contentMediaType":"image/png"}""", 0)]
    public void What_converters_write_in_3_1_for_what_3_0_meant_is_a_remark_at_most(string old, string @new, int remarks)
    {
        const string Parts = """{"O":{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}},"P":{"type":"object","required":["b"],"properties":{"b":{"type":"string"}}}}""";
        string Of(string schema, string version) => PairDocument.Body($$"""{"type":"object","properties":{"p":{{schema}} } }""", $$"""{"type":"object","properties":{"p":{{schema}} } }""", Parts, version);
        foreach ((string before, string after) in new[] { (Of(old, "3.0.3"), Of(@new, "3.1.0")), (Of(@new, "3.1.0"), Of(old, "3.0.3")) })
        {
            Assert.Equal(Enumerable.Repeat(FindingLevel.Info, 2 * remarks), Documents.Diff(before, after).Select(change => change.Level));
        }
    }

    [Theory]
    [InlineData("""{"type":"boolean"}""", """{"type":"string","enum":["true","false"]}""")]
    [InlineData("""{"type":"integer","enum":[1,2]}""", """{"type":"string","enum":["1","2","3"]}""")]
    [InlineData("""{"type":"integer","minimum":0,"maximum":9}""", """{"type":"string","pattern":"^[0-9]$"}""")]
    [InlineData("""{"type":"integer","exclusiveMinimum":-1,"maximum":5000}""", """{"type":"string","pattern":"^[0-9]+$","maxLength":4}""")]
    [InlineData("""{"type":"integer"}""", """{"type":"string","maxLength":20}""")]
    [InlineData("""{"type":"number"}""", """{"type":"string","pattern":"^[-.0-9]+$"}""")]
    [InlineData("""{"type":"integer"}""", """{"type":"string"}""")]
    public void Numbers_and_booleans_that_travel_as_text_may_be_read_as_the_strings_that_they_are(string old, string @new) =>
        Assert.All(Documents.Diff(PairDocument.Parameters(Parameter(old)), PairDocument.Parameters(Parameter(@new))), change => Assert.Equal(FindingLevel.Info, change.Level));

    [Theory]
    [InlineData("""{"type":"boolean"}""", """{"type":"string","enum":["true"]}""", "\"false\"")]
    [InlineData("""{"type":"integer","enum":[1,2]}""", """{"type":"string","enum":["1"]}""", "\"2\"")]
    [InlineData("""{"type":"integer","minimum":0,"maximum":10}""", """{"type":"string","pattern":"^[0-9]$"}""", "\"10\"")]
    [InlineData("""{"type":"integer"}""", """{"type":"string","pattern":"^[a-z]+$"}""", null)]
    [InlineData("""{"type":"integer"}""", """{"type":"string","pattern":"^[0-9]+$"}""", null)]
    [InlineData("""{"type":"integer","format":"int64"}""", """{"type":"string","maxLength":3}""", null)]
    [InlineData("""{"type":"number"}""", """{"type":"string","pattern":"^-?[0-9]+$"}""", null)]
    public void Strings_that_are_not_all_that_was_sent_before_break_who_sends(string old, string @new, string? witness)
    {
        Change change = Assert.Single(Documents.Diff(PairDocument.Parameters(Parameter(old)), PairDocument.Parameters(Parameter(@new))), change => change.Level == FindingLevel.Error && change.RuleId != "api-version-not-bumped");
        if (witness is null) Assert.StartsWith("\"", change.Witness);
        else Assert.Equal(witness, change.Witness);
    }

    private static string Parameter(string schema) => $$"""[{"name":"p","in":"query","schema":{{schema}} }]""";

    [Fact]
    public void Null_that_nobody_meant_before_breaks_who_reads()
    {
        const string Parts = """{"O":{"type":"object"}}""";
        string Of(string schema, string version) => PairDocument.Body("{}", $$"""{"type":"object","properties":{"p":{{schema}} } }""", Parts, version);
        Assert.Contains(Documents.Diff(Of("""{"allOf":[{"$ref":"#/components/schemas/O"}]}""", "3.0.3"), Of("""{"anyOf":[{"$ref":"#/components/schemas/O"},{"type":"null"}]}""", "3.1.0")), change => change is { RuleId: "response-property-became-nullable", Level: FindingLevel.Error });
    }

    [Theory]
    [InlineData("/v1", "", "/v1", "/{a}/{all}", "/{a}/{few}")]
    [InlineData("/v1", "", "/v1", "/{a}/{few}", "/{a}/{all}")]
    [InlineData("", "", "", "/{a}/{few}", "/{a}/{all}")]
    public void Paths_of_one_shape_keep_their_names_whatever_their_order(string before, string after, string prefix, string first, string second)
    {
        string Of(string server, params string[] paths) => $$"""{"openapi":"3.0.3","info":{"title":"T","version":"1"},"servers":[{"url":"https://example.com{{server}}"}],"paths":{""" + string.Join(",", paths.Select(path => $$"""
            "{{path}}":{"get":{"parameters":[{"name":"a","in":"path","required":true,"schema":{"type":"string"} },{"name":"{{path.Split('{')[^1].TrimEnd('}')}}","in":"path","required":true,"schema":{"type":"string"} }],"responses":{"200":{"description":"x"} } } }
            """)) + "} }";
        Assert.Empty(Documents.Diff(Of(before, "/{a}/{all}", "/{a}/{few}"), Of(after, prefix + first, prefix + second)));
    }

    [Fact]
    public void A_prefix_moved_from_the_server_into_the_paths_is_no_change()
    {
        string Of(string server, string path) => $$"""{"openapi":"3.0.3","info":{"title":"T","version":"1"},"servers":[{"url":"{{server}}"}],"paths":{"{{path}}":{"get":{"responses":{"200":{"description":"x"} } } } } }""";
        Assert.Empty(Documents.Diff(Of("https://example.com/v1", "/pets/{id}"), Of("https://example.com", "/v1/pets/{id}")));
        Assert.NotEmpty(Documents.Diff(Of("https://example.com/v1", "/pets"), Of("https://example.com", "/pets")));
    }

    [Fact]
    public void A_renamed_path_parameter_is_recognised()
    {
        string Of(string name) => $$$"""{"openapi":"3.0.3","info":{"title":"T","version":"1"},"paths":{"/pets/{{{{name}}}}":{"get":{"parameters":[{"name":"{{{name}}}","in":"path","required":true,"schema":{"type":"string"} }],"responses":{"200":{"description":"x"} } } } } }""";
        Assert.Equal(["request-parameter-renamed"], Documents.Diff(Of("id"), Of("petId")).Select(change => change.RuleId));
    }

    [Fact]
    public void A_component_that_changed_once_is_reported_once_with_the_operations_that_it_reaches()
    {
        string Of(string extra) => $$"""
            {"openapi":"3.1.0","info":{"title":"T","version":"1"},
             "paths":{"/a":{"get":{"responses":{"200":{"description":"x","content":{"application/json":{"schema":{"$ref":"#/components/schemas/P"} } } } } } },
                      "/b":{"get":{"responses":{"200":{"description":"x","content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/P"} } } } } } } } },
             "components":{"schemas":{"P":{"type":"object","properties":{"kind":{"enum":["x"{{extra}}]} } } } } }
            """;
        Change change = Assert.Single(Documents.Diff(Of(""), Of(",\"y\"")), change => change.Level == FindingLevel.Error);
        Assert.Equal(["GET /a", "GET /b"], change.Operations);
        Assert.Equal("#/components/schemas/P/properties/kind/enum", change.Cause);
        Assert.True(change.NewPlace!.Position.IsKnown);
    }
}
