using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using ContractToolkit.Patterns;

namespace ContractToolkit.Validation;

/// <summary>A pattern in .NET's engine: without backtracking where that is supported, always under a time limit.</summary>
internal sealed class RegexMatcher(PatternNode pattern)
{
    /// <summary>The time after which a match is given up.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromMilliseconds(250);

    private const int StackChars = 256;

    private readonly Regex? regex = Compile(PatternText.Write(pattern), RegexOptions.NonBacktracking) ?? Compile(PatternText.Write(pattern), RegexOptions.None);

    public PatternVerdict Match(ReadOnlySpan<byte> utf8)
    {
        if (regex is null) return PatternVerdict.Undecided;
        if (utf8.Length <= StackChars)
        {
            Span<char> chars = stackalloc char[StackChars];
            return Run(chars.Slice(0, Encoding.UTF8.GetChars(utf8, chars)));
        }

        char[] rented = ArrayPool<char>.Shared.Rent(utf8.Length);
        PatternVerdict verdict = Run(rented.AsSpan(0, Encoding.UTF8.GetChars(utf8, rented)));
        ArrayPool<char>.Shared.Return(rented);
        return verdict;
    }

    private PatternVerdict Run(ReadOnlySpan<char> text)
    {
        try
        {
            return regex!.IsMatch(text) ? PatternVerdict.Match : PatternVerdict.NoMatch;
        }
        catch (RegexMatchTimeoutException)
        {
            return PatternVerdict.Undecided;
        }
    }

    private static Regex? Compile(string text, RegexOptions engine)
    {
        try
        {
            return new Regex(text, engine | RegexOptions.CultureInvariant, TimeLimit);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
