using System.Text.RegularExpressions;
using ContractToolkit.Diff.Rules;

namespace ContractToolkit.Diff;

/// <summary>The catalogue of rules, which command, documentation and tests read.</summary>
public static class DiffRules
{
    private static readonly Regex Place = new("(request|response)-(body|property|parameter-property|parameter|header-property|header)", RegexOptions.CultureInvariant);
    private static readonly Dictionary<string, DiffRule> ById = Build();

    /// <summary>All rules, in the order of their ids.</summary>
    public static IReadOnlyList<DiffRule> All { get; } = [.. ById.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The rule with this id, or null.</summary>
    public static DiffRule? Find(string id) => ById.TryGetValue(id, out DiffRule? rule) ? rule : null;

    /// <summary>The rule with this id.</summary>
    internal static DiffRule Get(string id) => Find(id) ?? throw new InvalidOperationException("no rule " + id);

    /// <summary>What a rule says of an edit, wherever the edited schema is used: as a whole body, as a member, as a parameter.</summary>
    internal static string Kind(DiffRule rule) => Place.Replace(rule.Id, "$1");

    private static Dictionary<string, DiffRule> Build()
    {
        Dictionary<string, DiffRule> rules = new(StringComparer.Ordinal);
        foreach (DiffRule rule in KeywordRules.All().Concat(PropertyRules.All()).Concat(OperationRules.All()).Concat(MessageRules.All()).Concat(DocumentRules.All()))
        {
            rules.Add(rule.Id, rule);
        }

        return rules;
    }
}
