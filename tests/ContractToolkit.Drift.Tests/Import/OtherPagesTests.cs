using ContractToolkit.Drift.Import;
using ContractToolkit.Drift.Import.Calls;
using ContractToolkit.Drift.Import.Documents;

namespace ContractToolkit.Drift.Tests.Import;

/// <summary>Pages of other operations than the seed's: enumerations, defaults, nested tables, several answers, values in the path.</summary>
public sealed class OtherPagesTests
{
    private const string Page = """
        Shop
        Search
        List orders

        GET
        /v2/orders/{order_id}/items
        Shop/Orders
        Request

        Query Params
        limit
        integer 
        optional
        Default:
        20
        sort
        enum<string> 
        required
        Allowed values:
        asc
        desc
        Body 参数 application/json
        status
        array[enum<string>]
        状态
        可选
        枚举值:
        open
        closed
        Request samples
        Shell
        curl --location --request GET 'https://api.example.com/base/v2/orders/17/items?limit=20'
        返回响应

        🟢200成功
        application/json
        Body
        code
        integer 
        必需
        data
        object {2} 
        必需
        total
        integer 
        必需
        list
        array [object {2}] 
        可选
        code
        string 
        可选
        note
        string | null
        可选
        msg
        string 
        可选
        🟠404Not Found
        application/json
        Body
        error
        string 
        required
        """;

    [Fact]
    public void What_the_page_says_is_in_the_draft()
    {
        ImportResult result = DocumentImport.Read([new ImportSource("page.txt", Page)]);
        DraftedOperation drafted = Assert.Single(result.Operations);
        Assert.Equal("https://api.example.com/base", drafted.Server?.Url);
        Assert.Equal("20", ((DraftRaw)At(drafted.Operation, ["parameters", "0", "schema", "default"])).Json);
        Assert.Equal(["asc", "desc"], Values(drafted.Operation, "parameters", "1", "schema", "enum"));
        Assert.Equal(["open", "closed"], Values(drafted.Operation, "requestBody", "content", "application/json", "schema", "properties", "status", "items", "enum"));
        string[] answer = ["responses", "200", "content", "application/json", "schema", "properties"];
        Assert.Equal(["code", "data", "msg"], Names(drafted.Operation, answer));
        Assert.Equal(["total", "list"], Names(drafted.Operation, [.. answer, "data", "properties"]));
        Assert.Equal(["code", "note"], Names(drafted.Operation, [.. answer, "data", "properties", "list", "items", "properties"]));
        Assert.Equal(["string", "null"], Values(drafted.Operation, [.. answer, "data", "properties", "list", "items", "properties", "note", "type"]));
        Assert.Equal(["error"], Names(drafted.Operation, "responses", "404", "content", "application/json", "schema", "properties"));
    }

    [Fact]
    public void A_sample_shows_nesting_at_any_depth()
    {
        const string page = "Get\n\nGET\n/a\nResponses\n200OK\napplication/json\nBody\ndata\nobject \noptional\nlist\narray \noptional\nid\ninteger \noptional\nExample\n{\"data\":{\"list\":[{\"id\":1}]}}\n";
        DraftMap operation = Assert.Single(DocumentImport.Read([new ImportSource("page.txt", page)]).Operations).Operation;
        Assert.Equal(["list", "id"], Names(operation, "responses", "200", "content", "application/json", "schema", "properties", "data", "properties"));
    }

    [Fact]
    public void A_curl_line_with_json_is_json()
    {
        DraftMap operation = Assert.Single(DocumentImport.Read([new ImportSource("c.sh", "curl --json '{\"n\":1}' https://c.test/a")]).Operations).Operation;
        Assert.Equal(["application/json"], Names(operation, "requestBody", "content"));
    }

    private static string[] Names(DraftMap operation, params string[] path) => [.. ((DraftMap)At(operation, path)).Members.Select(member => member.Key)];

    private static string[] Values(DraftMap operation, params string[] path) => [.. ((DraftList)At(operation, path)).Items.Cast<DraftText>().Select(text => text.Text)];

    private static DraftNode At(DraftNode node, string[] path)
    {
        foreach (string name in path) node = node is DraftList list ? list.Items[int.Parse(name)] : ((DraftMap)node)[name] ?? throw new InvalidOperationException(name + " of " + string.Join('/', path));
        return node;
    }
}
