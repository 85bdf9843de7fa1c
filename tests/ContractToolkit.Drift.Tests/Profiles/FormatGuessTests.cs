using System.Text;
using ContractToolkit.Drift.Profiles;

namespace ContractToolkit.Drift.Tests.Profiles;

public sealed class FormatGuessTests
{
    [Theory]
    [InlineData("2026-02-28T12:00:00Z", "date-time")]
    [InlineData("2026-02-28T12:00:00.123+08:00", "date-time")]
    [InlineData("2026-02-30T12:00:00Z", null)]
    [InlineData("2026-02-28", "date")]
    [InlineData("2026-02-28 12:00:00", "date-time-local-space")]
    [InlineData("12:00:00Z", "time")]
    [InlineData("3f2504e0-4f89-41d3-9a0c-0305e82c3301", "uuid")]
    [InlineData("https://example.com/a", "uri")]
    [InlineData("a@example.com", "email")]
    [InlineData("192.0.2.1", "ipv4")]
    [InlineData("42", "integer")]
    [InlineData("-4.50", "decimal")]
    [InlineData("true", "boolean")]
    [InlineData("P1DT5M", "duration")]
    [InlineData("hello", null)]
    [InlineData("PX", null)]
    public void A_text_counts_for_its_format_only(string text, string? format)
    {
        long[] counters = new long[FormatGuess.Names.Length];
        FormatGuess.Count(Encoding.UTF8.GetBytes(text), counters);
        Assert.Equal(format is null ? [] : [format], FormatGuess.Names.Where((_, i) => counters[i] > 0));
    }

    [Fact]
    public void What_needs_no_parser_is_what_the_parser_takes()
    {
        Random random = new(5);
        string[] pieces = ["http://", "https://", "a", "shop", ".", "-", "example", "com", "/", "x=1", "?", "&", "~", "9", "a1", ":", "80", "%41", "#", "_", "é", " "];
        for (int i = 0; i < 20_000; i++)
        {
            string text = pieces[random.Next(3)] + string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(2, pieces.Length)]));
            long[] counters = new long[FormatGuess.Names.Length];
            FormatGuess.Count(Encoding.UTF8.GetBytes(text), counters);
            bool taken = text.Length > 4 && text.IndexOfAny([' ', '<', '>']) < 0 && Encoding.UTF8.GetBytes(text).AsSpan().IndexOf("://"u8) is > 0 and < 16 && Uri.TryCreate(text, UriKind.Absolute, out _);
            Assert.True(taken == counters[Array.IndexOf(FormatGuess.Names, "uri")] > 0, text);
        }
    }

    [Fact]
    public void Short_numbers_are_read_as_exactly_as_the_platform_reads_them()
    {
        Random random = new(6);
        for (int i = 0; i < 20_000; i++)
        {
            string digits = random.NextInt64(0, (long)Math.Pow(10, random.Next(1, 16))).ToString(System.Globalization.CultureInfo.InvariantCulture);
            int point = random.Next(0, digits.Length);
            string text = (random.Next(2) == 0 ? "-" : "") + (random.Next(3) > 0 && point > 0 ? digits[..point] + "." + digits[point..] : digits);
            NumberSpan span = new();
            span.Add(Encoding.UTF8.GetBytes(text));
            NumberSpan same = new();
            same.Add(text);
            same.Merge(span);
            Assert.Equal((text, text), (same.Least, same.Greatest));
            // A number that is read as another one would be beyond the first.
            double value = double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
            span.Add(Math.BitIncrement(value).ToString("R", System.Globalization.CultureInfo.InvariantCulture));
            span.Add(Math.BitDecrement(value).ToString("R", System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal((Math.BitDecrement(value), Math.BitIncrement(value)), (double.Parse(span.Least!, System.Globalization.CultureInfo.InvariantCulture), double.Parse(span.Greatest!, System.Globalization.CultureInfo.InvariantCulture)));
        }
    }
}
