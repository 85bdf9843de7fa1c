using ContractToolkit.CSharp.Text;

namespace ContractToolkit.CSharp.Tests;

public sealed class ProseTests
{
    [Theory]
    [InlineData("<p>Deletes an invoice item.</p>", "Deletes an invoice item.")]
    [InlineData("Returns a <code>Tax</code> <a href=\"https://example.org/?a=1&amp;b=2\">object</a>.", "Returns a `Tax` object.")]
    [InlineData("One<br/>two<BR >three", "One|two|three")]
    [InlineData("<ul><li>first</li><li>second</li></ul>", "- first|- second")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr></table>", "a  b")]
    [InlineData("it&#39;s 3 &lt; 4 &amp;&amp; 5 &gt; 4", "it's 3 &lt; 4 &amp;&amp; 5 &gt; 4")]
    [InlineData("&amp;lt;p&amp;gt; stays a reference", "&amp;lt;p&amp;gt; stays a reference")]
    public void Html_is_shown_as_text(string description, string shown) =>
        Assert.Equal(shown, string.Join("|", DocComment.Lines(description)));

    [Theory]
    [InlineData("a <currency> of <amount>", "a &lt;currency&gt; of &lt;amount&gt;")]
    [InlineData("`<p>` opens a paragraph", "`&lt;p&gt;` opens a paragraph")]
    [InlineData("if a <b and c", "if a &lt;b and c")]
    [InlineData("1 < 2, R&D; <", "1 &lt; 2, R&amp;D; &lt;")]
    [InlineData("List<pre", "List&lt;pre")]
    [InlineData("&unknown; &", "&amp;unknown; &amp;")]
    public void What_only_looks_like_html_stays(string description, string shown) =>
        Assert.Equal(shown, string.Join("|", DocComment.Lines(description)));

    [Theory]
    [InlineData("&lt;/summary&gt;&#10;public class Evil;")]
    [InlineData("<p\n>*/ x <br\r\n>public class Evil { }")]
    [InlineData("<a href='</summary>\npublic class Evil { }'>")]
    public void Nothing_leaves_the_comment(string description)
    {
        Assert.All(DocComment.Lines(description), line =>
        {
            Assert.DoesNotContain('<', line);
            Assert.DoesNotContain('\n', line);
        });
    }
}
