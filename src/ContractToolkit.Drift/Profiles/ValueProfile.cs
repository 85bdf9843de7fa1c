namespace ContractToolkit.Drift.Profiles;

/// <summary>What was seen at one place of a body: how often, of which types, in which ranges.</summary>
public sealed class ValueProfile : IMergeable<ValueProfile>
{
    /// <summary>The number of values of each type, by <see cref="SeenType"/>.</summary>
    private readonly long[] counts = new long[7];

    /// <summary>Makes the profile of a place that nothing was seen at yet.</summary>
    public ValueProfile()
    {
    }

    /// <summary>Makes the profile of a place.</summary>
    /// <param name="order">The place's rank in the order of <see cref="PlaceLimit"/>.</param>
    /// <param name="secret">Whether no text of it may be kept.</param>
    internal ValueProfile(ulong order, bool secret = false)
    {
        Order = order;
        Secret = secret;
    }

    /// <summary>The number of values.</summary>
    public long Count { get; private set; }

    /// <summary>The least and the greatest number; null where no number was seen.</summary>
    public NumberSpan? Numbers { get; internal set; }

    /// <summary>What was seen of the strings; null where there was none.</summary>
    public StringProfile? Strings { get; internal set; }

    /// <summary>What was seen of the arrays; null where there was none.</summary>
    public ArrayProfile? Arrays { get; internal set; }

    /// <summary>What was seen of the objects; null where there was none.</summary>
    public ObjectProfile? Objects { get; internal set; }

    internal ulong Order { get; }

    internal bool Secret { get; }

    /// <summary>The number of values of a type.</summary>
    public long Of(SeenType type) => counts[(int)type];

    /// <summary>Counts one value of a type.</summary>
    internal void Count1(SeenType type)
    {
        Count++;
        counts[(int)type]++;
    }

    /// <summary>Counts one string, given as UTF-8 with escapes resolved.</summary>
    internal void AddText(ReadOnlySpan<byte> text, bool isAscii = false) => (Strings ??= NewStrings()).Add(text, isAscii);

    internal StringProfile NewStrings()
    {
        StringProfile strings = new();
        if (Secret) strings.Texts.Forget();
        return strings;
    }

    /// <summary>Sets the number of values of a type, when a profile is loaded.</summary>
    internal void Load(SeenType type, long count)
    {
        Count += count - counts[(int)type];
        counts[(int)type] = count;
    }

    /// <inheritdoc/>
    public void Merge(ValueProfile other, PlaceLimit places)
    {
        Count += other.Count;
        for (int i = 0; i < counts.Length; i++) counts[i] += other.counts[i];
        if (other.Numbers is { } numbers) (Numbers ??= new()).Merge(numbers);
        if (other.Strings is { } strings) (Strings ??= NewStrings()).Merge(strings);
        if (other.Arrays is { } arrays) (Arrays ??= new()).Merge(this, arrays, places);
        if (other.Objects is { } objects) (Objects ??= new()).Merge(this, objects, places);
    }

    /// <summary>Gathers the orders of the places below this one.</summary>
    internal void Collect(List<ulong> orders)
    {
        if (Arrays?.Items is { } items)
        {
            orders.Add(items.Order);
            items.Collect(orders);
        }

        Objects?.Collect(orders);
    }

    /// <summary>Removes the places below this one that are beyond the limit.</summary>
    internal void Trim(PlaceLimit places)
    {
        Arrays?.Trim(places);
        Objects?.Trim(places);
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
