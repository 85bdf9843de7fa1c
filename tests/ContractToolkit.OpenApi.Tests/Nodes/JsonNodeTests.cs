using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Tests.Nodes;

public sealed class JsonNodeTests
{
    [Fact]
    public void Every_kind_of_value_is_found_by_name_index_and_pointer()
    {
        Node root = Sample.Text("""{"a": [1, -2.5e3, {"b/c": "x"}], "n": null, "t": true, "f": false, "e": {}}""").Root;

        Assert.Equal("-2.5e3", root["a"][1].Text);
        Assert.Equal("x", root.Find("/a/2/b~1c").Text);
        Assert.Equal(
            [NodeKind.Array, NodeKind.Null, NodeKind.True, NodeKind.False, NodeKind.Object],
            Names(root).Select(name => root[name].Kind));
        Assert.Equal("/a/2/b~1c", root["a"][2]["b/c"].Pointer);
        Assert.Equal(0, root["e"].Count);
        Assert.Equal(5, root.Count);
    }

    [Fact]
    public void Looking_where_nothing_is_gives_missing_nodes_again()
    {
        Node root = Sample.Text("""{"a": [1]}""").Root;

        Assert.Equal(NodeKind.Missing, root["x"]["y"][3].Kind);
        Assert.False(root.Find("/a/01").Exists);
        Assert.False(root.Find("/a/-").Exists);
        Assert.False(root.Find("a").Exists);
        Assert.Equal(string.Empty, root["x"].Text);
    }

    [Fact]
    public void Lines_and_columns_count_utf16_units_of_names_and_values()
    {
        Node root = Sample.Text("{\r\n  \"é😀\":\t\"v\",\r\"b\": [1,\n 2]}").Root;

        Assert.Equal(new SourcePosition(2, 3), root["é😀"].NamePosition);
        Assert.Equal(new SourcePosition(2, 10), root["é😀"].Position);
        Assert.Equal(new SourcePosition(3, 1), root["b"].NamePosition);
        Assert.Equal(new SourcePosition(4, 2), root["b"][1].Position);
    }

    [Fact]
    public void Columns_far_into_one_long_line_are_exact()
    {
        string padding = string.Concat(Enumerable.Repeat("é😀x", 5_000));
        Node root = Sample.Text($$"""{"p": "{{padding}}", "q": 1}""").Root;

        Assert.Equal(new SourcePosition(1, padding.Length + 16), root["q"].Position);
    }

    [Theory]
    [InlineData("\"\\u0041\\n\\\"\\\\\\/\\ud83d\\ude00\"", "A\n\"\\/😀")]
    [InlineData("\"\"", "")]
    public void Escapes_are_taken_apart(string json, string expected) => Assert.Equal(expected, Sample.Text("[" + json + "]").Root[0].Text);

    [Fact]
    public void A_lone_surrogate_stays_what_it_is() => Assert.Equal("\ud800x", Sample.Text("""["\ud800x"]""").Root[0].Text);

    [Fact]
    public void Names_with_escapes_are_the_names_they_stand_for() => Assert.Equal("1", Sample.Text("""{"\u0061b": 1}""").Root["ab"].Text);

    [Fact]
    public void The_last_of_two_equal_names_counts_and_the_first_is_reported()
    {
        TextDocument text = Sample.Text("""{"a": 1, "b": {"a": 0}, "a": 2}""");

        Assert.Equal("2", text.Root["a"].Text);
        Assert.Equal(["b", "a"], Names(text.Root));
        Assert.Equal(2, text.Root.Count);
        Finding finding = Assert.Single(text.Findings);
        Assert.Equal((ReadingRules.DuplicateMember.Id, new SourcePosition(1, 25)), (finding.Id, finding.Document!.Position));
    }

    [Fact]
    public void Big_objects_are_looked_into_as_small_ones()
    {
        string members = string.Join(",", Enumerable.Range(0, 1000).Select(i => $"\"m{i}\": {i}"));
        Node root = Sample.Text($$"""{"o": { {{members}} }, "x": 7}""").Root;

        Assert.Equal("999", root["o"]["m999"].Text);
        Assert.Equal("0", root["o"]["m0"].Text);
        Assert.False(root["o"]["x"].Exists);
        Assert.False(root["o"]["m1000"].Exists);
    }

    [Theory]
    [InlineData("{\"a\": 1,}", 1, 9)]
    [InlineData("{\"a\" 1}", 1, 6)]
    [InlineData("[1 2]", 1, 4)]
    [InlineData("[01]", 1, 3)]
    [InlineData("[\n\"a\tb\"]", 2, 3)]
    [InlineData("[\"\\x\"]", 1, 4)]
    [InlineData("[1", 1, 3)]
    [InlineData("[tru]", 1, 2)]
    [InlineData("{} {}", 1, 4)]
    public void What_is_no_json_is_reported_where_it_stops_being_json(string json, int line, int column)
    {
        byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(json);
        List<SyntaxProblem> problems = [];

        Assert.False(new JsonParser(utf8, 0, new NodeTableBuilder(new ReadOptions().Limits, problems, 16)).Parse());
        SyntaxProblem problem = Assert.Single(problems);
        Assert.Equal(SyntaxProblemKind.Json, problem.Kind);
        Assert.Equal(new SourcePosition(line, column), new Utf8Source(utf8, 0, utf8.Length).Position(problem.Offset));
    }

    [Theory]
    [InlineData("""{ "b" : [ 1 , "x\u000ay" ] , "a" : { } }""", """{"b":[1,"x\ny"],"a":{}}""")]
    [InlineData("""["\/", "\u00e9", "\u0007", "\ud83d\ude00", "\udc00", "\\\""]""", """["/","é","\u0007","😀","\udc00","\\\""]""")]
    [InlineData("[ ]", "[]")]
    [InlineData("[1.50, -0, 1E+2, null, true]", "[1.50,-0,1E+2,null,true]")]
    public void Literals_are_compact_json_with_the_fewest_escapes(string json, string expected) =>
        Assert.Equal(expected, Sample.Text(json).Root.Literal().Text);

    private static List<string> Names(Node node)
    {
        List<string> names = [];
        foreach (Node member in node.Members) names.Add(member.Name);
        return names;
    }
}
