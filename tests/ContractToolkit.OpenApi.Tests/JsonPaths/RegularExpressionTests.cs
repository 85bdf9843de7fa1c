using System.Diagnostics;
using ContractToolkit.OpenApi.JsonPaths.Filters;

namespace ContractToolkit.OpenApi.Tests.JsonPaths;

/// <summary>I-Regexps (RFC 9485) as <c>match</c> and <c>search</c> take them.</summary>
public sealed class RegularExpressionTests
{
    [Theory]
    [InlineData("a.*", "ab", true)]
    [InlineData("a.*", "ba", false)]
    [InlineData("a|b", "ab", false)]
    [InlineData("(ab|c)+", "abcab", true)]
    [InlineData("a{2}", "aa", true)]
    [InlineData("a{2,}", "a", false)]
    [InlineData("a{1,2}", "aaa", false)]
    [InlineData("", "", true)]
    [InlineData(".", "\u2028", true)]
    [InlineData(".", "\n", false)]
    [InlineData("a.b", "a\U00010104b", true)]
    [InlineData("[^a]", "\U00010104", true)]
    [InlineData("[^\U00010104]", "\U00010104", false)]
    [InlineData("[^\U00010104]", "\U00010105", true)]
    [InlineData("[\U00010000-\U0010FFFF]", "\U0001F600", true)]
    [InlineData("[z-\U00010001]", "\U00010001", true)]
    [InlineData("[z-\U00010001]", "\U00010002", false)]
    [InlineData("\U0001F600{2}", "\U0001F600\U0001F600", true)]
    [InlineData(@"\p{Lu}", "Ж", true)]
    [InlineData(@"\p{Lu}", "ж", false)]
    [InlineData(@"\P{Lu}", "ж", true)]
    [InlineData(@"[\p{Nd}a]", "a", true)]
    [InlineData(@"[\p{Nd}a]", "b", false)]
    [InlineData("a[.b]c", "a.c", true)]
    [InlineData("a[.b]c", "axc", false)]
    [InlineData(@"a\.c", "a.c", true)]
    [InlineData(@"a\.c", "abc", false)]
    [InlineData(@"[\-\]\\a]+", @"]\-a", true)]
    [InlineData("[a-]", "-", true)]
    [InlineData("[-a]", "-", true)]
    [InlineData("[^-a]", "-", false)]
    [InlineData(@"a\nb", "a\nb", true)]
    [InlineData("^ab.*", "abc", true)]
    [InlineData(".*bc$", "abc", true)]
    [InlineData("/-#", "/-#", true)]
    // What is no I-Regexp fits nothing.
    [InlineData(@"\d", "1", false)]
    [InlineData(@"\w", "a", false)]
    [InlineData("a*?", "a", false)]
    [InlineData("(?:a)", "a", false)]
    [InlineData("(?=a)a", "a", false)]
    [InlineData(@"(a)\1", "aa", false)]
    [InlineData("a{,2}", "a", false)]
    [InlineData("a{2,1}", "aa", false)]
    [InlineData("a**", "a", false)]
    [InlineData("*", "*", false)]
    [InlineData("[b-a]", "a", false)]
    [InlineData("[]", "", false)]
    [InlineData("[[]", "[", false)]
    [InlineData("(", "(", false)]
    [InlineData(")", ")", false)]
    [InlineData("a]", "a]", false)]
    [InlineData(@"\p{Zzz}", "a", false)]
    [InlineData(@"a\", @"a\", false)]
    public void Whole_texts(string pattern, string text, bool expected) => Assert.Equal(expected, new RegularExpressions(_ => { }).Fits(text, pattern, whole: true));

    [Theory]
    [InlineData("b", "abc", true)]
    [InlineData("b|x", "abc", true)]
    [InlineData("d", "abc", false)]
    [InlineData("^b", "abc", false)]
    [InlineData("[", "[", false)]
    public void Parts_of_texts(string pattern, string text, bool expected) => Assert.Equal(expected, new RegularExpressions(_ => { }).Fits(text, pattern, whole: false));

    [Fact]
    public void A_pattern_that_backtracks_without_end_is_bounded()
    {
        Stopwatch watch = Stopwatch.StartNew();
        int spent = 0;
        RegularExpressions expressions = new(more => spent += more);
        Assert.False(expressions.Fits(new string('a', 200) + "!", "((a+)+)+b", whole: true));
        Assert.False(expressions.Fits(new string('a', 2000), string.Concat(Enumerable.Repeat("(", 1000)) + "a" + string.Concat(Enumerable.Repeat(")", 1000)), whole: true));
        Assert.False(expressions.Fits("a", "((((((a{1000}){1000}){1000}){1000}){1000}){1000})", whole: true));
        Assert.True(spent > 0);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
    }
}
