using System.Text;
using ContractToolkit.Drift.Import;
using ContractToolkit.Drift.Import.Merging;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Drift.Tests.Import;

public sealed class ImportMergeTests
{
    private const string Contract = """
        openapi: 3.1.0  # a remark
        info: {title: Shop, version: '1'}
        servers:
          - url: https://shop.test
        paths:
          /orders/details:
            # why this stands first
            post:
              operationId: getOrder   # curated
              x-team: blue
              requestBody:
                content:
                  application/json:
                    schema:
                      type: object
                      required: [id]
                      properties:
                        id: {type: integer, minimum: 1}   # tightened by hand
                        note:
                          type: string
                          maxLength: 40
              responses:
                '200':
                  description: ok
                  content:
                    application/json: {schema: {type: object, properties: {code: {type: integer}}}}
        # the end
        """;

    private const string Page = """
        Get Order
        POST
        /orders/details
        shop/Orders
        Finds an order
        Request
        Body Params application/json
        id
        integer
        required
        note
        integer
        optional
        colour
        string
        required
        a colour
        Example
        {"id": 1, "note": 2, "colour": "red"}
        Request samples
        curl --location 'https://shop.test/orders/details'
        Responses
        🟢200OK
        application/json
        Body
        code
        integer
        optional
        state
        string
        optional
        Example
        {"code": 0, "state": "open"}
        Modified at 2024-01-01 00:00:00
        """;

    [Fact]
    public void What_the_contract_lacks_is_added_and_every_line_of_it_stays()
    {
        (ComparisonResult result, string merged) = Merge(Contract, Page);
        foreach (string line in Contract.Split('\n').Where(line => !line.Contains("application/json: {schema") && !line.Contains("required: [id]"))) Assert.Contains(line, merged);
        ContractDocument document = Read(merged);
        Operation operation = Assert.Single(document.Contract!.Operations);
        Assert.Equal(["id", "note", "colour"], operation.RequestBody!.Content[0].Schema!.Object!.Properties.Select(property => property.Name));
        Assert.Equal(["code", "state"], operation.Responses[0].Content[0].Schema!.Object!.Properties.Select(property => property.Name));
        Assert.Equal(["id", "colour"], operation.RequestBody.Content[0].Schema!.Object!.Required);
        Assert.Equal("Get Order", operation.Summary);
        Assert.Equal("getOrder", operation.OperationId);
        // Once added, nothing is left to add; what contradicts still does.
        (ComparisonResult again, string same) = Merge(merged, Page);
        Assert.Equal(merged, same);
        Assert.DoesNotContain(again.Findings, finding => finding.Id is "import-element-missing" or "import-operation-missing");
        Assert.Equal(result.Findings.Count(IsContradiction), again.Findings.Count(IsContradiction));
    }

    [Fact]
    public void A_contradiction_names_both_places_and_changes_nothing()
    {
        (ComparisonResult result, string merged) = Merge(Contract, Page);
        Finding finding = Assert.Single(result.Findings, IsContradiction);
        Assert.Equal("import-type-contradiction", finding.Id);
        Assert.Equal("The page says integer for the request at /note; the contract says string.", finding.Message);
        Assert.Equal(("shop.yaml", 20), (finding.Document!.File, finding.Document.Position.Line));
        Assert.Equal(("page.txt", 11), (finding.BaseDocument!.File, finding.BaseDocument.Position.Line));
        Assert.Contains("maxLength: 40", merged);
    }

    [Fact]
    public void An_operation_that_is_new_is_added_below_its_path_with_what_it_refers_to()
    {
        const string markdown = """
            # Pets

            ```yaml
            openapi: 3.0.1
            servers: [{url: 'https://shop.test'}]
            paths:
              /orders/details:
                get:
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }
              /pets/{pid}:
                get:
                  parameters: [{ name: pid, in: path, required: true, schema: { type: integer } }]
                  responses: { '204': { description: none } }
            components:
              schemas:
                Order: { type: object, properties: { owner: { $ref: '#/components/schemas/Owner' } } }
                Owner: { type: string }
                Unused: { type: string }
            ```
            """;
        (_, string merged) = Merge(Contract, markdown, "pets.md");
        ContractDocument document = Read(merged);
        Assert.Equal(["POST /orders/details", "GET /orders/details", "GET /pets/{pid}"], document.Contract!.Operations.Select(operation => operation.DisplayName));
        Assert.Contains("Owner:", merged);
        Assert.DoesNotContain("Unused", merged);
Assert.Contains("# the end", merged);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("pretty json")]
    [InlineData("windows")]
    public void Documents_in_json_and_with_windows_newlines_keep_their_form(string form)
    {
        string yaml = form == "windows" ? Contract.Replace("\n", "\r\n") : "";
        string json = """{"openapi":"3.1.0","info":{"title":"S","version":"1"},"paths":{"/orders/details":{"post":{"requestBody":{"content":{"application/json":{"schema":{"type":"object","properties":{"id":{"type":"integer"}}}}}},"responses":{"200":{"description":"ok"}}}}}}""";
        if (form == "pretty json") json = System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString(new() { WriteIndented = true });
        (ComparisonResult result, string merged) = Merge(form == "windows" ? yaml : json, Page);
        Assert.NotEmpty(result.Edits);
        if (form == "windows") Assert.DoesNotContain("\n", merged.Replace("\r\n", ""));
        else using (System.Text.Json.JsonDocument.Parse(merged)) Assert.Contains("\"colour\"", merged);
        Assert.Contains("colour", Assert.Single(Read(merged).Contract!.Operations).RequestBody!.Content[0].Schema!.Object!.Properties.Select(property => property.Name));
    }

