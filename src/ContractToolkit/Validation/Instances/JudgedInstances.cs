namespace ContractToolkit.Validation;

/// <summary>The first of the instances that there is something to say about, however the threads that judge them take turns.</summary>
internal sealed class JudgedInstances
{
    private readonly object gate = new();
    private readonly SortedList<(int Source, long Offset), JudgedInstance> kept = [];

    /// <summary>The greatest number that is kept.</summary>
    public int Most { get; set; } = 1_000;

    /// <summary>Whether an instance at this place would be kept.</summary>
    public bool Wants(int source, long offset)
    {
        lock (gate) return kept.Count < Most || (Most > 0 && (source, offset).CompareTo(kept.Keys[^1]) < 0);
    }

    /// <summary>Keeps an instance, and lets go of the last where there are too many.</summary>
    public void Add(int source, JudgedInstance instance)
    {
        lock (gate)
        {
            kept.Add((source, instance.Offset), instance);
            if (kept.Count > Most) kept.RemoveAt(kept.Count - 1);
        }
    }

    /// <summary>Those kept, in the order of the sources.</summary>
    public IReadOnlyList<JudgedInstance> InOrder()
    {
        lock (gate) return [.. kept.Values];
    }
}
