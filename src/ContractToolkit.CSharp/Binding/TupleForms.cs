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
        Schema first = rules.PrefixItems[0];
        string? identity = FormIdentity.Of(first, forms);
        if (identity is null || rules.PrefixItems.Any(place => Title(place, forms).Length > 0)) return false;
        if (rules.PrefixItems.Any(place => FormIdentity.Of(place, forms) != identity || forms.Of(place).Nullable != forms.Of(first).Nullable)) return false;
        return rules.Items is { Always: false } || (rules.Items is { } rest && FormIdentity.Of(rest, forms) == identity && forms.Of(rest).Nullable == forms.Of(first).Nullable);
    }

    /// <summary>The title of the place itself, not that of a component which it refers to.</summary>
    private static string Title(Schema place, FormTable forms) =>
        !forms.Schemas.TryGet(place.Id, out _) && place.Notes?.Title is { Length: > 0 and <= 40 } title ? title : "";
}
