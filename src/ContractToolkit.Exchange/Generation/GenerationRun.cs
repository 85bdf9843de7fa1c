namespace ContractToolkit.Exchange;

/// <summary>One search for an instance: what was tried at which place.</summary>
internal sealed class GenerationRun(GenerationOptions options)
{
    // Beyond this many values only what is required is generated, so that no document makes an instance explode.
    private const int MaxOptionalValues = 2_000;

    // Beyond this many values generation gives up: what is required is too much.
    private const int MaxValues = 50_000;

    private readonly Dictionary<string, int> attempts = new(StringComparer.Ordinal);
    private int values;

    public GenerationOptions Options { get; } = options;

    /// <summary>Where the last try found that no value can do; null where it did not.</summary>
    public string? DeadEnd { get; set; }

    /// <summary>Whether only what is required shall be generated, whatever the variant says.</summary>
    public bool OnlyRequired(Place place) =>
        Options.Variant == InstanceVariant.Minimal || place.Depth > Options.OptionalDepth || values > MaxOptionalValues;

    /// <summary>Whether everything has grown too large.</summary>
    public bool IsExhausted => values > MaxValues;

    /// <summary>How often the place has been done over.</summary>
    public int Attempts(Place place) => attempts.Count == 0 ? 0 : attempts.GetValueOrDefault(place.Pointer);

    /// <summary>Marks a place to be done over.</summary>
    public void Retry(string pointer) => attempts[pointer] = attempts.GetValueOrDefault(pointer) + 1;

    /// <summary>Counts a value.</summary>
    public void Count() => values++;

    /// <summary>Begins a new try.</summary>
    public void Begin()
    {
        values = 0;
        DeadEnd = null;
    }

    /// <summary>The random numbers of a place in its current attempt.</summary>
    public SeededRandom Random(Place place)
    {
        int attempt = Attempts(place);
        return new SeededRandom(attempt == 0 ? place.Salt : SeededRandom.Mix(place.Salt + ((ulong)attempt * 0x9E3779B97F4A7C15UL)));
    }
}
