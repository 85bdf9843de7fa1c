using System.Text;
using System.Text.Json;
using ContractToolkit.Json;

namespace ContractToolkit.Tests;

public sealed class JsonTokenizerTests
{
    public static TheoryData<string> Accepted =>
    [
        "0", "-0", "1", "-1", "10", "0.5", "-0.0", "1e5", "1E+5", "1e-5", "1.25e+10", "123456789012345678901234567890", "1e999999",
        "true", "false", "null", "\"\"", "\"a\"", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\u0041\"", "\"\\uD83D\\uDE00\"", "\"\\uD83D\"",
        "\"\u007f\"", "\"é\"", "\"語\"", "\"😀\"", "[]", "{}", "[1]", "[1,2]", "[[],{}]", "{\"a\":1}", "{\"a\":1,\"b\":[{}]}", "{\"\":0}",
        " \t\r\n1 \t\r\n", "[ 1 , 2 ]", "{ \"a\" : 1 }", "{\"a\":1,\"a\":2}", "\"0123456789abcdef0123456789\"",
    ];

    public static TheoryData<string> Rejected =>
    [
        "", " ", "01", "-", "+1", ".5", "1.", "1.e5", "1e", "1e+", "-01", "0x1", "1a", "--1", "1.2.3", "NaN", "Infinity", "-Infinity",
        "tru", "truee", "True", "nul", "nulll", "fals", "undefined", "\"", "\"a", "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\U0041\"",
        "\"\t\"", "\"\n\"", "\"\0\"", "'a'", "a", "[", "]", "{", "}", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1,,2]", "{\"a\"", "{\"a\":",
        "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,\"a\":1}", "{a:1}", "{\"a\" 1}", "{\"a\":}", "{1:1}", "{\"a\":1 \"b\":2}", "[1}", "{\"a\":1]",
        "1 2", "[] []", "{}x", "// c\n1", "/* c */1", "[1//c\n]", "\u00a01", "1\u00a0", "\ufeff1", "[1,\f2]", "\v1",
    ];

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Accepts(string json)
    {
        Assert.Equal(default, Fault(Encoding.UTF8.GetBytes(json)));
        Assert.True(SystemAccepts(Encoding.UTF8.GetBytes(json)));
    }

    [Theory]
    [MemberData(nameof(Rejected))]
    public void Rejects(string json)
    {
        Assert.NotEqual(default, Fault(Encoding.UTF8.GetBytes(json)));
        Assert.False(SystemAccepts(Encoding.UTF8.GetBytes(json)));
    }

