using System.Text;
using ContractToolkit.Drift.Import;

namespace ContractToolkit.Drift.Tests.Import;

public sealed class PageTextTests
{
    private const string Page = "获取订单\r\nGET\r\n/api/orders\r\n请求参数\r\n";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8 with a mark")]
    [InlineData("utf-16")]
    [InlineData("utf-16 with a mark")]
    [InlineData("utf-16be with a mark")]
    [InlineData("GB18030")]
    [InlineData("GBK")]
    public void A_page_reads_the_same_in_every_encoding_that_editors_save_it_in(string how)
    {
        Encoding encoding = how switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8 with a mark" => new UTF8Encoding(true),
            "utf-16" => new UnicodeEncoding(false, false),
            "utf-16 with a mark" => new UnicodeEncoding(false, true),
            "utf-16be with a mark" => new UnicodeEncoding(true, true),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(how)!,
        };
        // UTF-16 without a mark is told by its ASCII alone, of which real pages have much.
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Page)];
        Assert.Equal(Page.Replace("\r\n", "\n"), PageText.Decode(bytes));
    }
}
