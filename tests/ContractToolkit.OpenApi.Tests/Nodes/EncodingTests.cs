using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Tests.Nodes;

using Encoding = System.Text.Encoding;

public sealed class EncodingTests
{
    public static TheoryData<string, bool> Texts => new()
    {
        { """{"é😀": "ü"}""", true }, { "é😀: ü\n", true }, { """{"é😀": "ü"}""", false }, { "é😀: ü\n", false },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Utf16_and_byte_order_marks_are_understood(string text, bool bigEndian)
    {
        foreach (Encoding encoding in new Encoding[] { new System.Text.UnicodeEncoding(bigEndian, true), new System.Text.UTF8Encoding(true) })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
            TextDocument document = TextDocument.Parse("f", bytes, null, TestContext.Current.CancellationToken);

            Assert.Empty(document.Findings);
            Assert.Equal("ü", document.Root["é😀"].Text);
            Assert.Equal(1, document.Root["é😀"].Position.Line);
            Assert.Equal(text.IndexOf('ü') + (text[0] == '{' ? 0 : 1), document.Root["é😀"].Position.Column);
        }
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void Wide_characters_are_told_by_the_zeros_beside_the_first_without_a_byte_order_mark_too(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        foreach (string text in new[] { "{\"a\": \"ü😀\"}", "a: ü😀\n" })
        {
            foreach (byte[] mark in new[] { encoding.GetPreamble(), [] })
            {
                TextDocument document = TextDocument.Parse("f", (byte[])[.. mark, .. encoding.GetBytes(text)], null, TestContext.Current.CancellationToken);
                Assert.Empty(document.Findings);
                Assert.Equal("ü😀", document.Root["a"].Text);
            }
        }
    }

    [Theory]
    [InlineData("{\"a\": \"x\", \"b\": \"", "\"}", 17)]
    [InlineData("a: x\nb: ", "\n", 8)]
    public void A_byte_that_is_no_utf8_is_reported_with_its_offset_and_read_as_a_replacement(string before, string after, int offset)
    {
        foreach (byte[] bad in new byte[][] { [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82] })
        {
            byte[] bytes = [.. Encoding.UTF8.GetBytes(before), .. bad, .. Encoding.UTF8.GetBytes(after)];
            TextDocument document = TextDocument.Parse("f", bytes, null, TestContext.Current.CancellationToken);

            Finding finding = Assert.Single(document.Findings);
            Assert.Equal(ReadingRules.InvalidUtf8.Id, finding.Id);
            Assert.Contains($"offset {offset} ", finding.Message);
            Assert.Equal(before.Length - before.LastIndexOf('\n'), finding.Document!.Position.Column);
            Assert.StartsWith("\uFFFD", document.Root["b"].Text);
            Assert.Equal("x", document.Root["a"].Text);
        }
    }

    [Fact]
    public void The_check_for_utf8_agrees_with_the_runtime_on_random_bytes()
    {
        Random random = new(7);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] bytes = new byte[random.Next(1, 9)];
            for (int i = 0; i < bytes.Length; i++) bytes[i] = Interesting(random);

            Assert.Equal(System.Text.Unicode.Utf8.IsValid(bytes), Utf8Check.FirstInvalid(bytes) < 0);
        }
    }

    private static byte Interesting(Random random)
    {
        byte[] edges = [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF];
        return edges[random.Next(edges.Length)];
    }
}
