using ContractToolkit.Patterns;

namespace ContractToolkit.Validation;

/// <summary>
/// The automata that decide a pattern together. Most patterns have one; one that begins with <c>^</c> and looks ahead from there, as rules for passwords
/// do, has another for each look: all of them read from the start of the text, so that none has to go back.
/// </summary>
internal sealed class PatternAutomata
{
    private readonly (PatternDfa Automaton, bool IsNegated)[] parts;

    private PatternAutomata((PatternDfa, bool)[] parts) => this.parts = parts;

    /// <summary>The automata; null where some part of the pattern has none.</summary>
    public static PatternAutomata? Of(PatternNode pattern)
    {
        List<(PatternDfa, bool)> all = [];
        foreach ((PatternNode part, bool isNegated) in Split(pattern))
        {
            if (PatternNfa.Of(part) is not { } automaton) return null;
            all.Add((new(automaton), isNegated));
        }

        return new([.. all]);
    }

    /// <summary>Whether some part of the text matches; null where it would take too many states.</summary>
    public bool? IsMatch(ReadOnlySpan<byte> text)
    {
        foreach ((PatternDfa automaton, bool isNegated) in parts)
        {
            if (automaton.IsMatch(text) is not { } matches) return null;
            if (matches == isNegated) return false;
        }

        return true;
    }

    private static IEnumerable<(PatternNode Part, bool IsNegated)> Split(PatternNode pattern)
    {
        int looks = 0;
        if (pattern is SequenceNode { Parts: [EdgeNode { IsStart: true } start, ..] parts })
        {
            while (looks + 1 < parts.Count && parts[looks + 1] is LookNode { IsAhead: true } look)
            {
                yield return (new SequenceNode([start, look.Inner]), look.IsNegated);
                looks++;
            }

            yield return (new SequenceNode([start, .. parts.Skip(looks + 1)]), false);
        }
        else
        {
            yield return (pattern, false);
        }
    }
}
