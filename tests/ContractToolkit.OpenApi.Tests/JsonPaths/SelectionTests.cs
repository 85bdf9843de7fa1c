using ContractToolkit.OpenApi.JsonPaths;

namespace ContractToolkit.OpenApi.Tests.JsonPaths;

/// <summary>What queries select, by the tables of RFC 9535.</summary>
public sealed class SelectionTests
{
    private const string Shop = """
        {"store":{"book":[
          {"category":"reference","author":"Rees","title":"Century","price":8.95},
          {"category":"fiction","author":"Waugh","title":"Honour","price":12.99},
          {"category":"fiction","author":"Melville","title":"Dick","isbn":"0-553","price":8.99},
          {"category":"fiction","author":"Tolkien","title":"Rings","isbn":"0-395","price":22.99}],
         "bicycle":{"color":"red","price":399}}}
        """;

    [Theory]
    [InlineData("$.store.book[*].author", """["Rees","Waugh","Melville","Tolkien"]""")]
    [InlineData("$..author", """["Rees","Waugh","Melville","Tolkien"]""")]
    [InlineData("$.store..price", "[8.95,12.99,8.99,22.99,399]")]
    [InlineData("$..book[2].title", """["Dick"]""")]
    [InlineData("$..book[2].publisher", "[]")]
    [InlineData("$..book[-1].title", """["Rings"]""")]
    [InlineData("$..book[0,1].title", """["Century","Honour"]""")]
    [InlineData("$..book[:2].title", """["Century","Honour"]""")]
    [InlineData("$..book[?@.isbn].title", """["Dick","Rings"]""")]
    [InlineData("$..book[?@.price<10].title", """["Century","Dick"]""")]
    [InlineData("$.store.bicycle['color','price']", """["red",399]""")]
    [InlineData("""$["store"]["bicycle"]["color"]""", """["red"]""")]
    [InlineData("$ .store\n[ 'bicycle' ]\t.color", """["red"]""")]
    public void The_shop_of_the_introduction(string query, string expected) => Assert.Equal(expected, Queries.Select(Shop, query));

    private const string Letters = """["a","b","c","d","e","f","g"]""";

    [Theory]
    [InlineData("$[1:3]", """["b","c"]""")]
    [InlineData("$[5:]", """["f","g"]""")]
    [InlineData("$[1:5:2]", """["b","d"]""")]
    [InlineData("$[5:1:-2]", """["f","d"]""")]
    [InlineData("$[::-1]", """["g","f","e","d","c","b","a"]""")]
    [InlineData("$[ 1 : 3 : 1 ]", """["b","c"]""")]
    [InlineData("$[-2:]", """["f","g"]""")]
    [InlineData("$[:-5]", """["a","b"]""")]
    [InlineData("$[3:-1000:-3]", """["d","a"]""")]
    [InlineData("$[-1000:1000:3]", """["a","d","g"]""")]
    [InlineData("$[1:2:0]", "[]")]
    [InlineData("$[6:9007199254740991:9007199254740991]", """["g"]""")]
    [InlineData("$[-9007199254740991]", "[]")]
    [InlineData("$[7]", "[]")]
    [InlineData("$[-7]", """["a"]""")]
    [InlineData("$[0,0,-1]", """["a","a","g"]""")]
    [InlineData("$[*,'a']", """["a","b","c","d","e","f","g"]""")]
    public void Indices_and_slices(string query, string expected) => Assert.Equal(expected, Queries.Select(Letters, query));

    [Theory]
    [InlineData("$..j", "[1,4]")]
    [InlineData("$..[0]", """[5,{"j":4}]""")]
    [InlineData("$..*", """[{"j":1,"k":2},[5,3,[{"j":4},{"k":6}]],1,2,5,3,[{"j":4},{"k":6}],{"j":4},{"k":6},4,6]""")]
    [InlineData("$..o", """[{"j":1,"k":2}]""")]
    [InlineData("$.o..[*,*]", "[1,2,1,2]")]
    [InlineData("$.a..[0,1]", """[5,3,{"j":4},{"k":6}]""")]
    public void Descendants(string query, string expected) =>
        Assert.Equal(expected, Queries.Select("""{"o":{"j":1,"k":2},"a":[5,3,[{"j":4},{"k":6}]]}""", query));

    private const string Values = """{"a":[3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}],"o":{"p":1,"q":2,"r":3,"s":5,"t":{"u":6}},"e":"f"}""";

