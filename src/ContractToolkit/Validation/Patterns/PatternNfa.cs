using ContractToolkit.Patterns;

namespace ContractToolkit.Validation;

/// <summary>
/// A pattern as an automaton over UTF-8 bytes. Only patterns without look-around, boundaries and back-references have one; it may be in many
/// states at once, which <see cref="PatternDfa"/> turns into one.
/// </summary>
internal sealed class PatternNfa
{
    private const int MostStates = 3_000;

    private readonly List<State> states = [];

    private PatternNfa() => Match = Add(new(Kind.Match));

    public enum Kind : byte
    {
        /// <summary>Goes on by a byte of the range.</summary>
        Byte,

        /// <summary>Goes on in both directions.</summary>
        Split,

        /// <summary>Goes on at the start of the text.</summary>
        AtStart,

        /// <summary>Goes on at the end of the text.</summary>
        AtEnd,

        /// <summary>The text matches.</summary>
        Match,
    }

    public int Match { get; }

    public int Start { get; private set; }

    public int Count => states.Count;

    public State this[int index] => states[index];

    /// <summary>The automaton; null where the pattern has none, or none of reasonable size.</summary>
    public static PatternNfa? Of(PatternNode pattern)
    {
        PatternNfa nfa = new();
        nfa.Start = nfa.Build(pattern, nfa.Match);
        return nfa.Start < 0 ? null : nfa;
    }

    /// <summary>Builds what matches the node and then goes on; negative where that cannot be.</summary>
    private int Build(PatternNode node, int next)
    {
        if (next < 0 || states.Count > MostStates) return -1;
        return node switch
        {
            SetNode set => BuildSet(set.Set, next),
            SequenceNode sequence => BuildSequence(sequence, next),
            ChoiceNode choice => BuildChoice(choice, next),
            RepeatNode repeat => BuildRepeat(repeat, next),
            EdgeNode edge => Add(new(edge.IsStart ? Kind.AtStart : Kind.AtEnd) { Next = next }),
            _ => -1,
        };
    }

    private int BuildSequence(SequenceNode sequence, int next)
    {
        for (int i = sequence.Parts.Count - 1; i >= 0; i--) next = Build(sequence.Parts[i], next);
        return next;
    }

    private int BuildChoice(ChoiceNode choice, int next)
    {
        int all = Build(choice.Branches[^1], next);
        for (int i = choice.Branches.Count - 2; i >= 0; i--) all = Either(Build(choice.Branches[i], next), all);
        return all;
    }

    private int BuildRepeat(RepeatNode repeat, int next)
    {
        if (repeat.Maximum is { } maximum)
        {
            if (maximum > MostStates) return -1;
            for (int i = repeat.Minimum; i < maximum && next >= 0; i++) next = Either(Build(repeat.Inner, next), next);
        }
        else
        {
            int loop = Add(new(Kind.Split) { Other = next });
            int body = Build(repeat.Inner, loop);
            if (body < 0) return -1;
            states[loop] = states[loop] with { Next = body };
            next = loop;
        }

        for (int i = 0; i < repeat.Minimum && next >= 0; i++) next = Build(repeat.Inner, next);
        return next;
    }

    private int BuildSet(CodePointSet set, int next)
    {
        int all = -1;
        foreach ((int first, int last) in set.Ranges)
        {
            foreach (ByteRange[] sequence in Utf8Ranges.Of(first, last))
            {
                int at = next;
                for (int i = sequence.Length - 1; i >= 0; i--) at = Add(new(Kind.Byte) { Range = sequence[i], Next = at });
                all = all < 0 ? at : Either(at, all);
                if (states.Count > MostStates) return -1;
            }
        }

        // The empty set: a byte that UTF-8 never has.
        return all < 0 ? Add(new(Kind.Byte) { Range = new(0xFF, 0xFF), Next = next }) : all;
    }

    private int Either(int left, int right) => left < 0 || right < 0 ? -1 : Add(new(Kind.Split) { Next = left, Other = right });

    private int Add(State state)
    {
        states.Add(state);
        return states.Count - 1;
    }

    /// <summary>A state and where it goes on.</summary>
    public readonly record struct State(Kind Kind)
    {
        public ByteRange Range { get; init; }

        public int Next { get; init; }

        public int Other { get; init; }
    }
}
