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
}
