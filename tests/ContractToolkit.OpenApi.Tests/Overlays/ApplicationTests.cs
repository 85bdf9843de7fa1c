using ContractToolkit.OpenApi.Overlays;

namespace ContractToolkit.OpenApi.Tests.Overlays;

/// <summary>What overlays do to documents.</summary>
public sealed class ApplicationTests
{
    [Theory]
    // Objects are merged, member by member and in depth; what is new comes last.
    [InlineData("""{"a":{"b":1,"c":{"d":2}}}""", "- { target: $.a, update: { c: { e: 3 }, f: 4 } }", """{"a":{"b":1,"c":{"d":2,"e":3},"f":4}}""")]
    // Primitive values are replaced, in their place, null as well as any other.
    [InlineData("""{"a":{"b":1,"c":2}}""", "- { target: $.a, update: { b: null } }", """{"a":{"b":null,"c":2}}""")]
    [InlineData("""{"a":{"b":1,"c":2}}""", "- { target: $.a.b, update: x }", """{"a":{"b":"x","c":2}}""")]
    // Arrays are concatenated, at the target and inside it; anything else is appended.
    [InlineData("""{"a":[1]}""", "- { target: $.a, update: [2, 3] }", """{"a":[1,2,3]}""")]
    [InlineData("""{"a":[1]}""", "- { target: $.a, update: { b: 2 } }", """{"a":[1,{"b":2}]}""")]
    [InlineData("""{"a":[1]}""", "- { target: $.a, update: 2 }", """{"a":[1,2]}""")]
    [InlineData("""{"a":[1]}""", "- { target: $, update: { a: [2] } }", """{"a":[1,2]}""")]
    [InlineData("""{"a":[[1]]}""", "- { target: '$.a', update: [[2]] }", """{"a":[[1],[2]]}""")]
    // Every target gets its own copy.
    [InlineData("""{"a":{},"b":{}}""", "- { target: $.*, update: { l: [] } }\n- { target: $.a.l, update: 1 }", """{"a":{"l":[1]},"b":{"l":[]}}""")]
    // A value that is selected twice is changed once.
    [InlineData("""{"a":[1]}""", "- { target: \"$['a','a']\", update: 2 }", """{"a":[1,2]}""")]
    // Removal: members, items, several at once, nested ones among them.
    [InlineData("""{"a":1,"b":2}""", "- { target: $.a, remove: true }", """{"b":2}""")]
    [InlineData("""{"a":[1,2,1,3]}""", "- { target: '$.a[?@ == 1]', remove: true }", """{"a":[2,3]}""")]
    [InlineData("""{"a":[1,2,3]}""", "- { target: '$.a[0,2]', remove: true }", """{"a":[2]}""")]
    [InlineData("""{"a":{"x":{"x":1}},"x":2}""", "- { target: $..x, remove: true }", """{"a":{}}""")]
    [InlineData("""{"a":1}""", "- { target: $.a, remove: true, update: 5 }", """{}""")]
    [InlineData("""{"a":1}""", "- { target: $.a, remove: false, update: 5 }", """{"a":5}""")]
    // Each action sees what the one before it left.
    [InlineData("""{"a":{"b":1}}""", "- { target: $.a, remove: true }\n- { target: $, update: { a: [] } }\n- { target: $.a, update: 1 }", """{"a":[1]}""")]
    // Copies: as the source was, also where target and source hold each other.
    [InlineData("""{"a":{"x":1,"l":[1]},"b":{"y":2,"l":[2]}}""", "- { target: $.b, copy: $.a }", """{"a":{"x":1,"l":[1]},"b":{"y":2,"l":[2,1],"x":1}}""")]
    [InlineData("""{"a":{"x":1}}""", "- { target: $, update: { c: {} } }\n- { target: $.c, copy: $ }", """{"a":{"x":1},"c":{"a":{"x":1},"c":{}}}""")]
    [InlineData("""{"a":[1,2]}""", "- { target: $.a, copy: $.a }", """{"a":[1,2,1,2]}""")]
    [InlineData("""{"a":1,"b":2}""", "- { target: $.a, copy: $.b }", """{"a":2,"b":2}""")]
    // Numbers and texts stay as they were written.
    [InlineData("""{"n":1.10,"big":12345678901234567890,"s":"\u00e9\"\n\ud800","e":{},"l":[]}""", "- { target: $, update: { m: 1e2 } }", """{"n":1.10,"big":12345678901234567890,"s":"é\"\n\ud800","e":{},"l":[],"m":1e2}""")]
    public void Actions_of_version_1_1(string document, string actions, string expected) => Assert.Equal(expected, Overlaid.Clean(document, Overlaid.Of(actions)));

    [Fact]
    public void Overlays_apply_one_after_the_other() => Assert.Equal(
        """{"a":{"b":2}}""",
        Overlaid.Clean("a: {}", Overlaid.Of("- { target: $.a, update: { b: 1 } }", "1.0.0"), """{"overlay":"1.1.2","info":{"title":"T","version":"1"},"actions":[{"target":"$.a.b","update":2}]}"""));

