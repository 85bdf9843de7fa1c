using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Types;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Factory methods for objects that need one of several sets of members.</summary>
internal static class FactoryBinder
{
    private static readonly HashSet<string> Reserved = new(["Parse", "Validate", "Equals", "ReferenceEquals"], StringComparer.Ordinal);

    /// <summary>One method per alternative that needs any member; none where an alternative names a member that the record lacks.</summary>
    public static EquatableArray<RecordFactory> Bind(RecordForm form, EquatableArray<RecordProperty> properties)
    {
        if (form.Alternatives.Count == 0) return default;
        Dictionary<string, RecordProperty> byName = properties.ToDictionary(property => property.WireName, StringComparer.Ordinal);
        List<string> always = [.. properties.Where(property => property is { Required: true, Constant: null, IsPreset: false }).Select(property => property.Name)];
        var scope = new NameScope(Reserved, inherited: [.. properties.Select(property => property.Name)]);
        var factories = new List<(string Key, List<string> Parameters)>();
        for (int i = 0; i < form.Alternatives.Count; i++)
        {
            IReadOnlyList<string> required = form.Alternatives[i];
            if (required.Count == 0 || !required.All(byName.ContainsKey)) continue;
            List<string> names = [.. required.Select(name => byName[name].Name)];
            string? chosen = form.AlternativeNames is { } given && i < given.Count ? given[i] : null;
            string key = string.Join("\n", required);
            scope.Wish(key, chosen is null ? "With" + string.Join("And", names) : Identifiers.Chosen(chosen), NamePriority.Own, key);
            factories.Add((key, [.. always.Concat(names).Distinct()]));
        }

        IReadOnlyDictionary<string, string> allocated = scope.Allocate();
        return factories.GroupBy(factory => factory.Key, StringComparer.Ordinal).Select(group => group.First())
            .Select(factory => new RecordFactory(allocated[factory.Key], factory.Parameters.ToEquatableArray())).ToEquatableArray();
    }
}
