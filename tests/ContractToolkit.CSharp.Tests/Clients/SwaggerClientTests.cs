using ContractToolkit.TestSupport;

namespace ContractToolkit.CSharp.Tests.Clients;

/// <summary>What only OpenAPI 2.0 has: lists joined by <c>collectionFormat</c> in every place, and bodies made of parameters.</summary>
public sealed class SwaggerClientTests
{
    [Fact]
    public async Task Lists_are_joined_as_the_collection_format_says_in_every_place()
    {
        const string document = """
            swagger: '2.0'
            info: { title: Test, version: '1' }
            host: example.com
            basePath: /v1
            paths:
              /p/{pipes}/{ssv}/{csv}:
                get:
                  tags: [x]
                  operationId: run
                  parameters:
                    - { in: path, name: pipes, required: true, type: array, items: { type: integer }, collectionFormat: pipes }
                    - { in: path, name: ssv, required: true, type: array, items: { type: string }, collectionFormat: ssv }
                    - { in: path, name: csv, required: true, type: array, items: { type: string } }
                    - { in: query, name: tsv, required: true, type: array, items: { type: string }, collectionFormat: tsv }
                    - { in: query, name: multi, required: true, type: array, items: { type: integer }, collectionFormat: multi }
                    - { in: header, name: X-Pipes, required: true, type: array, items: { type: string }, collectionFormat: pipes }
                    - { in: header, name: X-Ssv, required: true, type: array, items: { type: integer }, collectionFormat: ssv }
                    - { in: header, name: X-Csv, type: array, items: { type: integer }, collectionFormat: csv }
                  responses: { 204: { description: x } }
            """;
        ReceivedRequest request = await ClientRun.SendAsync(document, """client.X.RunAsync([1, 2], ["a", "b/c"], ["d", "e"], ["f", "g"], [3, 4], ["h", "i,j"], [5, 6], [7, 8])""");
        Assert.Equal("/p/1%7C2/a%20b%2Fc/d,e?tsv=f%09g&multi=3&multi=4", request.Target);
        Assert.Equal(("h|i,j", "5 6", "7,8"), (request.Headers["X-Pipes"], request.Headers["X-Ssv"], request.Headers["X-Csv"]));
    }

    [Fact]
    public void Schemes_are_servers_of_one_name_and_the_insecure_one_says_so()
    {
        const string document = """
            swagger: '2.0'
            info: { title: Test, version: '1' }
            host: example.com
            basePath: /v1
            schemes: [https, http]
            paths: { /a: { get: { operationId: run, responses: { 204: { description: x } } } } }
            """;
        Type servers = GeneratedAssembly.Generate(document).Load().GetType("Api.TestServers")!;
        Assert.Equal(new Uri("https://example.com/v1"), servers.GetMethod("ExampleComV1")!.Invoke(null, null));
        Assert.Equal(new Uri("http://example.com/v1"), servers.GetMethod("ExampleComV1Http")!.Invoke(null, null));
    }
}
