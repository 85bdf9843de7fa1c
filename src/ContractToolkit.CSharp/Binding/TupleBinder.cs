using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Tuples: their places as properties, called by their titles or their numbers.</summary>
internal static class TupleBinder
{
    /// <summary>The declaration of a tuple.</summary>
    public static TupleType Bind(TupleForm form, TypeResolver resolver)
    {
        string name = resolver.NameOf(form);
        string rest = name == "Rest" ? "RestItems" : "Rest";
        return new TupleType
        {
            Name = name, Summary = DeclarationBinder.Prose(form.Schema), Deprecated = form.Schema.Notes?.Deprecated == true,
            Items = Properties(form, name, rest, resolver), RestName = rest,
            Rest = form.Rest is null ? null : form.Rest.Always == true ? ScalarTypes.Raw : resolver.Reference(form.Rest),
        };
    }

    /// <summary>The name that a place wishes for.</summary>
    public static string Wish(Member place, int index) =>
        place.Name.Any(char.IsLetter) ? Identifiers.Pascal(place.Name) : "Item" + CodeWriter.Number(index + 1);

    private static EquatableArray<RecordProperty> Properties(TupleForm form, string typeName, string rest, TypeResolver resolver)
    {
        var scope = new NameScope(PropertyBinder.Reserved, typeName, [rest, "Deconstruct", "items"]);
        for (int i = 0; i < form.Items.Count; i++) scope.Wish(Key(i), Wish(form.Items[i], i), NamePriority.Own, Key(i));
        Dictionary<string, string> names = scope.Allocate();
        return form.Items.Select((place, i) => PropertyBinder.Property(form, place, names[Key(i)], resolver)).ToEquatableArray();
    }

    private static string Key(int index) => CodeWriter.Number(index).PadLeft(6, '0');
}
