using System.Collections.Concurrent;
using System.Text;
using ContractToolkit.Patterns;

namespace ContractToolkit.Exchange;

/// <summary>Generates texts that match an ECMA-262 regular expression, within bounds of length.</summary>
internal static class PatternGenerator
{
    private const int Tries = 40;
    private const int MaxText = 120_000;
    private static readonly ConcurrentDictionary<string, PatternNode?> Parsed = new(StringComparer.Ordinal);

    /// <summary>A text; null where the pattern can't be read or no text of such a length was found.</summary>
    public static string? Generate(string pattern, int least, int most, ref SeededRandom random)
    {
        if (Parse(pattern) is not { } node) return null;
        bool open = !EndsAnchored(node);
        string? spare = null;
        int stretch = 1;
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            var walk = new PatternWalk(stretch, most, random);
            bool done = walk.Write(node);
            random = walk.Random;
            if (!done) continue;
            string text = walk.Text;
            if (attempt % 2 == 1 && walk.Ahead.Length > 0) text = walk.Ahead + text;
            int length = CodePoints(text);
            if (length < least && open && attempt > 6) text = StringGenerator.Fit(text, least, most);
            length = CodePoints(text);
            if (length >= least && length <= most) return text;
            spare ??= text;
            stretch = length < least ? Math.Min(stretch * 2 + (least - length) / 4, MaxText) : Math.Max(0, stretch / 2);
        }

        return spare;
    }

    private static int CodePoints(string text)
    {
        int count = text.Length;
        foreach (char c in text)
        {
            if (char.IsLowSurrogate(c)) count--;
        }

        return count;
    }

    private static PatternNode? Parse(string pattern)
    {
        if (Parsed.TryGetValue(pattern, out PatternNode? known)) return known;

        // Whoever validates by a pattern that cannot be read says what is wrong with it.
        PatternNode? node = EcmaPattern.Parse(pattern);
        if (Parsed.Count < 10_000) Parsed.TryAdd(pattern, node);
        return node;
    }

    private static bool EndsAnchored(PatternNode node) => node switch
    {
        EdgeNode edge => !edge.IsStart,
        SequenceNode { Parts: [.., { } last] } => EndsAnchored(last),
        GroupNode group => EndsAnchored(group.Inner),
        ChoiceNode choice => choice.Branches.All(EndsAnchored),
        _ => false,
    };

    /// <summary>One walk through the pattern that writes a text.</summary>
    private sealed class PatternWalk(int stretch, int most, SeededRandom random)
    {
        private readonly StringBuilder text = new();
        private readonly StringBuilder ahead = new();
        private readonly Dictionary<int, string> captured = [];
        private SeededRandom random = random;
        private int repeats;

        public SeededRandom Random => random;

        public string Text => text.ToString();

        /// <summary>Texts that satisfy the look-aheads, which a text can be begun with.</summary>
        public string Ahead => ahead.ToString();

        public bool Write(PatternNode node)
        {
            if (text.Length > MaxText) return false;
            switch (node)
            {
                case SetNode set:
                    if (ReadableCharacter.Pick(set.Set, ref random) is not { } picked) return false;
                    text.Append(picked);
                    return true;
                case SequenceNode sequence:
                    return sequence.Parts.All(Write);
                case ChoiceNode choice:
                    return Write(choice.Branches[random.Below(choice.Branches.Count)]);
                case GroupNode group:
                    int start = text.Length;
                    bool done = Write(group.Inner);
                    captured[group.Number] = text.ToString(start, text.Length - start);
                    return done;
                case BackReferenceNode reference:
                    text.Append(captured.GetValueOrDefault(reference.Group));
                    return true;
                case RepeatNode repetition:
                    return Repeat(repetition);
                case LookNode { IsNegated: false } look:
                    return LookAhead(look.Inner);
                default:
                    return true;
            }
        }

        private bool Repeat(RepeatNode repetition)
        {
            if (++repeats > MaxText) return false;
            int extra = stretch == 0 ? 0 : stretch > 3 ? random.Between(stretch / 2, stretch) : random.Below(stretch + 2);
            // One rather than none, so that optional parts show; and never more than the length bears.
            if (repetition.Minimum == 0 && stretch == 1 && repetition.Maximum is not 0 && text.Length < most) extra = Math.Max(extra, 1);
            long count = Math.Min((long)repetition.Minimum + extra, repetition.Maximum ?? int.MaxValue);
            for (long i = 0; i < count; i++)
            {
                if (i >= repetition.Minimum && text.Length >= most) break;
                if (!Write(repetition.Inner)) return false;
            }

            return true;
        }

        private bool LookAhead(PatternNode part)
        {
            var walk = new PatternWalk(0, most, random);
            if (walk.Write(part)) ahead.Append(walk.Text);
            random = walk.Random;
            return true;
        }
    }
}
