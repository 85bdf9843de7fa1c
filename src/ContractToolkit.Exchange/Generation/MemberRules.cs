using System.Text.RegularExpressions;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;
using ObjectRules = ContractToolkit.OpenApi.ObjectRules;

namespace ContractToolkit.Exchange;

/// <summary>What all object keywords of a goal together say about members.</summary>
internal sealed class MemberRules
{
    private static readonly Schema Anything = new() { Id = new SchemaId(""), Always = true };
    private readonly Goal goal;
    private readonly SchemaTable table;
    private readonly Direction direction;
    private readonly Dictionary<string, IReadOnlyList<Schema>> schemas = new(StringComparer.Ordinal);

    public MemberRules(Goal goal, SchemaTable table, Direction direction)
    {
        this.goal = goal;
        this.table = table;
        this.direction = direction;
        foreach (ObjectRules rules in goal.Objects)
        {
            foreach (NamedSchema property in rules.Properties) AddOnce(Declared, property.Name);
            Patterns.AddRange(rules.PatternProperties.Select(pattern => pattern.Name));
            if (rules.PropertyNames is { } names) Names.Add(names);
            Least = Math.Max(Least, (int)Math.Min(rules.MinProperties ?? 0, 100_000));
            Most = Math.Min(Most, (int)Math.Min(rules.MaxProperties ?? int.MaxValue, int.MaxValue));
        }

        foreach (string name in goal.Objects.SelectMany(rules => rules.Required))
        {
            if (!StaysOut(name)) AddOnce(Required, name);
        }

        foreach ((string property, _) in goal.Discriminated)
        {
            AddOnce(Declared, property);
            AddOnce(Required, property);
        }
    }

    /// <summary>The declared names, in document order.</summary>
    public List<string> Declared { get; } = [];

    /// <summary>The required names that travel in this direction.</summary>
    public List<string> Required { get; } = [];

    /// <summary>The patterns of <c>patternProperties</c>.</summary>
    public List<string> Patterns { get; } = [];

    /// <summary>The schemas of <c>propertyNames</c>.</summary>
    public List<Schema> Names { get; } = [];

    public int Least { get; }

    public int Most { get; } = int.MaxValue;

    /// <summary>Whether members without declaration or pattern are forbidden.</summary>
    public bool IsClosed => goal.Objects.Exists(rules => rules.AdditionalProperties is { Always: false } || rules.UnevaluatedProperties is { Always: false });

    /// <summary>Everything that the value of a member must satisfy.</summary>
    public IReadOnlyList<Schema> SchemasOf(string name)
    {
        if (schemas.TryGetValue(name, out IReadOnlyList<Schema>? known)) return known;
        var all = new List<Schema>();
        bool evaluated = false;
        foreach (ObjectRules rules in goal.Objects)
        {
            int before = all.Count;
            foreach (NamedSchema property in rules.Properties)
            {
                if (property.Name == name) all.Add(property.Schema);
            }

            foreach (NamedSchema pattern in rules.PatternProperties)
            {
                if (Matches(pattern.Name, name)) all.Add(pattern.Schema);
            }

            if (all.Count == before && rules.AdditionalProperties is { } additional) all.Add(additional);
            evaluated |= all.Count > before;
        }

        if (!evaluated) all.AddRange(goal.Objects.Where(rules => rules.UnevaluatedProperties is not null).Select(rules => rules.UnevaluatedProperties!));
        foreach (ObjectRules rules in goal.Objects)
        {
            foreach (NamedSchema dependent in rules.DependentSchemas)
            {
                if (dependent.Name == name && dependent.Schema.Object is { } extra)
                {
                    all.AddRange(extra.Properties.Where(property => property.Name == name).Select(property => property.Schema));
                }
            }
        }

        return schemas[name] = all.Count == 0 ? [Anything] : all;
    }

    /// <summary>Whether an optional member of this name may be there.</summary>
    public bool IsWelcome(string name) =>
        !goal.Excluded.Contains(name) && !StaysOut(name) && !SchemasOf(name).Any(schema => schema.Always == false);

    /// <summary>Adds the names that others ask for by <c>dependentRequired</c> and <c>dependentSchemas</c>.</summary>
    public void AddDependents(List<string> names)
    {
        for (int i = 0; i < names.Count; i++)
        {
            foreach (ObjectRules rules in goal.Objects)
            {
                foreach (DependentNames dependent in rules.DependentRequired)
                {
                    if (dependent.Name == names[i]) AddAll(names, dependent.Required);
                }

                foreach (NamedSchema dependent in rules.DependentSchemas)
                {
                    if (dependent.Name == names[i] && table.Follow(dependent.Schema).Object is { } extra) AddAll(names, extra.Required);
                }
            }
        }
    }

    /// <summary>Whether a name can't be taken away.</summary>
    public bool IsNeeded(string name, List<string> names) =>
        Required.Contains(name) || goal.Objects.Exists(rules => rules.DependentRequired.Any(d => names.Contains(d.Name) && d.Required.Contains(name)));

    private static void AddOnce(List<string> names, string name)
    {
        if (!names.Contains(name)) names.Add(name);
    }

    private static void AddAll(List<string> names, EquatableArray<string> more)
    {
        foreach (string name in more) AddOnce(names, name);
    }

    private static bool Matches(string pattern, string name)
    {
        try
        {
            return Regex.IsMatch(name, pattern, RegexOptions.None, TimeSpan.FromMilliseconds(50));
        }
        catch (Exception unusable) when (unusable is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private bool StaysOut(string name)
    {
        if (direction == Direction.None) return false;
        foreach (ObjectRules rules in goal.Objects)
        {
            foreach (NamedSchema property in rules.Properties)
            {
                if (property.Name == name && SchemaFlags.StaysOut(property.Schema, direction, table)) return true;
            }
        }

        return false;
    }
}
