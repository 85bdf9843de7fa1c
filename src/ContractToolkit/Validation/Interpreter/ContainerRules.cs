using System.Text;

namespace ContractToolkit.Validation;

/// <summary>The keywords for arrays.</summary>
internal sealed class ArrayRules(PlanArray plan, NodeStore store)
{
    public PlanArray Plan { get; } = plan;

    public Node[] PrefixItems { get; } = store.All(plan.PrefixItems);

    public Node? Items { get; } = store.Find(plan.Items);

    public Node? Contains { get; } = store.Find(plan.Contains);

    public long MinContains { get; } = plan.MinContains ?? 1;

    public long MaxContains { get; } = plan.MaxContains ?? long.MaxValue;

    public long MinItems { get; } = plan.MinItems ?? 0;

    public long MaxItems { get; } = plan.MaxItems ?? long.MaxValue;

    public Node? UnevaluatedItems { get; } = store.Find(plan.UnevaluatedItems);

    /// <summary>Whether every item passes whatever it is.</summary>
    public bool IgnoresItems { get; } = plan.PrefixItems.IsEmpty && plan.Items == PlanSchema.None;
}

/// <summary>The keywords for objects. Every name that some keyword mentions has a place, which is also its bit among the names seen.</summary>
internal sealed class ObjectRules
{
    private readonly NameTable names;

    public ObjectRules(PlanObject plan, NodeStore store)
    {
        Plan = plan;
        List<string> mentioned = [];
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        int Place(string name)
        {
            if (!places.TryAdd(name, mentioned.Count)) return places[name];
            mentioned.Add(name);
            return mentioned.Count - 1;
        }

        foreach (PlanProperty property in plan.Properties) Place(property.Name);
        Required = plan.Required.Select(required => (Place(required.Name), required.Access)).ToArray();
        DependentRequired = plan.DependentRequired
            .Select(dependent => (Place(dependent.Name), dependent.Required.Select(Place).ToArray())).ToArray();
        foreach (PlanNamed dependent in plan.DependentSchemas) Place(dependent.Name);
        DependentSchemas = plan.DependentSchemas.Select(dependent => (Encoding.UTF8.GetBytes(dependent.Name), store[dependent.Schema])).ToArray();
        Names = [.. mentioned];
        Members = new Member[Names.Length];
        foreach (PlanProperty property in plan.Properties) Members[places[property.Name]] = new(store[property.Schema], property.Access);
        names = new(mentioned.Select(Encoding.UTF8.GetBytes));
        Patterns = plan.PatternProperties.Select(named => (new PatternMatcher(named.Name), store[named.Schema])).ToArray();
        Additional = store.Find(plan.AdditionalProperties);
        PropertyNames = store.Find(plan.PropertyNames);
        MinProperties = plan.MinProperties ?? 0;
        MaxProperties = plan.MaxProperties ?? long.MaxValue;
        UnevaluatedProperties = store.Find(plan.UnevaluatedProperties);
        foreach ((int place, PlanAccess access) in Required)
        {
            if (place >= 64) continue;
            ulong bit = 1UL << place;
            if ((access & PlanAccess.NotInRequest) == 0) requiredInRequest |= bit;
            if ((access & PlanAccess.NotInResponse) == 0) requiredInResponse |= bit;
            requiredAnyway |= bit;
        }
    }

    public PlanObject Plan { get; }

    /// <summary>The names, by place.</summary>
    public string[] Names { get; }

    /// <summary>What <c>properties</c> says, by place; without a schema where it says nothing.</summary>
    public Member[] Members { get; }

    public (int Place, PlanAccess Access)[] Required { get; }

    public (int Place, int[] Required)[] DependentRequired { get; }

    public (byte[] Name, Node Schema)[] DependentSchemas { get; }

    public (PatternMatcher Pattern, Node Schema)[] Patterns { get; }

    public Node? Additional { get; }

    public Node? PropertyNames { get; }

    public long MinProperties { get; }

    public long MaxProperties { get; }

    public Node? UnevaluatedProperties { get; }

    /// <summary>The place of a name; negative where no keyword mentions it.</summary>
    public int Place(ReadOnlySpan<byte> name) => names.Find(name);

    /// <summary>The first 64 places whose members must be there.</summary>
    public ulong RequiredBits(Direction direction) => direction switch
    {
        Direction.Request => requiredInRequest,
        Direction.Response => requiredInResponse,
        _ => requiredAnyway,
    };

    private readonly ulong requiredInRequest;
    private readonly ulong requiredInResponse;
    private readonly ulong requiredAnyway;
}

/// <summary>A declared member.</summary>
internal readonly record struct Member(Node? Schema, PlanAccess Access)
{
    /// <summary>Whether it must not travel this way.</summary>
    public bool IsBarred(Direction direction) => Access != PlanAccess.Both && Travel.IsBarred(Access, direction);
}

/// <summary>Which way members travel.</summary>
internal static class Travel
{
    public static bool IsBarred(PlanAccess access, Direction direction) => direction switch
    {
        Direction.Request => (access & PlanAccess.NotInRequest) != 0,
        Direction.Response => (access & PlanAccess.NotInResponse) != 0,
        _ => false,
    };
}
