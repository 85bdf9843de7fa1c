using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Arrays whose items have schemas by their place.</summary>
internal static class TupleForms
{
    private static readonly Schema AnyItem = new() { Id = new SchemaId("#/any-item"), Always = true };

    /// <summary>The form of a tuple: a list where all places have one type and no name, else a type of its own.</summary>
    public static Form Build(Schema schema, ArrayRules rules, SchemaParts parts, FormTable forms, bool nullable)
    {
        if (IsList(rules, forms)) return new ListForm(rules.PrefixItems[0], nullable);
        long least = parts.All.Max(part => part.Array?.MinItems ?? 0);
        long most = parts.All.Min(part => part.Array?.MaxItems ?? long.MaxValue);
        Schema rest = rules.Items ?? parts.All.Select(part => part.Array?.UnevaluatedItems).FirstOrDefault(items => items is not null) ?? AnyItem;
        bool open = rest.Always != false && most > rules.PrefixItems.Count;
        return new TupleForm(schema, nullable)
        {
            Items = [.. rules.PrefixItems.Select((place, i) => new Member(Title(place, forms), place, i < least))],
            Rest = open ? rest : null,
        };
    }

    private static bool IsList(ArrayRules rules, FormTable forms)
    {
        bool closed = rules.Items is { Always: false };
        List<Schema> items = closed || rules.Items is null ? [.. rules.PrefixItems] : [.. rules.PrefixItems, rules.Items];
        HashSet<(string? Type, bool Nullable)> types = [.. items.Select(item => (FormIdentity.Of(item, forms), forms.Of(item).Nullable))];
        if (rules.Items is null || types.Count > 1 || types.First().Type is null) return false;
        return !rules.PrefixItems.Any(place => Title(place, forms).Length > 0);
    }

    /// <summary>The title of the place itself, not that of a component which it refers to.</summary>
    private static string Title(Schema place, FormTable forms) =>
        !forms.Schemas.TryGet(place.Id, out _) && place.Notes?.Title is { Length: > 0 and <= 40 } title ? title : "";
}
