using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Cli.Tests;

/// <summary><c>contract overlay</c>, and <c>--overlay</c> of the commands that read a document.</summary>
public sealed class OverlayCommandTests : IDisposable
{
    private const string Shop = """
        openapi: 3.1.0
        info: { title: Shop, version: '1.0' }
        paths:
          /items:
            get:
              operationId: listItems
              responses:
                '200': { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } } }
        components:
          schemas:
            Item: { type: object, properties: { id: { type: integer } } }
        """;

    private const string Rename = """
        overlay: 1.1.0
        info: { title: Rename, version: '1' }
        extends: shop.yaml
        actions:
          - target: $.paths['/items'].get.operationId
            update: allItems
          - target: $.components.schemas.Item
            update: { required: [id] }
        """;

    private readonly ToolRun tool = new();

    public OverlayCommandTests()
    {
        tool.Write("shop.yaml", Shop);
        tool.Write("rename.yaml", Rename);
    }

    public void Dispose() => tool.Dispose();

    [Fact]
    public async Task Yaml_stays_yaml_and_keeps_its_order()
    {
        tool.Write("more.json", """{"overlay":"1.0.0","info":{"title":"More","version":"1"},"actions":[{"target":"$.info","update":{"contact":{"name":"on: \"us\""}}}]}""");
        Assert.Equal(0, await tool.RunAsync("overlay", "shop.yaml", "rename.yaml", "more.json"));
        Assert.Equal("", tool.Error);
        Assert.StartsWith("openapi: '3.1.0'\ninfo:\n  title: Shop\n  version: '1.0'\n  contact:\n    name: 'on: \"us\"'\npaths:\n  /items:\n    get:\n      operationId: allItems\n", tool.Output, StringComparison.Ordinal);
        Assert.EndsWith("      required:\n        - id\n", tool.Output, StringComparison.Ordinal);
    }

