using ContractToolkit.Http;

namespace ContractToolkit.Tests.Http;

/// <summary><c>Link</c> headers as servers write them, and as nobody should.</summary>
public sealed class LinkHeaderTests
{
    [Theory]
    [InlineData("<https://a.test/x?page=2>; rel=\"next\"", "https://a.test/x?page=2")]
    [InlineData("<https://a.test/x?page=1>; rel=\"prev\", <https://a.test/x?page=3>; rel=\"next\", <https://a.test/x?page=9>; rel=\"last\"", "https://a.test/x?page=3")]
    [InlineData("</x?a=1,2;b>;rel=next", "/x?a=1,2;b")]
    [InlineData("< /x >\t;\tREL = \"Last NEXT\"", "/x")]
    [InlineData(" ,, <a>; rel=prev,,<b>; title=\"x, <y>; rel=\\\"next\\\"\"; rel=next", "b")]
    [InlineData("<a>; title*=UTF-8''%e2; rel=next", "a")]
    [InlineData("<a>; rel=prev; rel=next", null)]
    [InlineData("<a>; rel=\"nextish\"", null)]
    [InlineData("<a>; rel", null)]
    [InlineData("<a>", null)]
    [InlineData("<a>;;rel=next;", "a")]
    [InlineData("<a>; rel=next; anchor=\"#b\", <c>; rel=next", "c")]
    [InlineData("<a>; rel=next, <b>; rel=next", "a")]
    [InlineData("<>; rel=next", "")]
    [InlineData("<a>; rel=next, and what nobody reads", "a")]
    [InlineData("", null)]
    [InlineData(" , ", null)]
    public void The_next_link_is_found(string header, string? expected) => Assert.Equal(expected, LinkHeader.Find(header, "next"));

    [Theory]
    [InlineData("https://a.test/x; rel=next", "in < and > is expected at character 1")]
    [InlineData("<a; rel=next", "in < and > is expected at character 1")]
    [InlineData("<a> rel=next", "; or , is expected at character 5")]
    [InlineData("<a>; title=\"x", "closing \" is expected at character 14")]
    [InlineData("<a>; title=\"x\\", "closing \" is expected at character 15")]
    [InlineData("<a>; rel=prev, b", "in < and > is expected at character 16")]
    public void What_is_none_is_refused(string header, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => LinkHeader.Find(header, "next")).Message, StringComparison.Ordinal);

    [Fact]
    public void Whatever_comes_the_work_is_bounded()
    {
        Assert.Throws<FormatException>(() => LinkHeader.Find(new string('<', 70_000), "next"));
        Assert.Null(LinkHeader.Find(string.Concat(Enumerable.Repeat("<a>;rel=b,", 6_000)), "next"));
        Random random = new(11);
        const string Alphabet = "<>;,=\" \\relnxt\t";
        for (int round = 0; round < 50_000; round++)
        {
            string header = new([.. Enumerable.Range(0, random.Next(30)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            try
            {
                LinkHeader.Find(header, "next");
            }
            catch (FormatException)
            {
                // As it should be.
            }
        }
    }
}
