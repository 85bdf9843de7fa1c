using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

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
/// An ECMA-262 pattern. It runs in time linear in the text where .NET can (no look-around, no back-reference), otherwise under a time
/// limit; a hostile pattern never hangs and never throws.
/// </summary>
internal sealed class PatternMatcher(string pattern)
{
    /// <summary>The time after which a match that is not linear is given up.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromMilliseconds(250);

    private const int StackChars = 256;

    private Regex? regex;
    private bool invalid;

    /// <summary>The pattern as written.</summary>
    public string Text { get; } = pattern;

    /// <summary>Matches a text given in UTF-8, without escapes.</summary>
    public PatternVerdict Match(ReadOnlySpan<byte> utf8)
    {
        Regex? compiled = regex ?? Compile();
        if (compiled is null) return PatternVerdict.Undecided;
        if (utf8.Length <= StackChars)
        {
            Span<char> chars = stackalloc char[StackChars];
            return Run(compiled, chars.Slice(0, Encoding.UTF8.GetChars(utf8, chars)));
        }

        char[] rented = ArrayPool<char>.Shared.Rent(utf8.Length);
        PatternVerdict verdict = Run(compiled, rented.AsSpan(0, Encoding.UTF8.GetChars(utf8, rented)));
        ArrayPool<char>.Shared.Return(rented);
        return verdict;
    }

    private static PatternVerdict Run(Regex regex, ReadOnlySpan<char> text)
    {
        try
        {
            return regex.IsMatch(text) ? PatternVerdict.Match : PatternVerdict.NoMatch;
        }
        catch (RegexMatchTimeoutException)
        {
            return PatternVerdict.Undecided;
        }
    }

    private Regex? Compile()
    {
        if (invalid) return null;
        regex = EcmaPattern.TryTranslate(Text, out string? translated) ? TryCompile(translated!) : null;
        invalid = regex is null;
        return regex;
    }

    private static Regex? TryCompile(string translated)
    {
        try
        {
            return new Regex(translated, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeLimit);
        }
        catch (NotSupportedException)
        {
            return TryCompileBacktracking(translated);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Regex? TryCompileBacktracking(string translated)
    {
        try
        {
            return new Regex(translated, RegexOptions.CultureInvariant, TimeLimit);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
