using ContractToolkit.Patterns;
using Encoding = System.Text.Encoding;

namespace ContractToolkit.Validation.Tests;

public sealed class PatternTests
{
    [Theory]
    [InlineData("a+", "xaay", true)]
    [InlineData("^a+$", "xaay", false)]
    [InlineData("^$", "", true)]
    [InlineData("^x-", "x-y", true)]
    [InlineData("^x-", "ax-", false)]
    [InlineData("x-", "ax-y", true)]
    [InlineData("y$", "xy", true)]
    [InlineData("y$", "yx", false)]
    [InlineData("^x-1$", "x-1", true)]
    [InlineData("^x-1$", "x-12", false)]
    [InlineData("", "a", true)]
    [InlineData("^", "a", true)]
    [InlineData("$", "a", true)]
    [InlineData("^$", "a", false)]
    [InlineData("$^", "", true)]
    [InlineData("$^", "a", false)]
    [InlineData("^a$", "a\n", false)]
    [InlineData("^.$", "😀", true)]
    [InlineData("^.$", "\n", false)]
    [InlineData("^[^a]$", "😀", true)]
    [InlineData("^[😀-😎]{2}$", "😀😎", true)]
    [InlineData("^\\u{1F600}$", "😀", true)]
    [InlineData("^\\uD83D\\uDE00$", "😀", true)]
    [InlineData("^\\d$", "٣", false)]
    [InlineData("^\\w$", "é", false)]
    [InlineData("^\\s$", "\u00a0", true)]
    [InlineData("^\\s$", "\u0085", false)]
    [InlineData("^\\p{Lu}\\P{Lu}$", "Éé", true)]
    [InlineData("^\\p{Letter}$", "𝒜", true)]
    [InlineData("^(a|b)\\1$", "aa", true)]
    [InlineData("^(a|b)\\1$", "ab", false)]
    [InlineData("^(?<x>a)\\k<x>$", "aa", true)]
    [InlineData("^(?=.*\\d)(?!.*x).+$", "a1", true)]
    [InlineData("^(?=.*\\d)(?!.*x).+$", "a1x", false)]
    [InlineData("^[A-Z]{3}$", "EUR", true)]
    [InlineData("^[A-Z]{3}$", "EU", false)]
    [InlineData("^[A-Z]{3}$", "EURO", false)]
    [InlineData("^\\d{4}-(?:\\d{2})$", "2024-01", true)]
    [InlineData("^\\d{4}-(?:\\d{2})$", "2024 01", false)]
    [InlineData("^[@`]{2}$", "@`", true)]
    [InlineData("^[@`]{2}$", "é", false)]
    [InlineData("^(?!a$)(?=..)", "ab", true)]
    [InlineData("^(?!a$)(?=..)", "a", false)]
    [InlineData("^(?!a)|b", "ab", true)]
    [InlineData("\\bcat\\b", "a cat!", true)]
    [InlineData("\\bcat\\b", "concat", false)]
    [InlineData("^[\\w.-]+@[\\w-]+$", "a.b-c@d", true)]
    [InlineData("^a{2,3}$", "aaaa", false)]
    [InlineData("^{a}$", "{a}", true)]
    [InlineData("^\\cA$", "\u0001", true)]
    [InlineData("^[]$", "a", false)]
    [InlineData("^[^]$", "a", true)]
    [InlineData("^a??b$", "b", true)]
    public void Matches_as_ecma_262_says(string pattern, string text, bool matches) =>
        Assert.Equal(matches ? PatternVerdict.Match : PatternVerdict.NoMatch, new PatternMatcher(pattern).Match(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("(")]
    [InlineData("a)")]
    [InlineData("[a")]
    [InlineData("*a")]
    [InlineData("a**")]
    [InlineData("[z-a]")]
    [InlineData("a{3,2}")]
    [InlineData("\\Z")]
    [InlineData("\\a")]
    [InlineData("(?i)a")]
    [InlineData("(?#c)")]
    [InlineData("\\k<x>")]
    [InlineData("\\p{Nonsense}")]
    [InlineData("\\u{110000}")]
    public void Refuses_what_is_no_pattern(string pattern)
    {
        Assert.Null(EcmaPattern.Parse(pattern));
        Assert.Equal(PatternVerdict.Undecided, new PatternMatcher(pattern).Match("a"u8));
    }

    /// <summary>Random patterns: the automaton and .NET's engine must agree.</summary>
    [Fact]
    public void The_automaton_agrees_with_the_engine_of_the_framework()
    {
        Random random = new(7);
        string[] atoms = ["a", "b", "é", "😀", ".", "[ab]", "[^a]", "\\d", "\\w", "\\s", "^", "$", "[😀-😎é]", "1"];
        string[] texts = ["", "a", "b", "ab", "ba", "aab", "é", "😀", "a😀b", "1 a", "\n", "abé1", "😎😎"];
        for (int round = 0; round < 1_500; round++)
        {
            string pattern = Random(random, atoms, 3);
            if (random.Next(3) == 0) pattern = $"^(?={Random(random, atoms, 2)})(?!{Random(random, atoms, 2)}){pattern}";
            PatternNode? parsed = EcmaPattern.Parse(pattern);
            if (parsed is null || PatternAutomata.Of(parsed) is not { } automaton) continue;
            RegexMatcher engine = new(parsed);
            FixedPattern? simple = FixedPattern.Of(parsed);
            foreach (string text in texts)
            {
                bool expected = engine.Match(Encoding.UTF8.GetBytes(text)) == PatternVerdict.Match;
                Assert.True(expected == automaton.IsMatch(Encoding.UTF8.GetBytes(text)), $"{pattern} on '{text}' expected {expected}");
                Assert.True(simple is null || simple.IsMatch(Encoding.UTF8.GetBytes(text)) == expected, $"{pattern} on '{text}' expected {expected} of fixed sets");
            }
        }
    }

    private static string Random(Random random, string[] atoms, int depth)
    {
        string One() => depth == 0 || random.Next(3) > 0 ? atoms[random.Next(atoms.Length)] : "(" + Random(random, atoms, depth - 1) + ")";
        string Quantified()
        {
            string one = One();
            return one is "^" or "$" ? one : one + new[] { "", "", "*", "+", "?", "{2}", "{1,2}", "{0,}" }[random.Next(8)];
        }

        string sequence = string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Quantified()));
        return random.Next(4) == 0 ? sequence + "|" + Quantified() : sequence;
    }
}
