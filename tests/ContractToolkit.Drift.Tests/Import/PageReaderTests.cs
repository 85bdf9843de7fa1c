using ContractToolkit.Drift.Import.Pages;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Drift.Tests.Import;

public sealed class PageReaderTests
{
    private const string Chinese = """
        某某接口
        创建订单

        POST
        /shop/orders
        商城/订单
        请求参数

        Header 参数
        X-Shop
        string
        必需
        Body 参数 application/json
        buyer_id
        integer
        买家id
        可选
        buyer_id 和 contact 不能同时为空
        contact
        object
        可选
        phone
        string
        必需
        示例值:
        13800000000
        tags
        array[string]
        可选
        示例
        {
            "buyer_id": 1,
            "contact": { "phone": "13800000000" },
            "tags": ["a"]
        }
        请求示例代码
        Shell
        curl --location --request POST 'https://shop.example.com/v1/shop/orders?x=1' \
        返回响应
        🟢200成功
        application/json
        Body
        code
        integer
        必需
        示例
        {
            "code": 0,
            "items": [
                {
                    "id": 7,
                    "name": "cut
        修改于 2024-01-02 03:04:05
        """;

    [Fact]
    public void A_chinese_page_gives_method_path_folder_server_and_date()
    {
        PageOperation page = Assert.Single(PageReader.Read(Chinese));
        Assert.Equal(("创建订单", "POST", "/shop/orders", "订单"), (page.Title, page.Method, page.Path, page.Folder));
        Assert.Equal("https://shop.example.com/v1", page.Server);
        Assert.Equal("2024-01-02 03:04:05", page.Modified);
    }

    [Fact]
    public void Members_keep_type_mark_meaning_and_sample()
    {
        PageBody body = Assert.Single(PageReader.Read(Chinese)).Request!;
        Assert.Equal("application/json", body.MediaType);
        Assert.Equal(["buyer_id", "contact", "tags"], body.Members.Select(member => member.Name));
        Assert.Equal((false, "买家id\nbuyer_id 和 contact 不能同时为空"), (body.Members[0].Required, body.Members[0].Description));
        Assert.Equal("array[string]", body.Members[2].Type);
    }

    [Fact]
    public void The_sample_restores_the_nesting_that_the_text_lost()
    {
        PageMember contact = Assert.Single(PageReader.Read(Chinese)).Request!.Members[1];
        PageMember phone = Assert.Single(contact.Members);
        Assert.Equal(("phone", true, "13800000000"), (phone.Name, phone.Required, phone.Example));
    }

    [Fact]
    public void A_sample_that_is_cut_off_is_read_as_far_as_it_goes()
    {
        PageBody answer = Assert.Single(Assert.Single(PageReader.Read(Chinese)).Responses).Body;
        var value = SampleText.Parse(answer.Sample, out bool truncated)!.Value;
        Assert.True(truncated);
        Assert.Equal("""{"code":0,"items":[{"id":7}]}""", value.GetRawText().Replace(" ", "").Replace("\n", ""));
    }

    [Fact]
    public void The_seed_page_is_read_whole()
    {
        string folder = SharedData.Require("seeds");
        PageOperation page = Assert.Single(PageReader.Read(File.ReadAllText(Directory.GetFiles(folder)[0])));
        Assert.Equal(("Get Leads Details", "POST", "/leads/open-api/leads-details"), (page.Title, page.Method, page.Path));
        Assert.Equal("https://openapi.beschannels.com", page.Server);
        Assert.Equal("2023-06-08 09:18:42", page.Modified);
        (string location, PageMember token) = Assert.Single(page.Parameters);
        Assert.Equal(("query", "access_token", true), (location, token.Name, token.Required));
        Assert.Equal(["leads_id", "rule"], page.Request!.Members.Select(member => member.Name));
        Assert.Equal(["Email", "MobilePhone"], page.Request.Members[1].Members.Select(member => member.Name));
        Assert.Equal(["code", "msg"], Assert.Single(page.Responses).Body.Members.Select(member => member.Name));
    }
}
