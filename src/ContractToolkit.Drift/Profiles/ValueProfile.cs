namespace ContractToolkit.Drift.Profiles;

/// <summary>What was seen at one place of a body: how often, of which types, in which ranges.</summary>
public sealed class ValueProfile
{
    /// <summary>The number of values of each type, by <see cref="SeenType"/>.</summary>
    private readonly long[] counts = new long[7];

    /// <summary>The number of values.</summary>
    public long Count { get; internal set; }

    /// <summary>The least and the greatest number; null where no number was seen.</summary>
    public NumberSpan? Numbers { get; internal set; }

    /// <summary>What was seen of the strings; null where there was none.</summary>
    public StringProfile? Strings { get; internal set; }

    /// <summary>What was seen of the arrays; null where there was none.</summary>
    public ArrayProfile? Arrays { get; internal set; }

    /// <summary>What was seen of the objects; null where there was none.</summary>
    public ObjectProfile? Objects { get; internal set; }

    /// <summary>The number of values of a type.</summary>
    public long Of(SeenType type) => counts[(int)type];

    /// <summary>Counts one value of a type.</summary>
    internal void Count1(SeenType type)
    {
        Count++;
        counts[(int)type]++;
    }

    /// <summary>Sets the number of values of a type, when a profile is loaded.</summary>
    internal void Load(SeenType type, long count)
    {
        Count += count - counts[(int)type];
        counts[(int)type] = count;
    }

    /// <summary>Adds another profile to this one.</summary>
    public void Merge(ValueProfile other)
    {
        Count += other.Count;
        for (int i = 0; i < counts.Length; i++) counts[i] += other.counts[i];
        if (other.Numbers is { } numbers) (Numbers ??= new()).Merge(numbers);
        if (other.Strings is { } strings) (Strings ??= new()).Merge(strings);
        if (other.Arrays is { } arrays) (Arrays ??= new()).Merge(arrays);
        if (other.Objects is { } objects) (Objects ??= new()).Merge(objects);
    }
}

/// <summary>The types that traffic shows; unlike a schema's, no value is of two of them.</summary>
public enum SeenType
{
    /// <summary><c>null</c>.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A number without a fraction.</summary>
    Integer,

    /// <summary>A number with a fraction.</summary>
    Fraction,

    /// <summary>A string.</summary>
    String,

    /// <summary>An array.</summary>
    Array,

    /// <summary>An object.</summary>
    Object,
}
