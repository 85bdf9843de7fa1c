using System.Globalization;

namespace ContractToolkit.Exchange;

/// <summary>A place in the instance that is being generated. Every place has random numbers of its own, so that doing one place over leaves
/// the others as they are.</summary>
internal sealed class Place
{
    private readonly Place? parent;
    private readonly string segment;

    private Place(Place? parent, string segment, string? name, ulong salt)
    {
        this.parent = parent;
        this.segment = segment;
        Name = name;
        Salt = salt;
        Depth = parent is null ? 0 : parent.Depth + 1;
    }

    /// <summary>The name of the member that the place belongs to; null at the root.</summary>
    public string? Name { get; }

    /// <summary>The state of the place's random numbers.</summary>
    public ulong Salt { get; }

    /// <summary>How deep the place is.</summary>
    public int Depth { get; }

    /// <summary>The goal that is generated here, for recursion to be seen.</summary>
    public Goal? Goal { get; set; }

    /// <summary>The JSON pointer.</summary>
    public string Pointer => parent is null ? "" : JsonPointer.Append(parent.Pointer, segment);

    public static Place Root(ulong seed, string? name) => new(null, "", name, SeededRandom.Mix(seed + 1));

    public Place Member(string name) => new(this, name, name, SeededRandom.Combine(Salt, name));

    public Place Item(int index)
    {
        string segment = index.ToString(CultureInfo.InvariantCulture);
        return new(this, segment, Name, SeededRandom.Combine(Salt, segment));
    }

    /// <summary>How many places above this one were made from any of these referenced schemas.</summary>
    public int Repetitions(List<OpenApi.SchemaId> sources)
    {
        if (sources.Count == 0) return 0;
        int count = 0;
        for (Place? above = parent; above is not null; above = above.parent)
        {
            if (above.Goal is { } goal && goal.Sources.Exists(sources.Contains)) count++;
        }

        return count;
    }
}
