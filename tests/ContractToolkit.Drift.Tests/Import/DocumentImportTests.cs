using ContractToolkit.Drift.Import;
using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Drift.Tests.Import;

public sealed class DocumentImportTests(ITestOutputHelper output)
{
    [Fact]
    public void Curl_lines_become_operations_with_templates_and_shapes_but_no_values()
    {
        string yaml = Import("calls.sh", """
            curl -X POST 'https://api.example.com/v1/orders/17/items?token=SECRET-1&page=2' -H 'X-Shop: 9' \
              -H 'Content-Type: application/json' -d '{"sku":"a-1","count":2,"gift":null}'
            curl https://api.example.com/v1/orders/18/items?page=3
            """);
        Assert.Contains("/v1/orders/{orderId}/items:", yaml);
        Assert.Contains("operationId: postV1OrdersOrderIdItems", yaml);
        Assert.Contains("name: X-Shop", yaml);
        Assert.Contains("application/json:", yaml);
        Assert.DoesNotContain("SECRET-1", yaml);
        Assert.DoesNotContain("a-1", yaml);
    }

    [Fact]
    public void A_postman_collection_becomes_operations()
    {
        string yaml = Import("shop.postman_collection.json", """
            {"info":{"name":"Shop","schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
             "item":[{"name":"Folder","item":[{"name":"Add a pet","request":{"method":"POST","url":{"raw":"{{base}}/pets?dry=1"},
               "header":[],"body":{"mode":"raw","raw":"{\"name\":\"Rex\",\"age\":3}"}},
               "response":[{"code":201,"header":[{"key":"Content-Type","value":"application/json; charset=utf-8"}],"body":"{\"id\":1}"}]}]}]}
            """);
        Assert.Contains("summary: Add a pet", yaml);
        Assert.Contains("/pets:", yaml);
        Assert.Contains("'201':", yaml);
        Assert.DoesNotContain("Rex", yaml);
    }

    [Fact]
    public void The_openapi_block_of_a_markdown_export_is_taken_over()
    {
        string yaml = Import("page.md", """
            # Get a pet

            ```yaml
            openapi: 3.0.1
            info: { title: '', version: 1.0.0 }
            paths:
              /pets/{id}:
                get:
                  summary: Get a pet
                  x-apifox-status: released
                  parameters:
                    - { name: id, in: path, required: true, schema: { type: integer } }
                  responses:
                    '200':
                      description: ok
                      content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
            components:
              schemas:
                Pet: { type: object, properties: { name: { type: string } } }
            ```
            """);
        Assert.Contains("/pets/{id}:", yaml);
        Assert.Contains("Pet:", yaml);
        Assert.DoesNotContain("x-apifox", yaml);
    }

    [Fact]
    public void A_page_full_of_open_blocks_is_read_in_bounded_time()
    {
        string text = string.Concat(Enumerable.Repeat("x```yaml\nopenapi: 3.0.0\n", 50_000));
        Assert.Single(DocumentImport.Read([new ImportSource("hostile.md", text)]).Findings);
    }

    [Fact]
    public void A_file_without_an_operation_is_a_finding_with_a_remedy()
    {
        Finding finding = Assert.Single(DocumentImport.Read([new ImportSource("notes.txt", "nothing here")]).Findings);
        Assert.Equal("notes.txt", finding.Document!.File);
        Assert.NotNull(finding.Remedy);
    }

    [Fact]
    public void The_seed_page_yields_the_operation_of_the_curated_contract()
    {
        string page = Directory.GetFiles(SharedData.Require("seeds"))[0];
        string yaml = Import("leads-details.txt", File.ReadAllText(page));
        output.WriteLine(yaml);
        Assert.Contains("/leads/open-api/leads-details:", yaml);
        Assert.Contains("anyOf:", yaml);
        // The page's sample request carries a live-looking token in its query.
        Assert.DoesNotContain("access_token=", yaml);
    }

    private static string Import(string file, string text)
    {
        ImportResult result = DocumentImport.Read([new ImportSource(file, text)]);
        Assert.Empty(result.Findings);
        return YamlText.Write(result.Document);
    }
}
