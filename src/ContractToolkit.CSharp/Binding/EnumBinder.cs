using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Enumerations.</summary>
internal static class EnumBinder
{
    private static readonly HashSet<string> Reserved = new(
    [
        "Value", "Wire", "_", "IsKnown", "Known", "Of", "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize",
        "ReferenceEquals", "PrintMembers", "Deconstruct",
    ], StringComparer.Ordinal);

    /// <summary>The declaration of an enumeration.</summary>
    public static EnumType Bind(EnumForm form, TypeResolver resolver)
    {
        string name = resolver.NameOf(form);
        var scope = new NameScope(Reserved, name);
        foreach (EnumValue value in form.Values)
        {
            string wire = Text(value.Value);
            if (value.Name is { Length: > 0 } chosen) scope.Wish(value.Value.Text, Identifiers.Chosen(chosen), NamePriority.Chosen, wire);
            else scope.Wish(value.Value.Text, Identifiers.Pascal(value.Value.Kind == JsonKind.Number ? "Value " + wire.Replace("-", "Minus ") : wire), NamePriority.Own, wire);
        }

        IReadOnlyDictionary<string, string> names = scope.Allocate();
        return new EnumType
        {
            Name = name, Summary = DeclarationBinder.Prose(form.Schema), Deprecated = form.Schema.Notes?.Deprecated == true,
            Underlying = form.Underlying,
            Members = form.Values.Select(value => Member(form, value, names)).OfType<EnumMember>().ToEquatableArray(),
        };
    }

    private static EnumMember? Member(EnumForm form, EnumValue value, IReadOnlyDictionary<string, string> names) =>
        ConstantExpression.Of(form.Underlying, value.Value) is { } expression
            ? new EnumMember(names[value.Value.Text], expression, value.Description) : null;

    private static string Text(JsonLiteral value) => LiteralReader.Text(value) ?? value.Text;
}