    [Theory]
    [InlineData("$.a[?@.b == 'kilo']", """[{"b":"kilo"}]""")]
    [InlineData("$.a[?(@.b == 'kilo')]", """[{"b":"kilo"}]""")]
    [InlineData("$.a[?@>3.5]", "[5,4,6]")]
    [InlineData("$.a[?@.b]", """[{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}]""")]
    [InlineData("$[?@.*]", """[[3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}],{"p":1,"q":2,"r":3,"s":5,"t":{"u":6}}]""")]
    [InlineData("$[?@[?@.b]]", """[[3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}]]""")]
    [InlineData("$.o[?@<3, ?@<3]", "[1,2,1,2]")]
    [InlineData("$.a[?@<2 || @.b == \"k\"]", """[1,{"b":"k"}]""")]
    [InlineData("$.o[?@>1 && @<4]", "[2,3]")]
    [InlineData("$.o[?@.u || @.x]", """[{"u":6}]""")]
    [InlineData("$.a[?@.b == $.x]", "[3,5,1,2,4,6]")]
    [InlineData("$.a[?@ == @]", """[3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}]""")]
    [InlineData("$.a[?!@.b && !(@ > 3)]", "[3,1,2]")]
    [InlineData("$.a[?match(@.b, '[jk]')]", """[{"b":"j"},{"b":"k"}]""")]
    [InlineData("$.a[?search(@.b, '[jk]')]", """[{"b":"j"},{"b":"k"},{"b":"kilo"}]""")]
    [InlineData("$.a[?length(@.b) == 4]", """[{"b":"kilo"}]""")]
    [InlineData("$.a[?length(@.b) < 1]", """[{"b":{}}]""")]
    [InlineData("$[?count(@.*) == 5]", """[{"p":1,"q":2,"r":3,"s":5,"t":{"u":6}}]""")]
    [InlineData("$.o[?value(@..u) == 6]", """[{"u":6}]""")]
    [InlineData("$.e[?@]", "[]")]
    public void Filters(string query, string expected) => Assert.Equal(expected, Queries.Select(Values, query));

    /// <summary>The table of section 2.3.5.3: comparisons over <c>{"obj": {"x": "y"}, "arr": [2, 3]}</c>.</summary>
    [Theory]
    [InlineData("$.absent1 == $.absent2", true)]
    [InlineData("$.absent1 <= $.absent2", true)]
    [InlineData("$.absent == 'g'", false)]
    [InlineData("$.absent1 != $.absent2", false)]
    [InlineData("$.absent != 'g'", true)]
    [InlineData("1 <= 2", true)]
    [InlineData("1 > 2", false)]
    [InlineData("13 == '13'", false)]
    [InlineData("'a' <= 'b'", true)]
    [InlineData("'a' > 'b'", false)]
    [InlineData("$.obj == $.arr", false)]
    [InlineData("$.obj != $.arr", true)]
    [InlineData("$.obj == $.obj", true)]
    [InlineData("$.arr != $.arr", false)]
    [InlineData("$.obj <= $.arr", false)]
    [InlineData("$.arr <= $.arr", true)]
    [InlineData("$.obj < $.obj", false)]
    [InlineData("1 <= $.arr", false)]
    [InlineData("true <= true", true)]
    [InlineData("true > true", false)]
    [InlineData("null >= null", true)]
    [InlineData("$.obj == 17", false)]
    [InlineData("1 == 1.0", true)]
    [InlineData("100 == 1e2", true)]
    [InlineData("-0 == 0", true)]
    [InlineData("$.one == 1", true)]
    [InlineData("'\uffff' < '\\ud83d\\ude00'", true)]
    [InlineData("length('\\ud83d\\ude00') == 1", true)]
    [InlineData("$.same == $.obj", true)]
    public void Comparisons(string condition, bool expected)
    {
        string found = Queries.Select("""{"all":[0],"obj":{"x":"y","z":[1]},"same":{"z":[1.0],"x":"y"},"arr":[2,3],"one":1.0e0}""", $"$.all[?{condition}]");
        Assert.Equal(expected ? "[0]" : "[]", found);
    }

    [Fact]
    public void Names_are_code_points_not_escapes() =>
        Assert.Equal("[1,2,3]", Queries.Select("""{"😀":1,"a'b":2,"\"\\/\n":3}""", """$['\ud83d\ude00','a\'b',"\"\\\/\n"]"""));

    [Fact]
    public void A_search_that_would_take_for_ever_ends()
    {
        string deep = string.Concat(Enumerable.Repeat("[", 200)) + string.Concat(Enumerable.Repeat("]", 200));
        JsonPathException error = Assert.Throws<JsonPathException>(() => Queries.Select(deep, "$..*..*..*..*..*"));
        Assert.Contains("steps", error.Message, StringComparison.Ordinal);
    }
}