    [Fact]
    public void The_example_with_traits_of_the_specification()
    {
        const string Document = """
            paths:
              /items: { get: { x-oai-traits: [paged], responses: { 200: { description: OK } } } }
              /items/{id}: { get: { x-oai-traits: [paged], parameters: [ { name: id } ] } }
              /other: { get: { responses: { 200: { description: OK } } } }
            """;
        const string Actions = """
            - target: $.paths[?(@.get['x-oai-traits'][?(@ == 'paged')])].get
              update: { parameters: [ { name: top }, { name: skip } ] }
            """;
        Assert.Equal(
            """{"paths":{"/items":{"get":{"x-oai-traits":["paged"],"responses":{"200":{"description":"OK"}},"parameters":[{"name":"top"},{"name":"skip"}]}},"/items/{id}":{"get":{"x-oai-traits":["paged"],"parameters":[{"name":"id"},{"name":"top"},{"name":"skip"}]}},"/other":{"get":{"responses":{"200":{"description":"OK"}}}}}}""",
            Overlaid.Clean(Document, Overlaid.Of(Actions)));
    }

    [Theory]
    [InlineData("1.0.0", "- { target: $.x, update: { a: 1 } }", "CT1603 1.yaml:4:13 /actions/0/target", "$.x selects nothing", true)]
    [InlineData("1.1.0", "- { target: $.a, update: 5 }", "CT1604 1.yaml:4:26 /actions/0/update", "the primitive value does not fit the object at /a", false)]
    [InlineData("1.1.0", "- { target: $.a, update: { b: { c: 1 } } }", "CT1604 1.yaml:4:31 /actions/0/update/b", "the object 'b' meets the primitive value at /a/b", false)]
    [InlineData("1.0.0", "- { target: $.a, update: { b: { c: 1 } } }", "CT1605 1.yaml:4:31 /actions/0/update/b", "the object 'b' meets the primitive value at /a/b", true)]
    [InlineData("1.0.0", "- { target: $.a.b, update: 2 }", "CT1609 1.yaml:4:13 /actions/0/target", "$.a.b selects the primitive value at /a/b", true)]
    [InlineData("1.1.0", "- { target: '$[*]', update: 2 }", "CT1604 1.yaml:4:13 /actions/0/target", "the object at /a and the array at /l", false)]
    [InlineData("1.1.0", "- { target: $.a, copy: '$.l[*]' }", "CT1604 1.yaml:4:24 /actions/0/copy", "$.l[*] selects 2", false)]
    [InlineData("1.1.0", "- { target: $.a, copy: $.zz }", "CT1604 1.yaml:4:24 /actions/0/copy", "$.zz selects none", false)]
    [InlineData("1.1.0", "- { target: $, remove: true }", "CT1604 1.yaml:4:13 /actions/0/target", "whole document", false)]
    [InlineData("1.1.0", "- { target: $.a }", "CT1608 1.yaml:4:3 /actions/0", "neither update nor copy", true)]
    [InlineData("1.1.0", "- { target: $.a, update: { c: 1 } }\n- { target: $.a, update: { c: 1 } }", "CT1608 1.yaml:5:3 /actions/1", "twice", true)]
    [InlineData("1.1.0", "- { target: '$.a[', update: { c: 1 } }", "CT1602 1.yaml:4:13 /actions/0/target", "a selector", false)]
    [InlineData("1.0.0", "- { target: $.a, copy: $.l }", "CT1601 1.yaml:4:24 /actions/0/copy", "copy is of Overlay 1.1", false)]
    [InlineData("1.1.0", "- { target: $.a, copy: $.a, update: {} }", "CT1601 1.yaml:4:24 /actions/0/copy", "either update or copy", false)]
    [InlineData("1.1.0", "- { target: $.a, updates: {} , update: {} }", "CT1601 1.yaml:4:27 /actions/0/updates", "no member 'updates'", false)]
    [InlineData("1.1.0", "- { target: $.a, remove: 'yes' }", "CT1601 1.yaml:4:26 /actions/0/remove", "true or false", false)]
    [InlineData("1.1.0", "- { update: {} }", "CT1601 1.yaml:4:3 /actions/0", "has a target", false)]
    [InlineData("1.1.0", "- text", "CT1601 1.yaml:4:3 /actions/0", "an action is an object", false)]
    [InlineData("1.1.0", "  []", "CT1601 1.yaml:4:3 /actions", "at least one action", false)]
    [InlineData("1.2.0", "- { target: $.a, update: {} }", "CT1601 1.yaml:1:10 /overlay", "'1.2.0' is not supported", false)]
    [InlineData("1.0", "- { target: $.a, update: {} }", "CT1601 1.yaml:1:10 /overlay", "not the number 1.0", false)]
    public void Mistakes_have_their_place(string version, string actions, string place, string what, bool succeeds)
    {
        OverlaidDocument result = Overlaid.Apply("""{"a":{"b":1},"l":[1,2]}""", Overlaid.Of(actions, version));
        string said = Assert.Single(Overlaid.Said(result));
        Assert.StartsWith(place + ": ", said, StringComparison.Ordinal);
        Assert.Contains(what, said, StringComparison.Ordinal);
        Assert.Equal(succeeds, result.Succeeded);
    }

