using System.Diagnostics;

namespace ContractToolkit.OpenApi.Tests.Hostile;

/// <summary>Documents made to hurt: each ends in a finding, soon, with little memory. The limits of time here are for hangs, not for speed.</summary>
public sealed class HostileTests
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    [InlineData("[{\"a\":[", "]}]")]
    public void Json_nested_without_end_stops_at_the_limit(string open, string close)
    {
        string text = string.Concat(Enumerable.Repeat(open, 200_000)) + "1" + string.Concat(Enumerable.Repeat(close, 200_000));

        Finding finding = Assert.Single(Timed(() => Sample.Text(text).Findings));
        Assert.Equal(ReadingRules.TooDeep.Id, finding.Id);
        Assert.Equal(1, finding.Document!.Position.Line);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    [InlineData("- ", "")]
    [InlineData("? ", "")]
    [InlineData("- - ", "")]
    [InlineData("!!seq [", "]")]
    [InlineData("&a [", "]")]
    public void Yaml_nested_without_end_stops(string open, string close)
    {
        string text = "x:\n " + string.Concat(Enumerable.Repeat(open, 20_000)) + "1" + string.Concat(Enumerable.Repeat(close, 20_000));

        IReadOnlyList<Finding> findings = Timed(() => Sample.Text(text).Findings);
        Assert.Contains(findings, finding => finding.Level == FindingLevel.Error);
    }

    [Fact]
    public void Yaml_indented_ever_deeper_stops_at_the_limit()
    {
        string text = string.Concat(Enumerable.Range(0, 3_000).Select(depth => new string(' ', depth) + "a:\n"));

        Assert.Equal(ReadingRules.TooDeep.Id, Assert.Single(Timed(() => Sample.Text(text).Findings)).Id);
    }

    [Fact]
    public void Nesting_up_to_the_limit_is_read_with_an_ordinary_stack()
    {
        string schema = string.Concat(Enumerable.Repeat("{\"not\":", 500)) + "{}" + string.Concat(Enumerable.Repeat("}", 500));

        SchemaDocument document = Timed(() => OnSmallStack(() => Sample.Schema(schema)));
        Assert.Empty(document.Findings);
        Assert.NotNull(document.Schema!.Composition!.Not);
    }

    [Fact]
    public void The_highest_limit_is_read_with_an_ordinary_stack()
    {
        string schema = string.Concat(Enumerable.Repeat("{\"allOf\":[", 255)) + "{}" + string.Concat(Enumerable.Repeat("]}", 255));

        SchemaDocument document = Timed(() => OnSmallStack(() => Sample.Schema(schema, options: new ReadOptions { MaxDepth = int.MaxValue })));
        Assert.Empty(document.Findings);
    }

    [Fact]
    public void An_alias_bomb_is_a_finding()
    {
        string text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
            + string.Concat(Enumerable.Range(1, 40).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n"));

        Finding finding = Assert.Single(Timed(() => Sample.Text(text).Findings));
        Assert.Equal(ReadingRules.TooManyNodes.Id, finding.Id);
    }

    [Fact]
    public void A_bomb_of_merge_keys_is_a_finding()
    {
        string text = "m0: &m0 {" + string.Join(", ", Enumerable.Range(0, 1_000).Select(i => $"k{i}: 1")) + "}\n"
            + string.Concat(Enumerable.Range(1, 2_000).Select(i => $"m{i}: &m{i} {{<<: *m{i - 1}, own{i}: 1}}\n"));

        Assert.Contains(Timed(() => Sample.Text(text).Findings), finding => finding.Id == ReadingRules.TooManyNodes.Id);
    }

    [Fact]
    public void More_values_than_the_limit_are_a_finding()
    {
        string text = "[" + string.Join(",", Enumerable.Repeat("0", 5_000)) + "]";

        Assert.Equal(ReadingRules.TooManyNodes.Id, Assert.Single(Sample.Text(text, new ReadOptions { MaxNodes = 5_000 }).Findings).Id);
        Assert.Empty(Sample.Text(text, new ReadOptions { MaxNodes = 5_001 }).Findings);
    }

    [Theory]
    [InlineData("{\"a\": \"", "\"}")]
    [InlineData("a: \"", "\"")]
    [InlineData("a: '", "'")]
    [InlineData("a: ", "")]
    [InlineData("a: |\n  ", "")]
    [InlineData("", ": 1")]
    [InlineData("# ", "\na: 1")]
    [InlineData("a: 0x", "")]
    [InlineData("a: 1", "e1")]
    [InlineData("a: &", " 1")]
    [InlineData("a: !", " 1")]
    public void A_string_of_many_megabytes_is_read_or_reported(string before, string after)
    {
        string text = before + new string('1', 8_000_000) + after;

        Timed(() => Sample.Text(text));
    }

    [Fact]
    public void A_million_equal_or_colliding_names_take_linear_time()
    {
        string text = "{" + string.Join(",", Enumerable.Range(0, 1_000_000).Select(i => $"\"{(i % 2 == 0 ? 0 : i)}\":1")) + "}";

        IReadOnlyList<Finding> findings = Timed(() => Sample.Text(text).Findings);
        Assert.InRange(findings.Count, 1_000, 10_001);
        Assert.Equal(ReadingRules.FindingsLeftOut.Id, findings[^1].Id);
    }

    [Fact]
    public void A_long_chain_of_references_ends()
    {
        string parameters = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"    P{i}: {{ $ref: '#/components/parameters/P{i + 1}' }}\n"));
        ContractDocument document = Timed(() => Sample.Of("3.1.0", "components:\n  parameters:\n" + parameters));

        Assert.NotNull(document.Contract);
        Assert.All(document.Findings, finding => Assert.Contains(finding.Id, new[] { ReadingRules.ReferenceCycle.Id, ReadingRules.UnresolvedReference.Id }));
    }

    [Fact]
    public void Callbacks_that_multiply_end()
    {
        string callbacks = string.Concat(Enumerable.Range(0, 24).Select(i =>
            $"    C{i}: {{ '/x': {{ post: {{ callbacks: {{ a: {{ $ref: '#/components/callbacks/C{i + 1}' }}, b: {{ $ref: '#/components/callbacks/C{i + 1}' }} }} }} }} }}\n"));
        ContractDocument document = Timed(() => Sample.Of("3.1.0", "components:\n  callbacks:\n" + callbacks + "    C24: { '/x': { post: {} } }\n"));

        Assert.NotNull(document.Contract);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("# only a comment")]
    [InlineData("null")]
    [InlineData("3")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"openapi\": \"3.1.0\"}")]
    [InlineData("{\"openapi\": null, \"paths\": []}")]
    [InlineData("{\"swagger\": \"2.0\", \"paths\": {\"/\": 3}}")]
    [InlineData("openapi: 3.9.9\npaths: [1]")]
    [InlineData("--- \n--- \n")]
    [InlineData("%YAML 9.9\n---\na: 1")]
    [InlineData("\u0000")]
    public void What_is_hardly_a_document_has_a_finding(string text) => Assert.NotEmpty(Sample.Read(text).Findings);

    [Fact]
    public void A_cancelled_reading_stops()
    {
        byte[] text = System.Text.Encoding.UTF8.GetBytes("openapi: 3.1.0\ncomponents: { schemas: { A: {} } }");

        Assert.Throws<OperationCanceledException>(() => ContractReader.Read("a", text, null, new CancellationToken(true)));
    }

    private static T Timed<T>(Func<T> read)
    {
        Stopwatch watch = Stopwatch.StartNew();
        T result = read();
        Assert.True(watch.Elapsed < Hang, $"took {watch.Elapsed}");
        return result;
    }

    private static T OnSmallStack<T>(Func<T> read)
    {
        T? result = default;
        Thread thread = new(() => result = read(), 1024 * 1024);
        thread.Start();
        thread.Join();
        return result!;
    }
}
