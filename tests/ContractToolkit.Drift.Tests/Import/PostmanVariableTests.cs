using ContractToolkit.Drift.Import;
using ContractToolkit.Drift.Import.Documents;

namespace ContractToolkit.Drift.Tests.Import;

/// <summary>Variables of Postman: those of the host are filled in, from the collection and from environments; what is left becomes server variables; those of the path are parameters.</summary>
public sealed class PostmanVariableTests
{
    private const string Environment = """
        {"id":"e","name":"prod","values":[{"key":"baseUrl","value":"https://prod.test/v2","enabled":true},{"key":"secretHost","value":"hidden.test","type":"secret"},{"key":"off","value":"off.test","enabled":false}]}
        """;

    [Fact]
    public void The_host_is_filled_in_and_the_path_is_not()
    {
        const string collection = """
            {"info":{"name":"c","schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
             "variable":[{"key":"baseUrl","value":"{{scheme}}://c.test/base/"},{"key":"scheme","value":"https"},{"key":"order","value":"17"},{"key":"loop","value":"{{loop}}"}],
             "item":[{"name":"one","request":{"method":"GET","url":{"raw":"{{baseUrl}}/orders/{{order}}"}}},{"name":"two","request":{"method":"GET","url":"{{loop}}/x"}},{"name":"three","request":{"method":"GET","url":"{{unknown}}/y"}}]}
            """;
        string yaml = Yaml(("c.json", collection));
        Assert.Contains("- url: https://c.test", yaml, StringComparison.Ordinal);
        Assert.Contains("/base/orders/{order}:", yaml, StringComparison.Ordinal);
        Assert.Contains("/x:", yaml, StringComparison.Ordinal);
        Assert.Contains("/y:", yaml, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", yaml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_environment_wins_over_the_collection_wherever_it_stands(bool first)
    {
        (string, string) collection = ("c.json", Collection("""{"request":"{{baseUrl}}/orders/:orderNo"}""", """{"key":"baseUrl","value":"https://test.test"}"""));
        string yaml = first ? Yaml(("prod.json", Environment), collection) : Yaml(collection, ("prod.json", Environment));
        Assert.Contains("- url: https://prod.test\n", yaml, StringComparison.Ordinal);
        Assert.Contains("/v2/orders/{orderNo}:", yaml, StringComparison.Ordinal);
        Assert.DoesNotContain("test.test", yaml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{baseUrl2}}/x", "'{baseUrl2}'", "https://host.invalid")]
    [InlineData("{{root}}x", "'{root}'", "https://host.invalid")]
    [InlineData("https://{{host}}/x", "https://{host}", "host.invalid")]
    [InlineData("https://{{tenant}}.shop.test/x", "https://{tenant}.shop.test", "tenant")]
    [InlineData("{{scheme}}://shop.test/x", "'{scheme}://shop.test'", "https")]
    [InlineData("http://shop.test:{{port}}/x", "http://shop.test:{port}", "'443'")]
    [InlineData("https://{{secretHost}}/x", "https://{secretHost}", "host.invalid")]
    [InlineData("https://{{off}}/x", "https://{off}", "host.invalid")]
    [InlineData("https://me:pass@{{host}}/x", "https://{host}", "host.invalid")]
    public void What_nothing_fills_in_becomes_a_server_variable(string url, string server, string value)
    {
        string yaml = Yaml(("c.json", Collection($"{{\"request\":\"{url}\"}}")), ("prod.json", Environment));
        Assert.Contains($"  - url: {server}\n", yaml, StringComparison.Ordinal);
        Assert.Contains($"        default: {value}\n", yaml, StringComparison.Ordinal);
        Assert.Contains("  /x:\n", yaml, StringComparison.Ordinal);
        Assert.DoesNotContain("pass", yaml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"mode":"raw","raw":"<a/>","options":{"raw":{"language":"xml"}}}""", "[]", "application/xml")]
    [InlineData("""{"mode":"raw","raw":"{\"n\": {{count}}}"}""", "[]", "application/json")]
    [InlineData("""{"mode":"raw","raw":"a,b"}""", """[{"key":"Content-Type","value":"text/csv"}]""", "text/csv")]
    [InlineData("""{"mode":"file","file":{"src":"/a"}}""", "[]", "application/octet-stream")]
    [InlineData("""{"mode":"graphql","graphql":{"query":"{a}"}}""", "[]", "application/json")]
    public void A_body_has_the_media_type_that_it_is_sent_with(string body, string headers, string type)
    {
        string call = """{"request":{"method":"POST","url":"https://c.test/x","header":""" + headers + ""","body":""" + body + "}}";
        Assert.Contains($"          {type}:\n", Yaml(("c.json", Collection(call, """{"key":"count","value":"3"}"""))), StringComparison.Ordinal);
    }

    [Fact]
    public void Known_variables_make_json_of_a_body()
    {
        string yaml = Yaml(("c.json", Collection("""{"request":{"method":"POST","url":"https://c.test/x","body":{"mode":"raw","raw":"{\"n\": {{count}}}"}}}""", """{"key":"count","value":"3"}""")));
        Assert.Contains("type: integer", yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void Operations_belong_to_the_servers_that_have_them()
    {
        string yaml = Yaml(("c.json", Collection("""{"request":"https://a.test/x"},{"request":"https://b.test/y"},{"request":"https://a.test/z"},{"request":"https://b.test/z"}""")));
        Assert.Equal(2, yaml.Split("      servers:\n").Length - 1);
    }

    private static string Collection(string items, string variables = "") =>
        """{"info":{"name":"c","schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},"variable":[""" + variables + """],"item":[""" + items + "]}";

    private static string Yaml(params (string File, string Text)[] files)
    {
        ImportResult result = DocumentImport.Read(files.Select(file => new ImportSource(file.File, file.Text)));
        Assert.Empty(result.Findings);
        return YamlText.Write(result.Document);
    }
}
