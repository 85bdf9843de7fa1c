using ContractToolkit.CSharp.Naming;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>
/// Names of inline types: the element they stand in and the member that holds them, and as many of the members between as it takes to tell
/// different types apart. Types of one element that are held by members of the same name and say the same are one type. A name depends on nothing
/// but the element.
/// </summary>
internal sealed class InlineNames
{
    private readonly Dictionary<SchemaId, InlineType> types = [];
    private readonly Dictionary<SchemaId, List<InlineType>> elsewhere = [];
    private readonly Dictionary<SchemaId, SchemaId> shared = [];

    /// <summary>Says that a type stands at a place. Of several places, the one in the element that holds the schema counts.</summary>
    /// <returns>Whether the place is the best one so far in its element: then what stands inside must be looked at from there, too.</returns>
    public bool Add(InlineType type)
    {
        SchemaId id = type.Form.Schema.Id;
        if (!types.TryGetValue(id, out InlineType? known))
        {
            types.Add(id, type);
            return true;
        }

        if (known.Owner != type.Owner) return AddElsewhere(type, known);
        if (type.CompareTo(known) >= 0) return false;
        types[id] = type;
        return true;
    }

    // Whether a place is better in one element does not depend on the others, so that the order in which they are walked decides nothing.
    private bool AddElsewhere(InlineType type, InlineType known)
    {
        SchemaId id = type.Form.Schema.Id;
        if (!elsewhere.TryGetValue(id, out List<InlineType>? others)) elsewhere.Add(id, others = []);
        int same = others.FindIndex(other => other.Owner == type.Owner);
        if (same >= 0 && type.CompareTo(others[same]) >= 0) return false;
        if (same >= 0) others.RemoveAt(same);
        bool best = type.CompareTo(known) < 0;
        if (best) types[id] = type;
        others.Add(best ? known : type);
        return true;
    }

    /// <summary>Decides: every type that needs a declaration, with its name.</summary>
    public IReadOnlyList<NamedType> Decide()
    {
        var decided = new List<NamedType>(types.Count);
        foreach (IGrouping<string, InlineType> element in types.Values.GroupBy(type => type.Owner, StringComparer.Ordinal))
        {
            List<InlineType> distinct = Distinct(element);
            decided.AddRange(Named(distinct));
        }

        return decided;
    }

    /// <summary>The schemas that share the type of another one: each with the one whose type is declared. Only after <see cref="Decide"/>.</summary>
    public IReadOnlyDictionary<SchemaId, SchemaId> Shared => shared;

    private List<InlineType> Distinct(IEnumerable<InlineType> element)
    {
        var distinct = new List<InlineType>();
        foreach (IGrouping<string, InlineType> same in element.OrderBy(type => type).GroupBy(type => type.Place.Last, StringComparer.Ordinal))
        {
            int first = distinct.Count;
            foreach (InlineType type in same)
            {
                int twin = same.Key.Length == 0 ? -1 : distinct.FindIndex(first, other => SchemaTwins.Are(other.Form.Schema, type.Form.Schema));
                if (twin < 0) distinct.Add(type);
                else shared[type.Form.Schema.Id] = distinct[twin].Form.Schema.Id;
            }
        }

        return distinct;
    }

    /// <summary>Gives names from the shallowest types to the deepest, so that a deeper one never takes a name away.</summary>
    private static IEnumerable<NamedType> Named(List<InlineType> types)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (IGrouping<int, InlineType> level in types.GroupBy(type => type.Place.Depth).OrderBy(level => level.Key))
        {
            List<InlineType> open = [.. level];
            for (int members = Math.Min(1, level.Key); open.Count > 0; members++)
            {
                bool last = members >= level.Key;
                List<InlineType> unnamed = [];
                foreach (IGrouping<string, InlineType> wish in open.GroupBy(type => type.Place.Name(members), StringComparer.Ordinal).ToList())
                {
                    bool free = !taken.Contains(wish.Key) && wish.Count() == 1;
                    if (!free && !last)
                    {
                        unnamed.AddRange(wish);
                        continue;
                    }

                    taken.Add(wish.Key);
                    foreach (InlineType type in wish) yield return new NamedType(new DeclaredType(type.Form, type.Owner), wish.Key);
                }

                open = unnamed;
            }
        }
    }
}

/// <summary>An inline type that needs a declaration, with the name made from its place.</summary>
internal sealed record NamedType(DeclaredType Type, string Name);

/// <summary>An inline type at its place; the smaller place is the better one.</summary>
/// <param name="Form">What it is.</param>
/// <param name="Place">The place.</param>
/// <param name="Owner">The element that it stands in.</param>
/// <param name="IsStray">Whether the element was not the way to it: it is only written there. Then any other place in the element is better.</param>
internal sealed record InlineType(DeclaredForm Form, InlinePlace Place, string Owner, bool IsStray) : IComparable<InlineType>
{
    /// <inheritdoc/>
    public int CompareTo(InlineType? other)
    {
        if (other is null) return -1;
        int order = IsStray.CompareTo(other.IsStray);
        if (order == 0) order = Place.Depth.CompareTo(other.Place.Depth);
        if (order == 0) order = Place.CompareNames(other.Place);
        if (order == 0) order = string.CompareOrdinal(Owner, other.Owner);
        return order != 0 ? order : string.CompareOrdinal(Form.Schema.Id.Value, other.Form.Schema.Id.Value);
    }
}
