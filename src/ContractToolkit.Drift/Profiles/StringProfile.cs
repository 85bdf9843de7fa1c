using System.Text;

namespace ContractToolkit.Drift.Profiles;

/// <summary>What was seen of the strings of a place.</summary>
public sealed class StringProfile
{
    private readonly long[] formats = new long[FormatGuess.Names.Length];

    /// <summary>The number of strings.</summary>
    public long Count { get; private set; }

    /// <summary>The fewest code points.</summary>
    public long Shortest { get; private set; } = long.MaxValue;

    /// <summary>The most code points.</summary>
    public long Longest { get; private set; }

    /// <summary>The number of empty strings, which no format counts.</summary>
    public long Empty { get; private set; }

    /// <summary>The distinct texts, while they are few.</summary>
    public DistinctTexts Texts { get; } = new();

    /// <summary>The number of strings that are valid by each known format, by its name; formats never met are left out.</summary>
    public IEnumerable<KeyValuePair<string, long>> Formats =>
        FormatGuess.Names.Select((name, i) => new KeyValuePair<string, long>(name, formats[i])).Where(format => format.Value > 0);

    /// <summary>Counts one string.</summary>
    /// <param name="text">Its UTF-8, escapes resolved.</param>
    /// <param name="isAscii">Whether it is known to be ASCII.</param>
    internal void Add(ReadOnlySpan<byte> text, bool isAscii = false)
    {
        long length = isAscii ? text.Length : CodePoints(text);
        Count++;
        Shortest = Math.Min(Shortest, length);
        Longest = Math.Max(Longest, length);
        Texts.Add(text);
        if (text.IsEmpty) Empty++;
        else FormatGuess.Count(text, formats);
    }

    /// <summary>Sets the figures, when a profile is loaded.</summary>
    internal void Load(long count, long shortest, long longest, long empty) => (Count, Shortest, Longest, Empty) = (count, shortest, longest, empty);

    /// <summary>Sets the count of a format, when a profile is loaded; an unknown format is passed over.</summary>
    internal void LoadFormat(string name, long count)
    {
        int index = Array.IndexOf(FormatGuess.Names, name);
        if (index >= 0) formats[index] = count;
    }

    /// <summary>Adds another profile to this one.</summary>
    public void Merge(StringProfile other)
    {
        Count += other.Count;
        Shortest = Math.Min(Shortest, other.Shortest);
        Longest = Math.Max(Longest, other.Longest);
        Empty += other.Empty;
        Texts.Merge(other.Texts);
        for (int i = 0; i < formats.Length; i++) formats[i] += other.formats[i];
    }

    private static long CodePoints(ReadOnlySpan<byte> text)
    {
        if (Ascii.IsValid(text)) return text.Length;
        long count = 0;
        foreach (byte unit in text) count += (unit & 0xC0) == 0x80 ? 0 : 1;
        return count;
    }
}
