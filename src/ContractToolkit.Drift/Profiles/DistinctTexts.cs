namespace ContractToolkit.Drift.Profiles;

/// <summary>
/// The distinct texts of a place with their counts, as long as there are few. Beyond the limit all are forgotten for good: many distinct
/// texts are no enumeration, and may be personal data. Merging is associative and commutative.
/// </summary>
public sealed class DistinctTexts
{
    /// <summary>The most distinct texts that are remembered.</summary>
    public const int Limit = 40;

    /// <summary>The longest text, in bytes of UTF-8, that may belong to an enumeration.</summary>
    public const int MaxBytes = 64;

    private readonly Utf8Table<long> counts = new();

    /// <summary>Whether there were too many, or too long, texts to remember any.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>The texts and their counts, in ordinal order; empty after an overflow.</summary>
    public IEnumerable<KeyValuePair<string, long>> Texts =>
        counts.Entries.Select(entry => new KeyValuePair<string, long>(System.Text.Encoding.UTF8.GetString(entry.Name), entry.Value))
            .OrderBy(entry => entry.Key, StringComparer.Ordinal);

    /// <summary>Counts a text, given as UTF-8.</summary>
    public void Add(ReadOnlySpan<byte> text, long count = 1)
    {
        if (Overflowed) return;
        if (text.Length > MaxBytes || IsPersonal(text))
        {
            Forget();
            return;
        }

        counts.Find(text) += count;
        if (counts.Count > Limit) Forget();
    }

    /// <summary>Whether the text is an address, a telephone number, or a link that may carry either: no value of an enumeration.</summary>
    private static bool IsPersonal(ReadOnlySpan<byte> text)
    {
        if (text.Contains((byte)'@') || text.IndexOf("://"u8) > 0) return true;
        return text.Length >= 7 && text.IndexOfAnyExcept("0123456789 +-()"u8) < 0 && text.Count((byte)'-') != 2;
    }

    /// <summary>Adds another set to this one.</summary>
    public void Merge(DistinctTexts other)
    {
        if (other.Overflowed) Forget();
        foreach ((byte[] name, long count) in other.counts.Entries) Add(name, count);
    }

    /// <summary>Forgets all texts for good.</summary>
    public void Forget()
    {
        Overflowed = true;
        counts.Clear();
    }
}
