using ContractToolkit.Drift.Import;
using ContractToolkit.Drift.Import.Documents;

namespace ContractToolkit.Drift.Tests.Import;

/// <summary>Variables of a Postman collection: those of the host are filled in, those of the path are parameters.</summary>
public sealed class PostmanVariableTests
{
    [Fact]
    public void The_host_is_filled_in_and_the_path_is_not()
    {
        const string collection = """
            {"info":{"name":"c","schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
             "variable":[{"key":"baseUrl","value":"{{scheme}}://c.test/base/"},{"key":"scheme","value":"https"},{"key":"order","value":"17"},{"key":"loop","value":"{{loop}}"}],
             "item":[{"name":"one","request":{"method":"GET","url":{"raw":"{{baseUrl}}/orders/{{order}}"}}},{"name":"two","request":{"method":"GET","url":"{{loop}}/x"}},{"name":"three","request":{"method":"GET","url":"{{unknown}}/y"}}]}
            """;
        string yaml = YamlText.Write(DocumentImport.Read([new ImportSource("c.json", collection)]).Document);
        Assert.Contains("- url: https://c.test", yaml, StringComparison.Ordinal);
        Assert.Contains("/base/orders/{orderId}:", yaml, StringComparison.Ordinal);
        Assert.Contains("/x:", yaml, StringComparison.Ordinal);
        Assert.Contains("/y:", yaml, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", yaml, StringComparison.Ordinal);
    }
}
