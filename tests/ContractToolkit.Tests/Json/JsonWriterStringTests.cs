using System.Text;
using System.Text.Json;
using ContractToolkit.Json;

namespace ContractToolkit.Tests;

public sealed class JsonWriterStringTests
{
    [Fact]
    public void Every_utf16_unit_comes_back_wherever_it_stands()
    {
        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            // 20 characters reach beyond one block of the vectorised copy, and its overlapping end.
            foreach (int place in (int[])[0, 7, 8, 15, 19])
            {
                string text = new string('a', place) + (char)unit + new string('b', 19 - place);
                Assert.Equal(text, ReadBack(Write(text)));
            }
        }
    }

    [Fact]
    public void What_system_text_json_reads_is_what_was_written()
    {
        var random = new Random(11);
        for (int round = 0; round < 20_000; round++)
        {
            string text = RandomText(random, lone: false);
            byte[] json = Write(text);
            var reader = new Utf8JsonReader(json);
            Assert.True(reader.Read());
            Assert.Equal(text, reader.GetString());
            Assert.False(reader.Read());
        }
    }

    [Fact]
    public void Halves_of_surrogate_pairs_are_not_lost_and_the_text_is_utf8()
    {
        var random = new Random(12);
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        for (int round = 0; round < 20_000; round++)
        {
            string text = RandomText(random, lone: true);
            byte[] json = Write(text);
            strict.GetString(json);
            using JsonDocument document = JsonDocument.Parse(json);
            Assert.Equal(text, ReadBack(json));
        }
    }

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("a/b<c>&'+é€", "\"a/b<c>&'+é€\"")]
    [InlineData("😀\u007f\u2028", "\"😀\u007f\u2028\"")]
    [InlineData("\"\\\b\f\n\r\t\u0000\u001f", "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f\"")]
    public void Only_what_must_be_is_escaped(string text, string json) => Assert.Equal(json, Encoding.UTF8.GetString(Write(text)));

    [Fact]
    public void A_half_of_a_surrogate_pair_is_escaped()
    {
        Assert.Equal("\"\\ud800\"", Encoding.UTF8.GetString(Write("\ud800")));
        Assert.Equal("\"\\udc00\\ud800x\"", Encoding.UTF8.GetString(Write("\udc00\ud800x")));
    }

    [Fact]
    public void Utf8_is_escaped_like_utf16()
    {
        var random = new Random(13);
        for (int round = 0; round < 5_000; round++)
        {
            string text = RandomText(random, lone: false);
            var writer = new JsonWriter();
            writer.WriteString(Encoding.UTF8.GetBytes(text));
            Assert.Equal(Encoding.UTF8.GetString(Write(text)), Encoding.UTF8.GetString(writer.Written));
        }
    }

    [Fact]
    public void The_buffer_grows_for_texts_that_are_all_escapes()
    {
        string text = new('\u0001', 100_000);
        Assert.Equal(600_002, Write(text).Length);
        Assert.Equal(text, ReadBack(Write(text)));
    }

    private static byte[] Write(string text)
    {
        var writer = new JsonWriter();
        writer.WriteString(text);
        return writer.Written.ToArray();
    }

    private static string ReadBack(byte[] json)
    {
        var cursor = new JsonCursor(json);
        string text = cursor.ReadString();
        cursor.Finish();
        return text;
    }

    private static string RandomText(Random random, bool lone)
    {
        var text = new StringBuilder();
        int length = random.Next(random.Next(4) == 0 ? 200 : 20);
        while (text.Length < length)
        {
            switch (random.Next(lone ? 7 : 6))
            {
                case 0: text.Append((char)random.Next(0x20)); break;
                case 1: text.Append("\"\\/"[random.Next(3)]); break;
                case 2: text.Append((char)random.Next(0x80, 0xD800)); break;
                case 3: text.Append(char.ConvertFromUtf32(random.Next(0x10000, 0x110000))); break;
                case 6: text.Append((char)random.Next(0xD800, 0xE000)); break;
                default: text.Append('a', random.Next(12)); break;
            }
        }

        return text.ToString();
    }
}
