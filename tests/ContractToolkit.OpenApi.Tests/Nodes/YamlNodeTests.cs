using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Tests.Nodes;

public sealed class YamlNodeTests
{
    [Theory]
    [InlineData("no", NodeKind.String, "no")]
    [InlineData("on", NodeKind.String, "on")]
    [InlineData("yes", NodeKind.String, "yes")]
    [InlineData("y", NodeKind.String, "y")]
    [InlineData("2020-01-01", NodeKind.String, "2020-01-01")]
    [InlineData("1_000", NodeKind.String, "1_000")]
    [InlineData("1:30", NodeKind.String, "1:30")]
    [InlineData("0b11", NodeKind.String, "0b11")]
    [InlineData("1.2.3", NodeKind.String, "1.2.3")]
    [InlineData(".", NodeKind.String, ".")]
    [InlineData("0x", NodeKind.String, "0x")]
    [InlineData("0o8", NodeKind.String, "0o8")]
    [InlineData("+0x1", NodeKind.String, "+0x1")]
    [InlineData("1e", NodeKind.String, "1e")]
    [InlineData("", NodeKind.Null, "null")]
    [InlineData("~", NodeKind.Null, "null")]
    [InlineData("Null", NodeKind.Null, "null")]
    [InlineData("nUll", NodeKind.String, "nUll")]
    [InlineData("True", NodeKind.True, "true")]
    [InlineData("FALSE", NodeKind.False, "false")]
    [InlineData("tRUE", NodeKind.String, "tRUE")]
    [InlineData("012", NodeKind.Number, "12")]
    [InlineData("+12", NodeKind.Number, "12")]
    [InlineData("-00", NodeKind.Number, "-0")]
    [InlineData("0o17", NodeKind.Number, "15")]
    [InlineData("0xfF", NodeKind.Number, "255")]
    [InlineData("0xffffffffffffffffff", NodeKind.Number, "4722366482869645213695")]
    [InlineData(".5", NodeKind.Number, "0.5")]
    [InlineData("1.", NodeKind.Number, "1")]
    [InlineData("-1.50E+3", NodeKind.Number, "-1.50E+3")]
    [InlineData("'12'", NodeKind.String, "12")]
    [InlineData("\"null\"", NodeKind.String, "null")]
    [InlineData("!!str 12", NodeKind.String, "12")]
    [InlineData("!!int 12", NodeKind.Number, "12")]
    [InlineData("!!null ''", NodeKind.Null, "null")]
    [InlineData("!mine 12", NodeKind.String, "12")]
    public void Scalars_mean_what_the_core_schema_says(string yaml, NodeKind kind, string text)
    {
        TextDocument document = Sample.Text("v: " + yaml);

        Assert.Equal((kind, text), (document.Root["v"].Kind, document.Root["v"].Text));
        Assert.Empty(document.Findings);
    }

    [Theory]
    [InlineData("a: .inf", "CT1010")]
    [InlineData("a: -.INF", "CT1010")]
    [InlineData("a: .nan", "CT1010")]
    [InlineData("a: !!int x", "CT1011")]
    [InlineData("a: *x", "CT1007")]
    [InlineData("a: &x [*x]", "CT1007")]
    [InlineData("? [1, 2]\n: 3\nb: 4", "CT1009")]
    [InlineData("a: 1\na: 2", "CT1004")]
    [InlineData("<<: 3", "CT1011")]
    [InlineData("a: 1\n---\nb: 2", "CT1008")]
    public void What_has_no_place_in_the_tree_is_reported_and_the_rest_is_read(string yaml, string id)
    {
        TextDocument document = Sample.Text(yaml);

        Assert.Equal(id, Assert.Single(document.Findings).Id);
        Assert.True(document.Root.IsObject);
    }

    [Fact]
    public void A_member_with_a_complex_key_is_left_out_alone()
    {
        Node root = Sample.Text("a: 1\n? { x: [1, { y: 2 }] }\n: { z: [3] }\nb: 4").Root;

        Assert.Equal("""{"a":1,"b":4}""", root.Literal().Text);
    }

    [Fact]
    public void Keys_become_strings_whatever_they_look_like() =>
        Assert.Equal("""{"200":1,"true":2,"":3,"null":4,"0x1":5}""", Sample.Text("200: 1\ntrue: 2\n'': 3\nnull: 4\n0x1: 5").Root.Literal().Text);

    [Fact]
    public void Aliases_stand_for_copies_with_pointers_of_their_own()
    {
        Node root = Sample.Text("a: &x { b: [1, &y 2] }\nc: *x\nd: *y\n&k key: 1\n*k : 2").Root;

        Assert.Equal("""{"a":{"b":[1,2]},"c":{"b":[1,2]},"d":2,"key":2}""", root.Literal().Text);
        Assert.Equal("/c/b/1", root["c"]["b"][1].Pointer);
        Assert.Equal(new SourcePosition(1, 16), root["c"]["b"][1].Position);
    }