    [Theory]
    [InlineData("- x", "an overlay is an object")]
    [InlineData("overlay: 1.1.0\nactions: [ { target: $, update: {} } ]", "info is required")]
    [InlineData("overlay: 1.1.0\ninfo: { title: T, version: 1.0 }\nactions: [ { target: $, update: {} } ]", "info.version is required: a string, in quotes: '1.0'")]
    [InlineData("overlay: 1.0.0\ninfo: { title: T, version: '1', description: d }\nactions: [ { target: $, update: {} } ]", "no member 'description'")]
    [InlineData("overlay: 1.0.0\ninfo: { title: T, version: '1' }\nextends: [a]\nactions: [ { target: $, update: {} } ]", "extends is a URI reference")]
    [InlineData("{ \"overlay\": \"1.0.0\", ", "")]
    [InlineData("", "holds no value")]
    public void What_is_no_overlay_is_refused(string overlay, string what)
    {
        OverlaidDocument result = Overlaid.Apply("a: 1", overlay);
        Assert.False(result.Succeeded);
        Assert.Contains(Overlaid.Said(result), said => said.Contains("1.yaml:", StringComparison.Ordinal) && said.Contains(what, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("api.yaml", false)]
    [InlineData("./sub/api.yaml", false)]
    [InlineData("https://example.test/v1/api.yaml?x=1", false)]
    [InlineData("https://example.test/openapi", false)]
    [InlineData("other.yaml", true)]
    public void An_overlay_for_another_document_is_said(string extends, bool isSaid) => Assert.Equal(
        isSaid, Overlaid.Apply("a: {}", $"extends: {extends}\n" + Overlaid.Of("- { target: $.a, update: { b: 1 } }")).Findings.Any(finding => finding.Id == "CT1606"));

    [Fact]
    public void Overlays_that_multiply_are_bounded()
    {
        string doubling = string.Concat(Enumerable.Range(0, 60).Select(i => $"- {{ target: $.l, copy: $.l, x-i: {i} }}\n"));
        Assert.Equal("CT1607", Assert.Single(Overlaid.Apply("""{"l":[1,2,3]}""", Overlaid.Of(doubling)).Findings).Id);
        string nesting = "- { target: $, update: { c: {} } }\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"- {{ target: '$..c[?!@.*]', copy: $, x-i: {i} }}\n- {{ target: $..c, copy: $, x-i: {i} }}\n"));
        Assert.Contains(Overlaid.Apply("""{"l":{"a":1}}""", Overlaid.Of(nesting)).Findings, finding => finding.Id == "CT1607");
    }

    /// <summary>A wide target costs its width, not the square of it.</summary>
    [Fact]
    public void A_wide_target_is_changed_in_one_pass()
    {
        string wide = $$"""{"l":[{{string.Join(",", Enumerable.Range(0, 150_000))}}],"m":[{{string.Join(",", Enumerable.Repeat("""{"a":1}""", 20_000))}}]}""";
        OverlaidDocument result = Overlaid.Apply(wide, Overlaid.Of("- { target: '$.l[*]', update: x }\n- { target: '$.l[1:]', remove: true }\n- { target: '$.m[*]', update: { a: [] } }", "1.0.0"));
        Assert.StartsWith("""{"l":["x"],"m":[{"a":[]},{"a":[]},""", Overlaid.Json(result), StringComparison.Ordinal);
        Assert.Equal(20, result.Findings.Count(finding => finding.Id == "CT1605"));
    }

    /// <summary>An overlay that changes nothing gives the document back, whatever stands in it.</summary>
    [Fact]
    public void An_empty_update_changes_nothing()
    {
        foreach (string path in TestSupport.SharedData.Require("corpus/public") is { } folder ? Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories).Where(file => new FileInfo(file).Length < 400_000 && Path.GetExtension(file) is ".json" or ".yaml").Take(40) : [])
        {
            byte[] content = File.ReadAllBytes(path);
            if (DocumentText.ToJson(content) is not { } json || json[0] != '{') continue;
            OverlaidDocument result = OverlaidDocument.Apply(path, content, [new("1.yaml", Encoding(Overlaid.Of("- { target: $, update: {} }")))], null, TestContext.Current.CancellationToken);
            Assert.Equal(json, Overlaid.Json(result));
        }
    }

    private static byte[] Encoding(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
