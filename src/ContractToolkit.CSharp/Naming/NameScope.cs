namespace ContractToolkit.CSharp.Naming;

/// <summary>How strong a wish for a name is.</summary>
public enum NamePriority
{
    /// <summary>The user or the author chose it.</summary>
    Chosen,

    /// <summary>It is the element's own name.</summary>
    Own,

    /// <summary>It is made from the place where the element stands.</summary>
    Derived,
}

/// <summary>
/// Gives unique names to elements. Each element's name depends on itself only, except among elements that wish for the very same name: there the
/// strongest wish wins, and the others get a suffix made from their own key. The order of the wishes never matters.
/// </summary>
public sealed class NameScope
{
    private readonly HashSet<string> reserved;
    private readonly string owner;
    private readonly IReadOnlyCollection<string> inherited;
    private readonly HashSet<string> taken;
    private readonly Dictionary<string, Wish> wishes;

    /// <summary>Makes a scope in which some names are given already.</summary>
    /// <param name="reserved">Names of the kind of scope, compared by ordinal; shared between scopes, never changed.</param>
    /// <param name="owner">The name of the element that the scope belongs to; empty for none.</param>
    /// <param name="inherited">Names that other elements in the scope have.</param>
    /// <param name="expected">How many names are about to be wished for, as far as that is known.</param>
    public NameScope(HashSet<string> reserved, string owner = "", IReadOnlyCollection<string>? inherited = null, int expected = 0)
    {
        wishes = new(expected, StringComparer.Ordinal);
#if NET
        taken = new(expected, StringComparer.Ordinal);
#else
        taken = new(StringComparer.Ordinal);
#endif
        this.reserved = reserved;
        this.owner = owner;
        this.inherited = inherited ?? [];
        taken.UnionWith(this.inherited);
    }

    /// <summary>Wishes for a name.</summary>
    /// <param name="key">What the element is, uniquely and stably; a second wish for it counts only if it is stronger (or as strong
    /// and smaller by ordinal comparison).</param>
    /// <param name="name">The identifier wished for.</param>
    /// <param name="priority">How strongly.</param>
    /// <param name="wireName">The text it was made from: of equal wishes, one whose text is the name itself wins.</param>
    public void Wish(string key, string name, NamePriority priority, string wireName = "")
    {
        var wish = new Wish(key, name, priority, wireName == name ? 0 : 1, wireName);
        if (!wishes.TryGetValue(key, out Wish? other) || wish.CompareTo(other) < 0) wishes[key] = wish;
    }

    /// <summary>Decides, and gives every element's name by its key.</summary>
    public Dictionary<string, string> Allocate()
    {
        var names = new Dictionary<string, string>(wishes.Count, StringComparer.Ordinal);
        if (FulfilAll(names)) return names;
        var losers = new List<Wish>();
        foreach (Wish wish in wishes.Values.OrderBy(wish => wish))
        {
            if (Take(wish.Name)) names[wish.Key] = wish.Name;
            else if (IsGiven(wish.Name) && Take(wish.Name + "Value")) names[wish.Key] = wish.Name + "Value";
            else losers.Add(wish);
        }

        foreach (Wish wish in losers) names[wish.Key] = Suffixed(wish);
        return names;
    }

    /// <summary>Gives every element the name that it wishes for; false where two wish for the same, and then nothing is decided.</summary>
    private bool FulfilAll(Dictionary<string, string> names)
    {
        foreach (Wish wish in wishes.Values)
        {
            if (Take(wish.Name))
            {
                names[wish.Key] = wish.Name;
                continue;
            }

            taken.Clear();
            taken.UnionWith(inherited);
            names.Clear();
            return false;
        }

        return true;
    }

    private bool Take(string name) => !reserved.Contains(name) && name != owner && taken.Add(name);

    private bool IsGiven(string name) => reserved.Contains(name) || name == owner || inherited.Contains(name);

    private string Suffixed(Wish wish)
    {
        for (int digits = 4; digits <= 16; digits++)
        {
            string name = wish.Name + "_" + Identifiers.Hash(wish.Key, digits);
            if (Take(name)) return name;
        }

        string last = wish.Name + "_";
        while (!Take(last)) last += "_";
        return last;
    }
}

/// <summary>One wish; the smaller goes first.</summary>
internal sealed record Wish(string Key, string Name, NamePriority Priority, int Converted, string WireName) : IComparable<Wish>
{
    /// <inheritdoc/>
    public int CompareTo(Wish? other)
    {
        if (other is null) return -1;
        // As numbers: comparing enumeration values boxes both, and there are tens of thousands of wishes.
        int order = ((int)Priority).CompareTo((int)other.Priority);
        if (order == 0) order = Converted.CompareTo(other.Converted);
        if (order == 0) order = string.CompareOrdinal(WireName, other.WireName);
        if (order == 0) order = string.CompareOrdinal(Name, other.Name);
        return order != 0 ? order : string.CompareOrdinal(Key, other.Key);
    }
}