    /// <summary>Whatever stands in a real document comes through YAML as it is.</summary>
    [Fact]
    public async Task An_overlay_that_changes_nothing_changes_nothing()
    {
        tool.Write("nothing.yaml", "overlay: 1.1.0\ninfo: { title: T, version: '1' }\nactions: [ { target: $, update: {} } ]");
        int compared = 0;
        foreach (string path in Directory.EnumerateFiles(SharedData.Require("corpus/public"), "*.*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".yaml" or ".json" && new FileInfo(file).Length < 300_000))
        {
            if (DocumentText.ToJson(File.ReadAllBytes(path)) is not { } json || json[0] != '{') continue;
            await tool.RunAsync("overlay", path, "nothing.yaml", "-o", "out.yaml");
            Assert.Equal(json, DocumentText.ToJson(File.ReadAllBytes(Path.Combine(tool.Folder, "out.yaml"))));
            compared++;
        }

        Assert.True(compared > 30);
    }

    [Theory]
    [InlineData("{\"a\":1.50}", "{\"a\":1.50,\"b\":[]}")]
    [InlineData("{\n    \"a\": 1.50\n}\n", "{\n    \"a\": 1.50,\n    \"b\": []\n}\n")]
    [InlineData("{\n\t\"a\": 1.50\n}\n", "{\n\t\"a\": 1.50,\n\t\"b\": []\n}\n")]
    public async Task Json_stays_json_and_keeps_its_indentation(string document, string expected)
    {
        tool.Write("a.json", document);
        tool.Write("b.yaml", "overlay: 1.1.0\ninfo: { title: T, version: '1' }\nactions: [ { target: $, update: { b: [] } } ]");
        Assert.Equal(0, await tool.RunAsync("overlay", "a.json", "b.yaml", "-o", "out"));
        Assert.Equal(expected, tool.Read("out"));
        Assert.Equal(0, await tool.RunAsync("overlay", "a.json", "b.yaml", "-o", "out.yaml"));
        Assert.Equal("a: 1.50\nb: []\n", tool.Read("out.yaml"));
    }

    [Fact]
    public async Task A_mistake_is_named_and_nothing_is_written()
    {
        tool.Write("bad.yaml", Rename.Replace("$.components.schemas.Item", "$.components[schemas", StringComparison.Ordinal));
        Assert.Equal(2, await tool.RunAsync("overlay", "shop.yaml", "bad.yaml", "-o", "out.yaml"));
        Assert.Contains("bad.yaml:7:13 /actions/1/target: error CT1602: a selector", tool.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(tool.Folder, "out.yaml")));
        Assert.Equal(2, await tool.RunAsync("overlay", "shop.yaml", "nowhere.yaml"));
        Assert.Equal("contract: nowhere.yaml does not exist.\n", tool.Error.Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_target_that_selects_nothing_is_a_warning_or_strictly_an_error()
    {
        tool.Write("old.yaml", Rename.Replace("$.components.schemas.Item", "$.components.schemas.Gone", StringComparison.Ordinal));
        Assert.Equal(0, await tool.RunAsync("overlay", "shop.yaml", "old.yaml"));
        Assert.Contains("old.yaml:7:13 /actions/1/target: warning CT1603: $.components.schemas.Gone selects nothing", tool.Error, StringComparison.Ordinal);
        Assert.Contains("allItems", tool.Output, StringComparison.Ordinal);
        Assert.Equal(1, await tool.RunAsync("overlay", "shop.yaml", "old.yaml", "--strict"));
        Assert.Contains("error CT1603", tool.Error, StringComparison.Ordinal);
        Assert.Equal("", tool.Output);
    }

    [Fact]
    public async Task Commands_read_the_document_with_its_overlays()
    {
        Assert.Equal(0, await tool.RunAsync("generate", "shop.yaml", "-o", "out", "--namespace", "Shop", "--overlay", "rename.yaml"));
        Assert.Contains(Directory.EnumerateFiles(Path.Combine(tool.Folder, "out")), file => File.ReadAllText(file).Contains("AllItemsAsync", StringComparison.Ordinal));
        tool.Write("item.json", "{}");
        Assert.Equal(0, await tool.RunAsync("validate", "shop.yaml#/components/schemas/Item", "item.json"));
        Assert.Equal(1, await tool.RunAsync("validate", "shop.yaml#/components/schemas/Item", "item.json", "--overlay", "rename.yaml"));
        Assert.Equal(0, await tool.RunAsync("check", "shop.yaml", "--mock", "--phase", "examples", "--overlay", "rename.yaml", "--operation", "allItems"));
        Assert.Equal(0, await tool.RunAsync("convert", "shop.yaml", "--overlay", "rename.yaml"));
        Assert.Contains("allItems", tool.Output, StringComparison.Ordinal);
    }

    /// <summary>Both sides are read with it: what an overlay changes in both is no change.</summary>
    [Fact]
    public async Task A_comparison_reads_both_documents_with_it()
    {
        tool.Write("newer.yaml", Shop.Replace("type: integer", "type: string", StringComparison.Ordinal));
        tool.Write("open.yaml", "overlay: 1.0.0\ninfo: { title: T, version: '1' }\nactions: [ { target: $.components.schemas.Item.properties, remove: true } ]");
        Assert.Equal(1, await tool.RunAsync("diff", "shop.yaml", "newer.yaml"));
        Assert.Equal(0, await tool.RunAsync("diff", "shop.yaml", "newer.yaml", "--overlay", "open.yaml"));
    }

    [Fact]
    public async Task Findings_have_their_place_where_it_was_written()
    {
        tool.Write("bad.yaml", Rename.Replace("update: { required: [id] }", "update: { required: [id], type: 5 }", StringComparison.Ordinal));
        Assert.Equal(0, await tool.RunAsync("lint", "shop.yaml", "--overlay", "bad.yaml", "--no-second-opinion"));
        Assert.Contains("bad.yaml:8:37", tool.Output, StringComparison.Ordinal);
        Assert.Equal("", tool.Error);
        tool.Write("broken.yaml", "overlay: 3");
        Assert.Equal(2, await tool.RunAsync("lint", "shop.yaml", "--overlay", "broken.yaml"));
        Assert.Contains("broken.yaml:1:10", tool.Output, StringComparison.Ordinal);
        Assert.Equal(2, await tool.RunAsync("check", "shop.yaml", "--mock", "--overlay", "broken.yaml"));
        Assert.Contains("broken.yaml:1:10", tool.Error, StringComparison.Ordinal);
    }
}
