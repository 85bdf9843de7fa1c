using System.Text;
using ContractToolkit.Json;
namespace ContractToolkit.Validation;

/// <summary>What tells the branches of <c>anyOf</c> and <c>oneOf</c> apart before any is tried: types, and the constants of a member.</summary>
public sealed class BranchFacts(SchemaMerger merger)
{
    private const int DeepestLook = 8;
    private const int DeepestTag = 2;

    // Alternatives that lead back to themselves would be looked at more often than there is time for.
    private readonly Dictionary<(int Branch, int Depth), int> known = [];

    /// <summary>The types that a branch may accept.</summary>
    public int Types(int branch) => Types(branch, 0);

    /// <summary>The member whose string constants tell all branches that accept objects apart, with the constants of each; null where there is none.</summary>
    public (string Member, Dictionary<string, int> Branches)? Tag(EquatableArray<int> branches)
    {
        int[] objects = branches.Where(branch => (Types(branch) & (int)PlanTypes.Object) != 0).ToArray();
        if (objects.Length < 2) return null;
        foreach (string member in Members(objects[0]))
        {
            if (Split(objects, member) is { } split) return (member, split);
        }

        return null;
    }

    /// <summary>The member and its string constants, where a schema asks for nothing else of an object that has the member; null otherwise.</summary>
    public (string Member, List<string> Constants)? OnlyTag(int index)
    {
        if (merger.IsInterpreted(index)) return null;
        MergedSchema merged = merger.Merge(merger.Follow(index));
        if (merged.HasOthers || merged.Scalars.Count + merged.Constants.Count > 0 || merged.Objects.Count != 1) return null;
        if ((merged.Types & (int)PlanTypes.Object) == 0) return null;
        PlanObject rules = merged.Objects[0].Rules;
        if (rules.Properties.Count != 1 || rules.Required.Any(required => required.Name != rules.Properties[0].Name)) return null;
        PlanObject plain = new() { Properties = rules.Properties, Required = rules.Required };
        if (rules != plain || rules.Properties[0].Access != PlanAccess.Both) return null;
        return IsConstant(rules.Properties[0].Schema) is { } constants ? (rules.Properties[0].Name, constants) : null;
    }

    /// <summary>The string constants of a schema that asks for nothing else of a string.</summary>
    private List<string>? IsConstant(int index)
    {
        MergedSchema merged = merger.Merge(merger.Follow(index));
        bool plain = !merged.HasOthers && merged.Scalars.Count == 0 && merged.Constants.Count == 1 && (merged.Types & (int)PlanTypes.String) != 0;
        return plain && !merger.IsInterpreted(index) ? StringConstants(index) : null;
    }

    private int Types(int branch, int depth)
    {
        if (depth > DeepestLook) return MergedSchema.AllTypes;
        if (!known.TryGetValue((branch, depth), out int types)) known.Add((branch, depth), types = FindTypes(branch, depth));
        return types;
    }

    private int FindTypes(int branch, int depth)
    {
        if (merger.IsInterpreted(branch)) return MergedSchema.AllTypes;
        MergedSchema merged = merger.Merge(merger.Follow(branch));
        int types = merged.Types & ConstantTypes(merged);
        foreach (int part in merged.Apart) types &= Types(part, depth + 1);
        foreach ((bool _, EquatableArray<int> choice) in merged.Choices)
        {
            int any = 0;
            foreach (int option in choice) any |= Types(option, depth + 1);
            types &= any;
        }

        return types;
    }

    /// <summary>The types of the values that <c>enum</c> and <c>const</c> leave.</summary>
    public int ConstantTypes(MergedSchema merged)
    {
        int types = MergedSchema.AllTypes;
        foreach (int index in merged.Constants)
        {
            PlanSchema schema = merger.Schema(index);
            if (schema.Const is { } constant) types &= TypeOf(constant);
            if (schema.Enum is { } values) types &= values.Aggregate(0, (all, value) => all | TypeOf(value));
        }

        return types;
    }

    private static int TypeOf(string json) => (int)(json[0] switch
    {
        '{' => PlanTypes.Object,
        '[' => PlanTypes.Array,
        '"' => PlanTypes.String,
        't' or 'f' => PlanTypes.Boolean,
        'n' => PlanTypes.Null,
        _ => PlanTypes.Number | PlanTypes.Integer,
    });

    private IEnumerable<string> Members(int branch) =>
        merger.Merge(merger.Follow(branch)).Objects.SelectMany(part => part.Rules.Properties).Select(property => property.Name).Distinct();

    private Dictionary<string, int>? Split(int[] branches, string member)
    {
        Dictionary<string, int> split = new(StringComparer.Ordinal);
        foreach (int branch in branches)
        {
            if (Constants(branch, member, 0) is not { } constants) return null;
            foreach (string constant in constants)
            {
                if (split.ContainsKey(constant)) return null;
                split.Add(constant, branch);
            }
        }

        return split;
    }

    /// <summary>The strings that a branch leaves to a member, itself or by its own alternatives; null where it may leave others.</summary>
    private List<string>? Constants(int branch, string member, int depth)
    {
        if (depth > DeepestTag || merger.IsInterpreted(branch)) return null;
        MergedSchema merged = merger.Merge(merger.Follow(branch));
        foreach (PlanProperty property in merged.Objects.SelectMany(part => part.Rules.Properties))
        {
            if (property.Name == member && StringConstants(property.Schema) is { } constants) return constants;
        }

        return merged.Choices.Select(choice => Constants(choice.Branches, member, depth + 1)).FirstOrDefault(constants => constants is not null);
    }

    private List<string>? Constants(EquatableArray<int> branches, string member, int depth)
    {
        List<string> all = [];
        foreach (int branch in branches)
        {
            if ((Types(branch, depth) & (int)PlanTypes.Object) == 0) continue;
            if (Constants(branch, member, depth) is not { } constants) return null;
            all.AddRange(constants);
        }

        return all.Distinct(StringComparer.Ordinal).ToList();
    }

    private List<string>? StringConstants(int index)
    {
        MergedSchema merged = merger.Merge(merger.Follow(index));
        foreach (int constants in merged.Constants)
        {
            PlanSchema schema = merger.Schema(constants);
            IEnumerable<string> texts = schema.Const is { } constant ? [constant] : schema.Enum!;
            if (texts.All(text => text[0] == '"')) return texts.Select(Decode).Distinct(StringComparer.Ordinal).ToList();
        }

        return null;
    }

    /// <summary>The strings that <c>enum</c> and <c>const</c> of one schema both leave.</summary>
    public static IReadOnlyList<string> Texts(PlanSchema schema)
    {
        IEnumerable<string> values = schema.Enum is { } list ? list : [schema.Const!];
        List<string> texts = values.Where(text => text[0] == '"').Select(Decode).Distinct(StringComparer.Ordinal).ToList();
        if (schema.Enum is not null && schema.Const is { } constant) texts.RemoveAll(text => constant[0] != '"' || text != Decode(constant));
        return texts;
    }

    internal static string Decode(string json)
    {
        JsonTokenizer tokenizer = new(Encoding.UTF8.GetBytes(json));
        tokenizer.Read();
        return tokenizer.GetString();
    }
}