    [Theory]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xE0, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF0, 0x80, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xF5, 0x80, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xFF })]
    public void Rejects_bytes_that_are_no_utf8(byte[] inside) =>
        Assert.Equal(new JsonFault(JsonFaultKind.InvalidUtf8, 1), Fault([(byte)'"', .. inside, (byte)'"']));

    [Theory]
    [InlineData("[1,x]", JsonFaultKind.UnexpectedByte, 3)]
    [InlineData("{\"a\":tru}", JsonFaultKind.InvalidLiteral, 8)]
    [InlineData("[1", JsonFaultKind.UnexpectedEnd, 2)]
    [InlineData("[] 1", JsonFaultKind.TrailingData, 3)]
    [InlineData("[01]", JsonFaultKind.InvalidNumber, 2)]
    [InlineData("[\"\\q\"]", JsonFaultKind.InvalidEscape, 3)]
    [InlineData("[\"\n\"]", JsonFaultKind.ControlCharacter, 2)]
    public void Names_the_fault_and_its_place(string json, JsonFaultKind kind, int offset) =>
        Assert.Equal(new JsonFault(kind, offset), Fault(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Stops_at_the_depth_it_is_given()
    {
        byte[] deep = Encoding.UTF8.GetBytes(new string('[', 10_000) + new string(']', 10_000));

        Assert.Equal(default, Fault(deep, maxDepth: 10_000));
        Assert.Equal(new JsonFault(JsonFaultKind.TooDeep, 9_999), Fault(deep, maxDepth: 9_999));
    }

    [Fact]
    public void Gives_kinds_places_and_texts()
    {
        JsonTokenizer tokenizer = new("{ \"a\\u0062\" : [ -1.5, \"é\" ] }"u8);
        List<string> seen = [];
        while (tokenizer.Read())
        {
            bool isText = tokenizer.Kind is JsonTokenKind.String or JsonTokenKind.PropertyName;
            string text = isText ? tokenizer.GetString() : Encoding.UTF8.GetString(tokenizer.Span);
            seen.Add($"{tokenizer.Kind} {tokenizer.Start}-{tokenizer.End} {text}");
        }

        Assert.Equal(
            ["StartObject 0-1 {", "PropertyName 2-11 ab", "StartArray 14-15 [", "Number 16-20 -1.5", "String 22-26 é", "EndArray 27-28 ]", "EndObject 29-30 }"],
            seen);
        Assert.Equal(JsonTokenKind.EndOfText, tokenizer.Kind);
    }

    [Fact]
    public void Skips_a_value_whole()
    {
        JsonTokenizer tokenizer = new("{\"a\":{\"b\":[1,{}]},\"c\":2}"u8);
        Assert.True(tokenizer.Read() && tokenizer.Read() && tokenizer.Skip());
        Assert.True(tokenizer.Read());
        Assert.Equal("c", tokenizer.GetString());
    }

    /// <summary>Random damage to texts with every construct: ours and the framework's reader must agree on each.</summary>
    [Fact]
    public void Agrees_with_the_framework_on_mutated_texts()
    {
        byte[][] seeds =
        [
            "{\"a\":[1,2.5e-3,-0,true,false,null],\"b\\u00e9\\n\":{\"c\":\"x\\\"y\",\"d\":[]},\"語\":\"😀é\"}"u8.ToArray(),
            "[[[{\"k\":\"0123456789abcdefABCDEF\"}]], \"\\ud83d\\ude00\", 12345678901234567890, {}]"u8.ToArray(),
        ];
        byte[] alphabet = "{}[]\",:\\u0019eE.+-tfn \t\n/x"u8.ToArray();
        Random random = new(20261122);
        for (int round = 0; round < 60_000; round++)
        {
            byte[] text = (byte[])seeds[round % seeds.Length].Clone();
            for (int edits = random.Next(1, 4); edits > 0; edits--) text = Mutate(text, alphabet, random);
            Assert.True(SystemAccepts(text) == (Fault(text) == default), Encoding.Latin1.GetString(text) + "\n" + Convert.ToHexString(text));
        }
    }

    private static byte[] Mutate(byte[] text, byte[] alphabet, Random random)
    {
        if (text.Length == 0) return [alphabet[0]];
        int at = random.Next(text.Length);
        byte fresh = random.Next(8) == 0 ? (byte)random.Next(256) : alphabet[random.Next(alphabet.Length)];
        return random.Next(4) switch
        {
            0 => [.. text[..at], fresh, .. text[at..]],
            1 => [.. text[..at], .. text[(at + 1)..]],
            2 => text[..at],
            _ => [.. text[..at], fresh, .. text[(at + 1)..]],
        };
    }

    private static JsonFault Fault(byte[] json, int maxDepth = 512)
    {
        JsonTokenizer tokenizer = new(json, maxDepth);
        while (tokenizer.Read())
        {
        }

        return tokenizer.Fault;
    }

    private static bool SystemAccepts(byte[] json)
    {
        try
        {
            Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = 512 });
            while (reader.Read())
            {
                // Utf8JsonReader checks the encoding when the text is asked for; a lone surrogate is well-formed by the grammar.
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !System.Text.Unicode.Utf8.IsValid(reader.ValueSpan)) return false;
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
