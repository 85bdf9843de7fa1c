using ContractToolkit.Drift.Profiles;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Analysis;

/// <summary>A schema with everything that was seen where it applies, whatever operation it was in.</summary>
internal sealed class ObservedSchema(Schema schema, string operation, string instance)
{
    public Schema Schema { get; } = schema;

    /// <summary>The first operation that it was seen in.</summary>
    public string Operation { get; } = operation;

    /// <summary>The first place in a body that it was seen at.</summary>
    public string Instance { get; } = instance;

    public ValueProfile Seen { get; } = new();

    /// <summary>Takes in what was seen at one more place.</summary>
    public void Add(ValueProfile seen) => Seen.Merge(seen, Unlimited);

    /// <summary>Takes in a member, or the members under keys (named null), that nothing declares.</summary>
    public void AddUndeclared(string? name, ValueProfile seen)
    {
        Undeclared ??= new(StringComparer.Ordinal);
        if (!Undeclared.TryGetValue(name ?? AnyKey, out ValueProfile? all)) Undeclared.Add(name ?? AnyKey, all = new());
        all.Merge(seen, Unlimited);
    }

    /// <summary>Stands for the members that are named by keys.</summary>
    public const string AnyKey = "*";

    private static readonly PlaceLimit Unlimited = new(1 << 30);

    /// <summary>Members that neither the schema nor those applied in the same place declare; null where there are none.</summary>
    public SortedDictionary<string, ValueProfile>? Undeclared { get; private set; }
}
