namespace ContractToolkit.Validation;

/// <summary>
/// Runs a pattern's automaton over UTF-8 in one state at a time, a table look-up per byte. States are made when a text first leads to them and
/// kept; a pattern that would need too many is given up, and .NET's engine takes over. Any number of threads may match at once.
/// </summary>
internal sealed class PatternDfa
{
    private const int MostStates = 1_000;

    private readonly PatternNfa nfa;
    private readonly byte[] classOf = new byte[256];
    private readonly int classes;
    private readonly Dictionary<string, State> known = new(StringComparer.Ordinal);
    private readonly State start;
    private readonly byte[] sampleOf;

    public PatternDfa(PatternNfa nfa)
    {
        this.nfa = nfa;
        classes = FindClasses();
        sampleOf = new byte[classes];
        for (int b = 255; b >= 0; b--) sampleOf[classOf[b]] = (byte)b;
        SortedSet<int> members = Close([nfa.Start], atStart: true, atEnd: false);
        start = Make(members, Close([nfa.Start], atStart: true, atEnd: true));
    }

    /// <summary>Whether some part of the text matches; null where it would take too many states.</summary>
    public bool? IsMatch(ReadOnlySpan<byte> text)
    {
        State state = start;
        if (state.Matches) return true;
        foreach (byte b in text)
        {
            State? next = state.Next[classOf[b]] ?? Step(state, classOf[b]);
            if (next is null) return null;
            if (next.IsFinal) return next.Matches;
            state = next;
        }

        return state.MatchesAtEnd;
    }

    /// <summary>Bytes that no state tells apart share a class.</summary>
    private int FindClasses()
    {
        bool[] begins = new bool[257];
        for (int i = 0; i < nfa.Count; i++)
        {
            if (nfa[i].Kind != PatternNfa.Kind.Byte) continue;
            begins[nfa[i].Range.First] = true;
            begins[nfa[i].Range.Last + 1] = true;
        }

        int current = 0;
        for (int b = 0; b < 256; b++)
        {
            if (b > 0 && begins[b]) current++;
            classOf[b] = (byte)current;
        }

        return current + 1;
    }

    private State? Step(State from, int byteClass)
    {
        lock (known)
        {
            if (from.Next[byteClass] is { } made) return made;
            if (known.Count >= MostStates) return null;
            byte sample = sampleOf[byteClass];
            List<int> reached = [];
            foreach (int index in from.Members)
            {
                PatternNfa.State state = nfa[index];
                if (state.Kind == PatternNfa.Kind.Byte && sample >= state.Range.First && sample <= state.Range.Last) reached.Add(state.Next);
            }

            // A match may begin anywhere.
            reached.Add(nfa.Start);
            State next = Intern(Close(reached, atStart: false, atEnd: false));
            Volatile.Write(ref from.Next[byteClass], next);
            return next;
        }
    }

    private State Intern(SortedSet<int> members)
    {
        string key = string.Join(",", members);
        if (known.TryGetValue(key, out State? state)) return state;
        state = Make(members, Close(members, atStart: false, atEnd: true));
        known.Add(key, state);
        return state;
    }

    private State Make(SortedSet<int> members, SortedSet<int> atEnd) =>
        new([.. members], new State?[classes], members.Contains(nfa.Match), atEnd.Contains(nfa.Match))
        {
            IsFinal = members.Contains(nfa.Match) || (!atEnd.Contains(nfa.Match) && members.All(index => nfa[index].Kind is not (PatternNfa.Kind.Byte or PatternNfa.Kind.Match))),
        };

    /// <summary>Every state that is reached without a byte.</summary>
    private SortedSet<int> Close(IEnumerable<int> from, bool atStart, bool atEnd)
    {
        SortedSet<int> members = [];
        Stack<int> open = new(from);
        while (open.TryPop(out int index))
        {
            if (!members.Add(index)) continue;
            PatternNfa.State state = nfa[index];
            bool goesOn = state.Kind == PatternNfa.Kind.Split || (state.Kind == PatternNfa.Kind.AtStart && atStart) || (state.Kind == PatternNfa.Kind.AtEnd && atEnd);
            if (goesOn) open.Push(state.Next);
            if (state.Kind == PatternNfa.Kind.Split) open.Push(state.Other);
        }

        return members;
    }

    /// <summary>A set of the automaton's states, and where each class of bytes leads.</summary>
    private sealed record State(int[] Members, State?[] Next, bool Matches, bool MatchesAtEnd)
    {
        /// <summary>Whether what follows changes nothing: there is a match already, or none can come.</summary>
        public bool IsFinal { get; init; }
    }
}