    [Fact]
    public void A_later_anchor_of_the_same_name_counts() =>
        Assert.Equal("""[1,1,2,2]""", Sample.Text("[&a 1, *a, &a 2, *a]\n").Root.Literal().Text);

    [Fact]
    public void Merge_keys_add_what_the_mapping_does_not_have_itself()
    {
        const string yaml = """
            base: &base { a: 1, b: { deep: [1] } }
            more: &more { b: 9, c: 3 }
            one: { <<: *base, a: own, z: 1 }
            two: { z: 1, <<: [*base, *more] }
            three: &three { <<: { q: 1 } }
            four: { <<: *three, r: 2 }
            text: { "<<": 5 }
            """;
        Node root = Sample.Text(yaml).Root;

        Assert.Equal("""{"a":"own","z":1,"b":{"deep":[1]}}""", root["one"].Literal().Text);
        Assert.Equal("""{"z":1,"a":1,"b":{"deep":[1]},"c":3}""", root["two"].Literal().Text);
        Assert.Equal("""{"r":2,"q":1}""", root["four"].Literal().Text);
        Assert.Equal(3, root["one"].Count);
        Assert.Equal("/two/b/deep/0", root["two"]["b"]["deep"][0].Pointer);
        Assert.Equal("""{"<<":5}""", root["text"].Literal().Text);
    }

    [Fact]
    public void Places_are_those_of_the_text()
    {
        Node root = Sample.Text("# comment\na:\n  - b: 'x'\n    😀c:   |\n      text\n").Root;

        Assert.Equal(new SourcePosition(3, 5), root["a"][0]["b"].NamePosition);
        Assert.Equal(new SourcePosition(3, 8), root["a"][0]["b"].Position);
        Assert.Equal(new SourcePosition(4, 5), root["a"][0]["😀c"].NamePosition);
        Assert.Equal(new SourcePosition(4, 12), root["a"][0]["😀c"].Position);
        Assert.Equal("text\n", root["a"][0]["😀c"].Text);
    }

    [Fact]
    public void Flow_style_that_is_no_json_is_yaml() => Assert.Equal("""{"a":["b"]}""", Sample.Text("{a: [b]}").Root.Literal().Text);

    [Theory]
    [InlineData("a:\n  b: \"one\n  two,\n\n three: \\\" 'x' \\\n  y\"\n  c: 1\nd: 2", "one two,\nthree: \" 'x' y")]
    [InlineData("a:\r\n  b: \"one\\\r\ntwo\"\r\n  c: 1\r\nd: 2", "onetwo")]
    public void A_quoted_text_may_go_on_further_left_and_says_so(string yaml, string text)
    {
        TextDocument document = Sample.Text(yaml);

        Assert.Equal((text, "1", "2"), (document.Root["a"]["b"].Text, document.Root["a"]["c"].Text, document.Root["d"].Text));
        Finding note = Assert.Single(document.Findings);
        Assert.Equal(("CT1013", FindingLevel.Warning, new SourcePosition(2, 6)), (note.Id, note.Level, note.Document!.Position));
        Assert.Equal(yaml.Split('\n').Length - 1, document.Root["a"]["c"].Position.Line);
    }

    [Fact]
    public void Every_such_text_is_read_and_named_at_its_own_place()
    {
        TextDocument document = Sample.Text("a:\n  b: \"one\n  two\"\n  c: 'three\n four'\n  d: \"fi\n  ve\"");

        Assert.Equal("one two three four fi ve", string.Join(" ", new[] { "b", "c", "d" }.Select(name => document.Root["a"][name].Text)));
        // The library lets single quotes pass.
        Assert.Equal([2, 6], document.Findings.Select(finding => finding.Document!.Position.Line));
    }

    [Fact]
    public void A_quoted_text_that_never_ends_is_an_error() => Assert.Equal("CT1002", Assert.Single(Sample.Text("a:\n  b: \"one\n  two\n  c: 1").Findings).Id);

    [Fact]
    public void A_block_scalar_may_begin_with_blank_lines_of_spaces() =>
        Assert.Equal("""{"a":"\nx\n","b":1}""", Sample.Text("a: |\n      \n  x\nb: 1\n").Root.Literal().Text);

    [Theory]
    [InlineData("a: [1, 2")]
    [InlineData("a: \"x")]
    [InlineData("a: b: c")]
    [InlineData("a: 'x\nb: 1")]
    [InlineData("a: @x")]
    public void What_is_no_yaml_is_reported_with_a_place(string yaml)
    {
        TextDocument document = Sample.Text(yaml);

        Assert.False(document.Root.Exists);
        Finding finding = Assert.Single(document.Findings);
        Assert.Equal(ReadingRules.YamlSyntax.Id, finding.Id);
        Assert.True(finding.Document!.Position.IsKnown);
    }
}
