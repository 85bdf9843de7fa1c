using ContractToolkit.Patterns;

namespace ContractToolkit.Validation;

/// <summary>What came of matching a pattern.</summary>
internal enum PatternVerdict
{
    NoMatch,
    Match,

    /// <summary>The pattern is no regular expression, or deciding took too long.</summary>
    Undecided,
}

/// <summary>
/// An ECMA-262 pattern. It runs over the bytes where automata can (no back-reference, no look but ahead from the start), otherwise in .NET's
/// engine under a time limit; a hostile pattern never hangs and never throws.
/// </summary>
internal sealed class PatternMatcher(string pattern)
{
    private readonly LiteralPattern? literal = LiteralPattern.Of(pattern);
    private volatile Engines? engines;

    /// <summary>The pattern as written.</summary>
    public string Text { get; } = pattern;

    /// <summary>Matches a text given in UTF-8, without escapes.</summary>
    public PatternVerdict Match(ReadOnlySpan<byte> utf8)
    {
        if (literal is not null) return literal.IsMatch(utf8) ? PatternVerdict.Match : PatternVerdict.NoMatch;
        Engines running = engines ??= Compile();
        if (running.Fixed is { } simple) return simple.IsMatch(utf8) ? PatternVerdict.Match : PatternVerdict.NoMatch;
        if (running.Automata?.IsMatch(utf8) is { } matches) return matches ? PatternVerdict.Match : PatternVerdict.NoMatch;
        return running.Parsed is null ? PatternVerdict.Undecided : running.Fallback.Match(utf8);
    }

    private Engines Compile()
    {
        PatternNode? parsed = EcmaPattern.Parse(Text);
        FixedPattern? simple = parsed is null ? null : FixedPattern.Of(parsed);
        return new(parsed, simple, parsed is null || simple is not null ? null : PatternAutomata.Of(parsed));
    }

    private sealed class Engines(PatternNode? parsed, FixedPattern? simple, PatternAutomata? automata)
    {
        private RegexMatcher? fallback;

        public PatternNode? Parsed { get; } = parsed;

        public FixedPattern? Fixed { get; } = simple;

        public PatternAutomata? Automata { get; } = automata;

        public RegexMatcher Fallback => fallback ??= new(Parsed!);
    }
}
