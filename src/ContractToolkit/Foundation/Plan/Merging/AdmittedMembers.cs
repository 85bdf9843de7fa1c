namespace ContractToolkit.Validation;

/// <summary>What a schema admits of the members of an object, as far as one look at each member tells.</summary>
internal sealed class AdmittedMembers
{
    /// <summary>What says nothing.</summary>
    public static readonly AdmittedMembers All = new([], Admitted.All, []);

    private readonly Dictionary<string, Admitted> named;

    public AdmittedMembers(Dictionary<string, Admitted> named, Admitted others, HashSet<string> required)
    {
        this.named = named;
        Others = others;
        Required = required;
    }

    /// <summary>What members of other names may be.</summary>
    public Admitted Others { get; }

    /// <summary>The members that must be there.</summary>
    public HashSet<string> Required { get; }

    /// <summary>The names that something is said about.</summary>
    public IEnumerable<string> Names => named.Keys.Concat(Required);

    /// <summary>What a member may be.</summary>
    public Admitted this[string name] => named.TryGetValue(name, out Admitted? admitted) ? admitted : Others;

    /// <summary>What passes both.</summary>
    public AdmittedMembers And(AdmittedMembers other)
    {
        if (this == All) return other;
        if (other == All) return this;
        return new(Both(other, (one, two) => one.And(two)), Others.And(other.Others), [.. Required, .. other.Required]);
    }

    /// <summary>What passes one at least.</summary>
    public AdmittedMembers Or(AdmittedMembers other) =>
        new(Both(other, (one, two) => one.Or(two)), Others.Or(other.Others), [.. Required.Where(other.Required.Contains)]);

    /// <summary>Whether a look at the members may tell that an object passes only one of the two.</summary>
    public bool DiffersFrom(AdmittedMembers other) => !Required.SetEquals(other.Required) || Names.Concat(other.Names).Any(name => !this[name].Meets(other[name]));

    private Dictionary<string, Admitted> Both(AdmittedMembers other, Func<Admitted, Admitted, Admitted> join)
    {
        Dictionary<string, Admitted> both = new(StringComparer.Ordinal);
        foreach (string name in named.Keys.Concat(other.named.Keys)) both[name] = join(this[name], other[name]);
        return both;
    }
}