    [Fact]
    public void Pages_that_agree_have_no_difference()
    {
        (_, string merged) = Merge(Contract, Page.Replace("note\ninteger", "note\nstring").Replace("\"note\": 2", "\"note\": \"n\""));
        (ComparisonResult again, _) = Merge(merged, Page.Replace("note\ninteger", "note\nstring").Replace("\"note\": 2", "\"note\": \"n\""));
        Assert.Empty(again.Findings.Select(finding => finding.Message));
    }

    [Fact]
    public void What_the_page_does_not_list_any_more_is_a_remark()
    {
        (ComparisonResult result, _) = Merge(Contract, Page.Replace("note\ninteger\noptional\n", ""));
        Assert.Contains(result.Findings, finding => finding is { Id: "import-element-gone", Level: FindingLevel.Info, Message: "The page does not list the request at /note." });
    }

    [Fact]
    public void The_page_of_the_seeds_and_the_curated_contract_agree()
    {
        string page = File.ReadAllText(Directory.GetFiles(SharedData.Require("seeds"))[0]);
        string text = File.ReadAllText(Path.Combine(SharedData.Repository, "spec", "beschannels", "openapi.yaml"));
        ContractDocument curated = Read(text);
        ImportResult imported = DocumentImport.Read([new ImportSource("leads-details.txt", page)]);
        ComparisonResult result = ImportComparison.Compare(imported, curated.Contract!, curated.Locate);
        Assert.Empty(result.Findings.Select(finding => finding.Id + " " + finding.Message));
        Assert.Equal(text, DocumentMerge.Apply(text, result.Edits).Text);
    }

    [Fact]
    public void The_page_of_the_seeds_alone_yields_the_curated_request()
    {
        string page = File.ReadAllText(Directory.GetFiles(SharedData.Require("seeds"))[0]);
        ContractDocument curated = Read(File.ReadAllText(Path.Combine(SharedData.Repository, "spec", "beschannels", "openapi.yaml")));
        ContractDocument alone = Read(Drift.Import.Documents.YamlText.Write(DocumentImport.Read([new ImportSource("leads-details.txt", page)]).Document));
        Operation expected = curated.Contract!.Operations.Single(operation => operation.Path.EndsWith("leads-details", StringComparison.Ordinal)), drafted = Assert.Single(alone.Contract!.Operations);
        Assert.Equal((expected.Method, expected.Path), (drafted.Method, drafted.Path));
        Assert.Equal(Shape(curated.Contract, expected.RequestBody!.Content[0].Schema!), Shape(alone.Contract, drafted.RequestBody!.Content[0].Schema!));
    }

    /// <summary>Members with their types and whether they are required, and which of them one must be given.</summary>
    private static string Shape(Contract contract, Schema schema)
    {
        schema = contract.Schemas.Follow(schema);
        string members = string.Join(",", (schema.Object?.Properties ?? default).Select(property =>
            $"{property.Name}{(schema.Object!.Required.Contains(property.Name) ? "!" : "")}:{Shape(contract, property.Schema)}").Order(StringComparer.Ordinal));
        string choice = string.Join("|", (schema.Composition?.AnyOf ?? default).Select(branch => string.Join("+", branch.Object?.Required ?? default)).Order(StringComparer.Ordinal));
        return $"{schema.Types}({members})[{choice}]";
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Mutated_pages_never_break_the_import_or_the_document(int seed)
    {
        Random random = new(seed);
        for (int i = 0; i < 150; i++)
        {
            StringBuilder page = new(Page);
            for (int n = random.Next(1, 6); n > 0; n--)
            {
                int at = random.Next(page.Length);
                switch (random.Next(4))
                {
                    case 0: page.Remove(at, Math.Min(random.Next(1, 60), page.Length - at)); break;
                    case 1: page.Insert(at, "\n"); break;
                    case 2: page.Insert(at, random.Next(4) switch { 0 => "{", 1 => ": - #", 2 => "```yaml\nopenapi: {", _ => "\u2028'\"" }); break;
                    default: page[at] = (char)random.Next(32, 500); break;
                }

                if (page.Length == 0) page.Append('x');
            }

            ImportResult imported = DocumentImport.Read([new ImportSource("page.txt", page.ToString())]);
            if (imported.Operations.Count == 0) continue;
            ContractDocument document = Read(Contract);
            MergedDocument merged = DocumentMerge.Apply(Contract, ImportComparison.Compare(imported, document.Contract!, document.Locate).Edits);
            foreach (string comment in new[] { "# a remark", "# why this stands first", "# tightened by hand", "# the end" }) Assert.Contains(comment, merged.Text);
            Assert.NotNull(ContractReader.Read("shop.yaml", System.Text.Encoding.UTF8.GetBytes(merged.Text)).Contract);
        }
    }

    private static bool IsContradiction(Finding finding) => finding.Id.EndsWith("-contradiction", StringComparison.Ordinal);

    private static (ComparisonResult Result, string Merged) Merge(string contract, string page, string file = "page.txt")
    {
        ContractDocument document = Read(contract);
        ImportResult imported = DocumentImport.Read([new ImportSource(file, page)]);
        Assert.Empty(imported.Findings);
        ComparisonResult result = ImportComparison.Compare(imported, document.Contract!, document.Locate);
        MergedDocument merged = DocumentMerge.Apply(contract, result.Edits);
        Assert.Empty(merged.Refused);
        return (result, merged.Text);
    }

    private static ContractDocument Read(string text)
    {
        ContractDocument document = ContractReader.Read("shop.yaml", System.Text.Encoding.UTF8.GetBytes(text));
        Assert.Empty(document.Findings.Where(finding => finding.Level == FindingLevel.Error).Select(finding => finding.Message));
        return document;
    }
}
