using ContractToolkit.Validation;

namespace ContractToolkit.CSharp.Validation;

/// <summary>The object keywords of one or several schemas taken together.</summary>
internal sealed class ObjectShape
{
    private readonly List<PlanObject> parts;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    public ObjectShape(List<PlanObject> parts)
    {
        this.parts = parts;
        foreach (PlanObject part in parts)
        {
            foreach (PlanProperty property in part.Properties) Place(property.Name);
            foreach (PlanRequired required in part.Required) Place(required.Name);
            foreach (PlanDependentNames dependent in part.DependentRequired) Dependent.Add((Place(dependent.Name), dependent.Required.Select(Place).ToArray()));
            foreach (PlanNamed dependent in part.DependentSchemas) Place(dependent.Name);
        }
    }

    /// <summary>The names that some keyword mentions, by place.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>How many words of 64 bits the places take.</summary>
    public int Words => (names.Count + 63) / 64;

    /// <summary>The places that others require.</summary>
    public List<(int Trigger, int[] Required)> Dependent { get; } = [];

    public long Least => parts.Max(part => part.MinProperties ?? 0);

    public long? Most => parts.Min(part => part.MaxProperties);

    /// <summary>Whether <c>properties</c> names the member.</summary>
    public bool IsDeclared(int place) => parts.Exists(part => part.Properties.Any(property => property.Name == names[place]));

    /// <summary>What says that the member must not travel one way.</summary>
    public PlanAccess Access(int place)
    {
        PlanAccess access = PlanAccess.Both;
        foreach (PlanProperty property in parts.SelectMany(part => part.Properties))
        {
            if (property.Name == names[place]) access |= property.Access;
        }

        return access;
    }

    /// <summary>The schemas that hold for a member.</summary>
    public IEnumerable<int> Schemas(int place)
    {
        foreach (PlanObject part in parts)
        {
            List<int> declared = part.Properties.Where(property => property.Name == names[place]).Select(property => property.Schema).ToList();
            if (declared.Count == 0 && part.AdditionalProperties != PlanSchema.None) declared.Add(part.AdditionalProperties);
            foreach (int schema in declared) yield return schema;
        }
    }

    /// <summary>The schemas that hold for members which no keyword names.</summary>
    public IEnumerable<int> Additional() =>
        parts.Select(part => part.AdditionalProperties).Where(schema => schema != PlanSchema.None);

    /// <summary>The bits of the members in one word that must be there, but for those that <paramref name="barred"/> keeps out.</summary>
    public ulong Required(int word, PlanAccess barred)
    {
        ulong bits = 0;
        foreach (PlanRequired required in parts.SelectMany(part => part.Required))
        {
            int place = places[required.Name];
            if (place >> 6 == word && (required.Access & barred) == 0) bits |= 1UL << (place & 63);
        }

        return bits;
    }

    private int Place(string name)
    {
        if (places.TryGetValue(name, out int place)) return place;
        places.Add(name, names.Count);
        names.Add(name);
        return names.Count - 1;
    }
}
