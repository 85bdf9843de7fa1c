using ContractToolkit.OpenApi.JsonPaths;

namespace ContractToolkit.OpenApi.Tests.JsonPaths;

/// <summary>What is a query, and what is none.</summary>
public sealed class SyntaxTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("@.a")]
    [InlineData(" $")]
    [InlineData("$ ")]
    [InlineData("$.a ")]
    [InlineData("$.")]
    [InlineData("$..")]
    [InlineData("$. a")]
    [InlineData("$.1a")]
    [InlineData("$.&")]
    [InlineData("$.'a'")]
    [InlineData("$...a")]
    [InlineData("$[")]
    [InlineData("$[]")]
    [InlineData("$[a]")]
    [InlineData("$['a'")]
    [InlineData("$['a]")]
    [InlineData("$['a' 'b']")]
    [InlineData("$[0 2]")]
    [InlineData("$[0,]")]
    [InlineData("$[,0]")]
    [InlineData("$[-0]")]
    [InlineData("$[01]")]
    [InlineData("$[1.0]")]
    [InlineData("$[9007199254740992]")]
    [InlineData("$[0:01]")]
    [InlineData("$[0:1:-0]")]
    [InlineData("$[1:2:3:4]")]
    [InlineData("$['\u0009']")]
    [InlineData("""$['\"']""")]
    [InlineData("""$["\'"]""")]
    [InlineData("""$['\a']""")]
    [InlineData("""$['\u12']""")]
    [InlineData("""$['\ud83d']""")]
    [InlineData("""$['\ud83d\u0041']""")]
    [InlineData("""$['\ude00']""")]
    [InlineData("$[?]")]
    [InlineData("$[?@.a == ]")]
    [InlineData("$[?true]")]
    [InlineData("$[?'a']")]
    [InlineData("$[?1]")]
    [InlineData("$[?@.a = 1]")]
    [InlineData("$[?@.a === 1]")]
    [InlineData("$[?@.a == 1 == 2]")]
    [InlineData("$[?@.* == 1]")]
    [InlineData("$[?@..a == 1]")]
    [InlineData("$[?@[0:1] == 1]")]
    [InlineData("$[?(@.a == 1]")]
    [InlineData("$[?(@.a) == 1]")]
    [InlineData("$[?!@.a == 1]")]
    [InlineData("$[?@.a && ]")]
    [InlineData("$[?@.a & @.b]")]
    [InlineData("$[?@.a and @.b]")]
    [InlineData("$[?@.a == 1.]")]
    [InlineData("$[?@.a == .5]")]
    [InlineData("$[?@.a == 01]")]
    [InlineData("$[?@.a == +1]")]
    [InlineData("$[?@.a == 1e]")]
    [InlineData("$[?@.a == True]")]
    [InlineData("$[?a == 1]")]
    [InlineData("$[?@.a == [1]]")]
    [InlineData("$[?length(@.a)]")]
    [InlineData("$[?length(@.*) == 1]")]
    [InlineData("$[?length() == 1]")]
    [InlineData("$[?length(@.a, @.b) == 1]")]
    [InlineData("$[?length (@.a) == 1]")]
    [InlineData("$[?count(1) == 1]")]
    [InlineData("$[?count(@.*)]")]
    [InlineData("$[?match(@.a, 'b') == true]")]
    [InlineData("$[?match(@.a)]")]
    [InlineData("$[?match(@.*, 'b')]")]
    [InlineData("$[?value(@.a)]")]
    [InlineData("$[?value('a') == 1]")]
    [InlineData("$[?nope(@.a)]")]
    [InlineData("$[?@.a == match(@.a, 'b')]")]
    [InlineData("$[?length(@.a == 1) == 1]")]
    public void What_is_no_query_is_refused(string query) => Assert.Throws<JsonPathException>(() => JsonPath.Parse(query));

    [Theory]
    [InlineData("$")]
    [InlineData("$..['a', 'b' ,*, 0, ::, ?@ ]")]
    [InlineData("$['']")]
    [InlineData("$.\u00e9_1.☺.😀")]
    [InlineData("$[?@.a==-0]")]
    [InlineData("$[?@.a==-0.5E-3]")]
    [InlineData("$[? ! ( @.a ) ]")]
    [InlineData("$[?@ .a [ 0 ] == 1]")]
    [InlineData("$[?length( value( $..a ) ) == length(@['b'])]")]
    [InlineData("$[?@.a\n&&\t@.b||@.c]")]
    public void What_is_a_query_is_taken(string query) => Assert.Equal(query, JsonPath.Parse(query).Text);

    [Theory]
    [InlineData("$.a[01]", "'01'", "']' stands at character 7")]
    [InlineData("$.paths.get[", "a selector", "the query ends at character 13")]
    [InlineData("$[?@.a == 'x' extra]", "]", "'e' stands at character 15")]
    [InlineData("$[?@.a == GET]", "a condition", "'G' stands at character 11")]
    [InlineData("$[?size(@.a) > 1]", "no function size()", "character 8")]
    public void A_mistake_is_named_with_its_place(string query, string what, string where)
    {
        string message = Assert.Throws<JsonPathException>(() => JsonPath.Parse(query)).Message;
        Assert.Contains(what, message, StringComparison.Ordinal);
        Assert.Contains(where, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("@[?", "]")]
    [InlineData("length(", ")==1")]
    public void Nesting_is_bounded(string open, string close)
    {
        const int Depth = 100_000;
        string query = "$[?" + string.Concat(Enumerable.Repeat(open, Depth)) + "@.a" + string.Concat(Enumerable.Repeat(close, Depth)) + "]";
        Assert.Contains("inside each other", Assert.Throws<JsonPathException>(() => JsonPath.Parse(query)).Message, StringComparison.Ordinal);
    }

    /// <summary>Whatever text is given, it is a query or it is refused: nothing else is thrown.</summary>
    [Fact]
    public void Damaged_queries_are_refused_or_read()
    {
        Random random = new(7);
        string[] sound = ["$..['a','b'][?@.a[0]>=1.5e3&&!(length(@.b)==3||match(@.c,'x.*'))]", "$.paths[*].get[1:-2:3,?@['x\\u0041']]"];
        const string Alphabet = "$@.[]()?!&|=<>'\"\\u0123-*:,abc \ud83d\ude00";
        for (int round = 0; round < 20_000; round++)
        {
            System.Text.StringBuilder query = new(sound[round % sound.Length]);
            for (int i = random.Next(1, 4); i > 0; i--)
            {
                int at = random.Next(query.Length);
                if (random.Next(2) == 0) query.Remove(at, 1);
                else query.Insert(at, Alphabet[random.Next(Alphabet.Length)]);
            }

            try
            {
                JsonPath.Parse(query.ToString()).Select(Queries.Tree("""{"a":[{"a":[2000],"b":"abc","c":"xyz"}],"paths":{"x":{"get":[1,2,3]}}}"""), TestContext.Current.CancellationToken);
            }
            catch (JsonPathException)
            {
                // As it should be.
            }
        }
    }
}
