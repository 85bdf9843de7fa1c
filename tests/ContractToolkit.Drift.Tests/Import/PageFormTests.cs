using ContractToolkit.Drift.Import;
using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.Drift.Import.Pages;

namespace ContractToolkit.Drift.Tests.Import;

/// <summary>What people's tools and habits do to saved pages: full-width signs, character references, other marks, several operations in one file.</summary>
public sealed class PageFormTests
{
    [Theory]
    [InlineData("Body 参数（application/json）")]
    [InlineData("Body 参数 application/json")]
    [InlineData("Body参数(application/json)")]
    [InlineData("Body Params: application/json")]
    [InlineData("Body\u00A0Params\u3000application/json")]
    public void A_body_is_known_by_its_caption_however_it_is_written(string caption)
    {
        PageOperation page = Read($"请求参数\n\nQuery 参数\ntoken\nstring\n必需\n{caption}\norder_no\nstring\n必填\n返回响应");
        Assert.Equal("token", Assert.Single(page.Parameters).Member.Name);
        Assert.Equal("order_no", Assert.Single(page.Request!.Members).Name);
        Assert.Equal("application/json", page.Request.MediaType);
    }

    [Theory]
    [InlineData("name\nstring\n*", true)]
    [InlineData("name*\nstring", true)]
    [InlineData("name ＊\nstring", true)]
    [InlineData("name\nstring\n是", true)]
    [InlineData("name\nstring\nY", true)]
    [InlineData("name\nstring 必填", true)]
    [InlineData("name\nstring\n必选", true)]
    [InlineData("name\nstring\n非必填", false)]
    [InlineData("name\nstring\n否", false)]
    [InlineData("name\nstring", null)]
    public void A_member_must_be_sent_where_a_mark_says_so(string member, bool? required)
    {
        PageMember read = Assert.Single(Read("Request\nQuery Params\n" + member + "\nResponses").Parameters).Member;
        Assert.Equal(("name", "string", required), (read.Name, read.Type, read.Required));
    }

    [Fact]
    public void Letters_of_an_enumeration_are_no_marks()
    {
        PageMember read = Assert.Single(Read("Request\nQuery Params\nflag\nenum<string>\nrequired\n枚举值：\nY\nN\nResponses").Parameters).Member;
        Assert.Equal(["Y", "N"], read.Allowed);
        Assert.True(read.Required);
    }

    [Fact]
    public void Character_references_are_resolved_in_words_and_kept_in_samples()
    {
        PageOperation page = Read("Request\nQuery Params\nname\nstring\nless &lt; more &amp; 中\nBody Params application/json\nExample\n{\"a\":\"&lt;\"}\nResponses");
        Assert.Equal("less < more & 中", Assert.Single(page.Parameters).Member.Description);
        Assert.Contains("&lt;", page.Request!.Sample, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_operation_of_a_file_is_read_with_its_own_title_and_lines()
    {
        string text = "Docs\nCreate order\n\nPOST\n/orders/create\nRequest\nQuery Params\na\nstring\n返回响应\n🟢200成功\nModified at 2025\nDelete order\n\nPOST\n\n/orders/delete\nRequest\nQuery Params\nb\nstring\nResponses\n🟢204\n";
        IReadOnlyList<PageOperation> pages = PageReader.Read(text);
        Assert.Equal(["Create order", "Delete order"], pages.Select(page => page.Title));
        Assert.Equal(["/orders/create", "/orders/delete"], pages.Select(page => page.Path));
        Assert.Equal(["200", "204"], pages.Select(page => Assert.Single(page.Responses).Status));
        Assert.Equal([8, 20], pages.Select(page => Assert.Single(page.Parameters).Member.Line));
        Assert.Equal(2, DocumentImport.Read([new ImportSource("two.txt", text)]).Operations.Count);
    }

    [Fact]
    public void Sources_with_names_of_other_scripts_or_with_the_same_name_stay_apart()
    {
        const string line = "curl https://a.test/";
        DraftMap document = DocumentImport.Read([new ImportSource("线索.txt", line + "x"), new ImportSource("a/p.txt", line + "y"), new ImportSource("b/p.txt", line + "z")]).Document;
        Assert.Equal(["线索", "p", "p-2"], ((DraftMap)document["x-contract-sources"]!).Members.Select(member => member.Key));
    }

    [Fact]
    public void Operation_ids_are_unique()
    {
        string yaml = YamlText.Write(DocumentImport.Read([new ImportSource("c.txt", "curl https://a.test/a/b\ncurl https://a.test/a-b")]).Document);
        Assert.Contains("operationId: getAB\n", yaml, StringComparison.Ordinal);
        Assert.Contains("operationId: getAB2\n", yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_browser_asks_and_loads_beside_the_calls_is_no_operation()
    {
        const string lines = """
            {"method":"OPTIONS","url":"https://a.test/orders","status":204,"requestHeaders":{"Origin":["https://b.test"],"Access-Control-Request-Method":["POST"]}}
            {"method":"GET","url":"https://a.test/app.js","status":200}
            {"method":"GET","url":"https://a.test/orders","status":200,"requestHeaders":{"Sec-Fetch-Dest":["empty"]}}
            {"method":"GET","url":"https://a.test/start","status":200,"requestHeaders":{"Sec-Fetch-Dest":["document"]}}
            """;
        Assert.Equal("/orders", Assert.Single(DocumentImport.Read([new ImportSource("r.ndjson", lines)]).Operations).Path);
    }

    private static PageOperation Read(string below) => Assert.Single(PageReader.Read("List orders\n\nGET\n/orders\n" + below));
}
